"""Tulisan yang salah pada tiap jenis isian angka yang dinyatakan: usul pada pesannya diterima.

Isiannya semua bidang angka formulir dan kisi; yang sama jenis, batas, satuan dan kendalanya diuji
sekali. Yang diusulkan diketik kembali, lalu diperiksa kolom dan kendala basis datanya juga.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

from accounts.models import User
from core.forms import AngkaField
from core.forms.bidang import check_kendala, is_kendala
from kinerja.aturan.bacaan import Tertulis
from kinerja.aturan.syarat import Syarat
from kinerja.pengukuran.forms.isian import BagianField, KeadaanField, terbaca
from tests.hak import KISI
from tests.halaman import HALAMAN, JALAN

USUL = re.compile(r"(?:misalnya|Maksud Anda|[Tt]ulis) (-?[0-9](?:[0-9.,]*[0-9])?)")
SALAH = (
    "abc", "-", "nihil", "-500,5", "-500", "-1.5", "0,00001", "1,2345678", "1,234", "1.5", "12.34",
    "1,234.56", "10,274,076", "10274076.00", "7,6 juta", "-7,6 juta", "12 RT", "5 Dokumen: draf",
    "999,5 orang", "33,3", "101,5", "81.481", "81481", "1e5", "--1", "５", "Rp 10,274,076",
    "(500)", "(Rp 1.000)", "Rp (1.234,50)", "(1,234.56)", "(12,5 %)",
)  # fmt: skip
BUKAN_UANG = ("Rp 5", "Rp5", "rp. 1.000", "-Rp 5", "Rp 1.000,-")
TAHUN = {"idm:poin_grid": 2025}
BARIS = {
    "K Dokumen": Syarat.baris("Dokumen", "Jumlah dokumen"),
    "K persen": Syarat.baris("%", "Cakupan"),
    "K laju": Syarat.baris("%", "Laju pertumbuhan"),
    "K jam": Syarat.baris("Jam", "Lama layanan"),
    "pembilang desa": Syarat.bagian("Jumlah desa maju", ""),
    "pembilang skor": Syarat.bagian("Nilai seluruh desa", ""),
}


def semua_bidang(kabupaten: Any) -> Iterator[tuple[str, Any]]:
    """Bidang angka tiap formulir dan tiap kolom kisi, dengan tempatnya."""
    for model, halaman in HALAMAN.items():
        for nama, field in halaman.form_class.base_fields.items():
            yield f"{model.__name__}.{nama}", field
    operator = User.objects.get(username="operator")
    for nama in KISI:
        kelas = JALAN[nama].callback.view_initkwargs["grid_class"]
        grid = kelas(operator, TAHUN.get(nama, 2023))
        for kolom in grid.columns():
            if kolom.is_angka and not kolom.is_tetap:
                yield f"{nama}.{kolom.nama}", kolom.pemeriksa


def jenis(field: Any) -> tuple[str, ...]:
    """Yang membedakan penerimaan dua isian."""
    kolom = field.column
    kendala = []
    if kolom is not None:
        semua = kolom.model._meta.constraints
        kendala = [str(s.condition) for s in semua if is_kendala(s, kolom.name)]
        kendala = [satu.replace(kolom.name, "x") for satu in kendala]
        kendala += [
            f"{type(s).__name__} {s.limit_value}"
            for s in kolom.validators
            if hasattr(s, "limit_value")
        ]
    batas = (field.max_digits, field.decimal_places, field.min_value, field.max_value)
    return (type(field).__name__, field.satuan, *map(str, batas), *kendala)


@pytest.fixture
def bidang(kabupaten: Any) -> dict[str, Any]:
    """Satu tiap jenis."""
    hasil = {}
    for tempat, field in semua_bidang(kabupaten):
        if isinstance(field, AngkaField):
            hasil.setdefault(jenis(field), (tempat, field))
    return dict(hasil.values())


def pesan(field: Any, tulisan: str) -> str:
    """Kosong bila diterima isian, kolom dan kendalanya."""
    try:
        isi = field.clean(tulisan)
        if isinstance(isi, Tertulis):
            isi = isi.isi
        if field.column is not None and isi is not None:
            check_kendala(field.column, isi)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@pytest.mark.django_db
def test_usul_tiap_isian_diterima_isian_itu_sendiri(bidang: dict[str, Any]) -> None:
    diusulkan = 0
    for tempat, field in bidang.items():
        for salah in SALAH:
            for usul in USUL.findall(pesan(field, salah)):
                assert pesan(field, usul) == "", (tempat, salah, usul)
                diusulkan += 1
    assert len(bidang) > 20
    assert diusulkan > 200


@pytest.mark.django_db
def test_tanda_rupiah_hanya_pada_isian_uang(bidang: dict[str, Any]) -> None:
    for tempat, field in bidang.items():
        if isinstance(field, KeadaanField):
            continue  # menurut satuan barisnya: `diterima`
        ditolak = ["bersatuan Rp" in pesan(field, satu) for satu in BUKAN_UANG]
        assert set(ditolak) == {field.satuan != "rupiah"}, (tempat, ditolak)


@pytest.mark.django_db
def test_batas_disebut_kalimat_rumah(bidang: dict[str, Any]) -> None:
    """Pesan yang menyebut batasnya, ditulis seperti isiannya."""
    disebut = 0
    for tempat, field in bidang.items():
        for batas, langkah in ((field.min_value, -1), (field.max_value, 1)):
            if batas is None:
                continue
            tulisan = pesan(field, str(field.prepare_value(batas + langkah)))
            if "terlalu" not in tulisan:
                assert f" {field.prepare_value(batas)}." in tulisan, (tempat, tulisan)
                disebut += 1
            assert tulisan and "Pastikan" not in tulisan, tempat
    assert disebut > 20


def test_batas_kolom_model_pun() -> None:
    """Yang sampai ke model tanpa formulir: pintu, kisi, perintah."""
    batas = set()
    for model in HALAMAN:
        for kolom in model._meta.concrete_fields:
            for pemeriksa in kolom.validators:
                if isinstance(pemeriksa, MinValueValidator | MaxValueValidator):
                    batas.add((type(pemeriksa), pemeriksa.limit_value, str(pemeriksa.message)))
    assert len(batas) > 3
    assert not [satu for satu in batas if "Pastikan" in satu[2]]


@pytest.mark.django_db
@pytest.mark.parametrize("nama", BARIS)
def test_usul_menurut_barisnya_diterima_baris_itu(nama: str) -> None:
    syarat = BARIS[nama]
    kelas = BagianField if nama.startswith("pembilang") else KeadaanField
    field = kelas(max_digits=18, decimal_places=4)

    def salahnya(tulisan: str) -> str:
        try:
            tertulis = terbaca(field, tulisan, syarat)
        except ValidationError as error:
            return " ".join(error.messages)
        return syarat.masalah(getattr(tertulis, "isi", tertulis))

    for salah in SALAH:
        for usul in USUL.findall(salahnya(salah)):
            assert salahnya(usul) == "", (salah, usul)
    if syarat.utuh:
        assert (
            salahnya("1,2345678") == f"1,2345678 berpecahan; {syarat.utuh} ditulis bilangan bulat."
        )
