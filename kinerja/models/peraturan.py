"""Peraturan dan masa berlakunya: yang disebut laporan hanya yang berlaku pada tahunnya."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.periode import TAHUN_PERATURAN
from kinerja.models.skala import MilikAtauBersamaQuerySet

BERSAMA = "Peraturan acuan bersama; tambahkan peraturan daerah sendiri bila ada yang kurang."
TUMPANG = "Masa berlakunya bertumpang tindih dengan rumusan lain peraturan ini."


class PeraturanQuerySet(MilikAtauBersamaQuerySet):
    """Dikenali menurut nama, awal berlaku, dan pemiliknya."""

    def get_by_natural_key(
        self, nama: str, tahun_awal: int, kabupaten: str | None = None
    ) -> "Peraturan":
        return self.get(nama=nama, tahun_awal=tahun_awal, kabupaten__kode=kabupaten)

    def owned_by(self, user: Any) -> Self:
        """Yang boleh disunting: milik kabupaten pengguna."""
        return self.filter(kabupaten=user.kabupaten_id, kabupaten__isnull=False)

    def bagi(self, kabupaten: Kabupaten) -> Self:
        """Acuan bersama dan milik kabupaten itu."""
        return self.filter(Q(kabupaten=None) | Q(kabupaten=kabupaten))

    def berlaku(self, tahun: int) -> Self:
        """Yang berlaku pada `tahun`, urut tingkatannya."""
        belum_berakhir = Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun)
        return self.filter(belum_berakhir, tahun_awal__lte=tahun)

    def pada_tahun(self, tahun: int) -> Self:
        """Yang berlaku saja: satu peraturan berbaris sebanyak rumusannya."""
        return self.berlaku(tahun)


class Peraturan(Named):
    """Satu peraturan sebagaimana disebut selama masa itu; perubahannya rumusan baru."""

    class TingkatPeraturan(models.IntegerChoices):
        """Tingkatan, sekaligus urutannya pada landasan hukum."""

        UU = 1, "Undang-Undang"
        PP = 2, "Peraturan Pemerintah"
        PERPRES = 3, "Peraturan atau Instruksi Presiden"
        PERMEN = 4, "Peraturan atau Keputusan Menteri"
        PERDA = 5, "Peraturan Daerah"
        PERKADA = 6, "Peraturan atau Keputusan Kepala Daerah"

    class Hal(models.TextChoices):
        """Hal yang disebut naskah awal LKjIP."""

        SAKIP = "sakip", "sistem akuntabilitas kinerja"
        LKJIP = "lkjip", "susunan laporan kinerja"
        EVALUASI = "evaluasi", "evaluasi akuntabilitas kinerja"
        URUSAN = "urusan", "pembagian urusan pemerintahan"
        PERANGKAT = "perangkat", "perangkat daerah"
        SPM = "spm", "standar pelayanan minimal"
        INDEKS = "indeks", "indeks perkembangan desa"

    dicari = ("nama", "tentang")

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT, null=True, blank=True)
    tingkat = models.PositiveSmallIntegerField(choices=TingkatPeraturan)
    nama = models.CharField(
        "jenis, nomor dan tahun",
        max_length=200,
        help_text="Misalnya Peraturan Bupati Nomor 12 Tahun 2022.",
    )
    tentang = models.CharField(max_length=500)
    perubahan = models.CharField(
        max_length=500,
        blank=True,
        help_text="Misalnya: sebagaimana telah diubah dengan Peraturan Bupati Nomor 3 Tahun 2024.",
    )
    tahun_awal = tahun_field("berlaku sejak tahun", TAHUN_PERATURAN)
    tahun_akhir = tahun_field(
        "berlaku sampai tahun",
        TAHUN_PERATURAN,
        null=True,
        blank=True,
        help_text="Kosong selama masih berlaku.",
    )
    hal = models.CharField("disebut untuk", max_length=10, choices=Hal, blank=True)
    is_landasan = models.BooleanField("masuk Landasan Hukum", default=True)

    objects = PeraturanQuerySet.as_manager()

    class Meta:
        verbose_name = "peraturan"
        verbose_name_plural = "peraturan"
        ordering = ["tingkat", "tahun_awal", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "nama", "tahun_awal"],
                name="peraturan_unik",
                violation_error_message="Peraturan ini untuk tahun itu sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["nama", "tahun_awal"],
                condition=Q(kabupaten=None),
                name="peraturan_bersama",
                violation_error_message="Peraturan acuan ini untuk tahun itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(tahun_akhir=None) | Q(tahun_akhir__gte=F("tahun_awal")),
                name="peraturan_masa",
                violation_error_message="Akhir masa berlaku mendahului awalnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} tentang {self.tentang}"

    @property
    def sebutan(self) -> str:
        """Nama, perihal dan perubahannya, sebagaimana ditulis pada landasan hukum."""
        if self.perubahan:
            return f"{self} {self.perubahan}"
        return str(self)

    def natural_key(self) -> tuple[Any, ...]:
        if self.kabupaten:
            return (self.nama, self.tahun_awal, self.kabupaten.kode)
        return (self.nama, self.tahun_awal)

    def clean(self) -> None:
        """Pada satu tahun satu rumusan."""
        if self.tahun_awal is None:
            return
        lain = Peraturan.objects.filter(kabupaten=self.kabupaten_id, nama=self.nama)
        lain = lain.exclude(pk=self.pk)
        for satu in lain:
            if self._is_bertumpang(satu):
                raise ValidationError({"tahun_awal": TUMPANG})

    def _is_bertumpang(self, lain: "Peraturan") -> bool:
        """Akhir yang kosong berarti masih berlaku."""
        is_sebelum = lain.tahun_akhir is not None and lain.tahun_akhir < self.tahun_awal
        is_sesudah = self.tahun_akhir is not None and self.tahun_akhir < lain.tahun_awal
        return not is_sebelum and not is_sesudah

    def sebab_lock(self) -> str:
        """Acuan bersama tidak diubah dari satu kabupaten."""
        if self.kabupaten_id:
            return ""
        return BERSAMA
