"""Rp kolom 5 dan 6 induk Formulir E.81: seluruhnya, atau kosong dan dikatakan."""

import pytest

from accounts.models import Kabupaten
from kinerja.models import NaskahKinerja, PeriodeRenstra, SubKegiatan
from kinerja.naskah.evaluasi import lembar
from kinerja.tahun.tahun_kinerja import TahunKinerja

pytestmark = pytest.mark.django_db


@pytest.fixture
def merangin_nyata(nyata):
    return Kabupaten.objects.get(kode="15.02")


def test_e81_induk_menunggu_semua_sub_kegiatannya(merangin_nyata):
    """Kolom 5 dan 6 Rp induk: jumlah seluruhnya, atau kosong dan disebut sebabnya."""
    PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=merangin_nyata).update(
        is_bersumber=True, tahun_awal=2023
    )
    milik = {"kegiatan__program__perangkat_daerah__kabupaten": merangin_nyata}
    rows = SubKegiatan.objects.filter(**milik)
    rows.update(pagu_renstra=10, realisasi_lalu_rupiah=4)
    kode = "2.13.04.2.01.0011"

    def program():
        pohon = TahunKinerja(merangin_nyata, 2024).pohon
        return next(s for s in pohon.program if s.obj.kode == "2.13.04")

    lengkap = program()
    banyak = len(lengkap.baris_sub)
    assert (lengkap.renstra.rp, lengkap.lalu.rp) == (10 * banyak, 4 * banyak)
    assert lengkap.e81.persen.rp is not None
    rows.filter(kode=kode).update(pagu_renstra=None, realisasi_lalu_rupiah=None)
    sebagian = program()
    assert (sebagian.renstra.rp, sebagian.lalu.rp) == (None, None)
    assert (sebagian.e81.akhir.rp, sebagian.e81.persen.rp) == (None, None)
    isi = {"kabupaten": merangin_nyata, "tahun": 2024, "triwulan": 1, "jenis": "e81"}
    beku = NaskahKinerja.objects.get_or_create(**isi)[0].reading().isi
    assert beku.catatan_renstra == (
        f"Pagu Renstra belum diisi pada 1 sub kegiatan ({kode}): kolom 5 Rp baris induknya "
        "kosong, bukan jumlah sebagian."
    )
    assert beku.catatan_renstra in lembar.e81(beku).catatan
