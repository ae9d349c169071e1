from django.db import models

from core.models import Named
from core.querysets import ScopedQuerySet
from kinerja.aturan.capaian import Sebutan, Tingkat


class SkalaQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> "SkalaPredikat":
        return self.get(kode=kode)


class SkalaPredikat(Named):
    """Skala predikat sebagaimana diterbitkan; data acuan bersama."""

    kabupaten_path = None

    kode = models.CharField(max_length=30, unique=True)
    nama = models.CharField(max_length=200)
    regulasi = models.CharField(max_length=300)
    catatan = models.TextField(blank=True)

    objects = SkalaQuerySet.as_manager()

    class Meta:
        verbose_name = "skala predikat"
        verbose_name_plural = "skala predikat"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str]:
        return (self.kode,)

    def tingkat(self) -> list[Tingkat]:
        """Tingkat dari yang tertinggi, untuk `kinerja.aturan.capaian.predikat`."""
        return [
            Tingkat(t.nama, t.bawah, t.is_bawah_inklusif, t.atas, t.is_atas_inklusif)
            for t in self.tingkatpredikat_set.all()
        ]


class TingkatQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str, urutan: int) -> "TingkatPredikat":
        return self.get(skala__kode=kode, urutan=urutan)


class TingkatPredikat(Named):
    """Satu tingkat; tiap tepi termasuk atau tidak, sebagaimana diterbitkan."""

    kabupaten_path = None

    skala = models.ForeignKey(SkalaPredikat, on_delete=models.PROTECT)
    urutan = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=60)
    bawah = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
    )
    is_bawah_inklusif = models.BooleanField("batas bawah termasuk", default=False)
    atas = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
    )
    is_atas_inklusif = models.BooleanField("batas atas termasuk", default=False)

    objects = TingkatQuerySet.as_manager()

    class Meta:
        verbose_name = "tingkat predikat"
        verbose_name_plural = "tingkat predikat"
        ordering = ["skala", "urutan"]
        constraints = [models.UniqueConstraint(fields=["skala", "urutan"], name="tingkat_unik")]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str, int]:
        return (*self.skala.natural_key(), self.urutan)


class SkalaKualitatifQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> "SkalaKualitatif":
        return self.get(kode=kode)


class SkalaKualitatif(Named):
    """Urutan sebutan untuk indikator yang hasilnya bukan angka: opini BPK, kategori AKIP."""

    kabupaten_path = None

    kode = models.CharField(max_length=30, unique=True)
    nama = models.CharField(max_length=200)
    regulasi = models.CharField(max_length=300)
    catatan = models.TextField(blank=True)

    objects = SkalaKualitatifQuerySet.as_manager()

    class Meta:
        verbose_name = "skala kualitatif"
        verbose_name_plural = "skala kualitatif"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str]:
        return (self.kode,)


class TingkatKualitatifQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str, urutan: int) -> "TingkatKualitatif":
        return self.get(skala__kode=kode, urutan=urutan)


class TingkatKualitatif(Named):
    """Satu sebutan, urutan 1 terbaik; tanpa `nilai`, capaian di bawah target tidak dihitung."""

    kabupaten_path = None

    skala = models.ForeignKey(SkalaKualitatif, on_delete=models.PROTECT, related_name="tingkat")
    urutan = models.PositiveSmallIntegerField()
    nama = models.CharField("sebutan", max_length=60)
    keterangan = models.CharField(max_length=200, blank=True)
    nilai = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
    )

    objects = TingkatKualitatifQuerySet.as_manager()

    class Meta:
        verbose_name = "tingkat kualitatif"
        verbose_name_plural = "tingkat kualitatif"
        ordering = ["skala", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["skala", "urutan"], name="tingkat_kualitatif_unik")
        ]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str, int]:
        return (*self.skala.natural_key(), self.urutan)

    @property
    def sebutan(self) -> Sebutan:
        """Untuk hitungan capaian."""
        return Sebutan(self.nama, self.urutan, self.nilai)
