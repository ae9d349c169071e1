"""Yang dibaca dari kalimat naskah."""

from decimal import Decimal

import pytest

from kinerja.aturan.kalimat import (
    is_tentang_uang,
    kurung_timpang,
    persen_disebut,
    pisah,
    tahun_asing,
)


def test_pisah_menjaga_ribuan_dan_desimal():
    assert pisah("Pagu Rp 1.234.567 terserap 96,69 %. Sisanya ada;\n- butir\n\n") == [
        "Pagu Rp 1.234.567 terserap 96,69 %.",
        "Sisanya ada;",
        "- butir",
    ]
    assert pisah("Desa (Maju; Mandiri) naik. Selesai") == ["Desa (Maju; Mandiri) naik.", "Selesai"]


@pytest.mark.parametrize(
    ("kalimat", "disebut"),
    [
        ("Realisasi 12,00 % dari target 100 %.", [("realisasi", "12,00"), ("target", "100")]),
        ("Pencapaian sebesar 82,30%", [("capaian", "82,30")]),
        ("dengan realisasi Rp 5 sisanya 3,31 %", [("", "3,31")]),
        ("Sebanyak 5,5 %", [("", "5,5")]),
        ("Terserap 96,69 %, setara 90 %", [("realisasi", "96,69"), ("capaian", "90")]),
        ("tertulis 12.34 %", []),
        ("tanpa persen 12", []),
    ],
)
def test_persen_disebut(kalimat, disebut):
    assert [(p.jenis, p.tulisan) for p in persen_disebut(kalimat)] == disebut


def test_persen_sama_pada_ketelitiannya():
    (satu,) = persen_disebut("capaian 82,3 %")
    assert satu.is_sama([Decimal("82.304")])
    assert not satu.is_sama([Decimal("82.36"), Decimal(12)])


def test_tentang_uang():
    assert is_tentang_uang("penyerapan anggaran mencapai target")
    assert not is_tentang_uang("kinerja dan keuangan mencapai target")
    assert not is_tentang_uang("desa mencapai target")


@pytest.mark.parametrize(
    ("kalimat", "asing"),
    [
        ("Perjanjian Kinerja Tahun 2022 disusun.", [("Perjanjian Kinerja", "2022")]),
        ("penyelenggaraan tahun anggaran 2020", [("tahun anggaran", "2020")]),
        ("Rekomendasi atas LKjIP Tahun 2022 sudah ditindaklanjuti.", []),
        ("Dibandingkan Laporan Kinerja Tahun 2022 angkanya naik.", []),
        ("Laporan Kinerja Tahun 2023", []),
        ("Desa tertinggal 51 menjadi 43 (LKjIP 2024).", []),
        ("Menurut LKjIP 2024 angkanya 43.", []),
        ("Tercetak 15,68 pada LKjIP Tahun 2024.", []),
        ("Laporan Kinerja (LKjIP) Tahun 2022 disusun.", [("Laporan Kinerja (LKjIP)", "2022")]),
        ("Laporan Kinerja (LKjIP 2022) disusun.", [("LKjIP", "2022")]),
    ],
)
def test_tahun_asing(kalimat, asing):
    assert tahun_asing(kalimat, 2023) == asing


@pytest.mark.parametrize(
    ("teks", "timpang"),
    [
        ("Rencana – (Realisasi - Rencana", "("),
        ("Rencana) / Rencana", ")"),
        ("(a [b) c]", ")"),
        ("a) butir\nb) butir", ""),
        ("(satu) [dua] {tiga}", ""),
        ("akhir 2021 hanya satu (3 pada 2022, bertambah 2), jadi 1", ""),
        ("bertambah 2) desa", ""),
        ("2] desa", "]"),
    ],
)
def test_kurung_timpang(teks, timpang):
    assert kurung_timpang(teks) == timpang
