from django.db import models

from accounts.models import Kabupaten, tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun, Utas, UtasQuerySet
from documents.utas import StatusUtas


class EvaluasiAkipQuerySet(ScopedQuerySet):
    """Dikenali menurut kode kabupaten dan tahunnya."""

    def get_by_natural_key(self, kode: str, tahun: int) -> "EvaluasiAkip":
        return self.get(kabupaten__kode=kode, tahun=tahun)


class EvaluasiAkip(DataTahun):
    """Hasil evaluasi AKIP satu tahun oleh Inspektorat (Permenpan-RB 88/2021)."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    target = models.CharField("target kategori", max_length=5, blank=True)
    nilai = models.DecimalField(max_digits=5, decimal_places=2)
    tercetak = models.CharField("kategori tercetak", max_length=5, blank=True)

    objects = EvaluasiAkipQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluasi AKIP"
        verbose_name_plural = "evaluasi AKIP"
        ordering = ["-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun"],
                name="evaluasi_akip_unik",
                violation_error_message="Evaluasi tahun itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=models.Q(nilai__gte=0, nilai__lte=100),
                name="evaluasi_akip_nilai",
                violation_error_message="Nilai AKIP antara 0 dan 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluasi AKIP {self.tahun}"

    def natural_key(self) -> tuple[str, int]:
        return (*self.kabupaten.natural_key(), self.tahun)


class RekomendasiQuerySet(UtasQuerySet):
    """Dikenali menurut tahun, asal dan nomornya."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun: int,
        asal: str,
        nomor: int,
    ) -> "Rekomendasi":
        return self.get(kabupaten__kode=kode, tahun=tahun, asal=asal, nomor=nomor)

    def kemajuan(self) -> tuple[int, int]:
        """Banyak yang buktinya diterima, dan banyak semuanya."""
        rows = self.order_by()
        return rows.filter(status=StatusUtas.DITERIMA.value).count(), rows.count()


class Rekomendasi(Utas):
    """Rekomendasi Inspektorat atau komitmen rapat: satu utas sampai buktinya diterima."""

    class AsalRekomendasi(models.TextChoices):
        AKIP = "akip", "Evaluasi AKIP"
        REVIU = "reviu", "Reviu"
        RAPAT = "rapat", "Komitmen rapat"

    perlu_bukti = True
    dicari = ("uraian",)

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    asal = models.CharField(
        max_length=5, choices=AsalRekomendasi, default=AsalRekomendasi.AKIP.value
    )
    nomor = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    objects = RekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering = ["-tahun", "asal", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun", "asal", "nomor"],
                name="rekomendasi_unik",
                violation_error_message="Nomor ini sudah dipakai rekomendasi lain.",
            )
        ]

    def __str__(self) -> str:
        return f"Rekomendasi {self.nomor} ({self.get_asal_display()} {self.tahun})"

    def natural_key(self) -> tuple[str, int, str, int]:
        return (*self.kabupaten.natural_key(), self.tahun, self.asal, self.nomor)
