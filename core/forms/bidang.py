"""Bidang isian cara Indonesia: angka, bilangan, tahun, tanggal."""

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from core.angka import (
    RUPIAH,
    BukanAngka,
    Diterima,
    TerlaluTeliti,
    bulatkan,
    parse,
    parse_bulat,
    pesan_satuan,
    ringkas,
    satuan_lain,
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


def is_terlalu_panjang(nilai: Decimal) -> bool:
    """Bagian bulatnya melebihi yang disimpan; yang sepanjang itu tidak dapat dibulatkan."""
    return nilai.adjusted() >= ANGKA_TERBANYAK


class AngkaField(forms.DecimalField):
    """Desimal dengan koma dan titik ribuan; tulisan rancu ditolak, tidak ditebak."""

    satuan = ""  # kosong: angka biasa atau persen
    is_bulat = False  # koma di sini bukan desimal
    column: models.Field[Any, Any] | None = None  # kolom model yang diisinya
    widget = forms.TextInput(
        attrs={"inputmode": "decimal", "class": "angka", "autocomplete": "off"},
    )
    default_error_messages = {
        "max_digits": "Angkanya terlalu panjang; paling banyak %(max)s angka.",
        "max_whole_digits": "Angkanya terlalu besar; paling banyak %(max)s angka sebelum koma.",
    }

    def __init__(self, *args: Any, satuan: str | None = None, **kwargs: Any) -> None:
        """Uang tidak berdesimal; `satuan` lainnya disebut pernyataannya."""
        super().__init__(*args, **kwargs)
        if self.decimal_places == 0 and not self.satuan:
            self.satuan = RUPIAH
            self.is_bulat = True
        if satuan is not None:
            self.satuan = satuan

    def to_python(self, value: Any) -> Decimal | None:
        """Desimalnya menurut nilai, bukan menurut tulisannya."""
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return tanpa_ekor(value)
        tulisan = str(value)
        lain = satuan_lain(tulisan, self.satuan)
        if lain:
            pesan = pesan_satuan(tulisan, lain, self.satuan)
            raise ValidationError(pesan, code="satuan")
        parser = parse_bulat if self.is_bulat else parse
        try:
            return tanpa_ekor(parser(tulisan))
        except BukanAngka as error:
            raise self.unreadable(error) from error

    def unreadable(self, error: BukanAngka) -> ValidationError:
        """Usul yang akan ditolak lagi oleh isian ini tidak disebut."""
        return TakTerbaca(error, self.accepts)

    def run_validators(self, value: Any) -> None:
        """Desimal yang berlebih disebut lebih dahulu, dengan bentuk yang diterima."""
        if isinstance(value, Decimal):
            self._check_panjang(value)
        try:
            super().run_validators(value)
        except ValidationError as error:
            raise ValidationError([*map(self._berbatas, error.error_list)]) from error

    def _berbatas(self, masalah: ValidationError) -> ValidationError:
        """Batas yang disebut ditulis seperti isiannya."""
        disebut = masalah.params or {}
        if "limit_value" in disebut:
            batas = self.prepare_value(disebut["limit_value"])
            masalah.params = {**disebut, "limit_value": batas}
        return masalah

    def _check_panjang(self, nilai: Decimal) -> None:
        """Desimal menurut kolomnya, lalu banyak angka seluruhnya."""
        boleh = self.decimal_places
        is_besar = is_terlalu_panjang(nilai)
        if not is_besar and boleh is not None and nilai != bulatkan(nilai, boleh):
            raise self.unreadable(TerlaluTeliti(nilai, boleh))
        if len(nilai.as_tuple().digits) > ANGKA_TERBANYAK:
            batas = {"max": ANGKA_TERBANYAK}
            pesan = self.error_messages["max_digits"]
            raise ValidationError(pesan, code="max_digits", params=batas)

    def accepts(self, nilai: Decimal) -> bool:
        """Apakah angka itu diterima isiannya, dan kendala kolomnya di basis data."""
        try:
            self.clean(nilai)
            if self.column is not None:
                check_kendala(self.column, nilai)
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
    is_bulat = True

    def to_python(self, value: Any) -> Decimal | None:
        bilangan = super().to_python(value)
        if bilangan is None or is_terlalu_panjang(bilangan):
            return bilangan
        if bilangan != bilangan.to_integral_value():
            teliti = TerlaluTeliti(bilangan, 0)
            raise ValidationError(teliti.pokok, code="bulat")
        return bilangan

    def clean(self, value: Any) -> Any:
        bilangan = super().clean(value)
        if bilangan is None:
            return None
        return int(bilangan)


class PersenField(BilanganField):
    """Persen bulat; tanda persennya boleh ikut ditulis."""

    satuan = "%"


class RupiahField(BilanganField):
    """Uang pada kolom bilangan."""

    satuan = RUPIAH


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
    if form_class is not None and issubclass(form_class, AngkaField):
        kwargs |= _batas(db_field)
    if form_class is BilanganField:
        kwargs["max_value"] = min(kwargs.get("max_value", BILANGAN_TERBESAR), BILANGAN_TERBESAR)
    field = db_field.formfield(**kwargs)
    if isinstance(field, AngkaField):
        field.column = db_field
        field.satuan = field.satuan or _satuan(db_field.verbose_name)
    return field


def _satuan(label: str) -> str:
    """Satuan yang disebut nama kolomnya; kolom persen menerima angka dan persen."""
    if "(Rp)" in label:
        return RUPIAH
    if "%" in label:
        return ""
    return "angka"


def check_kendala(column: models.Field[Any, Any], nilai: Decimal) -> None:
    """Batas kolom itu dan kendala basis data yang hanya menyangkutnya.

    `ValidationError` bila dilanggar.
    """
    column.run_validators(nilai)
    model = column.model
    row = model(**{column.name: nilai})
    for kendala in model._meta.constraints:
        if is_kendala(kendala, column.name):
            kendala.validate(model, row)


def is_kendala(kendala: models.BaseConstraint, nama: str) -> bool:
    """Hanya menyangkut kolom itu, sehingga dapat diperiksa tanpa isian lain."""
    if not isinstance(kendala, models.CheckConstraint):
        return False
    disebut: set[str] = kendala.condition.referenced_base_fields
    return disebut == {nama}


def _batas(db_field: Any) -> dict[str, Any]:
    """Nilai paling kecil dan paling besar menurut kolomnya, disebut pesannya."""
    batas = {}
    for pemeriksa in db_field.validators:
        if isinstance(pemeriksa, MinValueValidator):
            batas["min_value"] = pemeriksa.limit_value
        elif isinstance(pemeriksa, MaxValueValidator):
            batas["max_value"] = pemeriksa.limit_value
    return batas


def _form_class(db_field: Any) -> type[forms.Field] | None:
    """Bidang rumah bagi satu kolom; `None` bila memakai bidang bawaannya."""
    if db_field.choices:
        return None
    if db_field.name.startswith("tahun"):
        return TahunField
    if isinstance(db_field, models.DecimalField):
        return AngkaField
    if isinstance(db_field, models.IntegerField):
        if db_field.name.endswith("rupiah"):
            return RupiahField
        return BilanganField
    if isinstance(db_field, models.DateTimeField):
        return None
    if isinstance(db_field, models.DateField):
        return TanggalField
    return None
