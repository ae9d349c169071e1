import datetime
from functools import reduce
from operator import add
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact
from django.utils import timezone

from accounts.models import Kabupaten, tahun_field
from core import audit
from core.models import Named
from core.periode import BULAN, TRIWULAN, tanggal_panjang
from core.querysets import ScopedQuerySet
from documents.models import DataTahun, Pembukaan
from kinerja.models.program import SubKegiatan

KOLOM_BULAN = tuple(f"bulan_{n}" for n in range(1, 13))
TRIWULAN_PILIHAN = [(n, nama) for n, nama in TRIWULAN.items() if n]


def bulan_field(nomor: int) -> models.PositiveSmallIntegerField:
    """Persen terjadwal satu bulan; kosong berarti tidak dijadwalkan."""
    return models.PositiveSmallIntegerField(
        BULAN[nomor - 1],
        null=True,
        blank=True,
        validators=[MaxValueValidator(100, "Paling besar 100 persen.")],
    )


def bulan_kosong() -> Q:
    """Tidak satu bulan pun dijadwalkan, sebagai syarat basis data."""
    return Q(**dict.fromkeys(KOLOM_BULAN))


def jumlah_bulan() -> Any:
    """Jumlah kedua belas bulan sebagai ungkapan basis data."""
    return reduce(add, (Coalesce(F(kolom), 0) for kolom in KOLOM_BULAN))


class RencanaAksiQuerySet(ScopedQuerySet):
    """Dikenali menurut sub kegiatannya."""

    def get_by_natural_key(self, *kunci: Any) -> "RencanaAksi":
        return self.get(sub_kegiatan=SubKegiatan.objects.get_by_natural_key(*kunci))


class RencanaAksi(DataTahun):
    """Langkah aksi dan jadwal dua belas bulan satu sub kegiatan: kosong, atau tepat 100 %."""

    kabupaten_path = "sub_kegiatan__kegiatan__program__perangkat_daerah__kabupaten"
    lingkup = ("rencana_aksi",)

    sub_kegiatan = models.OneToOneField(
        SubKegiatan, on_delete=models.PROTECT, related_name="rencana_aksi"
    )
    aksi = models.TextField("aksi kegiatan", blank=True)
    bulan_1 = bulan_field(1)
    bulan_2 = bulan_field(2)
    bulan_3 = bulan_field(3)
    bulan_4 = bulan_field(4)
    bulan_5 = bulan_field(5)
    bulan_6 = bulan_field(6)
    bulan_7 = bulan_field(7)
    bulan_8 = bulan_field(8)
    bulan_9 = bulan_field(9)
    bulan_10 = bulan_field(10)
    bulan_11 = bulan_field(11)
    bulan_12 = bulan_field(12)
    keterangan = models.CharField(max_length=300, blank=True)

    objects = RencanaAksiQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana aksi"
        verbose_name_plural = "rencana aksi"
        ordering = ["sub_kegiatan"]
        constraints = [
            models.CheckConstraint(
                condition=bulan_kosong() | Q(Exact(jumlah_bulan(), 100)),
                name="rencana_aksi_seratus",
                violation_error_message=(
                    "Jumlah kedua belas bulan harus 100 persen, atau kosongkan semuanya."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"Rencana aksi {self.sub_kegiatan}"

    @property
    def tahun(self) -> int:
        return self.sub_kegiatan.tahun

    @property
    def bulan(self) -> list[int | None]:
        """Dua belas persen berurutan, untuk `kinerja.aturan.rencana`."""
        return [getattr(self, kolom) for kolom in KOLOM_BULAN]

    def natural_key(self) -> tuple[Any, ...]:
        return self.sub_kegiatan.natural_key()


class PeriodeIsianQuerySet(ScopedQuerySet):
    """Masa isian satu triwulan."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun: int,
        triwulan: int,
    ) -> "PeriodeIsian":
        return self.get(kabupaten__kode=kode, tahun=tahun, triwulan=triwulan)

    def of(
        self,
        kabupaten: str,
        tahun: int,
        triwulan: int,
    ) -> "PeriodeIsian | None":
        """Masa isian triwulan itu; `None` bila tidak ditetapkan."""
        return self.filter(
            kabupaten__kode=kabupaten,
            tahun=tahun,
            triwulan=triwulan,
        ).first()

    def is_closed(self, kabupaten: str, tahun: int, lingkup: str) -> bool:
        """Apakah `pengukuran-N` di luar masa isiannya; untuk `documents.jenis.register_closure`."""
        nama, _, nomor = lingkup.partition("-")
        if nama != "pengukuran":
            return False
        periode = self.of(kabupaten, tahun, int(nomor))
        return bool(periode and periode.sebab(timezone.localdate()))


class PeriodeIsian(Named):
    """Masa pengisian pengukuran satu triwulan; tanpa baris berarti triwulan itu selalu terbuka."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    triwulan = models.PositiveSmallIntegerField(choices=TRIWULAN_PILIHAN)
    mulai = models.DateField("dibuka")
    sampai = models.DateField("ditutup sesudah")

    objects = PeriodeIsianQuerySet.as_manager()

    class Meta:
        verbose_name = "periode isian"
        verbose_name_plural = "periode isian"
        ordering = ["-tahun", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun", "triwulan"],
                name="periode_isian_unik",
                violation_error_message="Periode isian triwulan itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(sampai__gte=F("mulai")),
                name="periode_isian_urut",
                violation_error_message="Tanggal tutup tidak boleh sebelum tanggal buka.",
            ),
        ]

    def __str__(self) -> str:
        return f"Isian {self.get_triwulan_display()} {self.tahun}"

    def natural_key(self) -> tuple[str, int, int]:
        return (*self.kabupaten.natural_key(), self.tahun, self.triwulan)

    def sebab(self, today: datetime.date) -> str:
        """Mengapa triwulan ini tertutup pada `today`; kosong bila terbuka."""
        label = f"{self.get_triwulan_display()} {self.tahun}"
        if today < self.mulai:
            return f"Isian {label} belum dibuka; mulai {tanggal_panjang(self.mulai)}."
        if today > self.sampai:
            tutup = f"Isian {label} sudah ditutup {tanggal_panjang(self.sampai)}"
            return f"{tutup}; kepala dinas dapat membukanya sementara."
        return ""


class TriwulanData(DataTahun):
    """Baris yang terkunci bersama triwulannya; triwulan 0 berarti setahun, tanpa masa isian."""

    class Meta:
        abstract = True

    @classmethod
    def lock_scopes(cls, *masa: int) -> tuple[str, ...]:
        """Tahunnya, atau pengukuran satu triwulan saja."""
        triwulan = masa[1]
        if triwulan:
            return (*super().lock_scopes(*masa), f"pengukuran-{triwulan}")
        return super().lock_scopes(*masa)

    @classmethod
    def lock_for(cls, kabupaten: str, *masa: int) -> str:
        """Kunci naskah, lalu masa isian triwulannya; keduanya dapat dibuka sementara."""
        if sebab := super().lock_for(kabupaten, *masa):
            return sebab
        kunci = (PeriodeIsian, kabupaten, masa)
        return audit.remember(kunci, lambda: cls._closed(kabupaten, *masa))

    @classmethod
    def _closed(cls, kabupaten: str, tahun: int, triwulan: int) -> str:
        """Mengapa masa isiannya tertutup; kosong bila terbuka atau sedang dibuka."""
        periode = PeriodeIsian.objects.of(kabupaten, tahun, triwulan)
        sebab = ""
        if periode:
            sebab = periode.sebab(timezone.localdate())
        if not sebab:
            return ""
        scopes = cls.lock_scopes(tahun, triwulan)
        is_dibuka = Pembukaan.objects.active(kabupaten, tahun, scopes).exists()
        if is_dibuka:
            return ""
        return sebab

    def lock_masa(self) -> tuple[int, ...]:
        """Tahun dan triwulan yang menentukan terkuncinya."""
        return (self.tahun, self.triwulan)
