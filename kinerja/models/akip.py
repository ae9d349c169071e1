from django.db import models

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import DataTahun


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


class RekomendasiQuerySet(ScopedQuerySet):
    """Dikenali menurut evaluasi dan nomornya."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun: int,
        nomor: int,
    ) -> "Rekomendasi":
        return self.get(evaluasi__kabupaten__kode=kode, evaluasi__tahun=tahun, nomor=nomor)

    def unanswered(self) -> "RekomendasiQuerySet":
        """Yang tindak lanjutnya masih kosong."""
        return self.filter(tindak_lanjut="")


class Rekomendasi(Named):
    """Rekomendasi evaluator, tenggat dan tindak lanjut dinas."""

    kabupaten_path = "evaluasi__kabupaten"
    dicari = ("uraian",)

    evaluasi = models.ForeignKey(EvaluasiAkip, on_delete=models.PROTECT)
    nomor = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    tenggat = models.DateField(null=True, blank=True)
    tindak_lanjut = models.TextField("tindak lanjut", blank=True)

    objects = RekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering = ["-evaluasi__tahun", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluasi", "nomor"],
                name="rekomendasi_unik",
                violation_error_message="Nomor ini sudah dipakai rekomendasi lain.",
            )
        ]

    def __str__(self) -> str:
        return f"Rekomendasi {self.nomor} ({self.evaluasi})"

    def natural_key(self) -> tuple[str, int, int]:
        return (*self.evaluasi.natural_key(), self.nomor)
