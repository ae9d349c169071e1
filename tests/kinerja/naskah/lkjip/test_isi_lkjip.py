"""Susunan buku LKjIP: nomor hanya bagi yang tercetak, desa yang disebut, dan isi yang diminta."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.urls import reverse

from core import grafik
from core.grafik import Setahun
from documents import render
from documents.kepala import Orang
from idm.reports.acuan import acuan, pembanding
from idm.reports.status import URUTAN, StatusTahun
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.naskah.lkjip.isi import daftar
from kinerja.naskah.lkjip.isi.daftar import ANGKA, BAB, DEPAN, HURUF, LAMPIRAN, POLOS, Entri
from kinerja.naskah.lkjip.isi.desa import TANPA_DESA, DesaStatus, KecamatanDesa, RincianDesa
from kinerja.naskah.lkjip.isi.perjanjian import PerjanjianSah
from kinerja.naskah.lkjip.lembar import bagian
from kinerja.naskah.lkjip.reports.isi_wajib import isi_wajib
from kinerja.naskah.lkjip.reports.perjanjian import perjanjian_sah
from kinerja.naskah.perjanjian.isi import (
    IndikatorPerjanjian,
    SasaranPerjanjian,
    UangPerjanjian,
)
from kinerja.tahun.tahun_kinerja import TahunKinerja

ISI = SimpleNamespace(tahun=2023, naskah={"saran": SimpleNamespace(judul="Saran kami")}, ada=False)


def entri(kode, cara, judul="Judul {p.tahun}", **lain):
    return Entri(kode, cara, judul, **({"ada": lambda isi: True} | lain))


def test_bagian_bernomor_dalam_induknya():
    semua = [
        entri("depan", DEPAN), entri("satu", BAB), entri("a", HURUF, "{n[saran]}"),
        entri("tanpa", HURUF, ada=lambda isi: isi.ada), entri("b", HURUF), entri("b1", ANGKA),
        entri("dua", BAB), entri("polos", POLOS), entri("c", HURUF, "{n[lain]}{lalu}"),
        entri("c1", ANGKA), entri("lampiran", LAMPIRAN),
    ]  # fmt: skip
    butir = daftar.bagian(semua, ISI)
    label = {kode: satu.label for kode, satu in butir.items()}
    assert label == {
        "depan": "", "satu": "BAB I", "a": "A.", "b": "B.", "b1": "1.", "dua": "BAB II",
        "polos": "", "c": "A.", "c1": "1.", "lampiran": "Lampiran I",
    }  # fmt: skip
    assert (butir["a"].judul, butir["b"].judul, butir["c"].judul) == (
        "Saran kami",
        "Judul 2023",
        "2022",
    )
    assert [satu.kode for satu in butir.values() if satu.is_depan] == ["depan"]


def test_tabel_bernomor_dalam_babnya_dan_gambar_terus():
    semua = [entri("a", "1"), entri("b", "3", ada=lambda isi: isi.ada), entri("c", "3")]
    assert [satu.label for satu in daftar.tabel(semua, ISI).values()] == ["Tabel 1.1", "Tabel 3.1"]
    assert [satu.label for satu in daftar.gambar(semua, ISI).values()] == ["Gambar 1", "Gambar 2"]


def desa(nama, lalu, kini):
    return DesaStatus(nama=nama, status=kini, lalu=lalu)


RINCIAN = RincianDesa(
    kecamatan=(
        KecamatanDesa(
            nama="Hulu",
            desa=(desa("Satu", "TERTINGGAL", "MAJU"), desa("Dua", "MAJU", "BERKEMBANG")),
        ),
        KecamatanDesa(
            nama="Hilir",
            desa=(desa("Tiga", "TERTINGGAL", "TERTINGGAL"), desa("Empat", "", "MANDIRI")),
        ),
    )
)


def test_desa_yang_berpindah_dan_yang_tertinggal_disebut():
    assert [(k.sebutan, k.banyak, k.kecamatan) for k in RINCIAN.pindah] == [
        ("Tertinggal menjadi Maju", 1, (("Hulu", "Satu"),)),
        ("Maju menjadi Berkembang", 1, (("Hulu", "Dua"),)),
    ]
    assert [k.kecamatan for k in RINCIAN.tertinggal] == [(("Hilir", "Tiga"),)]
    assert [k.sebutan for k in RINCIAN.per_status] == [
        "Mandiri",
        "Maju",
        "Berkembang",
        "Tertinggal",
    ]
    assert (RINCIAN.jumlah, RINCIAN.banyak) == ([1, 1, 1, 1, 0], 4)
    assert (RINCIAN.naik, RINCIAN.turun, RINCIAN.is_berpindah) == (1, 1, True)
    petak = RINCIAN.petak[1].desa[1]
    assert (petak.nomor, petak.nama, petak.status, petak.url) == (2, "Empat", "MANDIRI", "")
    assert (TANPA_DESA.pindah, TANPA_DESA.banyak, TANPA_DESA.is_berpindah) == ([], 0, False)


def status(tahun, *banyak):
    counts = dict(zip(URUTAN, banyak, strict=True))
    return StatusTahun(tahun=tahun, counts=counts, sumber="uji", is_rinci=True)


@pytest.mark.parametrize(
    ("kode", "tahun", "nama"),
    [
        ("16.07", 2024, ["Kabupaten Uji", "Sumatera Selatan", "Nasional"]),
        ("16.07", 2025, ["Kabupaten Uji", "Nasional"]),
        ("16.07", 2023, []),
    ],
)
def test_pembanding_menurut_terbitan_tahun_itu(kode, tahun, nama):
    class Uji(SimpleNamespace):
        def __str__(self):
            return "Kabupaten Uji"

    kini = status(tahun, 1, 1, 2, 0, 0)
    daerah = pembanding(Uji(kode=kode), tahun, kini)
    assert [satu.nama for satu in daerah] == nama
    assert pembanding(Uji(kode=kode), tahun, None) == ()
    if daerah:
        assert daerah[0].baris[2] == (2, Decimal("50.00"))


def test_acuan_senegara_jumlah_provinsinya():
    terbitan = acuan()
    provinsi = [satu for (tahun, kode), satu in terbitan.items() if tahun == 2024 and kode]
    assert sum(satu.banyak for satu in provinsi) == terbitan[2024, ""].banyak == 75261
    assert terbitan[2025, ""].banyak == 75261


def test_gambar_deret_memuat_semua_angka():
    semua = [
        Setahun(2022, 5, Decimal("4.5")),
        Setahun(2023, None, Decimal(-1)),
        Setahun(2026, 9, None),
    ]
    svg = grafik.deret("Uji", semua, desimal=1)
    for tulisan in ("2022", "2023", "2026", "5,0", "4,5", "-1,0", "9,0", "Target", "Realisasi"):
        assert f">{tulisan}</text>" in svg
    assert svg.count("<line") == 3  # dua target dan alasnya
    assert 'height="-' not in svg
    assert ">2024</text>" in grafik.deret("Nol", [Setahun(2024, 0, 0)])
    assert "<text" in grafik.deret("Kosong", [])


@pytest.mark.django_db
def test_halaman_isi_menyebut_letak_dan_yang_belum_ada(banyuasin, client_for):
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    lkjip.bagian.filter(kode="sarana").update(isi="<p>Dua kendaraan dinas.</p>")
    semua = {}
    for _, terpenuhi in isi_wajib(lkjip, lkjip.reading().isi):
        semua |= {satu.uraian: satu for satu in terpenuhi}
    sarana = semua["Sarana dan prasarana"]
    assert (sarana.is_ada, sarana.bagian.kode, sarana.tempat[0].kode) == (True, "sarana", "sarana")
    assert not semua["Target dan realisasi tahun ini"].is_ada
    assert not semua["Perjanjian kinerja yang sah"].is_ada
    assert not semua["Indikator kinerja dan formulanya"].is_ada
    assert semua["Perjanjian kinerja"].is_sebagian
    assert not sarana.is_sebagian
    halaman = client_for("operator").get(reverse("kinerja:lkjip_wajib", args=[lkjip.pk])).text
    assert f"{reverse('kinerja:lkjip_preview', args=[lkjip.pk])}#sarana" in halaman
    assert "Belum ada" in halaman


@pytest.mark.django_db
def test_perjanjian_sah_dilampirkan_dengan_kodenya(banyuasin):
    kinerja = TahunKinerja(banyuasin, 2023)
    assert perjanjian_sah(kinerja) is None
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    orang = Orang(nama="Pejabat Contoh 1", jabatan="Kepala Dinas", pangkat="", golongan="", nip="")
    indikator = IndikatorPerjanjian(
        nama="Desa maju",
        satuan="desa",
        desimal=0,
        target=besaran(Decimal(7)),
    )
    sah = PerjanjianSah(
        judul="Perjanjian Kinerja",
        nomor="1/PK",
        tanggal=None,
        kode="ABCD-EFGH",
        pertama=orang,
        kedua=orang,
        sasaran=(SasaranPerjanjian(sasaran="Desa berdaya", indikator=(indikator,)),),
        sebutan="Program",
        anggaran=(UangPerjanjian(kode="2.13.02", nama="Program uji", pagu=Decimal(1234)),),
    )
    isi = replace(lkjip.reading().isi, perjanjian_sah=sah)
    naskah = render.html(
        "kinerja/naskah/lkjip/cetak.html",
        {"p": isi, "bagian": bagian(isi), "cap": None, "status": "Draf", "is_signed": False},
    )
    for tulisan in ("ABCD-EFGH", "1/PK", "Desa berdaya", "7 desa", "1.234", "Lampiran I"):
        assert tulisan in naskah
