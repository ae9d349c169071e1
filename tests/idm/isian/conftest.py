"""Isian IDM 2024 Banyuasin: satu desa, akun tiap peran, dan berita acaranya."""

import pytest

from accounts.models import User
from idm.models import PenetapanIdm
from tests.idm.bahan import client_tahun
from villages.models import Desa


@pytest.fixture
def akun(kabupaten):
    return {
        nama: User.objects.get(username=nama)
        for nama in ("operator", "kepala.bidang", "kepala.dinas", "admin")
    }


@pytest.fixture
def desa(kabupaten):
    return Desa.objects.select_related("kecamatan__kabupaten").get(kode="16.07.01.2004")


@pytest.fixture
def client(akun):
    return client_tahun(akun["operator"], 2024)


@pytest.fixture
def penetapan(kabupaten):
    return PenetapanIdm.objects.create(
        kabupaten=kabupaten, tahun=2024, nomor="BA/1", tanggal="2024-12-29"
    )
