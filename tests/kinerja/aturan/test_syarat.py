"""Angka menurut satuan barisnya, dan usul pada pesan yang selalu diterima isian yang sama."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.forms import AngkaField, BilanganField, TahunField
from kinerja.aturan.keadaan import Rentang
from kinerja.aturan.periode import Pecahan
from kinerja.aturan.syarat import Syarat, is_biasa
from kinerja.pengukuran.forms.isian import BagianField, KeadaanField, terbaca

DESA = Syarat.baris("Desa", "Jumlah desa mandiri")
PERSEN = Syarat.baris("%", "Persentase desa mandiri")


@pytest.mark.parametrize(
    ("syarat", "isi", "masalah"),
    [
        (DESA, Decimal(198), ""),
        (DESA, None, ""),
        (Syarat.baris("Jam", "Lama pelatihan"), Decimal("1.5"), ""),
        (Syarat.baris("Hari", "Lama pelayanan"), Decimal(-1), "-1 negatif; yang diukur di sini "
         "tidak pernah di bawah nol."),
        (DESA, Decimal("198.0000"), ""),
        (DESA, Decimal("198.5"), "198,5 berpecahan; Desa ditulis bilangan bulat."),
        (DESA, Rentang(Decimal(3), Decimal("4.5")), "4,5 berpecahan; Desa ditulis bilangan bulat."),
        (DESA, Rentang(Decimal(3), None), ""),
        (DESA, Decimal(-3), "-3 negatif; yang diukur di sini tidak pernah di bawah nol."),
        (PERSEN, Decimal("81.48"), ""),
        (PERSEN, Pecahan(Decimal(22), Decimal(27), 100), ""),
        (PERSEN, Decimal(-1), "-1 negatif; yang diukur di sini tidak pernah di bawah nol."),
        (Syarat.baris("%", "Pertumbuhan BUM Desa"), Decimal("-1.5"), ""),
        (Syarat.baris("Orang", "Perubahan peserta"), Decimal(-1), "-1 negatif; yang diukur di sini "
         "tidak pernah di bawah nol."),
        (Syarat.bagian("Jumlah seluruh desa", ""), Decimal("1.5"), "1,5 berpecahan; desa ditulis "
         "bilangan bulat."),
        (Syarat.bagian("LPM berprestasi", ""), Decimal(2), ""),
        (Syarat.bagian("Jumlah skor desa", ""), Decimal("1.5"), ""),
        (Syarat.bagian("", ""), Decimal("1.5"), ""),
    ],
)  # fmt: skip
def test_masalah(syarat, isi, masalah):
    assert syarat.masalah(isi) == masalah


def test_yang_biasa_diterima_baris_mana_pun():
    assert is_biasa(None) and is_biasa(Decimal(3))
    assert not is_biasa(Decimal("0.5")) and not is_biasa(Decimal(-1))


def bersyarat(field, syarat):
    """Isian satu baris: bidangnya, lalu syarat barisnya."""

    def clean(teks):
        tertulis = terbaca(field, teks, syarat)
        masalah = syarat.masalah(getattr(tertulis, "isi", tertulis))
        if masalah:
            raise ValidationError(masalah)
        return tertulis

    return clean


KINERJA = KeadaanField(max_digits=18, decimal_places=4)
ISIAN = {
    "bebas": AngkaField().clean,
    "uang": AngkaField(max_digits=18, decimal_places=0, min_value=0).clean,
    "persen bulan": BilanganField(min_value=0, max_value=100).clean,
    "puluhan": AngkaField(max_digits=4, decimal_places=2, min_value=0).clean,
    "satu angka": BilanganField(max_value=9).clean,
    "tahun": TahunField(min_value=1945, max_value=2100).clean,
    "K desa": bersyarat(KINERJA, DESA),
    "K persen": bersyarat(KINERJA, PERSEN),
    "pembilang": bersyarat(BagianField(decimal_places=4), Syarat.bagian("Jumlah desa", "")),
}
USUL = re.compile(r"(?:misalnya|Maksud Anda|Tulis) (-?[0-9](?:[0-9.,]*[0-9])?)")
BAGAI_ANGKA = st.from_regex(r"\A-?(Rp )?[0-9]{1,7}([.,][0-9]{1,4}){0,3}( %| juta| RT)?\Z")


def usul(clean, teks):
    """Angka yang ditunjukkan pesannya; kosong bila diterima."""
    try:
        clean(teks)
    except ValidationError as error:
        return USUL.findall(" ".join(error.messages))
    return []


@pytest.mark.parametrize("nama", ISIAN)
@given(teks=BAGAI_ANGKA | st.text(max_size=8))
def test_usul_dan_contoh_diterima_isiannya_sendiri(nama, teks):
    for satu in usul(ISIAN[nama], teks):
        assert ISIAN[nama](satu) is not None


@pytest.mark.parametrize(
    ("nama", "teks", "usulan"),
    [
        ("uang", "8640000.00", ["1.234", "8.640.000"]),
        ("uang", "8640000.50", ["1.234"]),
        ("uang", "8,6 juta", ["8.600.000"]),
        ("bebas", "12.34", ["1.234,56", "12,34"]),
        ("persen bulan", "abc", ["12"]),
        ("puluhan", "12.3", ["12,5", "12,3"]),
        ("satu angka", "abc", []),
        ("tahun", "abc", ["2024"]),
        ("K desa", "198.5", ["1.234"]),
        ("K desa", "198.0", ["1.234", "198"]),
        ("K persen", "81.48", ["12,5", "81,48"]),
        ("pembilang", "22.5", ["1.234"]),
    ],
)
def test_usul_menurut_isiannya(nama, teks, usulan):
    assert usul(ISIAN[nama], teks) == usulan
