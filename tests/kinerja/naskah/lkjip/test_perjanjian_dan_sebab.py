"""LKjIP menyebut yang ada saja: Perjanjian Kinerja, sebab, dan bagian kosong (ADR 99)."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.models import BagianNaskah, NaskahKinerja, PerjanjianKinerja
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.naskah.lkjip.checks import UJI
from kinerja.naskah.lkjip.isi.susunan import PENYEBAB, TANPA_SEBAB
from kinerja.naskah.lkjip.naskah_awal.susun import naskah_awal
from kinerja.naskah.lkjip.reports.kelengkapan import bagian_kosong, missing, perhatian
from kinerja.naskah.lkjip.reports.lkjip import compose
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v06_sebab, v07_rencana, v13_tahun
from tests.factories import (
    make_dpa,
    make_indikator,
    make_pejabat,
    make_program,
    make_realisasi,
    make_sasaran,
    make_target,
)

pytestmark = [
    pytest.mark.sekali("kata dalam naskah tidak bergantung pada basis datanya"),
    pytest.mark.django_db,
]


@pytest.fixture
def realisasi(banyuasin):
    """Satu IKU yang tercapai 90 dari 100, tanpa penjelasan."""
    satu = make_indikator(banyuasin, jenis="iku", nama="Persentase desa mandiri")
    make_target(satu, "100")
    return make_realisasi(satu, "90")


def perjanjian(kabupaten):
    return PerjanjianKinerja.objects.create(
        kabupaten=kabupaten,
        tahun=2023,
        tingkat="II",
        pihak_pertama=make_pejabat(kabupaten, is_kepala=False),
        pihak_kedua=make_pejabat(kabupaten, is_kepala=False, jabatan="Bupati"),
    )


def awal(kabupaten):
    """Isi tiap bagian naskah awal 2023 menurut kodenya."""
    return {satu.kode: satu.isi for satu in naskah_awal(TahunKinerja(kabupaten, 2023))}


def test_tanpa_perjanjian_naskahnya_tidak_menyebutnya_dan_tertahan(banyuasin, realisasi):
    isi = awal(banyuasin)
    assert "mengukurnya terhadap target tahun yang sama" in isi["ikhtisar"]
    assert "janji kinerja" not in isi["kata_pengantar"]
    assert "disusun" not in isi["perjanjian_kinerja"]
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    kinerja = TahunKinerja(banyuasin, 2023)
    buku = compose(lkjip, kinerja)
    assert buku.tabel["perjanjian"].judul == "Target Kinerja Tahun 2023"
    kurang = " ".join(missing(lkjip, kinerja, buku))
    assert "Belum ada Perjanjian Kinerja kepala dinas tahun 2023" in kurang


def test_dengan_perjanjian_tanggal_dpa_hanya_bila_tercatat(banyuasin, realisasi):
    perjanjian(banyuasin)
    isi = awal(banyuasin)
    assert "mengukurnya terhadap Perjanjian Kinerja tahun yang sama" in isi["ikhtisar"]
    assert "Dokumen Pelaksanaan Anggaran" not in isi["perjanjian_kinerja"]
    make_dpa(banyuasin, 2023, tanggal=datetime.date(2023, 1, 5))
    assert "Anggaran ditetapkan pada 5 Januari 2023" in awal(banyuasin)["perjanjian_kinerja"]
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    kinerja = TahunKinerja(banyuasin, 2023)
    buku = compose(lkjip, kinerja)
    assert buku.tabel["perjanjian"].judul == "Perjanjian Kinerja Tahun 2023"
    assert "Perjanjian Kinerja kepala" not in " ".join(missing(lkjip, kinerja, buku))
    bagian = lkjip.bagian.get(kode=BagianNaskah.PERJANJIAN_KINERJA)
    (kalimat,) = perhatian(bagian, kinerja)
    assert "tahun 2023 belum ditandatangani" in kalimat
    PerjanjianKinerja.objects.all().delete()
    assert perhatian(bagian, TahunKinerja(banyuasin, 2023)) == []


def test_target_yang_meleset_tanpa_sebab_disebut(banyuasin, realisasi, client_for):
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    kinerja = TahunKinerja(banyuasin, 2023)
    assert compose(lkjip, kinerja).bab["analisis"].judul == TANPA_SEBAB
    (temuan,) = v06_sebab.check(lkjip, kinerja, None).temuan
    assert (temuan.kelas, temuan.dihitung, temuan.is_blocking) == ("V6", "90,00 %", False)
    bagian = lkjip.bagian.get(kode=BagianNaskah.ANALISIS_PENYEBAB)
    (kalimat,) = perhatian(bagian, kinerja)
    assert "“Persentase desa mandiri” belum tercapai" in kalimat
    halaman = (
        client_for("operator").get(reverse("kinerja:bagianlkjip_update", args=[bagian.pk])).text
    )
    assert kalimat in halaman
    realisasi.penjelasan = "Pendataan terlambat."
    realisasi.save()
    kini = TahunKinerja(banyuasin, 2023)
    assert v06_sebab.check(lkjip, kini, None).temuan == ()
    assert perhatian(bagian, kini) == []
    assert compose(lkjip, kini).bab["analisis"].judul == PENYEBAB


def test_bagian_kosong_disebut_namanya(banyuasin, realisasi, client_for):
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    assert "Sarana dan Prasarana" in bagian_kosong(lkjip)
    sarana = lkjip.bagian.get(kode=BagianNaskah.SARANA)
    assert "tulis sarana dan prasarana" in perhatian(sarana, TahunKinerja(banyuasin, 2023))[0]
    halaman = client_for("operator").get(lkjip.get_absolute_url()).text
    assert "Kosong, maka tidak tercetak" in halaman


def test_daftar_satu_butir_dan_satu_satunya_menjadi_kalimat(banyuasin, realisasi):
    isi = awal(banyuasin)
    pengantar = isi["capaian_pengantar"]
    assert (
        "Satu-satunya indikator kinerja utama yang dapat dihitung bercapaian di bawah" in pengantar
    )
    assert "1 dari 1" not in pengantar
    assert "<ol>" not in isi["metode"] and "<li>" not in isi["metode"]
    assert isi["isu_strategis"] == ""


def test_yang_tidak_ada_tidak_disebut_ada(banyuasin, realisasi, client_for):
    """Tanpa evaluasi, laporan lama, atau faktor: tidak dijanjikan, atau disebut belum ada."""
    isi = awal(banyuasin)
    assert "evaluasi sebelumnya" not in isi["ikhtisar"]
    assert "Capaian serta penggunaan anggaran diuraikan" in isi["ikhtisar"]
    assert "Faktor pendorong belum dicatat" in isi["keberhasilan"]
    assert "Faktor penghambat belum dicatat" in isi["kendala"]
    assert "yang dicatat untuk ditindaklanjuti" in isi["tindak_lanjut"]
    make_program(banyuasin, kode="2.13.01")
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    halaman = client_for("operator").get(reverse("kinerja:lkjip_preview", args=[lkjip.pk])).text
    assert "Hasil Evaluasi Akuntabilitas Kinerja" not in halaman
    assert "menurut laporan kinerja dinas" not in halaman


def test_laporan_tahun_berjalan_diperingatkan(banyuasin, realisasi):
    """Keadaan per 31 Desember belum terjadi sebelum tahunnya berakhir; tidak menahan."""
    lalu = TahunKinerja(banyuasin, 2023)
    assert v13_tahun.berakhir(None, lalu, None).temuan == ()
    kini = TahunKinerja(banyuasin, timezone.localdate().year)
    (temuan,) = v13_tahun.berakhir(None, kini, None).temuan
    assert "per 31 Desember" in temuan.pesan
    assert not temuan.is_blocking
    assert v13_tahun.berakhir in UJI


def test_sasaran_perjanjian_tanpa_program_disebut_rencana_aksi(banyuasin, realisasi):
    """Pada naskahnya, dan sebagai temuan; sasaran berprogram dan naskah bidang tidak."""
    indikator = realisasi.indikator
    indikator.is_perjanjian = True
    indikator.save()
    lain = make_sasaran(banyuasin, nama="Meningkatnya layanan")
    naskah = NaskahKinerja.objects.create(
        kabupaten=banyuasin, tahun=2023, jenis="rencana_aksi", tanggal=datetime.date(2023, 1, 9)
    )
    tanpa = f"“{indikator.sasaran.nama}”"

    def dibaca():
        isi = naskah.reading().isi
        lembar = naskah.jenis_naskah.lembar(isi)
        temuan = v07_rencana.sasaran(naskah, TahunKinerja(banyuasin, 2023), isi).temuan
        return isi.catatan_sasaran in lembar.catatan, isi.catatan_sasaran, temuan

    assert dibaca()[1:] == ("", ())
    program = make_program(banyuasin, sasaran=lain)
    tercetak, catatan, (temuan,) = dibaca()
    assert tercetak
    assert catatan == f"Sasaran Perjanjian Kinerja yang belum berprogram: {tanpa}."
    assert temuan.pesan.startswith(tanpa)
    program.sasaran = indikator.sasaran
    program.save()
    assert dibaca()[1:] == ("", ())
