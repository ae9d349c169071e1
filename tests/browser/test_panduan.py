"""Gambar panduan diambil dari halamannya.

Ditulis ke docs/panduan/gambar hanya bila diminta:
`GAMBAR_PANDUAN=1 .venv/bin/pytest -n 0 tests/browser/test_panduan.py`.
"""

import os
from io import BytesIO

import pytest
from PIL import Image

from tests.browser.conftest import SHOTS, orang
from tests.gambar import SEMUA, UMUM

TINGGI = 720
WARNA = 96  # halaman berwarna sedikit; berkasnya menjadi seperempatnya


@pytest.fixture(scope="module")
def folder():
    """Ke docs/panduan bila diminta, selain itu ke tangkapan uji."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    return None if os.environ.get("GAMBAR_PANDUAN") else SHOTS


@pytest.fixture(scope="module")
def buka(chromium, pintu):
    """Halaman peramban tiap akun, satu bagi semua gambarnya; yang umum tanpa masuk."""
    with orang(chromium, pintu) as masuk:
        pages = {UMUM: chromium.new_context(base_url=pintu.url).new_page()}
        yield lambda akun: pages.get(akun) or pages.setdefault(akun, masuk(akun))
        pages[UMUM].context.close()


def store_layar(page, path):
    """Layar pertama halaman itu, berwarna sehemat mungkin."""
    page.set_viewport_size({"width": 1280, "height": TINGGI})
    layar = Image.open(BytesIO(page.screenshot()))
    layar.convert("RGB").quantize(WARNA).save(path, optimize=True)


@pytest.mark.parametrize("gambar", SEMUA, ids=lambda gambar: gambar.nama)
def test_gambar_panduan(buka, folder, gambar):
    page = buka(gambar.akun)
    jawaban = page.goto(gambar.alamat)
    assert jawaban.status == 200
    if gambar.is_baris:
        page.click("main table tbody a >> nth=0")
        page.wait_for_load_state()
    path = folder / f"panduan-{gambar.nama}.png" if folder else gambar.path
    store_layar(page, path)
    assert path.stat().st_size > 5_000


def test_bantuan_menurut_halamannya(masuk, potret):
    """Tautan Bantuan menuju bab halaman itu; daftar dan babnya utuh pada layar sempit."""
    page = masuk("operator.merangin")
    page.goto("/kinerja/evaluasi/?tahun=2024")
    page.click("a.bantuan")
    assert page.inner_text("main h1") == "Isian bulanan dan triwulan"
    page.wait_for_load_state()
    gambar = page.locator("main img")
    assert gambar.evaluate_all("semua => semua.every(satu => satu.naturalWidth > 0)")
    potret(page, "bantuan-bab")
    page.click("main .jejak a")
    potret(page, "bantuan-daftar")
