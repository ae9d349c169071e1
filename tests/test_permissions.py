"""Setiap halaman × peran × milik sendiri, kabupaten lain atau tiada, menurut `tests/hak.py`.

Halaman tanpa baris di sana gagal. Semua yang keliru disebut sekaligus.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.hak import (
    AKUN,
    BERTOKEN,
    DATA,
    FAKTOR_SENDIRI,
    HANYA_POST,
    LAIN,
    LANGKAH,
    MUNGKIN,
    UMUM,
    boleh,
)
from tests.halaman import JALAN
from tests.peramban import (
    TIADA,
    Dunia,
    dijawab,
    dunia_bersama,
    needs_row,
    penolakan,
    tanpa_cetakan,
    tanpa_isi,
    url_for,
)


def berbasis(uji: Any) -> Any:
    """Uji yang memakai dunia bersamanya."""
    sekali = pytest.mark.sekali("hak ditentukan tabel peran; barisnya dicari menurut nomornya")
    return sekali(pytest.mark.django_db(uji))


DIUJI = sorted(
    n
    for n in set(JALAN) - UMUM - BERTOKEN - HANYA_POST - FAKTOR_SENDIRI
    if not n.endswith(("_advance", "_temuan"))
)
LKJIP = "kinerja:lkjip_advance"


@pytest.fixture(scope="module")
def dunia(nyata: None, bersama: None) -> Iterator[Dunia]:
    with dunia_bersama() as dunia:
        yield dunia


def test_setiap_halaman_punya_baris() -> None:
    for nama in DIUJI:
        boleh(nama)


def test_tidak_ada_baris_untuk_halaman_yang_sudah_tiada() -> None:
    tersisa = [m for m in DATA if f"{m}_list" not in JALAN and f"{m}_detail" not in JALAN]
    assert tersisa == []
    assert {n for n in LAIN if n not in JALAN} == set()


@berbasis
@pytest.mark.dahulu
def test_membuka(dunia: Dunia) -> None:
    """Yang berhak diterima, yang lain 403; yang asing atau tiada 404 atau 403. Semua tercatat."""
    with penolakan() as tercatat, tanpa_cetakan(), tanpa_isi():
        assert [satu for nama in DIUJI for satu in salah_dibuka(dunia, nama, tercatat)] == []


def salah_dibuka(dunia: Dunia, nama: str, tercatat: list[str]) -> Iterator[tuple[Any, ...]]:
    """(halaman, peran, baris, jawabannya) yang tidak menurut tabelnya."""
    sendiri, asing = dunia.objects(nama)
    izin = boleh(nama)
    for huruf, client in dunia.sendiri.items():
        is_boleh = huruf in izin
        harus = {"sendiri": (sendiri, (200, 302) if is_boleh else (403,))}
        if asing is not None:
            harus["asing"] = asing, (404,) if is_boleh else (403,)
        if is_boleh and needs_row(nama):
            harus["tiada"] = TIADA, (404,)
        for macam, (row, diterima) in harus.items():
            tercatat.clear()
            jawaban = dijawab(client.get, url_for(nama, row))
            if jawaban not in diterima:
                yield nama, huruf, macam, jawaban
            if tercatat != [client.pelaku] * (jawaban == 403 or macam == "asing"):
                yield nama, huruf, macam, f"tercatat {tercatat}"


@berbasis
@pytest.mark.dahulu
def test_isinya_tersusun(dunia: Dunia) -> None:
    """Halaman seutuhnya bagi pembacanya; formulir tiap baris data digambar `CrudTests`."""
    gagal = []
    with penolakan(), tanpa_cetakan():
        for nama in DIUJI:
            if nama not in LAIN and not nama.endswith(("_list", "_detail")):
                continue
            for huruf in boleh(nama)[-1:]:
                jawaban = dunia.sendiri[huruf].get(url_for(nama, dunia.objects(nama)[0]))
                if jawaban.status_code not in (200, 302):
                    gagal.append((nama, huruf, jawaban.status_code))
    assert gagal == []


@berbasis
def test_tamu_diminta_masuk(dunia: Dunia) -> None:
    for nama in DIUJI:
        tamu = Client().get(url_for(nama, TIADA))
        assert tamu.status_code == 302, nama
        assert tamu.url.startswith("/akun/masuk/"), nama


@berbasis
@pytest.mark.parametrize("langkah", LANGKAH)
def test_langkah(dunia: Dunia, langkah: str) -> None:
    """Membuka halaman langkah: yang berhak diarahkan atau melihat formulir, yang lain ditolak."""
    sendiri, asing = dunia.objects(LKJIP)
    for huruf, client in dunia.sendiri.items():
        jawaban = client.get(url_for(LKJIP, sendiri, langkah=langkah)).status_code
        diterima = (200, 302) if huruf in LANGKAH[langkah] else (403,)
        assert jawaban in diterima, (langkah, huruf, jawaban)
        jawaban = client.get(url_for(LKJIP, asing, langkah=langkah)).status_code
        is_mungkin = huruf in MUNGKIN.get(langkah, LANGKAH[langkah])
        assert jawaban == (404 if is_mungkin else 403), (langkah, huruf, jawaban)


@berbasis
def test_langkah_asing_404(dunia: Dunia) -> None:
    sendiri, _ = dunia.objects(LKJIP)
    assert dunia.sendiri["o"].get(url_for(LKJIP, sendiri, langkah="hapus")).status_code == 404


@berbasis
def test_hanya_post(dunia: Dunia) -> None:
    for nama in HANYA_POST:
        assert dunia.sendiri["o"].get(url_for(nama, 1)).status_code == 405, nama


@berbasis
def test_faktor_sendiri(dunia: Dunia) -> None:
    for nama in FAKTOR_SENDIRI:
        assert Client().get(url_for(nama, 1)).url.startswith("/akun/masuk/"), nama


@berbasis
def test_sesi_bukan_token(dunia: Dunia) -> None:
    """Yang sudah masuk pun tetap memerlukan token."""
    for nama in BERTOKEN:
        for client in (*dunia.sendiri.values(), Client()):
            assert client.get(reverse(nama)).status_code == 401, nama


def test_semua_peran_diuji() -> None:
    assert set(AKUN) == set("obdiark")
