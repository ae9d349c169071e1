"""Bidang isian cara Indonesia: angka, bilangan, tahun, tanggal."""

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from core.angka import (
    BukanAngka,
    Diterima,
    TerlaluTeliti,
    bulatkan,
    parse,
    parse_bulat,
    pesan_satuan,
    ringkas,
    tanpa_ekor,
)
from core.periode import BULAN

# kolom bilangan PostgreSQL; SQLite menerima lebih, lalu gagal saat menjumlahkan
BILANGAN_TERBESAR = 2**31 - 1
ANGKA_TERBANYAK = 15  # selebihnya dibulatkan diam-diam oleh kolom desimal SQLite


class TakTerbaca(ValidationError):
    """Tulisan yang bukan angka; contoh dan usulnya hanya yang diterima isiannya."""

    def __init__(self, asal: BukanAngka, diterima: Diterima) -> None:
        self.asal = asal
        self.diterima = diterima
        pesan = asal.bagi(diterima)
        super().__init__(pesan, code="angka")

    def bagi(self, diterima: Diterima) -> "TakTerbaca":
        """Pesan yang sama bagi isian yang juga disyaratkan barisnya."""
        semula = self.diterima
        return TakTerbaca(self.asal, lambda nilai: semula(nilai) and diterima(nilai))


class AngkaField(forms.DecimalField):
    """Desimal dengan koma dan titik ribuan; tulisan rancu ditolak, tidak ditebak."""

    widget = forms.TextInput(
        attrs={"inputmode": "decimal", "class": "angka", "autocomplete": "off"},
    )
    default_error_messages = {
        "max_digits": "Angkanya terlalu panjang; paling banyak %(max)s angka.",
        "max_whole_digits": "Angkanya terlalu besar; paling banyak %(max)s angka sebelum koma.",
    }

    def to_python(self, value: Any) -> Decimal | None:
        """Desimalnya menurut nilai, bukan menurut tulisannya."""
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return tanpa_ekor(value)
        if self.satuan and str(value).rstrip().endswith("%"):
            raise ValidationError(pesan_satuan(str(value), "%", self.satuan), code="satuan")
        parser = parse_bulat if self.satuan else parse
        try:
            return tanpa_ekor(parser(str(value)))
        except BukanAngka as error:
            raise self.unreadable(error) from error

    @property
    def satuan(self) -> str:
        """Yang tidak pernah persen: uang, yang kolomnya tanpa desimal, dan banyaknya."""
        if self.decimal_places == 0:
            return "rupiah"
        return ""

    def unreadable(self, error: BukanAngka) -> ValidationError:
        """Usul yang akan ditolak lagi oleh isian ini tidak disebut."""
        return TakTerbaca(error, self._accepts)

    def run_validators(self, value: Any) -> None:
        """Desimal yang berlebih disebut lebih dahulu, dengan bentuk yang diterima."""
        if isinstance(value, Decimal):
            self._check_panjang(value)
        super().run_validators(value)

    def _check_panjang(self, nilai: Decimal) -> None:
        """Desimal menurut kolomnya, lalu banyak angka seluruhnya."""
        is_besar = nilai.adjusted() >= ANGKA_TERBANYAK
        boleh = self.decimal_places
        if not is_besar and boleh is not None and nilai != bulatkan(nilai, boleh):
            raise self.unreadable(TerlaluTeliti(nilai, boleh))
        if len(nilai.as_tuple().digits) > ANGKA_TERBANYAK:
            batas = {"max": ANGKA_TERBANYAK}
            pesan = self.error_messages["max_digits"]
            raise ValidationError(pesan, code="max_digits", params=batas)

    def _accepts(self, nilai: Decimal) -> bool:
        try:
            self.clean(nilai)
        except ValidationError:
            return False
        return True

    def prepare_value(self, value: Any) -> Any:
        """Nilai dari basis data ditulis cara Indonesia tanpa nol di ekor.

        Isian pengguna dibiarkan.
        """
        if not isinstance(value, Decimal | int) or isinstance(value, bool):
            return value
        return ringkas(value)

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        """Tanpa langkah dan batas: bukan isian bilangan peramban."""
        return {}


class BilanganField(AngkaField):
    """Bilangan bulat; `12,5` ditolak."""

    satuan = "banyaknya"

    def to_python(self, value: Any) -> Decimal | None:
        bilangan = super().to_python(value)
        if bilangan is not None and bilangan != bilangan.to_integral_value():
            teliti = TerlaluTeliti(bilangan, 0)
            raise ValidationError(teliti.pokok, code="bulat")
        return bilangan

    def clean(self, value: Any) -> Any:
        bilangan = super().clean(value)
        if bilangan is None:
            return None
        return int(bilangan)


class TahunField(BilanganField):
    """Empat angka tahun, tanpa titik ribuan."""

    satuan = "tahun"
    default_error_messages = {
        "min_value": "Tahun paling awal %(limit_value)s.",
        "max_value": "Tahun paling akhir %(limit_value)s.",
    }

    def unreadable(self, error: BukanAngka) -> ValidationError:
        """Contohnya tahun, bukan banyaknya."""
        pesan = f"{error.pokok} Tulis tahun dengan empat angka, misalnya 2024."
        return ValidationError(pesan, code="angka")

    def prepare_value(self, value: Any) -> Any:
        """Tidak diringkas; 2.024 bukan tahun."""
        return value


class TanggalField(forms.DateField):
    """Tanggal dari pemilih peramban, `29/12/2023`, atau `29 Desember 2023`."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    input_formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
    default_error_messages = {
        "invalid": "Tanggal tidak dikenali. Tulis seperti 29/12/2023 atau 29 Desember 2023.",
    }

    def to_python(self, value: Any) -> datetime.date | None:
        """Nama bulan diganti nomornya dahulu."""
        bagian = str(value or "").split()
        if len(bagian) == 3:
            hari, kata, tahun = bagian
            nama_bulan = kata.capitalize()
            if nama_bulan in BULAN:
                bulan = BULAN.index(nama_bulan) + 1
                value = f"{hari}/{bulan}/{tahun}"
        return super().to_python(value)


def formfield(db_field: Any, **kwargs: Any) -> forms.Field | None:
    """Bidang isian untuk kolom model: angka, tahun dan tanggal memakai bidang rumah."""
    form_class = _form_class(db_field)
    if form_class is not None:
        kwargs.setdefault("form_class", form_class)
    if form_class is BilanganField:
        kwargs["max_value"] = BILANGAN_TERBESAR
    if form_class is TahunField:
        kwargs |= _masa(db_field)
    return db_field.formfield(**kwargs)


def _masa(db_field: Any) -> dict[str, int]:
    """Tahun paling awal dan paling akhir menurut kolomnya, disebut pesannya."""
    masa = {}
    for pemeriksa in db_field.validators:
        if isinstance(pemeriksa, MinValueValidator):
            masa["min_value"] = pemeriksa.limit_value
        elif isinstance(pemeriksa, MaxValueValidator):
            masa["max_value"] = pemeriksa.limit_value
    return masa


def _form_class(db_field: Any) -> type[forms.Field] | None:
    """Bidang rumah bagi satu kolom; `None` bila memakai bidang bawaannya."""
    if db_field.choices:
        return None
    if db_field.name.startswith("tahun"):
        return TahunField
    if isinstance(db_field, models.DecimalField):
        return AngkaField
    if isinstance(db_field, models.IntegerField):
        return BilanganField
    if isinstance(db_field, models.DateTimeField):
        return None
    if isinstance(db_field, models.DateField):
        return TanggalField
    return None
