"""Batas bentuk kode, uji, perintah dan templat (ADR 16); tiap batas terbukti menggigit."""

from functools import cache
from pathlib import Path

import pytest

from tests.kepadatan import (
    AKAR,
    LEBAR,
    Ukuran,
    baris_lebar,
    berkas_perintah,
    berkas_python,
    templat,
    ukur,
)
from tests.susunan import PACKAGES

KERAPATAN = 4.5  # seluruh kode
KERAPATAN_PAKET = 4.55  # tiap paketnya, agar satu paket tidak menumpang pada yang lain
BARIS_PADAT, BERSARANG = 1, 0.3  # tiap seribu baris
BAGIAN = {"kode": PACKAGES, "uji": ("tests", "manage.py")}
TANAMAN = {
    "tinggi": ("idm/forms.py", "x = 1\n" * 301),
    "panjang": ("idm/actions.py", "def panjang():\n" + "    x = 1\n" * 40),
    "panjang halaman": ("idm/views/isian.py", "def get():\n" + "    x = 1\n" * 20),
    "padat": ("idm/sources.py", f"x = {[0] * 20}\n"),
    "bersarang": ("idm/sources.py", "x = [sum(b for b in a) for a in c]\n"),
    "beruntun": ("idm/sources.py", "x = 1 if a else 2 if b else 3\n"),
    "lebar": ("idm/sources.py", f"x = '{'y' * 95}'\n"),
    "rumit": ("idm/sources.py", f"def f():\n    return {' or '.join('abcdefghi')}\n"),
    "singkat": ("idm/sources.py", "def f(s):\n" + "    pass\n" * 8),
    "singkat perulangan": ("idm/sources.py", "def f():\n    for n in ():\n" + "        pass\n" * 7),
    "terurai": ("idm/sources.py", f"f(\n    a,\n    {'y' * 73},\n)\n"),
    "terurai daftar": ("idm/sources.py", f"x = [\n    a,\n    {'y' * 70},\n]\n"),
    "terurai kamus": ("idm/sources.py", "x = {\n    'a': 1,\n    'b': 2,\n}\n"),
    "terurai impor": ("idm/sources.py", "from core.angka import (\n    persen,\n    rupiah,\n)\n"),
}
TEPAT = {
    "tinggi": ("idm/forms.py", "x = 1\n" * 300),
    "panjang": ("idm/actions.py", "def panjang():\n" + "    x = 1\n" * 39),
    "panjang halaman": ("idm/views/isian.py", "def get():\n" + "    x = 1\n" * 19),
    "padat": ("idm/sources.py", f"x = {[0] * 17}\n"),
    "bersarang": ("idm/sources.py", "x = [len(a) for a in c]\n"),
    "beruntun": ("idm/sources.py", "x = 1 if a else 2\n"),
    "lebar": ("idm/sources.py", f"x = '{'y' * 94}'\n"),
    "rumit": ("idm/sources.py", f"def f():\n    return {' or '.join('abcdefgh')}\n"),
    "singkat": ("idm/sources.py", "def f(s):\n" + "    pass\n" * 7),
    "singkat seungkapan": ("idm/sources.py", "def f():\n" + "    [s for s in ()]\n" * 8),
    "terurai": ("idm/sources.py", f"f(\n    a,\n    {'y' * 76},\n)\n"),
    "terurai daftar": ("idm/sources.py", f"x = [\n    a,\n    {'y' * 73},\n]\n"),
    "terurai bercatatan": ("idm/sources.py", "x = [\n    a,  # sebabnya\n    b,\n]\n"),
}


@cache
def ukuran(*folder: str) -> Ukuran:
    return ukur(berkas_python(*folder))


@pytest.mark.parametrize("paket", PACKAGES)
def test_paket_tidak_padat(paket: str) -> None:
    assert ukuran(paket).simpul_per_baris <= KERAPATAN_PAKET


def test_seluruh_kode_tidak_padat() -> None:
    kode = ukuran(*PACKAGES)
    assert kode.simpul_per_baris <= KERAPATAN
    assert kode.seribu(kode.padat) <= BARIS_PADAT, kode.padat
    assert kode.seribu(kode.bersarang) <= BERSARANG, kode.bersarang
    assert kode.beruntun == []


@pytest.mark.parametrize("batas", ["tinggi", "panjang", "lebar", "rumit", "terurai"])
@pytest.mark.parametrize("bagian", BAGIAN)
def test_berkas_fungsi_dan_barisnya_pendek(bagian: str, batas: str) -> None:
    assert getattr(ukuran(*BAGIAN[bagian]), batas) == []


def test_fungsi_panjang_menamai_dengan_kata() -> None:
    assert ukuran(*PACKAGES).singkat == []


def test_baris_perintah_sempit() -> None:
    berkas = list(berkas_perintah())
    assert AKAR / "bin/test" in berkas
    for path in berkas:
        assert baris_lebar(path.name, path.read_text().splitlines(), LEBAR) == []


def test_templat_pendek_dan_sempit() -> None:
    assert templat() == {"tinggi": [], "lebar": []}


def tanam(akar: Path, nama: str, isi: str) -> Ukuran:
    path = akar / nama
    path.parent.mkdir(parents=True)
    path.write_text(isi)
    return ukur([path], akar)


@pytest.mark.parametrize("jenis", TANAMAN)
def test_yang_melampaui_disebut_tempatnya(tmp_path: Path, jenis: str) -> None:
    nama, isi = TANAMAN[jenis]
    (tempat,) = getattr(tanam(tmp_path, nama, isi), jenis.split()[0])
    assert tempat.startswith(nama)


@pytest.mark.parametrize("jenis", TEPAT)
def test_yang_tepat_di_batas_tidak_disebut(tmp_path: Path, jenis: str) -> None:
    nama, isi = TEPAT[jenis]
    assert getattr(tanam(tmp_path, nama, isi), jenis.split()[0]) == []


def test_simpul_tiap_baris_terhitung(tmp_path: Path) -> None:
    """Baris kosong dan komentar tidak ikut: tiga baris, sebelas simpul."""
    hasil = tanam(tmp_path, "idm/sources.py", "# catatan\n\nx = 1\ny = x + 1\nz = 2\n")
    assert (hasil.baris, hasil.simpul) == (3, 11)


def tanam_templat(akar: Path, nama: str, banyak: int, lebar: int) -> dict[str, list[str]]:
    path = akar / nama
    path.parent.mkdir(parents=True)
    path.write_text("x" * lebar + "\n" * banyak)
    return templat(akar)


TEMPLAT = ("templates/idm/a.html", "templates/idm/print/a.typ", "static/print/a.css")


@pytest.mark.parametrize("nama", TEMPLAT)
def test_templat_yang_melampaui_disebut(tmp_path: Path, nama: str) -> None:
    hasil = tanam_templat(tmp_path, nama, 151, 121)
    assert hasil == {"tinggi": [f"{nama} (151)"], "lebar": [f"{nama}:1"]}


@pytest.mark.parametrize("nama", ["static/css/a.css", "static/js/a.js"])
def test_berkas_layar_hanya_dibatasi_lebarnya(tmp_path: Path, nama: str) -> None:
    hasil = tanam_templat(tmp_path, nama, 151, 121)
    assert hasil == {"tinggi": [], "lebar": [f"{nama}:1"]}


@pytest.mark.parametrize("nama", TEMPLAT)
def test_templat_yang_tepat_di_batas_tidak_disebut(tmp_path: Path, nama: str) -> None:
    hasil = tanam_templat(tmp_path, nama, 150, 120)
    assert hasil == {"tinggi": [], "lebar": []}
