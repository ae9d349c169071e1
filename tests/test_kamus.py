"""Kamus: nama di kode dan ujinya memakai sebutan pada docs/kamus.md."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from inspect import isfunction, signature
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import global_settings

from tests.modul import modules, simpul
from tests.susunan import PACKAGES

ROOT = Path(__file__).resolve().parent.parent
KOLOM = 5  # tabel larangan; tabel istilah dua kolom
FUNGSI = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
BERNAMA = (*FUNGSI, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
KATA = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def words(nama: str) -> set[str]:
    """Kata-kata dalam satu nama: `NaskahDetail` berisi naskah dan detail."""
    return {word.lower() for word in KATA.findall(nama)}


def semua_nama(teks: str) -> Iterator[str]:
    """Nama yang diberikan di `teks`; nama fungsi uji adalah kalimat, jadi tidak ikut."""
    for node in simpul(teks):
        if isinstance(node, BERNAMA):
            yield from _named(node.name)
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.alias):
            yield from _named(node.asname)
        elif isinstance(node, ast.MatchMapping):
            yield from _named(node.rest)
        elif isinstance(getattr(node, "ctx", None), ast.Store):
            yield from _stored(node)


def _named(nama: str | None) -> Iterator[str]:
    """Nama di luar sebuah `Name`: fungsi, kelas, galat yang ditangkap, impor, pola `match`."""
    if nama and not nama.startswith("test_"):
        yield nama


def _stored(node: ast.AST) -> Iterator[str]:
    """Nama peubah atau atribut yang diisi."""
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.Attribute):
        yield node.attr


@cache
def table(kamus: str) -> tuple[dict[str, str], set[str]]:
    """Kata yang tidak dipakai dengan sebutannya, dan nama yang dikecualikan."""
    unused, excepted = {}, set()
    for baris in kamus.splitlines():
        cells = [cell.strip() for cell in baris.split("|")[1:-1]]
        if len(cells) == KOLOM and "`" in cells[1]:
            unused |= dict.fromkeys(cells[2].split(), cells[1])
            excepted |= set(re.findall(r"`([\w/]+)`", cells[3]))
    return unused, excepted


@cache
def named(path: str, teks: str) -> frozenset[str]:
    """Nama berkasnya dan semua nama di dalamnya."""
    return frozenset({Path(path).stem, *semua_nama(teks)})


def given(path: str, nama: str) -> bool:
    """Setelan Django, atau anggota kelas di berkas itu yang menimpa anggota kelas kerangka."""
    if nama.isupper():
        return hasattr(global_settings, nama)
    package = path.split("/")[0]
    if package not in PACKAGES or not (ROOT / path).exists():
        return False
    module = import_module(path.removesuffix(".py").replace("/", "."))
    own = [satu for satu in vars(module).values() if is_own(satu, module)]
    return any(is_overridden(satu, nama) or is_passed(satu, nama) for satu in own)


def is_own(nilai: object, module: ModuleType) -> bool:
    """Kelas yang ditulis di `module`, bukan yang diimpornya."""
    return isinstance(nilai, type) and nilai.__module__ == module.__name__


def is_overridden(kelas: type, nama: str) -> bool:
    """`kelas` memberi `nama`, yang juga anggota induknya di luar proyek."""
    outside = [satu for satu in kelas.__mro__ if satu.__module__.split(".")[0] not in PACKAGES]
    return nama in vars(kelas) and any(nama in vars(satu) for satu in outside)


def is_passed(kelas: type, nama: str) -> bool:
    """Argumen `nama` diisi kerangka: metodenya menimpa metode kerangka, atau mengisi sel tabel."""
    for metode, isi in vars(kelas).items():
        is_diisi = metode.startswith("render_") or is_overridden(kelas, metode)
        if is_diisi and isfunction(isi) and nama in signature(isi).parameters:
            return True
    return False


def places(path: str, nama: str) -> set[str]:
    """Nama itu, juga berawalan folder dan berkasnya: yang dikecualikan di sana saja."""
    tempat = Path(path).with_suffix("")
    return {nama, f"{tempat.parent.as_posix()}/{nama}", f"{tempat.as_posix()}/{nama}"}


def pelanggaran(path: str, teks: str, kamus: str) -> list[str]:
    unused, excepted = table(kamus)
    hasil = []
    for nama in named(path, teks):
        if excepted & places(path, nama):
            continue
        terlarang = words(nama) & unused.keys()
        if terlarang and given(path, nama):
            continue
        for word in terlarang:
            hasil.append(f"{path}: {nama} memuat {word}; sebutannya {unused[word]}")
    return sorted(hasil)


def sources() -> Iterator[tuple[str, str]]:
    for module in modules(ROOT).values():
        if not module.is_migration:
            yield module.path, module.teks
    for berkas in (ROOT / "tests").rglob("*.py"):
        yield berkas.relative_to(ROOT).as_posix(), berkas.read_text()
    for berkas in (ROOT / "templates").rglob("*.html"):
        yield berkas.relative_to(ROOT).as_posix(), ""


KAMUS = (ROOT / "docs/kamus.md").read_text()


def test_names_use_the_dictionary() -> None:
    assert [satu for path, teks in sources() for satu in pelanggaran(path, teks, KAMUS)] == []


def test_each_exception_is_used() -> None:
    used: set[str] = set()
    for path, teks in sources():
        for nama in named(path, teks):
            used |= places(path, nama)
    assert table(KAMUS)[1] - used == set()


def test_a_word_has_one_meaning() -> None:
    """Sebutan satu gagasan bukan kata terlarang gagasan lain, dan tiap kata terlarang satu kali."""
    unused, _ = table(KAMUS)
    rows = [
        [cell.strip() for cell in baris.split("|")[1:-1]]
        for baris in KAMUS.splitlines()
        if baris.startswith("| ") and "`" in baris
    ]
    assert all(row[2] for row in rows if len(row) == KOLOM)  # tanpa larangan: tabel istilah
    banned = [word for row in rows if len(row) == KOLOM for word in row[2].split()]
    assert len(banned) == len(set(banned))
    used = {row[1] for row in rows}
    assert [word for word in unused if f"`{word}`" in used] == []


@pytest.mark.parametrize(
    "teks",
    [
        "class PaperList:\n    pass\n",
        "def cetak(paper):\n    return paper\n",
        "def f(x):\n    x.paper = 1\n",
        "daftar_paper = 1\n",
        "def print_paper():\n    pass\n",
        "async def print_paper():\n    pass\n",
        "try:\n    pass\nexcept ValueError as paper:\n    pass\n",
        "import json as paper\n",
        "from json import loads as paper\n",
        "match 1:\n    case paper:\n        pass\n",
        "match 1:\n    case [*paper]:\n        pass\n",
        "match 1:\n    case {**paper}:\n        pass\n",
    ],
)
def test_unused_words_are_refused(teks: str) -> None:
    (satu,) = pelanggaran("core/isi.py", teks, KAMUS)
    assert "memuat paper; sebutannya `naskah`" in satu


def test_used_words_and_test_sentences_are_accepted() -> None:
    head = "class NaskahDetail:\n    def test_document_yang_sah(self, document_id):\n"
    teks = f"{head}        naskah = document_id\n"
    assert pelanggaran("core/isi.py", teks, KAMUS) == []


def test_an_exception_may_hold_in_one_file() -> None:
    kamus = "| halaman | `halaman` | page | `tests/browser/jalan/page` | perkakas |\n"
    assert pelanggaran("tests/browser/jalan.py", "page = 1\n", kamus) == []
    assert len(pelanggaran("tests/browser/conftest.py", "page = 1\n", kamus)) == 1


def test_an_exception_may_hold_in_one_folder() -> None:
    kamus = "| halaman | `halaman` | page | `tests/browser/page` | perkakas |\n"
    assert pelanggaran("tests/browser/conftest.py", "page = 1\n", kamus) == []
    (satu,) = pelanggaran("tests/core/test_views.py", "page = 1\n", kamus)
    assert "memuat page; sebutannya `halaman`" in satu


def test_a_name_of_the_framework_holds_where_it_is_overridden() -> None:
    teks = "default_error_messages = {}\n"
    assert pelanggaran("core/forms/bidang.py", teks, KAMUS) == []
    argumen = "def clean(self, value):\n    pass\n"
    assert pelanggaran("core/forms/bidang.py", argumen, KAMUS) == []
    (satu,) = pelanggaran("core/angka.py", argumen, KAMUS)
    assert "memuat value; sebutannya `nilai`" in satu
    assert pelanggaran("dpmd/settings.py", "FILE_UPLOAD_HANDLERS = []\n", KAMUS) == []
    for path in ("core/grid/dasar.py", "idm/scoring.py", "tests/crud.py"):
        (satu,) = pelanggaran(path, teks, KAMUS)
        assert "memuat messages; sebutannya `pesan`" in satu
    (satu,) = pelanggaran("dpmd/settings.py", "FILE_KANTOR = []\n", KAMUS)
    assert "memuat file; sebutannya `berkas`" in satu


def test_file_names_count() -> None:
    assert pelanggaran("kinerja/papers.py", "", KAMUS) == [
        "kinerja/papers.py: papers memuat papers; sebutannya `naskah`"
    ]
