"""Satu tata cetak: tidak ada ukuran, huruf atau warna kedua bagi aturan yang sama."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from documents.tata_cetak import tata, typst, ukuran
from tests.susunan import ROOT

CSS = {path.name: path.read_text() for path in (ROOT / "static/print").glob("*.css")}
TYP = {path.name: path.read_text() for path in (ROOT / "templates").rglob("*.typ")}
TATA = CSS.pop("tata.css")
# bagian yang dicetak kedua mesin; pratinjau di layar bukan cetakan
BERSAMA = re.compile(r"@page|\.(kop|ttd|para-pihak|kepala-halaman|kaki-halaman|judul-naskah)\b")
KERTAS = re.compile(r"size: A4( landscape)?")
PANJANG = re.compile(r"(?<![\w-])(?!(?:0|1)(?:mm|pt|em)\b)[\d.]+(?:mm|pt|em|rem)\b")
RUPA = re.compile(r"#[0-9a-f]{6}\b|rgb\(|Liberation|Arial|Times", re.IGNORECASE)
KHUSUS = {".para-pihak .jabatan"}  # tingginya agar nama kedua pihak sejajar


def angka_kedua(css: str) -> Iterator[str]:
    """Pernyataan berukuran pada bagian bersama."""
    cetak, _, _ = css.partition("@media screen")
    for pemilih, isi in re.findall(r"([^{}]+)\{([^{}]*)", cetak):
        nama = pemilih.strip().splitlines()[-1]
        if BERSAMA.search(nama) and nama not in KHUSUS:
            yield from (f"{nama} {panjang}" for panjang in PANJANG.findall(isi))


@pytest.mark.parametrize("nama", CSS)
def test_bagian_bersama_tanpa_angka_sendiri(nama: str) -> None:
    assert list(angka_kedua(CSS[nama])) == []


def test_angka_kedua_ditemukan() -> None:
    tanaman = ".ttd .ttd-ruang { height: 22mm }\n.tabel { margin: 2mm }\n"
    assert list(angka_kedua(tanaman)) == [".ttd .ttd-ruang 22mm"]


@pytest.mark.parametrize("nama", TYP)
def test_templat_typst_tanpa_angka_sendiri(nama: str) -> None:
    assert PANJANG.findall(TYP[nama]) == []


@pytest.mark.parametrize("nama", [*CSS, *TYP])
def test_huruf_dan_warna_hanya_di_tata_cetak(nama: str) -> None:
    cetak, _, _ = {**CSS, **TYP}[nama].partition("@media screen")
    assert RUPA.findall(cetak) == []


def test_yang_dinyatakan_dipakai_dan_yang_dipakai_dinyatakan() -> None:
    disebut = set(re.findall(r"var\(--([a-z-]+)\)", "".join(CSS.values())))
    assert disebut <= set(tata())
    disebut |= set(re.findall(r"tata\.(?!css|typ)([a-z-]+)", "".join(TYP.values())))
    assert disebut == set(tata())


def test_tata_cetak_bagi_typst_dan_penakar() -> None:
    kamus = typst()
    assert '  redup: rgb("#56625d"),\n' in kamus
    assert '  sans: "Liberation Sans",\n' in kamus
    assert "  ttd-ruang: 24mm,\n" in kamus
    assert ukuran("sel-tegak") == Decimal("0.13")
    with pytest.raises(ValueError, match="bukan ukuran"):
        ukuran("sans")


def test_nama_tidak_dinyatakan_dua_kali() -> None:
    semua = re.findall(r"--([a-z-]+):", TATA)
    assert len(semua) == len(set(semua)) == len(tata())
