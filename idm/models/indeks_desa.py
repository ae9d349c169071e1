"""Indeks Desa tiap desa tiap tahun: yang berlaku, terbitannya, dan draf poin dimensinya."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from idm.models.berlaku import AngkaBerlaku, HasilDesa
from idm.models.hasil import IdmDesaQuerySet
from idm.models.instrumen import STATUS_CHOICES, DimensiIndeks, Instrumen
from villages.models import Desa


class AngkaIndeks(models.Model):
    """Skor Indeks Desa 0–100, poin tiap dimensi, dan poin tiap aspek bila diketahui."""

    berdesimal = {"skor": 2}

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    skor = models.DecimalField("skor Indeks Desa", max_digits=5, decimal_places=2)
    poin = models.CharField(
        "deret poin",
        max_length=120,
        blank=True,
        validators=[
            RegexValidator(r"^[0-9.;]*$", "Deret poin berisi angka yang dipisahkan titik koma.")
        ],
    )
    # satu aksara tiap aspek
    jawaban = models.CharField(
        "deret aspek",
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^[0-5]*$", "Deret aspek hanya berisi angka 0 sampai 5.")],
    )
    status = models.CharField(max_length=20, choices=STATUS_CHOICES)
    is_contoh = models.BooleanField("data peragaan", default=False, editable=False)

    class Meta:
        abstract = True


class IndeksDesa(AngkaIndeks, AngkaBerlaku):
    """Indeks Desa (Permendesa PDT 9/2024) satu desa satu tahun yang berlaku.

    `skor` 0–100; `poin` tiap dimensi dan `jawaban` tiap aspek bila diketahui.
    """

    class SumberIndeks(models.TextChoices):
        """Dari mana skornya."""

        ASPEK = "aspek", "dihitung dari poin aspek"
        DIMENSI = "dimensi", "dihitung dari poin dimensi"
        TERBITAN = "terbitan", "skor terbitan Kementerian Desa"

    sumber = models.CharField(max_length=10, choices=SumberIndeks, default=SumberIndeks.DIMENSI)

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
        indexes = [
            models.Index(fields=["tahun", "desa", "status"], name="indeks_tahun_desa_status")
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


class TerbitanIndeks(AngkaIndeks, HasilDesa):
    """Indeks Desa satu desa sebagaimana diterbitkan; berdiri di samping yang dihitung."""

    sumber = models.CharField(max_length=200)

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
