"""Tiap daftar: tiap judul kolomnya mengurutkan, dan alamat yang salah tidak menjadi galat."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django_tables2 import SingleTableMixin

from accounts.models import User
from tests.crud import PENULIS, tanpa_templat
from tests.halaman import JALAN

SALAH = ("zzz", "-1", "٣", "9223372036854775808", "\x00", "1e5")
Daftar = tuple[Client, str, Any]  # peramban yang boleh membukanya, alamatnya, isinya


def alamat() -> Iterator[str]:
    """Jalan tanpa argumen yang halamannya bertabel."""
    for nama, pola in JALAN.items():
        kelas = getattr(pola.callback, "view_class", object)
        if not issubclass(kelas, SingleTableMixin):
            continue
        try:
            yield reverse(nama)
        except NoReverseMatch:
            continue


@pytest.fixture(scope="module")
def semua_daftar(nyata: None, bersama: None) -> Iterator[list[Daftar]]:
    """Tiap daftar dibuka akun pertama yang boleh melihatnya; sekali bagi kedua uji."""
    peramban = []
    for nama in PENULIS:
        client = Client()
        client.force_login(User.objects.get(username=nama))
        peramban.append(client)
    with tanpa_templat():
        yield [next(_terbuka(url, peramban)) for url in alamat()]


def _terbuka(url: str, peramban: list[Client]) -> Iterator[Daftar]:
    for client in peramban:
        jawaban = client.get(url)
        if jawaban.status_code == 200:
            yield client, url, jawaban.context_data


@pytest.mark.django_db
def test_tiap_judul_kolom_mengurutkan_dua_arah(semua_daftar: list[Daftar]) -> None:
    dicoba = 0
    for _, url, isi in semua_daftar:
        tabel = isi["table"]
        for kolom in tabel.columns:
            for arah in ("", "-") if kolom.orderable else ():
                tabel.order_by = f"{arah}{kolom.name}"
                try:
                    list(tabel.data.data[:1])
                except Exception as error:
                    pytest.fail(f"{url}?sort={arah}{kolom.name}: {error}")
                dicoba += 1
    assert dicoba > 500


@pytest.mark.django_db
def test_alamat_yang_salah_bukan_galat(semua_daftar: list[Daftar]) -> None:
    for client, url, isi in semua_daftar:
        for satu in SALAH:
            data = dict.fromkeys((*isi["filter"].filters, "sort", "page", "per_page"), satu)
            jawaban = client.get(url, data)
            assert jawaban.status_code in (200, 404), (url, data, jawaban.status_code)
