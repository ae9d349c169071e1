from typing import Any

from django.db import models

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models.bukti import Bukti

Terbaca = dict[str, Any]  # satu ubahan sebagaimana terbaca dari lembarnya
SemuaTerbaca = list[Terbaca]


class Impor(Bukti, Named):
    """Satu lembar kerja yang diunggah: berkasnya, hasil periksanya, dan apakah sudah diterapkan.

    `kisi` menamai penerimanya (`documents.impor.PENERIMA`).
    """

    class StatusImpor(models.TextChoices):
        MEMBACA = "membaca", "Sedang diperiksa"
        DITOLAK = "ditolak", "Ada kesalahan"
        SAMA = "sama", "Sama semua"
        SIAP = "siap", "Siap diterapkan"
        DITERAPKAN = "diterapkan", "Diterapkan"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    kisi = models.CharField(max_length=60)
    judul = models.CharField(max_length=150)
    halaman = models.CharField(max_length=300)
    status = models.CharField(max_length=12, choices=StatusImpor)
    ubahan = models.JSONField(default=list, blank=True)
    kesalahan = models.JSONField(default=list, blank=True)
    catatan = models.JSONField(default=list, blank=True)
    keputusan = models.JSONField(default=dict, blank=True)  # kunci ubahan → keputusan yang diambil
    # baris yang ditulis penerapannya, berikut isi semulanya; kosong: tidak dapat dibatalkan
    jejak = models.JSONField(default=list, blank=True, editable=False)
    banyak_baris = models.PositiveIntegerField("banyak baris", default=0)
    banyak_sama = models.PositiveIntegerField("banyak yang sama", default=0)
    applied_by = models.CharField("diterapkan oleh", max_length=200, blank=True)
    applied_at = models.DateTimeField("diterapkan", null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return f"{self.judul} {self.tahun}: {self.nama}"

    @property
    def banyak_ubahan(self) -> int:
        return len(self.ubahan)

    @property
    def is_dapat_batal(self) -> bool:
        """Diterapkan, tercatat yang ditulisnya, dan tidak ada impor sejenis sesudahnya."""
        if self.status != self.StatusImpor.DITERAPKAN or not self.jejak:
            return False
        sejenis = Impor.objects.filter(kabupaten=self.kabupaten_id, kisi=self.kisi)
        return not sejenis.filter(
            status=self.StatusImpor.DITERAPKAN,
            applied_at__gt=self.applied_at,
        ).exists()

    @property
    def banyak_kesalahan(self) -> int:
        return len(self.kesalahan)

    @property
    def jumlah_beda(self) -> SemuaTerbaca:
        """Jumlah pada lembar yang lain dari rinciannya; diakui sebelum diterapkan."""
        return [satu for satu in self.catatan if satu.get("is_jumlah")]

    @property
    def catatan_lain(self) -> SemuaTerbaca:
        """Yang cukup dilihat."""
        return [satu for satu in self.catatan if not satu.get("is_jumlah")]

    @property
    def diputuskan(self) -> SemuaTerbaca:
        """Ubahan yang diputuskan orang, dengan keputusannya bila sudah diterapkan."""
        semua = []
        for satu in self.ubahan:
            if satu.get("pilihan"):
                keputusan = self.keputusan.get(satu["kunci"], "")
                semua.append({**satu, "keputusan": keputusan})
        return semua

    @property
    def banyak_usul(self) -> int:
        berusul = [satu for satu in self.ubahan if satu.get("usul")]
        return len(berusul)

    @property
    def berbeda(self) -> SemuaTerbaca:
        """Ubahan yang menimpa isi lain; hanya diterapkan bila diminta."""
        return self._tanpa_pilihan(is_beda=True)

    @property
    def biasa(self) -> SemuaTerbaca:
        """Ubahan yang tidak menimpa dan tidak perlu diputuskan."""
        return self._tanpa_pilihan(is_beda=False)

    def _tanpa_pilihan(self, *, is_beda: bool) -> SemuaTerbaca:
        """Yang perlu keputusan orang tidak termasuk."""
        hasil = []
        for satu in self.ubahan:
            if satu.get("pilihan"):
                continue
            if bool(satu.get("beda")) == is_beda:
                hasil.append(satu)
        return hasil
