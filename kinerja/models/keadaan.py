"""Bersama untuk tiap nilai yang diisi orang: angkanya, atau keadaannya beserta alasannya."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from kinerja.aturan.keadaan import Berkeadaan, Keadaan, Khusus, Rentang, TanpaNilai
from kinerja.models.indikator import nilai_field

KEADAAN = [(keadaan.value, keadaan.nama) for keadaan in Keadaan]
KOLOM_KEADAAN = ("keadaan", "rentang_bawah", "rentang_atas", "is_tepi_termasuk", "sebab")


class Terisi(models.Model):
    """Angka pada kolom `kolom_nilai`, atau keadaannya; belum diisi bila keduanya tidak ada."""

    kolom_nilai = "nilai"

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

    def fill(self, isi: Berkeadaan | None) -> None:
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


def keadaan_constraints(name: str, *kolom: str) -> list[models.BaseConstraint]:
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
            name=f"{name}_keadaan",
            violation_error_message=(
                "Rentang, tidak berlaku, dan belum rilis tanpa angka dan harus beralasan."
            ),
        ),
        models.CheckConstraint(
            condition=(is_rentang & ~tanpa_tepi & is_berurutan) | (~is_rentang & tanpa_tepi),
            name=f"{name}_rentang",
            violation_error_message="Rentang perlu tepi bawah, tepi atas, atau keduanya berurutan.",
        ),
    ]
