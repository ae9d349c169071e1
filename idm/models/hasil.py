"""IDM tiap desa tiap tahun, dan terbitannya."""

from decimal import Decimal
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, Q

from accounts.models import Kabupaten
from core.querysets import ScopedQuerySet
from idm.models.berlaku import AngkaBerlaku, HasilDesa
from idm.models.instrumen import STATUS_CHOICES, Instrumen
from idm.scoring import DESIMAL, Status
from villages.models import Desa

Hitungan = dict[Status, int]  # banyak desa tiap status


def indeks_field(label: str, **kwargs: Any) -> models.DecimalField:
    """Indeks 0–1 sebagaimana diterbitkan, empat desimal."""
    return models.DecimalField(label, max_digits=5, decimal_places=4, **kwargs)


class AngkaIdm(models.Model):
    """Ketiga indeks, IDM dan statusnya; empat desimal seperti diterbitkan."""

    berdesimal = dict.fromkeys(("iks", "ike", "ikl", "idm"), DESIMAL)

    iks = indeks_field("IKS")
    ike = indeks_field("IKE")
    ikl = indeks_field("IKL")
    idm = indeks_field("IDM")
    status = models.CharField(max_length=20, choices=STATUS_CHOICES)

    class Meta:
        abstract = True


class IdmDesaQuerySet(ScopedQuerySet):
    """Dicari menurut desa dan tahun, dan dihitung per status."""

    def get_by_natural_key(self, desa: str, tahun: int) -> "IdmDesa":
        return self.get(desa__kode=desa, tahun=tahun)

    def milik(self, kabupaten: Kabupaten) -> "IdmDesaQuerySet":
        """Desa satu kabupaten dan tahun dicari lewat indeks uniknya.

        Gabungan biasa menelusuri seluruh tahun.
        """
        desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
        return self.filter(desa__in=desa)

    def counts(self) -> Hitungan:
        """Banyak desa per status; semua status ada, termasuk yang nol."""
        kelompok = self.order_by().values("status")
        per_status = kelompok.annotate(n=Count("*"))
        ada = dict(per_status.values_list("status", "n"))
        hasil = {}
        for status in Status:
            hasil[status] = ada.get(status.value, 0)
        return hasil

    def counts_per_tahun(self) -> dict[int, Hitungan]:
        """Seperti `counts`, tiap tahun yang ada barisnya."""
        hasil: dict[int, Hitungan] = {}
        kelompok = self.order_by().values("tahun", "status")
        rows = kelompok.annotate(n=Count("*"))
        for tahun, status, banyak in rows.values_list("tahun", "status", "n"):
            kosong = dict.fromkeys(Status, 0)
            setahun = hasil.setdefault(tahun, kosong)
            setahun[Status(status)] = banyak
        return hasil


class IdmDesa(AngkaIdm, AngkaBerlaku):
    """IDM satu desa satu tahun yang berlaku: deret skornya bila diketahui, dan hasilnya."""

    class Sumber(models.TextChoices):
        """Dari mana indeksnya."""

        SKOR = "skor", "dihitung dari skor"
        TERBITAN = "terbitan", "indeks terbitan Kemendesa"

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    skor = models.CharField(
        "deret skor",
        max_length=60,
        blank=True,
        validators=[RegexValidator(r"^[0-5]*$", "Deret skor hanya berisi angka 0 sampai 5.")],
    )
    sumber = models.CharField(max_length=10, choices=Sumber)
    sidik = models.CharField("sidik skor", max_length=64, blank=True, editable=False)
    dihitung_oleh = models.CharField("dihitung oleh", max_length=200, blank=True, editable=False)
    dihitung_at = models.DateTimeField("dihitung pada", null=True, editable=False)

    objects = IdmDesaQuerySet.as_manager()

    class Meta:
        verbose_name = "IDM desa"
        verbose_name_plural = "IDM desa"
        ordering = ["-tahun", "desa__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["desa", "tahun"],
                name="idm_desa_unik",
                violation_error_message="IDM desa ini untuk tahun itu sudah ada.",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(
                        **{
                            f"{nama}__gte": Decimal(0),
                            f"{nama}__lte": Decimal(1),
                        }
                    ),
                    name=f"idm_desa_{nama}_0_1",
                    violation_error_message=f"{nama.upper()} harus antara 0 dan 1.",
                )
                for nama in ("iks", "ike", "ikl", "idm")
            ),
        ]
        # banyak tiap status dan perpindahannya dijawab dari indeksnya saja
        indexes = [models.Index(fields=["tahun", "desa", "status"], name="idm_tahun_desa_status")]

    def __str__(self) -> str:
        return f"IDM {self.desa} {self.tahun}"

    @property
    def nilai(self) -> Decimal:
        """Angka ukurannya."""
        return self.idm

    @property
    def deret(self) -> str:
        """Skor tiap indikator; kosong bila hanya indeksnya yang diketahui."""
        return self.skor


class TerbitanQuerySet(ScopedQuerySet):
    """Dikenali menurut desa dan tahun."""

    def get_by_natural_key(self, desa: str, tahun: int) -> "TerbitanIdm":
        return self.get(desa__kode=desa, tahun=tahun)


class TerbitanIdm(AngkaIdm, HasilDesa):
    """IDM satu desa sebagaimana diterbitkan Kemendesa.

    Disimpan di samping yang dihitung agar selisihnya tampak.
    """

    sumber = models.CharField(max_length=200)

    objects = TerbitanQuerySet.as_manager()

    class Meta:
        verbose_name = "IDM terbitan"
        verbose_name_plural = "IDM terbitan"
        ordering = ["-tahun", "desa__kode"]
        constraints = [models.UniqueConstraint(fields=["desa", "tahun"], name="terbitan_idm_unik")]

    def __str__(self) -> str:
        return f"Terbitan {self.desa} {self.tahun}"
