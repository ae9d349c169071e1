"""Isian nilai: angka, atau keadaannya dengan alasan; satuan yang ikut diketik dicocokkan."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.angka import BukanAngka, Rancu, TerlaluTeliti
from core.forms import AngkaField, ScopedModelForm, TakTerbaca
from kinerja.aturan.bacaan import BENTUK, Tertulis, diterima, parse_tertulis
from kinerja.aturan.keadaan import Berkeadaan, Khusus, Rentang
from kinerja.aturan.syarat import Syarat
from kinerja.models.keadaan import KOLOM_KEADAAN

PENGEMBALIAN = "Uang negatif berarti pengembalian: tulis pula sebabnya pada penjelasan."
SERATUS = 100  # faktor indikator yang nilainya persen, apa pun tulisan satuannya
CONTOH = "menunggu hasil BPS"  # alasan keadaan pada pesan


def tanpa_alasan(khusus: Khusus) -> str:
    """Pesan yang sama pada formulir, kisi dan lembar; bentuknya diterima ketiganya."""
    return f"Tulis alasannya sesudah titik dua, misalnya “{khusus.tulisan()}: {CONTOH}”."


class KeadaanField(AngkaField):
    """Angka, rentang, tidak berlaku atau belum rilis, sebagaimana diketik."""

    widget = forms.TextInput(attrs={"class": "angka", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        """Yang diketik dibaca sekali; satuannya dicocokkan kemudian."""
        if value in self.empty_values:
            return None
        if isinstance(value, Tertulis):
            return value
        if isinstance(value, Berkeadaan):
            return Tertulis(value)
        try:
            return parse_tertulis(str(value))
        except BukanAngka as error:
            raise self.unreadable(error) from error
        except ValueError as error:
            raise ValidationError(str(error), code="angka") from error

    def validate(self, value: Any) -> None:
        """Wajib tidaknya saja; batas angka di `run_validators`."""
        forms.Field.validate(self, value)

    def run_validators(self, value: Any) -> None:
        """Batas kolom berlaku bagi angkanya, juga bagi tiap tepi rentang."""
        isi = None
        if isinstance(value, Tertulis):
            isi = value.isi
        semua = [isi]
        if isinstance(isi, Rentang):
            semua = [isi.bawah, isi.atas]
        for angka in semua:
            if not isinstance(angka, Khusus):
                super().run_validators(angka)

    def prepare_value(self, value: Any) -> Any:
        """Keadaan ditulis kembali seperti diketik."""
        if isinstance(value, Khusus):
            return value.tulisan()
        return super().prepare_value(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Tulisan yang tidak terbaca dianggap berubah, agar pesannya tampil."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


def terbaca(field: forms.Field, tulisan: str, syarat: Syarat) -> Any:
    """Isi satu sel; contoh dan usul pada pesannya yang diterima barisnya saja."""
    try:
        return field.clean(tulisan)
    except TakTerbaca as error:
        raise sebaris(error, syarat) from error


def sebaris(error: TakTerbaca, syarat: Syarat) -> ValidationError:
    """Pesan yang sama menurut barisnya; yang barisnya saja sudah menolak memakai kata barisnya."""
    if isinstance(error.asal, TerlaluTeliti):
        masalah = syarat.masalah(error.asal.angka)
        if masalah:
            return ValidationError(masalah, code="angka")
    return error.bagi(syarat.diterima)


def fit_hint(form: forms.BaseForm, nama: str, syarat: Syarat) -> None:
    """Contoh dan usul pada pesan bidang itu yang diterima barisnya saja."""
    semua = form.errors.get(nama)
    if semua is None:
        return
    for letak, error in enumerate(semua.data):
        if isinstance(error, TakTerbaca):
            semua.data[letak] = sebaris(error, syarat)


def isi_baris(tertulis: Tertulis | None, baris: Any) -> Berkeadaan | None:
    """Isi yang satuannya satuan `baris`; `ValidationError` bila lain."""
    if tertulis is None:
        return None
    is_persen = getattr(baris, "faktor", 1) == SERATUS
    try:
        return diterima(tertulis, baris.satuan, is_persen=is_persen)
    except ValueError as error:
        raise ValidationError(str(error), code="satuan") from error


class BagianField(AngkaField):
    """Pembilang atau penyebut: banyaknya, tidak pernah persen maupun uang."""

    satuan = "banyaknya"


class UangField(AngkaField):
    """Realisasi uang; yang negatif pengembalian, yang juga meminta penjelasannya."""

    def unreadable(self, error: BukanAngka) -> ValidationError:
        """Usul yang negatif menyebut apa lagi yang harus diisi."""
        pesan = super().unreadable(error)
        if not isinstance(error, Rancu) or error.nilai >= 0:
            return pesan
        return ValidationError(f"{pesan.message} {PENGEMBALIAN}", code="angka")


class TerisiForm(ScopedModelForm):
    """Nilai satu baris yang diukur: angkanya, atau keadaannya yang beralasan."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Keadaan yang tersimpan ditulis kembali di tempat angkanya."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields[self.instance.kolom_nilai]
        field.help_text = f"{field.help_text} {BENTUK}".strip()
        khusus = self.instance.khusus
        if khusus is not None:
            self.initial[self.instance.kolom_nilai] = khusus

    def _get_validation_exclusions(self) -> set[str]:
        """Keadaan ikut diperiksa kendalanya walau diisi lewat nilainya; yang sudah salah tidak."""
        diperiksa = set(KOLOM_KEADAAN).difference(self.errors)
        return super()._get_validation_exclusions() - diperiksa

    def clean(self) -> dict[str, Any]:
        """Nilai dan keadaannya diperiksa bersama satuan barisnya."""
        data = super().clean()
        baris = data.get(self.instance.induk_field)
        if baris is None:
            return data
        nama = self.instance.kolom_nilai
        self.read(data, baris)
        fit_hint(self, nama, baris.syarat_nilai)
        if nama in data:
            self.fill(data, baris)
        return data

    def read(self, data: dict[str, Any], baris: Any) -> None:
        """Yang diketik di tempat angkanya dan bukan angka, menurut barisnya."""

    def fill(self, data: dict[str, Any], baris: Any) -> None:
        """Nilai dan keadaannya pada barisnya; alasan hanya disimpan bersama keadaannya."""
        nama = self.instance.kolom_nilai
        try:
            isi = isi_baris(data[nama], baris)
        except ValidationError as error:
            self.add_error(nama, error)
            return
        self.instance.fill(isi)
        khusus = self.instance.khusus
        data[nama] = None if khusus else isi
        if khusus is None:
            data["sebab"] = ""
            return
        data["sebab"] = khusus.sebab or data["sebab"]
        if not data["sebab"]:
            self.add_error("sebab", tanpa_alasan(khusus))
