"""Uji kewajaran atas LKjIP Banyuasin 2023: yang diketahui salah ditemukan, dengan tempatnya."""

from decimal import Decimal
from pathlib import Path

import pytest

from documents.uji import KELAS
from kinerja.models import Indikator, Kegiatan, Lkjip, PeriodeRenstra, TingkatPredikat
from kinerja.naskah.lkjip.checks import UJI
from kinerja.uji import checks
from kinerja.uji.checks import v04_persen


@pytest.fixture
def lkjip(kabupaten):
    return Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)


def cari(lkjip, kelas):
    return [f for f in lkjip.reading().temuan if f.kelas == kelas]


def test_tiap_uji_dijalankan_dan_kelasnya_bersebutan():
    berkas = {uji.__module__.rsplit(".")[-1] for uji in UJI}
    assert berkas == {path.stem for path in Path(checks.__file__).parent.glob("v[0-9]*.py")}
    assert {f"V{int(nama[1:3])}" for nama in berkas} == KELAS.keys()


def test_v2_jumlah_pegawai_tercetak_88(lkjip):
    temuan = [f for f in cari(lkjip, "V2") if "1.3" in f.tempat]
    assert [(f.tercetak, f.dihitung) for f in temuan] == [("88", "25")]


def test_v4_angka_dipotong(lkjip):
    pasangan = {(f.tercetak, f.dihitung) for f in cari(lkjip, "V4")}
    assert {("1,43", "1,44"), ("37,20", "37,21"), ("0,97", "0,98")} <= pasangan


def test_v4_persen_tanpa_pembilang_bulat(lkjip):
    temuan = [f for f in cari(lkjip, "V4") if "Posyandu" in f.tempat]
    assert "Tidak ada pembilang bulat yang memberi angka ini atas 725" in temuan[0].pesan


@pytest.mark.parametrize(
    ("tulisan", "penyebut", "mungkin"), [("80,6", 288, True), ("80,6", 313, False), ("50", 2, True)]
)
def test_v4_mungkin(tulisan, penyebut, mungkin):
    assert v04_persen.mungkin(tulisan, Decimal(tulisan.replace(",", ".")), penyebut) is mungkin


def test_v8_salinan_target_dan_baris(lkjip):
    pesan = [f.pesan for f in lkjip.reading().temuan]
    assert sum("sama persis dengan target" in p for p in pesan) == 5
    assert any("tersalin antar baris" in p for p in pesan)  # IKK 1 dan IKK 3 tahun 2019: 59,01


def test_v8_target_lebih_mudah(lkjip):
    Indikator.objects.filter(jenis="ikk", nomor=7).update(arah="turun")
    assert any("lebih mudah" in f.pesan for f in cari(lkjip, "V8"))


def test_v10_satuan(lkjip):
    Indikator.objects.filter(jenis="ikk", nomor=3).update(satuan="Nilai")
    assert any("LPM Berprestasi" in f.tempat for f in cari(lkjip, "V10"))


def test_v11_skala_menyambung_tidak_menahan(lkjip):
    assert not any(f.is_blocking for f in cari(lkjip, "V11"))


def test_v11_celah_menahan(lkjip):
    tingkat = TingkatPredikat.objects.filter(skala__kode="ordinal-empat").first()
    TingkatPredikat.objects.filter(pk=tingkat.pk).update(bawah=90)
    (temuan,) = [f for f in cari(lkjip, "V11") if f.is_blocking]
    assert "tidak bertemu" in temuan.pesan


def test_v11_tanpa_skala(lkjip):
    PeriodeRenstra.objects.update(skala=None)
    temuan = next(f for f in cari(lkjip, "V11") if f.tempat == "Skala predikat")
    assert "belum menunjuk skala" in temuan.pesan


def test_v13_tahun_lain_dalam_naskah(lkjip):
    bagian = lkjip.bagian.get(kode="perjanjian_kinerja")
    bagian.isi += "\n\nPerjanjian Kinerja Tahun 2022 disusun."
    bagian.save()
    temuan = next(f for f in cari(lkjip, "V13") if f.tempat == bagian.judul)
    assert (temuan.tercetak, temuan.dihitung) == ("2022", "2023")


def test_v1_kegiatan_merangin_tercetak_seribu_kali(nyata, db):
    from accounts.models import Kabupaten
    from tests.factories import make_lkjip

    lkjip = make_lkjip(Kabupaten.objects.get(kode="15.02"), tahun=2024, nomor="x")
    temuan = [f for f in lkjip.reading().temuan if f.kelas == "V1"]
    assert any((f.tercetak, f.dihitung) == ("Rp 59.060.000.000", "Rp 59.060.000") for f in temuan)
    assert Kegiatan.objects.filter(pagu_tercetak=59_060_000_000).count() == 1
