"""Kisi tanpa jaringan: kiriman bernomor berakibat sekali, dan hanya dari pengetiknya."""

from typing import Any

import pytest
from django.test import Client

from tests.core.test_grid import URL, events, kecamatan, nasib, operator, send, ubah
from villages.models import Kecamatan

pytestmark = pytest.mark.django_db
__all__ = ["kecamatan", "operator"]  # pemasangan dari uji kisi


def test_kiriman_bernomor_sama_berakibat_sekali(
    operator: Client, kecamatan: list[Kecamatan]
) -> None:
    """Juga bila isinya sudah dikembalikan orang lain di antaranya."""
    kiriman = {"nomor": "a1" * 15, "titip": True}
    satu = ubah(kecamatan[0], "rt", "", "7")
    assert nasib(send(operator, satu, **kiriman)) == ["tersimpan"]
    assert nasib(send(operator, ubah(kecamatan[0], "rt", "7", "0"))) == ["tersimpan"]
    ulang = send(operator, satu, **kiriman).json()
    assert [(h["status"], h["nilai"]) for h in ulang["hasil"]] == [("tersimpan", "0")]
    tercatat = events()
    assert [satu.token for satu in tercatat] == ["a1" * 15, None]
    assert tercatat[0].note == "Diketik selagi jaringan putus."


def test_kiriman_ditolak_tidak_memakai_nomornya(
    operator: Client, kecamatan: list[Kecamatan]
) -> None:
    kiriman = {"nomor": "b2" * 15}
    assert nasib(send(operator, ubah(kecamatan[0], "rt", "", "x"), **kiriman)) == ["gagal"]
    assert nasib(send(operator, ubah(kecamatan[0], "rt", "", "8"), **kiriman)) == ["tersimpan"]


def test_kiriman_akun_lain_ditolak(
    operator: Client, kecamatan: list[Kecamatan], users: dict[str, Any]
) -> None:
    satu = ubah(kecamatan[0], "rt", "", "7")
    jawaban = send(operator, satu, akun=str(users["kepala_bidang"].pk))
    assert (jawaban.status_code, events()) == (409, [])
    assert "diketik akun lain" in jawaban.json()["pesan"]
    milik = str(users["operator"].pk)
    assert nasib(send(operator, satu, akun=milik)) == ["tersimpan"]


@pytest.mark.parametrize("rusak", [{"nomor": "x" * 37}, {"nomor": 7}, {"akun": []}])
def test_nomor_dan_akun_yang_rusak(
    operator: Client, kecamatan: list[Kecamatan], rusak: dict[str, Any]
) -> None:
    assert send(operator, ubah(kecamatan[0], "rt", "", "7"), **rusak).status_code == 400
    assert events() == []


def test_halaman_kisi_boleh_disimpan_peramban_dan_halaman_luring_umum(
    operator: Client, kecamatan: list[Kecamatan]
) -> None:
    assert operator.get(URL)["X-Kisi"] == "1"
    umum = Client()
    assert "Jaringan putus" in umum.get("/luring/").content.decode()
    pekerja = umum.get("/pekerja.js")
    assert pekerja["Content-Type"].startswith("text/javascript")
    assert pekerja["Cache-Control"] == "no-cache"
