"""V5, V6, V7, V12 dan V14 atas Merangin 2024 dan nomenklatur."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from accounts.models import Kabupaten, User
from core import door
from dpmd.reports.belum_diisi import belum_diisi
from kinerja.aturan.rencana import KOSONG, Angka
from kinerja.models import (
    AngkaTercetak,
    Nomenklatur,
    PengukuranSub,
    PeriodeIsian,
    PeriodeRenstra,
    RencanaAksi,
    SubKegiatan,
)
from kinerja.models.program import Kegiatan
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.pengukuran.reports.belum_lapor import belum_lapor
from kinerja.perencanaan.actions import copy_tahun
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v05_jadwal, v06_lengkap, v07_rencana, v12_satu_angka, v14_kode

pytestmark = pytest.mark.django_db


@pytest.fixture
def merangin_nyata(nyata):
    return Kabupaten.objects.get(kode="15.02")


def ditemukan(uji, kinerja, sampai=None):
    """Temuan satu uji atas satu tahun, sampai triwulan tertentu bila disebut."""
    return uji(SimpleNamespace(triwulan=sampai), kinerja, None).temuan


@pytest.fixture
def kinerja(merangin_nyata):
    return TahunKinerja(merangin_nyata, 2024)


@pytest.fixture
def pohon(merangin_nyata):
    return TahunKinerja(merangin_nyata, 2024).pohon


def test_v5_anggaran_tanpa_jadwal(kinerja):
    """Persis dua baris yang jadwalnya hilang pada naskah."""
    temuan = ditemukan(v05_jadwal.check, kinerja)
    assert {(f.pesan, f.tercetak) for f in temuan} == {
        ("Ada anggaran tetapi tidak satu bulan pun dijadwalkan.", "Rp 1.350.000.000"),
        ("Ada anggaran tetapi tidak satu bulan pun dijadwalkan.", "Rp 100.000.000"),
    }
    assert all(f.url for f in temuan)


def test_v5_jadwal_tanpa_anggaran(pohon, merangin_nyata):
    """Baris indikator tambahan tanpa pagu tidak dipersoalkan selama sub kegiatannya berpagu."""
    SubKegiatan.objects.filter(indikator="Jumlah BPJS Aktif").update(pagu=None)
    assert len(ditemukan(v05_jadwal.check, TahunKinerja(merangin_nyata, 2024))) == 2
    SubKegiatan.objects.filter(nama__startswith="Pembinaan Peningkatan Kapasitas Aparatur").update(
        pagu=None
    )
    temuan = ditemukan(v05_jadwal.check, TahunKinerja(merangin_nyata, 2024))
    assert [f.pesan for f in temuan].count("Dijadwalkan tetapi tidak ada anggarannya.") == 2


def test_v5_jadwal_cacat_menahan(merangin_nyata, monkeypatch):
    monkeypatch.setattr(RencanaAksi, "bulan", property(lambda rencana: [99, *[None] * 11]))
    temuan = [
        f for f in ditemukan(v05_jadwal.check, TahunKinerja(merangin_nyata, 2024)) if f.is_blocking
    ]
    assert "harus 100 %" in temuan[0].pesan


def test_v6_rp_tanpa_k_dan_naskah_kosong(merangin_nyata):
    temuan = ditemukan(v06_lengkap.check, TahunKinerja(merangin_nyata, 2024))
    assert any("Gaji" in f.tempat and "(K) belum diisi" in f.pesan for f in temuan)
    naskah = {(f.tempat.split(", ")[1], f.tercetak, f.dihitung) for f in temuan if f.tercetak}
    assert ("2.13.01.2.01 baris 1", "-", "100") in naskah
    assert ("2.13.04.2.01 baris 5", "(kosong)", "2.916.000") in naskah


def test_v7_minta_penjelasan(kinerja, merangin_nyata):
    temuan = ditemukan(v07_rencana.check, kinerja, 1)
    tempat = [f.tempat for f in temuan]
    assert any(
        "Evaluasi Kinerja Perangkat Daerah" in t for t in tempat
    )  # dijadwalkan TW I, realisasi “-”
    sub = SubKegiatan.objects.get(
        nama="Evaluasi Kinerja Perangkat Daerah", kegiatan__program__tahun=2024
    )
    PengukuranSub.objects.filter(sub_kegiatan=sub, triwulan=1).update(
        penjelasan="Menunggu hasil reviu."
    )
    assert (
        len(ditemukan(v07_rencana.check, TahunKinerja(merangin_nyata, 2024), 1)) == len(temuan) - 1
    )


def test_v7_triwulan_kosong_disebut_sekali(kinerja):
    temuan = ditemukan(v07_rencana.check, kinerja)
    assert [f.tempat for f in temuan if "belum satu pun diukur" in f.pesan] == [
        "Triwulan II 2024", "Triwulan III 2024", "Triwulan IV 2024",
    ]  # fmt: skip


def test_v12_angka_berlainan(merangin_nyata):
    temuan = ditemukan(v12_satu_angka.check, TahunKinerja(merangin_nyata, 2024))
    angka = [f for f in temuan if "anggaran" in f.tempat]
    assert [(f.tercetak, "59,060,000" in f.pesan) for f in angka] == [("59,060,000,000", True)]


def test_v12_desimal_berbeda_bukan_perbedaan(merangin_nyata):
    for n, tulisan in enumerate(("97,2", "97,21", "97,20")):
        AngkaTercetak.objects.create(
            kabupaten=merangin_nyata,
            tahun=2030,
            dokumen=f"Naskah {n}",
            tempat="x",
            rujukan="a",
            tercetak=tulisan,
        )
    assert ditemukan(v12_satu_angka.check, TahunKinerja(merangin_nyata, 2030)) == ()
    AngkaTercetak.objects.filter(tahun=2030, tercetak="97,2").delete()
    assert len(ditemukan(v12_satu_angka.check, TahunKinerja(merangin_nyata, 2030))) == 1


def test_v14(kinerja, merangin_nyata, kabupaten):
    assert ditemukan(v14_kode.check, kinerja) == ()
    assert ditemukan(v14_kode.check, TahunKinerja(kabupaten, 2023)) == ()
    sub = SubKegiatan.objects.filter(kode="2.13.04.2.01.0018")
    sub.update(kode="2.13.04.2.01.18")
    (temuan,) = ditemukan(v14_kode.check, TahunKinerja(merangin_nyata, 2024))
    assert (temuan.tercetak, temuan.dihitung) == ("2.13.04.2.01.18", "2.13.04.2.01.0018")
    SubKegiatan.objects.filter(kode="2.13.04.2.01.18").update(kode="")
    assert "belum diisi" in next(
        f.pesan for f in ditemukan(v14_kode.check, TahunKinerja(merangin_nyata, 2024))
    )


@pytest.mark.parametrize(
    ("kode", "tahun", "pesan"),
    [
        ("2.13.04.2.01.0018", 2024, ""),
        ("2.13.04.2.01.18", 2023, ""),
        ("2.13.04.2.01.18", 2024, "Yang berlaku 2.13.04.2.01.0018 Fasilitasi Evaluasi"),
        ("2.13.04.2.01.0018", 2023, "Yang berlaku 2.13.04.2.01.18 Fasilitasi Evaluasi"),
        ("2.13.04.2.01.0099", 2024, ""),  # tidak dikenal: tidak dikira-kira
        ("2.13.04.2.01.18", 2020, ""),  # sebelum daftar ini
        ("", 2024, ""),
    ],
)
def test_nomenklatur(nyata, kode, tahun, pesan):
    masalah = Nomenklatur.objects.masalah(kode, tahun)
    assert (pesan in masalah) if pesan else masalah == ""


def test_nomenklatur_berakhir_tanpa_penerus(nyata):
    Nomenklatur.objects.filter(kode="2.13.02").update(tahun_akhir=2022)
    assert (
        Nomenklatur.objects.masalah("2.13.02", 2024)
        == "Kode 2.13.02 tidak berlaku pada tahun 2024."
    )


def test_dua_dan_empat_angka_kegiatan_yang_sama(nyata):
    rows = Nomenklatur.objects.same_as("2.13.04.2.01.18")
    assert {r.kode for r in rows} == {"2.13.04.2.01.18", "2.13.04.2.01.0018"}
    assert {r.nama for r in rows} == {
        "Fasilitasi Evaluasi Perkembangan Desa serta Lomba Desa dan Kelurahan"
    }


def test_lkjip_merangin_memuat_semua_kelas_baru(merangin_nyata):
    lkjip = create_lkjip(kabupaten=merangin_nyata, tahun=2024, by="uji")
    assert {"V5", "V6", "V7", "V12"} <= {f.kelas for f in lkjip.reading().temuan}


def test_realisasi_program_dari_triwulan(merangin_nyata):
    """Realisasi program jumlah triwulan; yang belum seluruhnya diukur tidak disimpulkan."""
    per_kode = {u.program.kode: u for u in TahunKinerja(merangin_nyata, 2024).anggaran.baris}
    assert per_kode["2.13.03"].realisasi == 800_000
    assert per_kode["2.13.05"].realisasi == Decimal(116_099_900)
    assert per_kode["2.13.04"].realisasi is None  # BPJS dan profil desa belum diukur
    assert (
        Kegiatan.objects.filter(kode="2.13.01.2.02").with_uang().get().jumlah_realisasi
        == 482_344_003
    )


def test_pohon_kueri_tetap(pohon, merangin_nyata, django_assert_num_queries):
    with django_assert_num_queries(10):
        assert len(TahunKinerja(merangin_nyata, 2024).pohon.baris) == 60
    assert RencanaAksi.objects.count() == 42


def test_e81_tahun_pertama_dan_riwayat(pohon, merangin_nyata):
    """Tahun pertama kolom 6 kosong dan 13 sama dengan 12; tahun kedua dari pengukuran lalu."""
    periode = PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=merangin_nyata)
    tanpa = {s.obj.kode: s.e81 for s in TahunKinerja(merangin_nyata, 2024).pohon.baris}
    assert (tanpa["2.13.04"].lalu, tanpa["2.13.04"].akhir) == (KOSONG, Angka())
    periode.update(is_bersumber=True)
    SubKegiatan.objects.filter(kode="2.13.04.2.01.0011").update(
        target_renstra=5, pagu_renstra=60_000_000
    )
    awal = {s.obj.kode: s for s in TahunKinerja(merangin_nyata, 2024).pohon.baris}
    assert awal["2.13.04"].lalu == KOSONG
    assert awal["2.13.04"].e81.akhir == awal["2.13.04"].evaluasi.jumlah == Angka(15, 42_152_820)
    periode.update(tahun_akhir=2026)
    copy_tahun(kabupaten=merangin_nyata, dari=2024, ke=2025, by="uji", dengan_uang=True)
    SubKegiatan.objects.filter(kode="2.13.04.2.01.0002", kegiatan__program__tahun=2024).update(
        kode="2.13.04.2.01.02"
    )
    kini = {s.obj.kode: s for s in TahunKinerja(merangin_nyata, 2025).pohon.baris}
    assert kini["2.13.04"].lalu.k == 15
    assert kini["2.13.04"].lalu.rp is None  # satu sub kegiatannya tidak diketahui, bukan nol
    assert kini["2.13.04.2.01.0002"].lalu.rp == 5_361_000
    assert kini["2.13.04.2.01.0011"].e81.persen.rp is None  # profil desa 2024 tidak pernah diukur
    SubKegiatan.objects.filter(kode="2.13.04.2.01.0011", kegiatan__program__tahun=2025).update(
        realisasi_lalu=2, realisasi_lalu_rupiah=20_000_000
    )
    sub = SubKegiatan.objects.get(kode="2.13.04.2.01.0011", kegiatan__program__tahun=2025)
    PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=1, kinerja=1, keuangan=10_000_000)
    e81 = next(s for s in TahunKinerja(merangin_nyata, 2025).pohon.baris if s.obj == sub).e81
    assert (e81.akhir.k, e81.persen.k) == (3, Decimal("60.00"))
    assert e81.persen.rp == Decimal("50.00")


def test_e81_tahun_lalu_tidak_dimuat(merangin_nyata):
    PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=merangin_nyata).update(
        tahun_awal=2022, is_bersumber=True
    )
    simpul = TahunKinerja(merangin_nyata, 2024).pohon.program[0]
    assert simpul.lalu.k is None
    assert simpul.e81.akhir.k is None


def test_siapa_belum_melapor(merangin_nyata):
    """Sesudah TW I berakhir: yang dijadwalkan TW I dan tidak punya isian apa pun."""
    assert belum_lapor(TahunKinerja(merangin_nyata, 2024), datetime.date(2024, 3, 30)) == []
    (tw1,) = belum_lapor(TahunKinerja(merangin_nyata, 2024), datetime.date(2024, 3, 31))
    assert tw1.triwulan == 1
    assert dict(tw1.per_unit) == {"Sekretariat": 5, "Bidang PKM": 2, "Bidang Bina Pemdes": 1}
    PeriodeIsian.objects.create(
        kabupaten=merangin_nyata,
        tahun=2024,
        triwulan=2,
        mulai=datetime.date(2024, 3, 31),
        sampai=datetime.date(2024, 7, 9),
    )
    assert [
        b.triwulan
        for b in belum_lapor(TahunKinerja(merangin_nyata, 2024), datetime.date(2024, 3, 31))
    ] == [1, 2]


def test_beranda_menyebut_unit_yang_ditunggu(merangin_nyata):
    user = User.objects.get(username="operator.merangin")
    kurang = {satu.label: satu for satu in belum_diisi(user, 2024)}
    triwulan = kurang["Pengukuran Triwulan I 2024"]
    assert triwulan.alasan.startswith("Belum dilaporkan: Sekretariat 5,")
    assert str(triwulan.kemajuan) == "27 dari 35 baris"
    assert triwulan.url.endswith("?tahun=2024&triwulan=1")


def test_tempat_tanpa_tahun_tercatat_sekali(merangin_nyata):
    """Dijaga basis data pada kedua mesin; pintunya menyebut sebabnya."""
    row = AngkaTercetak.objects.filter(kabupaten=merangin_nyata, tahun=None).first()
    kembar = AngkaTercetak(
        kabupaten=merangin_nyata,
        dokumen=row.dokumen,
        tempat=row.tempat,
        rujukan=row.rujukan,
        tercetak="1",
    )
    with pytest.raises(door.Invalid, match="sudah dicatat"):
        door.save(kembar, by="uji")


@pytest.mark.parametrize("check", [v05_jadwal.check, v06_lengkap.check, v07_rencana.check])
def test_naskah_satu_bidang_hanya_menguji_barisnya(merangin_nyata, check):
    """Temuan dan banyak yang dibandingkan tidak memuat baris bidang lain."""
    kinerja = TahunKinerja(merangin_nyata, 2024)
    sub = kinerja.pohon.sub
    bidang = {s.obj.penanggung_jawab_id for s in sub} - {None}
    satu = sorted(bidang)[0]
    naskah = SimpleNamespace(bidang_id=satu, triwulan=1)
    milik = {str(s.obj) for s in sub if s.obj.penanggung_jawab_id == satu}
    lain = {str(s.obj) for s in sub} - milik
    hasil = check(naskah, kinerja, None)
    seluruh = check(SimpleNamespace(triwulan=1), kinerja, None)
    assert 0 < hasil.banyak < seluruh.banyak
    assert not {t.tempat for t in hasil.temuan} & lain
