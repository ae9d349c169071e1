"""Dasbor di peramban: dapat diakses, utuh di layar sempit, tanpa JavaScript, layar penuh."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DASBOR = (
    "/kinerja/?tahun=2023",
    "/idm/dasbor/?tahun=2024",
    "/kinerja/dasbor/temuan/?tahun=2023",
)
MEJA = (
    "/kinerja/reviu/",
    "/kinerja/rekomendasi/",
    "/kinerja/rekomendasi/komitmen/",
    "/kinerja/evaluasi-akip/",
    "/kinerja/pedoman-reviu/",
    "/kinerja/pedoman-akip/",
)
TERGULIR = """() => [...document.querySelectorAll('main *')].filter(el =>
  el.clientWidth && el.scrollWidth > el.clientWidth + 1 && !el.classList.contains('terbaca') &&
  getComputedStyle(el).overflowX !== 'visible').map(el => el.className)"""
TERTUTUP = """() => [...document.querySelectorAll('.dasbor .bingkai-tabel')].filter(el =>
  el.scrollHeight > el.clientHeight + 1).length"""


@pytest.mark.parametrize("url", DASBOR)
def test_dapat_diakses_dan_utuh_pada_kedua_lebar(masuk, url):
    page = masuk("kepala.dinas")
    for lebar, terlihat in ((1280, ".gambar-lebar"), (390, ".gambar-sempit")):
        page.set_viewport_size({"width": lebar, "height": 844})
        page.goto(url)
        assert not Axe().run(page).response["violations"]
        assert page.evaluate(TERGULIR) == []
        assert page.evaluate(TERTUTUP) == 0
        if "temuan" not in url:
            expect(page.locator(terlihat).first).to_be_visible()


def test_meja_inspektorat_dapat_diakses(masuk):
    page = masuk("inspektorat")
    for lebar in (1280, 390):
        page.set_viewport_size({"width": lebar, "height": 844})
        for url in MEJA:
            page.goto(url)
            assert not Axe().run(page).response["violations"], url


def test_titik_garis_membuka_tahunnya(masuk):
    """Tahun dasbor dan titiknya lain dari tahun kerja pembacanya."""
    page = masuk("kepala.dinas")
    page.goto("/")
    page.goto("/kinerja/?tahun=2023")
    page.locator(".garis-tahun figure", has_text="Pengentasan").locator(
        "a[aria-label='2022']"
    ).click()
    page.wait_for_url("**/kinerja/indikator/*/?tahun=2022")
    expect(page.locator("#k-hitung")).to_have_text("Hitungan tahun 2022")
    assert "37,21" in page.inner_text("main")


def test_tiap_batang_dibuka_dan_saringan_terbawa(masuk):
    page = masuk("kepala.dinas")
    page.goto("/idm/dasbor/?tahun=2024")
    page.locator(".gambar-lebar a[aria-label=Betung] rect").first.click()
    expect(page.locator("h1")).to_have_text("Dasbor desa 2024, Kecamatan Betung")
    assert "kecamatan=" in page.locator("a:text-is('XLSX')").get_attribute("href")
    page.locator("a:text-is('Semua kecamatan')").click()
    expect(page.locator("h1")).to_have_text("Dasbor desa 2024")


def test_layar_penuh_hanya_dengan_javascript(masuk):
    page = masuk("kepala.dinas")
    page.goto(DASBOR[0])
    tombol = page.locator("[data-layar-penuh]")
    tombol.click()
    expect(tombol).to_have_text("Keluar dari layar penuh")
    tombol.click()
    expect(tombol).to_have_text("Layar penuh")
    tanpa = masuk("kepala.dinas", javascript=False)
    tanpa.goto(DASBOR[0])
    expect(tanpa.locator("[data-layar-penuh]")).to_be_hidden()
    expect(tanpa.locator("#k-IKU")).to_be_visible()
