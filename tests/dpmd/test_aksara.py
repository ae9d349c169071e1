"""Tiap aksara yang dapat tercetak ada pada huruf cetaknya, sehingga tidak menjadi kotak."""

import ast
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from unicodedata import category

import pytest

from documents.pencetak import glyphs
from kinerja.aturan.capaian import Arah
from kinerja.aturan.periode import Cara
from kinerja.naskah.evaluasi.lembar import TANDA_CARA
from tests import emas
from tests.modul import simpul

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPAT = (
    "core/tabel.py",
    "documents/cetakan.py",
    "documents/lembar/**/*.py",
    "kinerja/aturan/*.py",
    "kinerja/perencanaan/lembar.py",
    "*/naskah/**/*.py",
    "*/laporan/**/*.py",
    "templates/*/naskah/**/*.html",
    "templates/documents/print/*.typ",
    "static/print/*.css",
)
BERKAS = sorted({path for pola in TEMPAT for path in ROOT.glob(pola)})
DIKENAL = glyphs()
BERDOKUMEN = (ast.Module, ast.ClassDef, ast.FunctionDef)


def asing(teks: str) -> set[str]:
    """Aksara `teks` di luar huruf cetak; yang bukan tulisan (`Cc`, `Co`) tidak dihitung."""
    tulisan = {satu for satu in teks if category(satu) not in {"Cc", "Co"}}
    return {satu for satu in tulisan if ord(satu) not in DIKENAL}


def tulisan(path: Path) -> str:
    """Isi templat, atau semua teks satu modul tanpa keterangannya."""
    teks = path.read_text()
    return "".join(_tetapan(teks)) if path.suffix == ".py" else teks


def _tetapan(teks: str) -> Iterator[str]:
    semua = simpul(teks)
    keterangan = set()
    for node in semua:
        if isinstance(node, BERDOKUMEN):
            keterangan.add(ast.get_docstring(node, clean=False))
    for node in semua:
        isi = getattr(node, "value", None)
        if isinstance(node, ast.Constant) and isinstance(isi, str) and isi not in keterangan:
            yield isi


def test_tulisan_naskah_ada_pada_huruf_cetak() -> None:
    assert len(BERKAS) > 100
    assert {path.name: salah for path in BERKAS if (salah := asing(tulisan(path)))} == {}


@pytest.mark.parametrize("berkas", emas.BERKAS, ids=emas.sebutan)
def test_cetakan_tiap_naskah_ada_pada_huruf_cetak(berkas: Path) -> None:
    assert asing(unescape(emas.teks(emas.cetakan(berkas)))) == set()


def test_tiap_aturan_baris_bertanda_sendiri() -> None:
    """Yang dijumlahkan dan yang naik tanpa tanda."""
    lambang = {arah: arah.rumus.tanda for arah in Arah if arah.rumus.tanda}
    tanda = [*TANDA_CARA.values(), *lambang.values()]
    assert len(set(tanda)) == len(tanda)
    assert set(Cara) - set(TANDA_CARA) == {Cara.JUMLAH}
    assert set(Arah) - set(lambang) == {Arah.NAIK}
