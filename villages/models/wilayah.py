from django.core.validators import RegexValidator
from django.db import models

from accounts.models import Kabupaten
from core.models import Named
from core.querysets import ScopedQuerySet
from villages.kode import DESA, KELURAHAN, POLA_DESA, POLA_KECAMATAN


class KodeQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> models.Model:
        return self.get(kode=kode)


class Kecamatan(Named):
    """Kecamatan menurut kode Kemendagri."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    kode = models.CharField(max_length=8, unique=True, validators=[RegexValidator(POLA_KECAMATAN, "Contoh: 16.07.01")])
    nama = models.CharField(max_length=100)

    objects = KodeQuerySet.as_manager()

    class Meta:
        verbose_name = "kecamatan"
        verbose_name_plural = "kecamatan"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str]:
        return (self.kode,)


class DesaQuerySet(KodeQuerySet):
    def desa(self) -> "DesaQuerySet":
        """Hanya desa, tanpa kelurahan."""
        return self.filter(jenis=DESA)


class Desa(Named):
    """Desa atau kelurahan; kodenya tetap walau nama berubah."""

    kabupaten_path = "kecamatan__kabupaten"
    JENIS = ((DESA, "Desa"), (KELURAHAN, "Kelurahan"))

    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    kode = models.CharField(max_length=13, unique=True, validators=[RegexValidator(POLA_DESA, "Contoh: 16.07.01.2001")])
    nama = models.CharField(max_length=100)
    jenis = models.CharField(max_length=9, choices=JENIS)
    lintang = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    bujur = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)

    objects = DesaQuerySet.as_manager()

    class Meta:
        verbose_name = "desa/kelurahan"
        verbose_name_plural = "desa/kelurahan"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str]:
        return (self.kode,)
