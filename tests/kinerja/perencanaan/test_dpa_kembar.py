"""Baris DPA tanpa kode dan senama dibedakan kegiatannya; yang tetap kembar ditolak."""

import pytest

from core.audit import Refused
from kinerja.models import Kegiatan, SubKegiatan
from kinerja.tahun.versi_pagu import banding
from tests import factories
from tests.kinerja.perencanaan.test_dpa import dpa_tercatat

pytestmark = pytest.mark.django_db


def test_baris_tanpa_kode_senama_dibedakan_kegiatannya(banyuasin):
    """Dua kegiatan, dua pagu, pada versi dan bandingannya; yang tetap kembar ditolak."""
    satu = factories.make_sub(banyuasin, tahun=2024)
    program = satu.kegiatan.program
    sebelah = Kegiatan.objects.create(program=program, kode="2.13.04.2.02", nama="Sebelah")
    lain = factories.make_sub(banyuasin, kegiatan=sebelah)
    SubKegiatan.objects.update(kode="", nama="Rapat koordinasi", pagu=5)
    SubKegiatan.objects.filter(pk=lain.pk).update(pagu=7)
    murni = dpa_tercatat(banyuasin, "murni", 2)
    SubKegiatan.objects.filter(pk=lain.pk).update(pagu_perubahan=9)
    perubahan = dpa_tercatat(banyuasin, "perubahan", 9)
    beda = banding(murni.rincian, perubahan.rincian)
    assert {(b.kode, b.semula, b.menjadi) for b in beda.baris} == {
        (satu.kegiatan.kode, 5, 5),
        (lain.kegiatan.kode, 7, 9),
    }
    factories.make_sub(banyuasin, kegiatan=sebelah, nomor=2)
    SubKegiatan.objects.update(kode="", nama="Rapat koordinasi")
    kembar = rf"“Rapat koordinasi” dan “Rapat koordinasi” \({lain.kegiatan.kode}\) tidak terbedakan"
    with pytest.raises(Refused, match=kembar):
        dpa_tercatat(banyuasin, "pergeseran", 12, 1)
