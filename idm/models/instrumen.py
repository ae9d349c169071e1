"""Instrumen pengukuran desa sebagai data.

Ambang, indikator dan kriterianya, atau dimensi dan poin tertingginya.
"""

from decimal import Decimal
from functools import cached_property

from django.db import models
from django.db.models import Q

from accounts.models import tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from idm.indeks import IDM, INDEKS_DESA
from idm.scoring import Status

Kunci = tuple[str, str]  # instrumen, lalu kode di dalamnya

STATUS_CHOICES = [(s.value, s.value.title()) for s in Status]


class InstrumenQuerySet(ScopedQuerySet):
    """Dikenali menurut kodenya."""

    def get_by_natural_key(self, kode: str) -> "Instrumen":
        return self.get(kode=kode)

    def berlaku(self, tahun: int) -> "InstrumenQuerySet":
        """Instrumen untuk `tahun`, yang terbaru di depan."""
        rows = self.filter(
            Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun),
            tahun_awal__lte=tahun,
        )
        return rows.order_by("-tahun_awal")


class Instrumen(Named):
    """Perangkat ukur untuk satu rentang tahun; data acuan bersama, bukan kode.

    Begitu ada hasil yang memakainya, isinya tidak berubah lagi; yang baru dibuat sebagai
    instrumen berikutnya.
    """

    kabupaten_path = None

    class Cara(models.TextChoices):
        """Dari skor tiap indikator, atau dari poin tiap dimensi."""

        SKOR = "skor", "Rata-rata IKS, IKE dan IKL dari skor 0–5 tiap indikator"
        DIMENSI = "dimensi", "Jumlah poin terhadap poin tertinggi, kali 100"

    kode = models.CharField(max_length=20, unique=True)
    nama = models.CharField(max_length=200)
    regulasi = models.CharField(max_length=200)
    tahun_awal = tahun_field()
    tahun_akhir = tahun_field("berlaku sampai tahun", null=True, blank=True)
    cara = models.CharField(
        "cara menghitung",
        max_length=10,
        choices=Cara,
        default=Cara.SKOR,
    )
    catatan = models.TextField("catatan atas terbitan", blank=True)

    objects = InstrumenQuerySet.as_manager()

    class Meta:
        verbose_name = "instrumen"
        verbose_name_plural = "instrumen"
        ordering = ["tahun_awal"]

    def __str__(self) -> str:
        return self.nama

    @property
    def is_dipakai(self) -> bool:
        """Instrumen yang sudah menghasilkan angka sungguhan tidak disunting lagi."""
        if self.pk is None:
            return False
        sungguhan = self.indeksdesa_set.filter(is_contoh=False)
        pemakai = (self.idmdesa_set, sungguhan, self.isianidm_set)
        return any(rows.exists() for rows in pemakai)

    @property
    def is_dimensi(self) -> bool:
        """Indeks Desa: poin aspek dijumlahkan menurut dimensinya."""
        return self.cara == self.Cara.DIMENSI

    @property
    def indeks(self) -> str:
        """Sebutan ukurannya."""
        if self.is_dimensi:
            return INDEKS_DESA.singkatan
        return IDM.singkatan

    @property
    def sebutan_butir(self) -> str:
        """Yang dinilai satu per satu."""
        if self.is_dimensi:
            return "aspek"
        return "indikator"

    @cached_property
    def poin_tertinggi(self) -> int:
        """Jumlah poin tertinggi semua dimensinya; ditanyakan tiap desa."""
        maksimum = self.dimensiindeks_set.values_list("maksimum", flat=True)
        return sum(maksimum)

    def natural_key(self) -> tuple[str]:
        return (self.kode,)

    def sebab_lock(self) -> str:
        """Yang sudah menghasilkan angka tidak disunting lagi."""
        return (
            f"{self} sudah dipakai menghitung desa; buat instrumen berikutnya sebagai salinan."
            * self.is_dipakai
        )

    def ambang(self) -> tuple[tuple[Decimal, Status], ...]:
        """Ambang menurun: status berlaku bila indeks lebih besar dari batasnya."""
        semua = []
        for ambang in self.ambangstatus_set.order_by("-batas"):
            status = Status(ambang.status)
            semua.append((ambang.batas, status))
        return tuple(semua)


class BagianInstrumen(Named):
    """Dasar isi instrumen: terkunci bersama instrumennya."""

    kabupaten_path = None
    induk_lock = "instrumen"

    class Meta:
        abstract = True


class AmbangQuerySet(ScopedQuerySet):
    """Dikenali menurut instrumen dan statusnya."""

    def get_by_natural_key(self, instrumen: str, status: str) -> "AmbangStatus":
        return self.get(instrumen__kode=instrumen, status=status)


class AmbangStatus(BagianInstrumen):
    """Batas bawah satu status: berlaku bila indeks lebih besar dari batas.

    Yang terendah tanpa baris.
    """

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    status = models.CharField(max_length=20, choices=STATUS_CHOICES[:-1])
    batas = models.DecimalField("lebih besar dari", max_digits=7, decimal_places=4)
    sebutan = models.CharField("sebutan lain", max_length=40, blank=True)

    objects = AmbangQuerySet.as_manager()

    class Meta:
        verbose_name = "ambang status"
        verbose_name_plural = "ambang status"
        ordering = ["instrumen", "-batas"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "status"], name="ambang_status_unik"),
            models.UniqueConstraint(fields=["instrumen", "batas"], name="ambang_batas_unik"),
        ]

    def __str__(self) -> str:
        return self.get_status_display()

    def natural_key(self) -> Kunci:
        return (*self.instrumen.natural_key(), self.status)


class DimensiQuerySet(ScopedQuerySet):
    """Dikenali menurut instrumen dan kodenya."""

    def get_by_natural_key(self, instrumen: str, kode: str) -> "DimensiIndeks":
        return self.get(instrumen__kode=instrumen, kode=kode)


class DimensiIndeks(BagianInstrumen):
    """Satu dimensi instrumen berdimensi, dengan poin tertingginya."""

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    posisi = models.PositiveSmallIntegerField()
    kode = models.SlugField(max_length=30)
    nama = models.CharField(max_length=100)
    maksimum = models.PositiveIntegerField("poin tertinggi")

    objects = DimensiQuerySet.as_manager()

    class Meta:
        verbose_name = "dimensi"
        verbose_name_plural = "dimensi"
        ordering = ["instrumen", "posisi"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "posisi"], name="dimensi_posisi"),
            models.UniqueConstraint(fields=["instrumen", "kode"], name="dimensi_kode"),
            models.CheckConstraint(condition=Q(maksimum__gt=0), name="dimensi_maksimum"),
        ]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> Kunci:
        return (*self.instrumen.natural_key(), self.kode)


class SubdimensiQuerySet(ScopedQuerySet):
    """Dikenali menurut instrumen, dimensi dan namanya."""

    def get_by_natural_key(self, instrumen: str, dimensi: str, nama: str) -> "SubdimensiIndeks":
        return self.get(dimensi__instrumen__kode=instrumen, dimensi__kode=dimensi, nama=nama)


class SubdimensiIndeks(Named):
    """Bagian satu dimensi, dengan poin tertinggi terbitannya."""

    kabupaten_path = None
    induk_lock = "dimensi"

    dimensi = models.ForeignKey(DimensiIndeks, on_delete=models.PROTECT)
    posisi = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=100)
    maksimum = models.PositiveIntegerField("poin tertinggi")

    objects = SubdimensiQuerySet.as_manager()

    class Meta:
        verbose_name = "subdimensi"
        verbose_name_plural = "subdimensi"
        ordering = ["dimensi", "posisi"]
        constraints = [
            models.UniqueConstraint(fields=["dimensi", "posisi"], name="subdimensi_posisi"),
            models.UniqueConstraint(fields=["dimensi", "nama"], name="subdimensi_nama"),
            models.CheckConstraint(condition=Q(maksimum__gt=0), name="subdimensi_maksimum"),
        ]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str, str, str]:
        return (*self.dimensi.natural_key(), self.nama)
