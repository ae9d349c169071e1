"""Satu anggaran setahun: yang tidak diketahui tidak pernah nol."""

from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.models import Kabupaten, User
from documents.printing import print_html
from kinerja.models import PengukuranSub, SubKegiatan
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.perencanaan.actions import copy_tahun
from kinerja.tahun.anggaran import Anggaran, Uang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v01_uang
from tests.factories import make_sub

pytestmark = pytest.mark.django_db


def test_tahun_salinan_tanpa_pagu_tidak_bernilai_nol(nyata):
    """Pagunya tidak diketahui, disebut sebagai yang kurang, dan tidak tertulis nol rupiah."""
    merangin = Kabupaten.objects.get(kode="15.02")
    copy_tahun(kabupaten=merangin, dari=2024, ke=2025, by="uji")
    anggaran = TahunKinerja(merangin, 2025).anggaran
    assert (anggaran.pagu, anggaran.realisasi, anggaran.terserap.sisa) == (None, None, None)
    assert [uang.pagu for uang in anggaran.baris] == [None] * 5
    lkjip = create_lkjip(kabupaten=merangin, tahun=2025, by="uji")
    kurang = [kalimat for kalimat in lkjip.reading().missing if kalimat.startswith("Pagu ")]
    assert len(kurang) == 5
    html = print_html(lkjip)
    assert "nol rupiah" not in html
    assert "Rp 0" not in html


def test_realisasi_program_tanpa_pagu_ikut_tetapi_tidak_dibandingkan():
    """Satu jumlah realisasi di mana pun; persen dan sisanya atas baris berpagu saja."""
    berpagu = Uang(None, Decimal(100), Decimal(45), Decimal(45), Decimal(40))
    tanpa = Uang(None, None, Decimal(7), Decimal(7), Decimal(7))
    anggaran = Anggaran((berpagu, tanpa))
    assert (anggaran.realisasi, anggaran.dilaporkan, anggaran.pagu) == (52, 52, 100)
    terserap = anggaran.terserap
    assert (terserap.persen, terserap.sisa, terserap.sisa_persen) == (40, 60, 60)
    assert anggaran.serapan == 40
    kosong = Anggaran((berpagu, Uang(None, None, None, None, None)))
    assert (kosong.realisasi, kosong.terserap) == (45, terserap)


def test_daftar_program_menyebut_sub_kegiatan_tanpa_pagu(nyata, client):
    client.force_login(User.objects.get(username="operator.merangin"))
    isi = client.get(reverse("kinerja:program_list")).content.decode()
    assert "1 sub kegiatan belum berpagu" in isi
    assert "8.790.633.125*" in isi


def test_pengembalian_mengurangi_realisasi_setahun(nyata):
    """Satu triwulan negatif sah; setahunnya disebut bila di bawah nol atau melebihi pagu."""
    merangin = Kabupaten.objects.get(kode="15.02")
    sub = SubKegiatan.objects.get(kode="2.13.03.2.01.0001", pagu=30_000_000)
    PengukuranSub.objects.filter(sub_kegiatan=sub).update(keuangan=10_000_000)
    kembali = PengukuranSub.objects.create(
        sub_kegiatan=sub, triwulan=2, keuangan=-4_000_000, penjelasan="Kelebihan bayar"
    )

    def check(keuangan):
        PengukuranSub.objects.filter(pk=kembali.pk).update(keuangan=keuangan)
        kinerja = TahunKinerja(merangin, 2024)
        simpul = next(s for s in kinerja.pohon.sub if s.obj == sub)
        ditemukan = v01_uang.check(None, kinerja, None).temuan
        temuan = [t for t in ditemukan if t.tempat == str(sub)]
        return simpul.evaluasi.jumlah.rp, [t.pesan for t in temuan]

    assert check(-4_000_000) == (6_000_000, [])
    assert check(-14_000_000) == (
        -4_000_000,
        ["Pengembalian melebihi realisasi: setahunnya negatif."],
    )
    assert check(25_000_000) == (35_000_000, ["Realisasi setahun melebihi pagu."])


@pytest.mark.parametrize("realisasi", [None, 5])
def test_pagu_nol_tidak_menyembunyikan_realisasi_yang_dilaporkan(banyuasin, realisasi):
    """Dasbor dan pohon menyebut realisasi yang sama; tanpa laporan tidak ada yang dibelanjakan."""
    make_sub(banyuasin, pagu=0, realisasi=realisasi)
    kinerja = TahunKinerja(banyuasin, 2023)
    (satu,) = kinerja.anggaran.baris
    assert (satu.realisasi, satu.dilaporkan) == (realisasi or 0, realisasi or 0)
    assert kinerja.pohon.total.setahun.rp == realisasi
