from typing import Any

from django.db import models
from django.db.models import Q

from accounts.models import PerangkatDaerah, tahun_field
from core.querysets import ScopedQuerySet
from documents.models import YearData


class DpaQuerySet(ScopedQuerySet):
    """Versi anggaran satu dinas, urut terbitnya."""

    def get_by_natural_key(
        self, kode: str, tahun: int, jenis: str, pergeseran_ke: int | None = None
    ) -> "Dpa":
        return self.get(
            perangkat_daerah__kabupaten__kode=kode,
            tahun=tahun,
            jenis=jenis,
            pergeseran_ke=pergeseran_ke,
        )

    def versi(self, perangkat_daerah: Any, tahun: int) -> "DpaQuerySet":
        """Semua versi anggaran satu tahun, urut berlakunya."""
        rows = self.filter(perangkat_daerah=perangkat_daerah, tahun=tahun)
        return rows.order_by("tanggal", "pk")


class Dpa(YearData):
    """Satu versi anggaran setahun: DPA murni, pergeserannya, atau perubahannya.

    `rincian` pagu tiap sub kegiatan saat versi ini dicatat; tidak berubah sesudahnya.
    """

    kabupaten_path = "perangkat_daerah__kabupaten"

    class Jenis(models.TextChoices):
        """Dokumen yang menetapkan pagunya."""

        MURNI = "murni", "DPA murni"
        PERGESERAN = "pergeseran", "DPA pergeseran"
        PERUBAHAN = "perubahan", "DPA perubahan"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    tahun = tahun_field()
    jenis = models.CharField(max_length=10, choices=Jenis)
    pergeseran_ke = models.PositiveSmallIntegerField(
        "pergeseran ke", null=True, blank=True, help_text="Hanya untuk DPA pergeseran: 1, 2, …"
    )
    nomor = models.CharField("nomor DPA", max_length=100)
    tanggal = models.DateField("tanggal DPA")
    rincian = models.JSONField("pagu tiap sub kegiatan", default=list, editable=False)

    objects = DpaQuerySet.as_manager()

    class Meta:
        verbose_name = "DPA"
        verbose_name_plural = "DPA"
        ordering = ["-tahun", "tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "jenis"],
                condition=Q(pergeseran_ke=None),
                name="dpa_unik",
                violation_error_message="DPA jenis ini untuk tahun itu sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "pergeseran_ke"],
                name="dpa_pergeseran_unik",
                violation_error_message="Pergeseran dengan nomor urut ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(jenis="pergeseran", pergeseran_ke__isnull=False, pergeseran_ke__gte=1)
                | (~Q(jenis="pergeseran") & Q(pergeseran_ke=None)),
                name="dpa_pergeseran",
                violation_error_message=(
                    "Isi pergeseran ke berapa untuk DPA pergeseran, dan hanya untuk itu."
                ),
            ),
        ]

    def __str__(self) -> str:
        ke = ""
        if self.pergeseran_ke:
            ke = f" ke-{self.pergeseran_ke}"
        return f"{self.get_jenis_display()}{ke} {self.tahun} nomor {self.nomor}"

    def natural_key(self) -> tuple[Any, ...]:
        kunci = (*self.perangkat_daerah.natural_key(), self.tahun, self.jenis)
        if self.pergeseran_ke:
            return (*kunci, self.pergeseran_ke)
        return kunci
