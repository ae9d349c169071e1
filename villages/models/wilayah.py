import datetime
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from accounts.models import Kabupaten
from core.periode import akhir_tahun, tanggal_panjang
from villages.kode import DESA, KELURAHAN, POLA_DESA, POLA_KECAMATAN
from villages.models.lock import WilayahTetap
from villages.models.saat import WilayahQuerySet, kolom_saat
from villages.nama import berkini


class Wilayah(WilayahTetap):
    """Yang berkode Kemendagri: dikenali barisnya; kode, nama dan keadaannya boleh berganti."""

    BERIWAYAT: ClassVar[tuple[str, ...]]  # kolom yang keadaan lamanya disimpan
    RIWAYAT: ClassVar[str]  # modelnya
    INDUK: ClassVar[str]  # kunci tamu riwayat ke baris ini
    is_kini = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        """Nama pada tahun bacaannya (`saat`), atau yang kini."""
        wilayah: Any = self
        return str(getattr(self, "nama_saat", wilayah.nama))

    @property
    def kini(self) -> str:
        """Keadaan kini yang lain dari tahun bacaannya; kosong bila tidak ada."""
        return ", ".join(self._berganti())

    @property
    def tulisan_tahun(self) -> str:
        """Nama pada tahun bacaannya, dengan yang kini di sampingnya bila lain."""
        wilayah: Any = self
        return berkini(str(self), wilayah.nama)

    def _berganti(self) -> Iterator[str]:
        wilayah: Any = self
        if berkini(str(self), wilayah.nama) != str(self):
            yield wilayah.nama
        if wilayah.kode != getattr(self, "kode_saat", wilayah.kode):
            yield wilayah.kode

    def natural_key(self) -> tuple[str]:
        return (self.kode,)  # type: ignore[attr-defined]

    @classmethod
    def riwayat(cls) -> Any:
        """Semua keadaan lama jenis wilayah ini."""
        return apps.get_model("villages", cls.RIWAYAT)._default_manager

    @classmethod
    def masa_kode(cls, kode: str, *, selain: int | None) -> Iterator["Masa"]:
        """Siapa memakai `kode` kini dan dahulu, dan kapan, selain baris `selain`."""
        kini: Any = cls._default_manager  # type: ignore[attr-defined]
        for wilayah in kini.filter(kode=kode).exclude(pk=selain).order_by():
            yield (
                wilayah,
                wilayah.mulai(),
                wilayah.sampai or datetime.date.max,
            )
        lama = cls.riwayat().filter(kode=kode).exclude(**{cls.INDUK: selain})
        for riwayat in lama.select_related(cls.INDUK).order_by("pk"):
            yield (getattr(riwayat, cls.INDUK), riwayat.mulai(), riwayat.sampai)

    def mulai(self, sebelum: datetime.date = datetime.date.max) -> datetime.date:
        """Sejak kapan keadaan terakhir sebelum `sebelum` berlaku; terkecil bila tidak diketahui."""
        lama = self.riwayat().filter(**{self.INDUK: self.pk}, sampai__lt=sebelum)
        terakhir = lama.order_by("-sampai").values_list("sampai", flat=True).first()
        return terakhir or self.dibentuk or datetime.date.min  # type: ignore[attr-defined]

    def keadaan_pada(self, tanggal: datetime.date) -> Any:
        """Keadaan pada `tanggal`: riwayat tertua yang belum berakhir, atau baris ini sendiri."""
        lama = self.riwayat().filter(**{self.INDUK: self.pk}, sampai__gt=tanggal)
        return lama.order_by("sampai").first() or self

    def clean(self) -> None:
        """Satu kode milik satu wilayah pada satu waktu: kode lama tidak menjadi wilayah kedua."""
        wilayah: Any = self
        sampai = wilayah.sampai or datetime.date.max
        refuse_kode_bersama(wilayah, wilayah.kode, self.mulai, sampai)
        self.refuse_lock()


Masa = tuple[Wilayah, datetime.date, datetime.date]


def refuse_kode_bersama(
    wilayah: Wilayah,
    kode: str,
    mulai: Callable[[], datetime.date],
    sampai: datetime.date,
) -> None:
    """`ValidationError` bila wilayah lain memakai `kode` pada sebagian masa itu.

    Awal masanya dicari hanya bila ada pemakai lain.
    """
    for pemilik, sejak, hingga in wilayah.masa_kode(kode, selain=wilayah.pk):
        if sejak < sampai and mulai() < hingga:
            kapan = "kini"
            if hingga != datetime.date.max:
                kapan = f"sampai {tanggal_panjang(hingga)}"
            raise ValidationError({"kode": f"Kode {kode} dipakai {pemilik} {kapan}."})


class KecamatanQuerySet(WilayahQuerySet):
    def urut_naskah(self) -> "KecamatanQuerySet":
        """Menurut urutan tabel pada naskah, lalu kodenya."""
        return self.order_by(models.F("urutan").asc(nulls_last=True), "kode")


class Kecamatan(Wilayah):
    """Kecamatan menurut kode Kemendagri."""

    dicari = ("nama", "kode")
    BERIWAYAT = ("kode", "nama")
    RIWAYAT = "RiwayatKecamatan"
    INDUK = "kecamatan"

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    kode = models.CharField(
        max_length=8,
        unique=True,
        validators=[RegexValidator(POLA_KECAMATAN, "Contoh: 16.07.01")],
    )
    nama = models.CharField(max_length=100)
    urutan = models.PositiveSmallIntegerField(
        "urutan pada naskah",
        null=True,
        blank=True,
        help_text="Kosong berarti menurut kode.",
    )
    dibentuk = models.DateField(
        "ada sejak",
        null=True,
        blank=True,
        help_text="Kosong bila tidak diketahui.",
    )
    dasar_pembentukan = models.CharField(max_length=300, blank=True)
    sampai = models.DateField("tidak berlaku sejak", null=True, blank=True)
    edisi = models.DateField("menurut edisi", null=True, blank=True, editable=False)

    objects = KecamatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kecamatan"
        verbose_name_plural = "kecamatan"
        ordering = ["kode"]


@lru_cache
def _letak(tahun: int) -> models.Subquery:
    """Nama pada akhir `tahun` kecamatan yang waktu itu memuat desanya."""
    kecamatan = Kecamatan.objects.saat(tahun)
    milik = kecamatan.filter(pk=models.OuterRef("kecamatan_saat"))
    return models.Subquery(milik.values("nama_saat")[:1])


class DesaQuerySet(WilayahQuerySet):
    def saat(self, tahun: int) -> Any:
        """Juga `letak_saat`, nama kecamatannya pada akhir `tahun`."""
        return super().saat(tahun).annotate(letak_saat=_letak(tahun))

    def desa(self) -> "DesaQuerySet":
        """Hanya desa, tanpa kelurahan."""
        return self.filter(jenis=DESA)

    def terhitung(self, tahun: int) -> Any:
        """Kelurahan tidak ikut."""
        jenis = kolom_saat(Desa, "jenis", akhir_tahun(tahun))
        return self.ada(tahun).alias(jenis_saat=jenis).filter(jenis_saat=DESA)

    def desa_on(self, tahun: int) -> "DesaQuerySet":
        """Yang pada akhir `tahun` ada dan berstatus desa."""
        return self.on(tahun).filter(jenis_saat=DESA)


class Desa(Wilayah):
    """Desa atau kelurahan; tetap satu baris walau kode, nama, jenis atau kecamatannya berganti."""

    kabupaten_path = "kecamatan__kabupaten"
    dicari = ("nama", "kecamatan__nama", "kode")
    JENIS = ((DESA, "Desa"), (KELURAHAN, "Kelurahan"))
    BERIWAYAT = ("kode", "nama", "jenis", "kecamatan")
    RIWAYAT = "RiwayatWilayah"
    INDUK = "desa"
    LETAK = ("jenis", "kecamatan_id")

    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    kode = models.CharField(
        max_length=13,
        unique=True,
        validators=[RegexValidator(POLA_DESA, "Contoh: 16.07.01.2001")],
    )
    nama = models.CharField(max_length=100)
    jenis = models.CharField(max_length=9, choices=JENIS)
    lintang = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    bujur = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    dibentuk = models.DateField(
        "ada sejak",
        null=True,
        blank=True,
        help_text="Kosong bila tidak diketahui.",
    )
    dasar_pembentukan = models.CharField(max_length=300, blank=True)
    asal = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pecahan",
        verbose_name="pemekaran dari",
    )
    sampai = models.DateField("tidak berlaku sejak", null=True, blank=True)
    penerus = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gabungan",
        verbose_name="digabung ke",
    )
    edisi = models.DateField("menurut edisi", null=True, blank=True, editable=False)

    objects = DesaQuerySet.as_manager()

    class Meta:
        verbose_name = "desa/kelurahan"
        verbose_name_plural = "desa/kelurahan"
        ordering = ["kode"]

    @property
    def letak(self) -> str:
        """Nama kecamatannya pada tahun bacaannya, atau yang kini."""
        saat: str | None = vars(self).get("letak_saat")
        return saat or self.kecamatan.nama

    @property
    def letak_tahun(self) -> str:
        """Kecamatan pada tahun bacaannya, dengan yang kini di sampingnya bila lain."""
        return berkini(self.letak, self.kecamatan.nama)

    def clean(self) -> None:
        """Yang tanpa kecamatan sudah disebut kolomnya."""
        if self.kecamatan_id is not None:
            super().clean()

    def _berganti(self) -> Iterator[str]:
        yield from super()._berganti()
        if berkini(self.letak, self.kecamatan.nama) != self.letak:
            yield f"Kecamatan {self.kecamatan.nama}"
        if self.jenis != getattr(self, "jenis_saat", self.jenis):
            yield self.get_jenis_display()
