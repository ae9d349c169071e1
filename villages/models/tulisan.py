"""Tulisan lain satu desa pada naskah, dan batas wilayah pada peta."""

from django.db import models

from accounts.models import Kabupaten
from core.models import Named
from core.querysets import ScopedQuerySet
from villages.models.wilayah import Desa, Kecamatan


class AliasQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kecamatan: str, kunci: str) -> "AliasNama":
        return self.get(kecamatan__kode=kecamatan, kunci=kunci)


class AliasNama(Named):
    """Tulisan lain satu desa pada naskah satu kecamatan, yang sudah dibenarkan seseorang."""

    kabupaten_path = "kecamatan__kabupaten"

    kecamatan = models.ForeignKey(
        Kecamatan,
        on_delete=models.PROTECT,
        verbose_name="kecamatan pada naskah",
    )
    tulisan = models.CharField(max_length=100)
    kunci = models.CharField("kunci pembanding", max_length=100, editable=False)
    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    oleh = models.CharField("dibenarkan oleh", max_length=200, editable=False)
    waktu = models.DateTimeField("dibenarkan pada", editable=False)

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name = "alias nama"
        verbose_name_plural = "alias nama"
        ordering = ["kecamatan__kode", "tulisan"]
        constraints = [
            models.UniqueConstraint(
                fields=["kecamatan", "kunci"],
                name="alias_nama_unik",
                violation_error_message="Tulisan ini di kecamatan itu sudah punya desa.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tulisan} ({self.kecamatan})"

    def natural_key(self) -> tuple[str, str]:
        return (*self.kecamatan.natural_key(), self.kunci)


class Batas(Named):
    """Batas satu wilayah: cincin koordinat bulat, seperseratus ribu derajat WGS 84."""

    cincin = models.JSONField()
    sumber = models.CharField(max_length=200)

    class Meta:
        abstract = True


class BatasDesaQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> "BatasDesa":
        return self.get(desa__kode=kode)


class BatasDesa(Batas):
    """Batas satu desa atau kelurahan."""

    kabupaten_path = "desa__kecamatan__kabupaten"

    desa = models.OneToOneField(Desa, on_delete=models.PROTECT)

    objects = BatasDesaQuerySet.as_manager()

    class Meta:
        verbose_name = "batas desa"
        verbose_name_plural = "batas desa"
        ordering = ["desa__kode"]

    def __str__(self) -> str:
        return f"Batas {self.desa}"

    def natural_key(self) -> tuple[str]:
        return self.desa.natural_key()


class BatasKecamatan(Batas):
    """Tergambar di antara desa, juga selama batas desanya belum ada."""

    kabupaten_path = "kecamatan__kabupaten"

    kecamatan = models.OneToOneField(Kecamatan, on_delete=models.PROTECT)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "batas kecamatan"
        verbose_name_plural = "batas kecamatan"
        ordering = ["kecamatan__kode"]

    def __str__(self) -> str:
        return f"Batas Kecamatan {self.kecamatan}"


class BatasKabupaten(Batas):
    """Batas luar peta seluruhnya."""

    kabupaten = models.OneToOneField(Kabupaten, on_delete=models.PROTECT)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "batas kabupaten/kota"
        verbose_name_plural = "batas kabupaten/kota"
        ordering = ["kabupaten__kode"]

    def __str__(self) -> str:
        return f"Batas {self.kabupaten}"
