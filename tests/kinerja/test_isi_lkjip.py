"""Susunan buku LKjIP: nomor hanya bagi yang tercetak, desa yang disebut, dan isi yang diminta."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from core import grafik
from core.grafik import Setahun
from idm.reports.acuan import acuan, pembanding
from idm.reports.status import URUTAN, StatusTahun
from kinerja.naskah.lkjip.isi import daftar
from kinerja.naskah.lkjip.isi.daftar import ANGKA, BAB, DEPAN, HURUF, LAMPIRAN, POLOS, Entri
from kinerja.naskah.lkjip.isi.desa import TANPA_DESA, DesaStatus, KecamatanDesa, RincianDesa

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
    assert RINCIAN.petak[1]["desa"][1] == {"nomor": "2", "nama": "Empat", "status": "MANDIRI"}
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
