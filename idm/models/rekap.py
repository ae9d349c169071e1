"""Rekap status desa yang hanya diketahui jumlahnya."""

from django.db import models

from accounts.models import Kabupaten, tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from idm.scoring import Status

# kolom RekapStatus -> status
KOLOM_STATUS = {s.value.lower().replace(" ", "_"): s for s in Status}


class RekapStatusQuerySet(ScopedQuerySet):
    """Dikenali menurut kabupaten dan tahun."""

    def get_by_natural_key(self, kabupaten: str, tahun: int) -> "RekapStatus":
        return self.get(kabupaten__kode=kabupaten, tahun=tahun)


class RekapStatus(DataTahun):
    """Banyak desa per status menurut laporan tercetak.

    Untuk tahun yang rincian desanya tidak diketahui.
    """

    lingkup = ("idm",)

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    mandiri = models.PositiveIntegerField()
    maju = models.PositiveIntegerField()
    berkembang = models.PositiveIntegerField()
    tertinggal = models.PositiveIntegerField()
    sangat_tertinggal = models.PositiveIntegerField("sangat tertinggal")
    sumber = models.CharField(max_length=200)

    objects = RekapStatusQuerySet.as_manager()

    class Meta:
        verbose_name = "rekap status IDM"
        verbose_name_plural = "rekap status IDM"
        ordering = ["-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun"],
                name="rekap_status_unik",
                violation_error_message="Rekap status tahun itu sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"Status IDM {self.kabupaten} {self.tahun}"

    @property
    def jumlah(self) -> int:
        """Semua desa pada rekapnya."""
        return sum(self.counts().values())

    def natural_key(self) -> tuple[str, int]:
        return (*self.kabupaten.natural_key(), self.tahun)

    def counts(self) -> dict[Status, int]:
        """Semua status ada, juga yang nol."""
        hasil = {}
        for kolom, status in KOLOM_STATUS.items():
            hasil[status] = getattr(self, kolom)
        return hasil
