"""Metode HTTP selain yang dilayani ditolak di mana pun; HEAD dan OPTIONS seberhak GET."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.hak import BERTOKEN, FAKTOR_SENDIRI, HANYA_POST, UMUM, boleh
from tests.halaman import JALAN
from tests.peramban import (
    Dunia,
    dijawab,
    dunia_bersama,
    kelas_of,
    penolakan,
    tanpa_cetakan,
    tanpa_isi,
    url_for,
)

pytestmark = [
    pytest.mark.sekali("metodenya diputuskan sebelum basis data"),
    pytest.mark.django_db,
]
ASING = ("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "X" * 200)
# satu jalan tiap kelas halaman; yang lain tetap pada metode asing
BERHAK = {
    kelas_of(n) or JALAN[n].callback: n
    for n in sorted(set(JALAN) - UMUM - BERTOKEN - HANYA_POST - FAKTOR_SENDIRI)
    if not n.endswith(("_advance", "_temuan"))
}.values()


@pytest.fixture(scope="module")
def dunia(nyata: None, bersama: None) -> Iterator[Dunia]:
    with dunia_bersama() as dunia:
        yield dunia


def test_metode_asing_ditolak_di_semua_jalan(dunia: Dunia) -> None:
    """Juga bagi admin, atas barisnya sendiri, dan di halaman umum."""
    for nama in BERHAK:
        alamat = url_for(nama, dunia.objects(nama)[0])
        for metode in ASING[:3]:
            jawaban = dunia.sendiri["a"].generic(metode, alamat)
            assert jawaban.status_code in (302, 403, 405), (nama, metode)  # 302 ke sandi lagi
    for alamat in ("/", "/akun/masuk/", "/api/v1/desa", "/verifikasi/", "/static/css/dpmd.css"):
        for metode in ASING:
            jawaban = Client().generic(metode, alamat)
            assert jawaban.status_code == 405, (alamat, metode)
            assert jawaban["Allow"]


@pytest.mark.parametrize("metode", ["head", "options"])
def test_seberhak_membuka(dunia: Dunia, metode: str) -> None:
    """Yang tidak boleh membuka tidak mendapat keterangan apa pun; isinya tidak dikirim."""
    with penolakan(), tanpa_cetakan(), tanpa_isi():
        salah = [satu for nama in BERHAK for satu in tidak_seberhak(dunia, nama, metode)]
    assert salah == []


def tidak_seberhak(dunia: Dunia, nama: str, metode: str) -> Iterator[tuple[Any, ...]]:
    """(halaman, peran, jawaban) yang lain daripada hak membukanya."""
    izin = boleh(nama)
    sendiri, asing = dunia.objects(nama)
    tak_boleh = next((satu for satu in "kio" if satu not in izin), izin[0])
    for huruf in {izin[0], tak_boleh}:
        jawaban = dijawab(getattr(dunia.sendiri[huruf], metode), url_for(nama, sendiri))
        if jawaban not in ((200, 302) if huruf in izin else (403,)):
            yield nama, huruf, jawaban
    if asing is not None and metode == "head":
        jawaban = dijawab(dunia.sendiri[izin[0]].head, url_for(nama, asing))
        if jawaban != 404:
            yield nama, "asing", jawaban
