"""Tahun dan kecamatan yang keliru pada alamat: disebut, dan tidak dicetak diam-diam."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def masuk(nyata: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    return client


def test_tahun_yang_bukan_tahun_disebut(masuk: Client) -> None:
    """Juga pada halaman tanpa isian tahun; yang berisian menyebutnya di sana."""
    pesan = "Tahun “20x4” tidak dikenal; yang tampil tahun"
    for alamat in ("/idm/peringkat/", "/idm/", "/wilayah/peta/", "/kinerja/dasbor/temuan/"):
        assert pesan in masuk.get(f"{alamat}?tahun=20x4").content.decode(), alamat
        assert "tidak dikenal; yang tampil" not in masuk.get(f"{alamat}?tahun=").content.decode()
    for alamat in ("/idm/dasbor/", "/kinerja/", "/kinerja/rekomendasi/"):
        assert pesan not in masuk.get(f"{alamat}?tahun=20x4").content.decode(), alamat
    skrip = masuk.get("/idm/?tahun=<script>").content.decode()
    assert "“&lt;script&gt;”" in skrip


@pytest.mark.parametrize("bentuk", ["pdf", "xlsx"])
def test_saringan_keliru_tidak_dicetak(masuk: Client, bentuk: str) -> None:
    jawaban = masuk.get(reverse(f"idm:peringkat_{bentuk}") + "?kecamatan=abc", follow=True)
    assert jawaban.redirect_chain[0][0] == reverse("idm:peringkat")
    assert "Kecamatan itu tidak ada" in jawaban.content.decode()
