"""Aksara yang tidak dapat disimpan: ditolak sekali di pintu, dengan kalimat dan tanpa 5xx."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.models import AuditEvent
from core.querysets import parse_nomor
from tests.factories import make_kecamatan

pytestmark = pytest.mark.django_db
KISI = "/wilayah/lembaga/isian/?tahun=2023"


@pytest.mark.parametrize(
    "minta",
    [
        lambda c: c.get("/angka-terbuka/%00/"),
        lambda c: c.get("/angka-terbuka/%00/angka.csv"),
        lambda c: c.get("/verifikasi/", {"x": "a\x00"}),
        lambda c: c.get("/kinerja/nomenklatur/pilih/", {"tingkat": "\x00", "kode": "\x00"}),
        lambda c: c.post("/akun/tahun/", {"tahun": "2023", "next": "\x00"}),
        lambda c: c.post("/belum-melapor/", {"\x00": "1"}),
    ],
)
def test_nul_ditolak_dengan_kalimat(
    client_for: Callable[[str], Client], minta: Callable[[Client], Any]
) -> None:
    """PostgreSQL menolak aksaranya, SQLite tidak; halaman yang tidak memakainya menjawab biasa."""
    jawaban = minta(client_for("operator"))
    assert jawaban.status_code in (200, 302, 400, 403, 404)
    if jawaban.status_code == 400:
        assert "aksara yang tidak dapat disimpan" in jawaban.content.decode()


def test_nul_bagi_mesin_dijawab_json(client: Client) -> None:
    jawaban = client.get("/angka-terbuka/%00/angka.json", headers={"Accept": "application/json"})
    assert jawaban.status_code in (400, 404)
    assert jawaban["Content-Type"] == "application/json"


@pytest.mark.parametrize("letak", ["b", "k", "lama", "baru", "nomor"])
@pytest.mark.parametrize("aksara", ["\\u0000", "\\ud800"])
def test_kiriman_kisi(
    client_for: Callable[[str], Client], banyuasin: Any, letak: str, aksara: str
) -> None:
    """JSON boleh memuatnya; basis data tidak."""
    make_kecamatan(banyuasin)
    sel = {"b": "1", "k": "rt", "lama": "", "baru": "7"}
    isi = {"ubahan": [sel], "nomor": "n"}
    (sel if letak in sel else isi)[letak] = "ganti"
    badan = json.dumps(isi).replace("ganti", aksara)
    jawaban = client_for("operator").post(KISI, badan, content_type="application/json")
    assert jawaban.status_code == 400
    assert jawaban.json()["pesan"]
    assert not AuditEvent.objects.exclude(action="masuk").exists()


@pytest.mark.parametrize("badan", [b"[" * 100_000, b"{" * 9, b"\xff", b"[]", b'{"ubahan": 7}'])
def test_kiriman_kisi_yang_rusak(client_for: Callable[[str], Client], badan: bytes) -> None:
    jawaban = client_for("operator").post(KISI, badan, content_type="application/json")
    assert jawaban.status_code == 400
    assert "Muat ulang halaman" in jawaban.json()["pesan"]


@pytest.mark.parametrize("teks", ["", "-1", "x", "1.5", "٣", "²", "9" * 19, "9" * 5000, " 1"])
def test_bukan_nomor_baris(teks: str) -> None:
    assert parse_nomor(teks) is None


def test_nomor_baris_terbesar_dapat_ditanyakan(banyuasin: Any) -> None:
    assert parse_nomor("007") == 7
    terbesar = parse_nomor("9" * 18)
    assert not type(banyuasin).objects.filter(pk=terbesar).exists()


def test_nomor_asing_yang_terlalu_panjang(client_for: Callable[[str], Client]) -> None:
    """Pilihan, dan alamat yang ditolak lalu dicatat."""
    client = client_for("operator")
    isian = {"kecamatan": "9" * 5000, "tahun": "2023"}
    assert client.post(reverse("villages:rekaplembaga_create"), isian).status_code == 200
    assert client.get(f"/akun/pengguna/{'9' * 400}/").status_code == 403
