"""Ukuran dan kueri naskah dengan data buatan."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.snapshot import canonical
from kinerja.models import (
    Indikator,
    Lkjip,
    NaskahKinerja,
    PeriodeRenstra,
    PerjanjianKinerja,
    Program,
    Realisasi,
    SkalaKualitatif,
    SubKegiatan,
    Target,
    TingkatKualitatif,
)
from kinerja.naskah.rencana_aksi.isi import IkuAksi
from kinerja.naskah.rencana_aksi.lembar import rencana_aksi
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import (
    make_indikator,
    make_lkjip,
    make_pejabat,
    make_realisasi,
    make_sasaran,
    make_sub,
    make_target,
)

pytestmark = pytest.mark.django_db
PALING_BANYAK_KUERI = 48  # LKjIP: juga desa, pejabat bidang, dan perjanjian sahnya


def semua_naskah(kabupaten):
    """Satu naskah tiap jenis, baru dibaca dari basis data."""
    NaskahKinerja.objects.filter(kabupaten=kabupaten).delete()
    tanggal = datetime.date(2023, 12, 1)
    isian = {"kabupaten": kabupaten, "tahun": 2023, "tanggal": tanggal}
    for jenis in NaskahKinerja.JenisKinerja:
        triwulan = 1 if jenis in NaskahKinerja.BERTRIWULAN else 0
        NaskahKinerja.objects.create(**isian, jenis=jenis, triwulan=triwulan, nomor=f"UJI/{jenis}")
    return [
        *Lkjip.objects.filter(kabupaten=kabupaten),
        *PerjanjianKinerja.objects.filter(kabupaten=kabupaten),
        *NaskahKinerja.objects.filter(kabupaten=kabupaten),
    ]


def read(naskah):
    reading = naskah.reading()
    return reading.missing, reading.temuan, canonical(reading.isi)


def kueri(kabupaten):
    banyak = {}
    for naskah in semua_naskah(kabupaten):
        with CaptureQueriesContext(connection) as queries:
            read(naskah)
        banyak[str(naskah)] = len(queries)
    return banyak


@pytest.mark.sekali("banyaknya yang berat; kuerinya disusun tanpa menoleh pada basis datanya")
def test_kueri_naskah_tetap_untuk_10_dan_60_indikator(banyuasin):
    kepala, bupati = (
        make_pejabat(banyuasin),
        make_pejabat(banyuasin, is_kepala=False, is_kepala_daerah=True),
    )
    PerjanjianKinerja.objects.create(
        kabupaten=banyuasin, tahun=2023, tanggal=datetime.date(2023, 1, 9), pihak_pertama=kepala,
        pihak_kedua=bupati
    )  # fmt: skip
    make_lkjip(banyuasin)
    sasaran, sub = make_sasaran(banyuasin), make_sub(banyuasin)
    isi_indikator(sasaran, 10)
    sepuluh = kueri(banyuasin)
    isi_indikator(sasaran, 50)
    for nomor in range(2, 30):
        SubKegiatan.objects.create(
            kegiatan=sub.kegiatan, nomor=nomor, nama=f"Sub {nomor}", pagu=nomor
        )
    assert kueri(banyuasin) == sepuluh
    assert max(sepuluh.values()) <= PALING_BANYAK_KUERI


def isi_indikator(sasaran, banyak):
    for _ in range(banyak):
        indikator = make_indikator(None, sasaran=sasaran, is_perjanjian=True)
        make_target(indikator)
        make_realisasi(indikator)


def test_jangka_menengah_memuat_sebutan(banyuasin):
    """Realisasi tahun laporan terhadap sebutan target akhir Renstra, dengan ukuran yang sama."""
    skala = SkalaKualitatif.objects.create(kode="akip", nama="AKIP", regulasi="uji")
    baik, cukup = (
        TingkatKualitatif.objects.create(skala=skala, urutan=n, nama=nama, nilai=nilai)
        for n, nama, nilai in ((1, "A", 80), (2, "BB", 70))
    )
    sasaran = make_sasaran(banyuasin)
    PeriodeRenstra.objects.filter(pk=sasaran.periode_id).update(tahun_akhir=2025)
    indikator = make_indikator(banyuasin, sasaran=sasaran, jenis="iku", skala_kualitatif=skala)
    Target.objects.create(indikator=indikator, tahun=2023, tingkat=cukup)
    Target.objects.create(indikator=indikator, tahun=2025, tingkat=baik)
    Realisasi.objects.create(indikator=indikator, tahun=2023, tingkat=cukup)
    isi = make_lkjip(banyuasin).reading().isi
    (kelompok,) = isi.jangka_menengah["iku"]
    (baris,) = kelompok.baris
    assert (baris.realisasi.cetak, baris.target.cetak, baris.capaian) == (
        "BB",
        "A",
        Decimal("87.50"),
    )
    assert isi.setahun["iku"][0].baris[0].capaian == 100


def test_jangka_menengah_dibatasi_seperti_setahun(banyuasin):
    sasaran = make_sasaran(banyuasin)
    PeriodeRenstra.objects.filter(pk=sasaran.periode_id).update(tahun_akhir=2025)
    indikator = make_indikator(banyuasin, sasaran=sasaran, arah="turun", batas_bawah=0)
    make_target(indikator, "10", tahun=2025)
    make_realisasi(indikator, "25")
    akhir = TahunKinerja(banyuasin, 2023).pengukuran.akhir[indikator.pk]
    assert (akhir.tahun, akhir.target, akhir.realisasi) == (2023, 10, 25)
    assert (akhir.capaian.persen, akhir.capaian.bebas) == (0, -50)


def test_indikator_pada_periode_yang_bertumpuk(client_for, banyuasin):
    """Halaman dan pesan simpan memakai periode milik indikatornya sendiri."""
    indikator = make_indikator(banyuasin)
    periode = indikator.sasaran.periode
    PeriodeRenstra.objects.create(
        perangkat_daerah=periode.perangkat_daerah,
        nama="Perubahan",
        tahun_awal=2022,
        tahun_akhir=2026,
    )
    make_target(indikator, "10")
    make_realisasi(indikator, "9")
    assert "90,00 %" in client_for("operator").get(indikator.get_absolute_url()).content.decode()
    assert Indikator.objects.count() == 1


def test_rencana_aksi_memuat_target_sebutan(banyuasin):
    sub = make_sub(banyuasin)
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    wtp = TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="WTP")
    indikator = make_indikator(banyuasin, jenis="iku", nama="Opini BPK", skala_kualitatif=skala)
    Target.objects.create(indikator=indikator, tahun=2023, tingkat=wtp)
    Program.objects.filter(pk=sub.kegiatan.program_id).update(sasaran=indikator.sasaran)
    isi = NaskahKinerja(kabupaten=banyuasin, tahun=2023, jenis="rencana_aksi").reading().isi
    assert isi.baris[0].sasaran.indikator == (IkuAksi(nama="Opini BPK", target="WTP"),)
    assert rencana_aksi(isi).baris[0][2:4] == ["Opini BPK", "WTP"]
    make_indikator(banyuasin, jenis="iku", nama="Desa maju", sasaran=indikator.sasaran)
    isi = NaskahKinerja(kabupaten=banyuasin, tahun=2023, jenis="rencana_aksi").reading().isi
    nama, target = rencana_aksi(isi).baris[0][2:4]
    assert (nama, target.splitlines()[0]) == ("1. Opini BPK\n2. Desa maju", "1. WTP")


def test_ukuran_tercetak_dengan_desimal_ketikannya(banyuasin):
    """2,25 hari tidak menjadi 2,3; persen dan ukuran bulat tetap menurut desimal cetaknya."""
    desimal = {"Hari": 1, "%": 2, "Jam": 0}
    for satuan, banyak in desimal.items():
        satu = make_indikator(banyuasin, jenis="iku", satuan=satuan, desimal=banyak)
        make_target(satu, "2.5")
        make_realisasi(satu, "2.25")
    pengukuran = TahunKinerja(banyuasin, 2023).pengukuran
    tercetak = {}
    for indikator in pengukuran.jenis("iku"):
        ukuran = pengukuran.ukur(indikator)
        tercetak[indikator.satuan] = (str(ukuran.target_cetak), str(ukuran.realisasi_cetak))
        assert indikator.desimal_bagi(Decimal("2.2500")) == len(str(ukuran.realisasi_cetak)[2:])
    assert tercetak == {"Hari": ("2.50", "2.25"), "%": ("2.50", "2.25"), "Jam": ("3", "2")}
