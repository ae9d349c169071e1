"""Dua orang mengisi sel yang sama: yang kedua diberi tahu, pada kisi mana pun."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.grid import Grid
from tests.hak import KISI

pytestmark = pytest.mark.django_db
# kisi yang kolom isiannya baru ada pada tahun lain dari 2023
TAHUN = {"idm:poin_grid": 2025}


def sel_isian(grid: Grid):
    """Sel pertama yang dapat diketik."""
    for row in grid.rows():
        for kolom in grid.columns():
            if row.is_isian(kolom) and not row.lock_reason and not grid.column_lock(kolom):
                return row, kolom
    raise AssertionError(f"{grid.judul}: tidak ada sel yang dapat diketik")


@pytest.mark.parametrize("nama", KISI)
def test_sel_yang_sudah_berganti_disebut(kabupaten, nama):
    operator = User.objects.get(username="operator")
    client = Client()
    client.force_login(operator)
    tahun = TAHUN.get(nama, 2023)
    alamat = f"{reverse(nama)}?tahun={tahun}"
    grid = client.get(alamat, follow=True).context["grid"]
    row, kolom = sel_isian(grid)
    ubahan = {"b": row.kunci, "k": kolom.nama, "lama": "yang dilihat", "baru": "1"}
    jawaban = client.post(alamat, json.dumps({"ubahan": [ubahan]}), content_type="application/json")
    assert jawaban.status_code == 200
    (hasil,) = jawaban.json()["hasil"]
    assert (hasil["status"], hasil["pesan"].startswith("Sudah diubah menjadi ")) == (
        "bentrok",
        True,
    )
