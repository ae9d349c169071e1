"""Dua halaman tidak pernah menuliskan dua nilai bagi satu angka."""

import sys
from collections.abc import Callable

import pytest

from tests.jalan.figur import Figur, Kumpulan, Tertulis, baku
from tests.jalan.tempat import (
    Jalan,
    telusuri_akip,
    telusuri_beranda,
    telusuri_desa,
    telusuri_kantor,
    telusuri_kelembagaan,
    telusuri_kinerja,
    telusuri_layanan,
    telusuri_naskah,
    telusuri_pengukuran,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sekali("tulisan pada halaman dan naskah; angkanya diuji di tempat lain"),
]
Telusur = Callable[[Jalan], None]
# kabupaten, tahun, yang ditelusuri, dan paling sedikit angka yang tertulis di dua tempat
JALAN: list[tuple[str, int, tuple[Telusur, ...], int]] = [
    ("16.07", 2023, (telusuri_kinerja, telusuri_naskah, telusuri_kelembagaan), 480),
    ("16.07", 2023, (telusuri_desa,), 1500),
    ("16.07", 2024, (telusuri_desa,), 2000),
    ("15.02", 2024, (telusuri_kinerja, telusuri_naskah), 1600),
    ("16.07", 2023, (telusuri_beranda, telusuri_akip), 4),
    ("15.02", 2024, (telusuri_beranda, telusuri_pengukuran), 4),
    ("16.07", 2024, (telusuri_layanan,), 1400),
    ("16.07", 2025, (telusuri_kantor,), 1000),
]


@pytest.mark.parametrize(
    ("kode", "tahun", "telusur", "paling_sedikit"),
    JALAN,
    ids=[
        "banyuasin-2023",
        "desa-2023",
        "desa-2024",
        "merangin-2024",
        "beranda-2023",
        "beranda-2024",
        "layanan-2024",
        "kantor-2025",
    ],
)
def test_satu_angka_satu_tulisan(
    nyata: None, kode: str, tahun: int, telusur: tuple[Telusur, ...], paling_sedikit: int
) -> None:
    jalan = Jalan(kode, tahun)
    for satu in telusur:
        satu(jalan)
    kumpulan = jalan.kumpulan
    kosong = sorted(tempat for tempat, banyak in kumpulan.tempat.items() if not banyak)
    bersama = len(kumpulan.bersama)
    sys.stdout.write(f"{len(kumpulan.figur)} angka, {bersama} di lebih dari satu tempat, ")
    sys.stdout.write(f"{sum(kumpulan.tempat.values())} tulisan, {len(kumpulan.tempat)} tempat.\n")
    assert kosong == []
    assert kumpulan.berbeda == []
    assert bersama >= paling_sedikit


def test_yang_berbeda_disebut_dengan_tempatnya() -> None:
    """Nilai lain dan yang tidak diketahui di satu tempat saja sama-sama perbedaan."""
    kumpulan = Kumpulan()
    for hal, kiri, kanan in (
        ("pagu", "Rp 1.000", "1.000"),
        ("realisasi", "Rp 900", "90"),
        ("persen", "90,00 %", "90"),
        ("k", "tidak dapat dihitung", ""),
        ("sisa", "—", "100"),
    ):
        figur = Figur("program", 2024, hal)
        kumpulan.record("dasbor", iter([Tertulis(figur, kiri)]))
        kumpulan.record("naskah", iter([Tertulis(figur, kanan)]))
    kumpulan.record("beranda", iter(()))
    assert len(kumpulan.bersama) == 5
    assert kumpulan.berbeda == [
        "program 2024 persen → '90,00': ['dasbor']; '90': ['naskah']",
        "program 2024 realisasi → '900': ['dasbor']; '90': ['naskah']",
        "program 2024 sisa → '—': ['dasbor']; '100': ['naskah']",
    ]
    assert kumpulan.tempat["beranda"] == 0


@pytest.mark.parametrize(
    ("tulisan", "angka"),
    [("Rp 1.234.567", "1.234.567"), ("82,30 %", "82,30"), ("-9 Nilai", "-9"), ("+3", "3"),
     ("243\nNilai", "243"), ("Tidak Efisien", "tidak efisien"), ("Belum dapat dihitung", "—")],
)  # fmt: skip
def test_satuan_dan_rupiah_bukan_bagian_angka(tulisan: str, angka: str) -> None:
    assert baku(tulisan) == angka
