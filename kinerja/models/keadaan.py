"""Bersama untuk tiap nilai yang diisi orang: angka, pecahan atau sebutannya, atau keadaannya."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q

from kinerja.aturan.keadaan import Keadaan, Khusus, Rentang, TanpaNilai
from kinerja.aturan.periode import Pecahan, angka
from kinerja.models.indikator import nilai_field
from kinerja.models.predikat import TingkatKualitatif
from kinerja.models.syarat import Bersyarat

KEADAAN = [(keadaan.value, keadaan.nama) for keadaan in Keadaan]
BAGIAN_PECAHAN = ("pembilang", "penyebut")
KOLOM_KEADAAN = ("keadaan", "rentang_bawah", "rentang_atas", "is_tepi_termasuk", "sebab")


RENTANG = ("rentang_bawah", "rentang_atas")


class Terisi(Bersyarat):
    """Angka pada kolom `kolom_nilai`, atau keadaannya; belum diisi bila keduanya tidak ada."""

    kolom_nilai = "nilai"
    kolom_angka = ("nilai", *RENTANG)

    keadaan = models.CharField(max_length=15, choices=KEADAAN, default=Keadaan.NILAI.value)
    rentang_bawah = nilai_field("rentang, tepi bawah")
    rentang_atas = nilai_field("rentang, tepi atas")
    is_tepi_termasuk = models.BooleanField("tepi rentang termasuk", default=True)
    sebab = models.CharField(
        "alasan keadaan",
        max_length=300,
        blank=True,
        help_text="Wajib bila bukan angka: rentang, tidak berlaku, atau belum rilis.",
    )

    class Meta:
        abstract = True

    @property
    def khusus(self) -> Khusus | None:
        """Rentang, tidak berlaku atau belum rilis; `None` bila angka atau belum diisi."""
        keadaan = Keadaan(self.keadaan)
        if keadaan is Keadaan.NILAI:
            return None
        if keadaan is Keadaan.RENTANG:
            tepi = (self.rentang_bawah, self.rentang_atas, self.is_tepi_termasuk)
            return Rentang(*tepi, sebab=self.sebab)
        return TanpaNilai(keadaan, self.sebab)

    @property
    def isi(self) -> Any:
        """Keadaannya atau angkanya; `None` bila belum diisi."""
        return self.khusus or getattr(self, self.kolom_nilai)

    def bidang_angka(self, kolom: str) -> str:
        """Tepi rentang diketik di tempat angkanya."""
        if kolom in RENTANG:
            return self.kolom_nilai
        return kolom

    def fill(self, isi: Any) -> None:
        """Angka dan keadaannya sekaligus, sehingga sisa keadaan lama tidak tertinggal."""
        nilai = isi
        self.keadaan = Keadaan.NILAI.value
        self.sebab = ""
        if isinstance(isi, Khusus):
            nilai = None
            self.keadaan = isi.keadaan.value
            self.sebab = isi.sebab
        setattr(self, self.kolom_nilai, nilai)
        rentang = Rentang(None, None)
        if isinstance(isi, Rentang):
            rentang = isi
        self.rentang_bawah = rentang.bawah
        self.rentang_atas = rentang.atas
        self.is_tepi_termasuk = rentang.is_tepi_termasuk


def tingkat_field(label: str, **kwargs: Any) -> models.ForeignKey[Any, Any]:
    """Sebutan dari skala barisnya, sebagai ganti angkanya."""
    return models.ForeignKey(
        TingkatKualitatif,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=label,
        **kwargs,
    )


class Bersebutan(Terisi):
    """Nilai yang pada baris kualitatif berupa sebutan dari skalanya."""

    induk_field: str

    tingkat = tingkat_field("sebutan", help_text="Untuk indikator kualitatif, menurut skalanya.")

    class Meta:
        abstract = True

    @property
    def definisi(self) -> Any:
        """Baris yang diukur, yang membawa rumus dan skalanya."""
        return getattr(self, self.induk_field)

    @property
    def isi(self) -> Any:
        """Sebutannya, keadaannya, atau angkanya; `None` bila belum diisi."""
        if self.tingkat is not None:
            return self.definisi.sebutan_dari(self.tingkat)
        return super().isi

    def syarat(self, kolom: str) -> Any:
        """Menurut satuan barisnya."""
        return self.definisi.syarat_nilai

    def masalah_angka(self) -> dict[str, str]:
        """Baris yang belum dipilih belum bersatuan."""
        if getattr(self, f"{self.induk_field}_id") is None:
            return {}
        return super().masalah_angka()

    def fill(self, isi: Any) -> None:
        """Sebutan menggantikan angka, dan sebaliknya."""
        self.tingkat = None
        if isinstance(isi, TingkatKualitatif):
            self.tingkat = isi
            isi = None
        super().fill(isi)


class Berpecahan(Bersebutan):
    """Nilai yang pada baris pecahan disimpan kedua bagiannya."""

    kolom_angka = (*Bersebutan.kolom_angka, *BAGIAN_PECAHAN)

    pembilang = nilai_field("pembilang")
    penyebut = nilai_field("penyebut")

    class Meta:
        abstract = True

    @property
    def isi(self) -> Any:
        """Kedua bagian pecahannya bila ada, selain itu seperti nilai lain."""
        if self.pembilang is not None and self.penyebut:
            return Pecahan(self.pembilang, self.penyebut, self.definisi.faktor)
        return super().isi

    def syarat(self, kolom: str) -> Any:
        """Bagian pecahan menurut rumusnya."""
        baris = self.definisi
        if kolom == "pembilang":
            return baris.syarat_pembilang
        if kolom == "penyebut":
            return baris.syarat_penyebut
        return super().syarat(kolom)

    def fill(self, isi: Any) -> None:
        """Pecahan menggantikan angka, dan sebaliknya."""
        self.pembilang = None
        self.penyebut = None
        if isinstance(isi, Pecahan):
            self.pembilang = isi.pembilang
            self.penyebut = isi.penyebut
            isi = None
        super().fill(isi)

    def hitung(self) -> Decimal | None:
        """Tanpa pembulatan: pembilang/penyebut × faktor bila keduanya ada, selain itu isian."""
        return angka(self.isi)


BAGIAN = ("tingkat", *BAGIAN_PECAHAN)


def pecahan_constraints(nama: str, nilai: str) -> list[models.BaseConstraint]:
    """Keadaan tanpa angka maupun bagiannya; penyebutnya tidak nol."""
    return [
        *keadaan_constraints(nama, nilai, *BAGIAN),
        models.CheckConstraint(
            condition=Q(penyebut__isnull=True) | ~Q(penyebut=0),
            name=f"{nama}_penyebut",
            violation_error_message="Penyebut tidak boleh nol.",
        ),
    ]


def keadaan_constraints(nama: str, *kolom: str) -> list[models.BaseConstraint]:
    """Keadaan selain nilai tanpa angka pada `kolom` dan beralasan; tepi hanya pada rentang."""
    is_nilai = Q(keadaan=Keadaan.NILAI.value)
    is_rentang = Q(keadaan=Keadaan.RENTANG.value)
    tanpa_tepi = Q(rentang_bawah=None, rentang_atas=None)
    is_terbuka = Q(rentang_bawah=None) | Q(rentang_atas=None)
    is_berurutan = is_terbuka | Q(rentang_bawah__lt=F("rentang_atas"))
    kosong: dict[str, Any] = dict.fromkeys(kolom)
    return [
        models.CheckConstraint(
            condition=is_nilai | (Q(**kosong) & ~Q(sebab="")),
            name=f"{nama}_keadaan",
            violation_error_message=(
                "Rentang, tidak berlaku, dan belum rilis tanpa angka dan harus beralasan."
            ),
        ),
        models.CheckConstraint(
            condition=(is_rentang & ~tanpa_tepi & is_berurutan) | (~is_rentang & tanpa_tepi),
            name=f"{nama}_rentang",
            violation_error_message="Rentang perlu tepi bawah, tepi atas, atau keduanya berurutan.",
        ),
    ]
