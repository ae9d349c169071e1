"""Indeks Desa tiap desa tiap tahun: yang berlaku, terbitannya, dan draf poin dimensinya."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from idm.models.berlaku import AngkaBerlaku
from idm.models.hasil import IdmDesaQuerySet, Kunci
from idm.models.instrumen import STATUS_CHOICES, DimensiIndeks, Instrumen
from villages.models import Desa


def skor_field(**kwargs: Any) -> models.DecimalField:
    """Skor 0–100 sebagaimana diterbitkan, dua desimal."""
    return models.DecimalField("skor Indeks Desa", max_digits=5, decimal_places=2, **kwargs)


def poin_field() -> models.CharField:
    """Poin tiap dimensi menurut posisinya."""
    pesan = "Deret poin berisi angka yang dipisahkan titik koma."
    return models.CharField(
        "deret poin",
        max_length=120,
        blank=True,
        validators=[RegexValidator(r"^[0-9.;]*$", pesan)],
    )


def jawaban_field() -> models.CharField:
    """Poin tiap aspek menurut posisinya, satu aksara tiap aspek."""
    pesan = "Deret aspek hanya berisi angka 0 sampai 5."
    return models.CharField(
        "deret aspek",
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^[0-5]*$", pesan)],
    )


class IndeksDesa(AngkaBerlaku):
    """Indeks Desa (Permendesa PDT 9/2024) satu desa satu tahun yang berlaku.

    `skor` 0–100; `poin` tiap dimensi dan `jawaban` tiap aspek bila diketahui.
    """

    kabupaten_path = "desa__kecamatan__kabupaten"
    lingkup = ("idm",)

    class SumberIndeks(models.TextChoices):
        """Dari mana skornya."""

        ASPEK = "aspek", "dihitung dari poin aspek"
        DIMENSI = "dimensi", "dihitung dari poin dimensi"
        TERBITAN = "terbitan", "skor terbitan Kementerian Desa"

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    tahun = tahun_field()
    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    skor = skor_field()
    poin = poin_field()
    jawaban = jawaban_field()
    status = models.CharField(max_length=20, choices=STATUS_CHOICES)
    sumber = models.CharField(max_length=10, choices=SumberIndeks, default=SumberIndeks.DIMENSI)
    is_contoh = models.BooleanField("data peragaan", default=False, editable=False)

    objects = IdmDesaQuerySet.as_manager()

    class Meta:
        verbose_name = "Indeks Desa"
        verbose_name_plural = "Indeks Desa"
        ordering = ["-tahun", "desa__kode"]
        constraints = [
            models.UniqueConstraint(fields=["desa", "tahun"], name="indeks_desa_unik"),
            models.CheckConstraint(
                condition=Q(skor__gte=0, skor__lte=100), name="indeks_desa_0_100"
            ),
        ]

    def __str__(self) -> str:
        return f"Indeks Desa {self.desa} {self.tahun}"

    @property
    def nilai(self) -> Decimal:
        """Angka ukurannya."""
        return self.skor

    @property
    def deret(self) -> str:
        """Skor tiap aspek; kosong bila hanya poin dimensi atau skornya yang diketahui."""
        return self.jawaban

    def natural_key(self) -> Kunci:
        return (*self.desa.natural_key(), self.tahun)


class TerbitanIndeks(DataTahun):
    """Indeks Desa satu desa sebagaimana diterbitkan; berdiri di samping yang dihitung."""

    kabupaten_path = "desa__kecamatan__kabupaten"
    lingkup = ("idm",)

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    tahun = tahun_field()
    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    skor = skor_field()
    poin = poin_field()
    jawaban = jawaban_field()
    status = models.CharField(max_length=20, choices=STATUS_CHOICES)
    sumber = models.CharField(max_length=200)
    is_contoh = models.BooleanField("data peragaan", default=False, editable=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "Indeks Desa terbitan"
        verbose_name_plural = "Indeks Desa terbitan"
        ordering = ["-tahun", "desa__kode"]
        constraints = [
            models.UniqueConstraint(fields=["desa", "tahun"], name="terbitan_indeks_unik"),
            models.CheckConstraint(
                condition=Q(skor__gte=0, skor__lte=100), name="terbitan_indeks_0_100"
            ),
        ]

    def __str__(self) -> str:
        return f"Terbitan Indeks Desa {self.desa} {self.tahun}"

    def natural_key(self) -> Kunci:
        return (*self.desa.natural_key(), self.tahun)


class PoinDimensi(DataTahun):
    """Draf poin satu dimensi satu desa satu tahun; menjadi `IndeksDesa` sesudah diverifikasi."""

    kabupaten_path = "desa__kecamatan__kabupaten"
    lingkup = ("idm",)

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    tahun = tahun_field()
    dimensi = models.ForeignKey(DimensiIndeks, on_delete=models.PROTECT)
    poin = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        validators=[MinValueValidator(0)],
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "poin dimensi"
        verbose_name_plural = "poin dimensi"
        ordering = ["-tahun", "desa__kode", "dimensi__posisi"]
        constraints = [
            models.UniqueConstraint(fields=["desa", "tahun", "dimensi"], name="poin_dimensi_unik"),
            models.CheckConstraint(condition=Q(poin__gte=0), name="poin_dimensi_0"),
        ]

    def __str__(self) -> str:
        return f"{self.dimensi} {self.desa} {self.tahun}"

    def clean(self) -> None:
        """Poin tertinggi bergantung dimensinya, jadi bukan batas kolom."""
        if self.poin is not None and self.poin > self.dimensi.maksimum:
            maksimum = self.dimensi.maksimum
            raise ValidationError({"poin": f"Paling tinggi {maksimum}."})
