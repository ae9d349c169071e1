"""Dua orang mengisi sel yang sama: yang kedua diberi tahu siapa dan kapan, pada kisi mana pun."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.grid import Grid, GridRefused, Ubahan
from tests import factories
from tests.hak import KISI

pytestmark = pytest.mark.django_db
# kisi yang kolom isiannya baru ada pada tahun lain dari 2023
TAHUN = {"idm:poin_grid": 2025}
ANGKA = ("1", "2", "100", "7")
PALING_BANYAK = 200  # sel yang dicoba sebelum menyerah


def sel_isian(grid: Grid):
    """Sel yang dapat diketik."""
    for row in grid.rows():
        for kolom in grid.columns():
            if row.is_isian(kolom) and not row.sebab_lock and not grid.column_lock(kolom):
                yield row, kolom


def ketikan(kolom):
    """Isi yang mungkin diterima kolom itu."""
    if kolom.jenis == "pilihan":
        return [nilai for nilai, _ in kolom.pilihan]
    if kolom.jenis in {"teks", "uraian"}:
        return ["Ditulis orang lain"]
    return ANGKA


def ubah(grid: Grid):
    """Orang lain mengubah satu sel; baris, kolom dan isinya sekarang."""
    for urut, (row, kolom) in enumerate(sel_isian(grid)):
        assert urut < PALING_BANYAK, f"{grid.judul}: tidak ada sel yang dapat diubah"
        for isi in ketikan(kolom):
            semula = row.tulisan(kolom)
            if isi == semula:
                continue
            try:
                (hasil,) = grid.write([Ubahan(row.kunci, kolom.nama, semula, isi)])
            except GridRefused:
                continue
            return row, kolom, hasil.nilai
    raise AssertionError(f"{grid.judul}: tidak ada sel yang dapat diubah")


@pytest.mark.parametrize("nama", KISI)
def test_sel_yang_sudah_berganti_menyebut_pengubahnya(kabupaten, nama):
    operator = User.objects.get(username="operator")
    lain = factories.make_user("operator", operator.kabupaten, username="operator.lain")
    client = Client()
    client.force_login(operator)
    tahun = TAHUN.get(nama, 2023)
    if nama == "kinerja:versipagu_grid":
        factories.make_dpa(kabupaten, tahun, is_menyusul=True)
    alamat = f"{reverse(nama)}?tahun={tahun}"
    grid = client.get(alamat, follow=True).context["grid"]
    row, kolom, kini = ubah(type(grid)(lain, tahun, grid.params))
    ubahan = {"b": row.kunci, "k": kolom.nama, "lama": "yang dilihat", "baru": "lain lagi"}
    jawaban = client.post(alamat, json.dumps({"ubahan": [ubahan]}), content_type="application/json")
    assert jawaban.status_code == 200
    (hasil,) = jawaban.json()["hasil"]
    assert hasil["status"] == "bentrok"
    assert hasil["pesan"].startswith(f"Sudah diubah menjadi {kini or 'kosong'} oleh {lain}, ")
