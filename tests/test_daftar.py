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


def semua_daftar() -> Iterator[str]:
    """Jalan tanpa argumen yang halamannya bertabel."""
    for nama, pola in JALAN.items():
        kelas = getattr(pola.callback, "view_class", object)
        if not issubclass(kelas, SingleTableMixin):
            continue
        try:
            yield reverse(nama)
        except NoReverseMatch:
            continue


@pytest.fixture
def pembuka(kabupaten: Any) -> Any:
    """Membuka satu daftar sebagai yang pertama berhak melihatnya."""
    semua = []
    for nama in PENULIS:
        client = Client()
        client.force_login(User.objects.get(username=nama))
        semua.append(client)

    def buka(url: str, data: dict[str, str] | None = None) -> Any:
        for client in semua:
            jawaban = client.get(url, data or {})
            if jawaban.status_code not in (403, 404):
                return jawaban
        return jawaban

    return buka


@pytest.mark.django_db
def test_tiap_judul_kolom_mengurutkan_dua_arah(pembuka: Any) -> None:
    dapat = 0
    with tanpa_templat():
        for url in semua_daftar():
            tabel = pembuka(url).context_data["table"]
            for kolom in tabel.columns:
                for arah in ("", "-") if kolom.orderable else ():
                    tabel.order_by = f"{arah}{kolom.name}"
                    try:
                        list(tabel.data.data[:1])
                    except Exception as error:
                        pytest.fail(f"{url}?sort={arah}{kolom.name}: {error}")
                    dapat += 1
    assert dapat > 500


@pytest.mark.django_db
def test_alamat_yang_salah_bukan_galat(pembuka: Any) -> None:
    dicoba = 0
    with tanpa_templat():
        for url in semua_daftar():
            saringan = pembuka(url).context_data["filter"].filters
            semua = [{**dict.fromkeys(saringan, satu), "sort": satu, "page": satu} for satu in SALAH]
            for data in semua:
                jawaban = pembuka(url, data)
                assert jawaban.status_code in (200, 404), (url, data, jawaban.status_code)
                dicoba += 1
    assert dicoba > 300
