from django.db import models

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet


class TercetakQuerySet(ScopedQuerySet):
    def get_by_natural_key(
        self, kode: str, tahun: int, dokumen: str, tempat: str
    ) -> "AngkaTercetak":
        return self.get(
            kabupaten__kode=kode,
            tahun=tahun,
            dokumen=dokumen,
            tempat=tempat,
        )


class AngkaTercetak(Named):
    """Angka pada dokumen lama, apa adanya, dengan rujukan ke angka yang dihitung sistem."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    dokumen = models.CharField(max_length=100)
    tempat = models.CharField(max_length=200)
    rujukan = models.CharField(max_length=80)
    tercetak = models.CharField("angka tercetak", max_length=200)

    objects = TercetakQuerySet.as_manager()

    class Meta:
        verbose_name = "angka tercetak"
        verbose_name_plural = "angka tercetak"
        ordering = ["-tahun", "dokumen", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun", "dokumen", "tempat"],
                name="tercetak_unik",
                violation_error_message="Tempat ini pada dokumen itu sudah dicatat.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.dokumen}, {self.tempat}: {self.tercetak}"

    def natural_key(self) -> tuple[str, int, str, str]:
        return (*self.kabupaten.natural_key(), self.tahun, self.dokumen, self.tempat)
