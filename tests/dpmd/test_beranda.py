"""Beranda: yang belum diisi, dan halaman yang boleh dibuka perannya."""

import re

import pytest
from django.urls import reverse

from accounts.roles import Role
from tests.factories import make_indikator, make_realisasi, make_target
from villages.models import Kecamatan

pytestmark = pytest.mark.django_db
PANEL = re.compile(r"<h2>Belum diisi.*?</section>", re.DOTALL)
JALAN = re.compile(r'href="([^"]+)"')


def belum_diisi(client):
    """Panelnya pada beranda 2023."""
    halaman = client.get(reverse("beranda"), {"tahun": 2023}, follow=True)
    cocok = PANEL.search(halaman.content.decode())
    return cocok[0]


@pytest.fixture
def indikator(banyuasin):
    """Satu bertarget tanpa realisasi, satu berealisasi yang tidak dapat dihitung."""
    satu = make_indikator(banyuasin)
    make_target(satu, "1")
    dua = make_indikator(banyuasin, sasaran=satu.sasaran)
    make_realisasi(dua, None)
    return satu


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_yang_belum_diisi_hanya_menuju_halaman_yang_boleh_dibuka(client_for, indikator, role):
    client = client_for(role)
    panel = belum_diisi(client)
    assert "Belum ada program tahun 2023" in panel
    assert f"Realisasi 2023: {indikator}" in panel
    for jalan in JALAN.findall(panel):
        assert client.get(jalan.replace("&amp;", "&")).status_code == 200, jalan


def test_operator_menuju_halaman_isiannya(client_for, indikator):
    panel = belum_diisi(client_for("operator"))
    assert reverse("kinerja:program_create") in panel
    assert f"{reverse('kinerja:realisasi_create')}?indikator={indikator.pk}" in panel


def test_kecamatan_yang_belum_ada_tidak_ditunggu(client_for, banyuasin):
    """Kecamatan yang dibentuk sesudah tahun itu tidak ikut belum melapor."""
    for kode, dibentuk in (("16.07.01", None), ("16.07.98", "2025-01-01")):
        Kecamatan.objects.create(kabupaten=banyuasin, kode=kode, nama=kode, dibentuk=dibentuk)
    assert "Rekap lembaga 2023: 1 kecamatan belum melapor" in belum_diisi(client_for("operator"))
