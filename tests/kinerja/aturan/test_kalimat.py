"""Yang dibaca dari kalimat naskah."""

import pytest

from kinerja.aturan.kalimat import kurung_timpang, pisah, tahun_asing


def test_pisah_menjaga_ribuan_dan_desimal():
    assert pisah("Pagu Rp 1.234.567 terserap 96,69 %. Sisanya ada;\n- butir\n\n") == [
        "Pagu Rp 1.234.567 terserap 96,69 %.",
        "Sisanya ada;",
        "- butir",
    ]
    assert pisah("Desa (Maju; Mandiri) naik. Selesai") == ["Desa (Maju; Mandiri) naik.", "Selesai"]


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
