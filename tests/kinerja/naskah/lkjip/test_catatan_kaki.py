"""Riwayat meragukan atau disusun kembali bercatatan kaki; pembulatan yang tampak keliru disebut."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kinerja.aturan.rencana import Angka
from kinerja.models import Realisasi
from kinerja.naskah.evaluasi.reports import kalimat_rata
from kinerja.naskah.lkjip.reports.tabel_capaian import Catatan
from tests.factories import make_indikator, make_lkjip, make_realisasi, make_target

pytestmark = pytest.mark.django_db


def test_mutu_menjadi_catatan_kaki(client_for, banyuasin):
    indikator = make_indikator(
        banyuasin, rumus_pembilang="a", rumus_penyebut="b", faktor=100, nama="Pengentasan"
    )
    make_target(indikator, "46.70", tahun=2019, mutu="disusun", penjelasan="78/167 = 46,71.")
    bagian = {"pembilang": 76, "penyebut": 167}
    mutu = {"mutu": "disusun", "penjelasan": "76/167 = 45,51."}
    make_realisasi(indikator, None, tahun=2019, **bagian, **mutu)
    make_realisasi(indikator, "59.01", tahun=2020, mutu="meragukan", penjelasan="Tersalin.")
    tabel = make_lkjip(banyuasin).reading().isi.beberapa_tahun["ikk"]
    (baris,) = tabel.baris
    assert tabel.tahun == (2019, 2020)
    assert [(b.cetak, tanda) for b, tanda in baris.target_bertanda] == [
        (Decimal("46.70"), "a"),
        (None, ""),
    ]
    assert [(b.cetak, tanda) for b, tanda in baris.realisasi_bertanda] == [
        (Decimal("45.51"), "b"),
        (Decimal("59.01"), "c"),
    ]
    assert [(c.tanda, c.teks) for c in tabel.catatan] == [
        ("a", "Disusun kembali: 78/167 = 46,71."),
        ("b", "Disusun kembali: 76/167 = 45,51."),
        ("c", "Meragukan: Tersalin."),
    ]


def test_mutu_tanpa_penjelasan_ditolak_basis_data(banyuasin):
    indikator = make_indikator(banyuasin)
    with pytest.raises(IntegrityError), transaction.atomic():
        Realisasi.objects.create(indikator=indikator, tahun=2023, mutu="meragukan")


def test_tanda_yang_sama_untuk_teks_yang_sama():
    catatan = Catatan()
    tanda = [catatan.tanda(f"Catatan {n}") for n in range(28)]
    assert (tanda[0], tanda[25], tanda[26], tanda[27]) == ("a", "z", "aa", "ab")
    assert catatan.tanda("Catatan 3") == "d"
    assert catatan.tanda("") == ""


def test_capaian_dari_angka_yang_belum_dibulatkan_dijelaskan(banyuasin):
    indikator = make_indikator(banyuasin, rumus_pembilang="a", rumus_penyebut="b", faktor=100)
    make_target(indikator, "1.76")
    make_realisasi(indikator, None, pembilang=3, penyebut=209)
    (sasaran,) = make_lkjip(banyuasin).reading().isi.setahun["ikk"]
    (baris,) = sasaran.baris
    assert baris.pembulatan == (
        "Capaian 81,56 dari angka yang belum dibulatkan (3/209); dari angka cetaknya 81,82."
    )


def test_rata_e81_menyebut_yang_ikut():
    satu, dua = Angka(Decimal(100), Decimal(90)), Angka(None, Decimal(80))
    assert kalimat_rata([satu, dua]) == "K 1 dan Rp 2 dari 2 baris"
    assert kalimat_rata([satu, satu]) == ""
