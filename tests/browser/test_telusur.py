"""Dari angka ke desanya paling banyak dua tekan, ke buktinya paling banyak tiga."""

import re
from io import BytesIO

import pypdf
from axe_playwright_python.sync_playwright import Axe

TERTUTUP = """() => [...document.querySelectorAll('.bingkai-tabel')].filter(el =>
  el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1)
  .map(el => el.getAttribute('aria-label'))"""
LIMA = ("Pulau Parang", "Bunga Karang", "Sebubus", "Muara Baru", "Air Kumbang Bakti")


def pilih_tahun(page, tahun):
    page.goto("/")
    if page.input_value("select[name=tahun]") != str(tahun):
        with page.expect_navigation():
            page.select_option("select[name=tahun]", str(tahun))


def test_81_48_ke_lima_desa_dan_buktinya(masuk, potret):
    page = masuk("inspektorat")
    pilih_tahun(page, 2023)
    page.goto("/kinerja/")
    baris = page.locator("tr", has_text="Persentase Pengentasan Desa Tertinggal").first
    assert "81,48" in baris.inner_text()
    baris.locator("a").first.click()  # tekan pertama
    page.wait_for_url(re.compile(r"/kinerja/indikator/\d+/"))
    isi = page.inner_text("main")
    assert "22" in isi and "27" in isi
    assert all(nama in isi for nama in LIMA)
    potret(page, "30-silsilah-81-48")
    with page.expect_download() as unduhan:
        page.click("section[aria-labelledby=k-bukti] a >> nth=0")  # tekan kedua
    assert unduhan.value.suggested_filename.startswith("contoh-ikk-6-2023")
    page.click("main a:has-text('Sebubus')")  # tekan kedua, ke desanya
    page.wait_for_url(re.compile(r"/wilayah/desa/\d+/"))
    assert "Sebubus" in page.inner_text("h1")


def test_81_48_pada_pratinjau_menuju_silsilahnya(masuk):
    page = masuk("operator")
    page.goto("/kinerja/lkjip/?tahun=2023")
    page.click("table tbody a:has-text('LKjIP 2023')")
    page.wait_for_url(re.compile(r"/kinerja/lkjip/\d+/$"))
    page.goto(page.url + "pratinjau/")
    page.locator("a.telusur", has_text="81,48").first.click()
    page.wait_for_url(re.compile(r"/kinerja/indikator/\d+/\?tahun=2023"))
    assert all(nama in page.inner_text("main") for nama in LIMA)


def test_angka_2024_ke_perpindahan_tiap_desa(masuk, potret):
    page = masuk("operator")
    pilih_tahun(page, 2024)
    page.goto("/idm/")
    page.click("summary:has-text('Desa yang bergeser')")  # tekan pertama
    desa = page.locator("details[open] tbody tr").first
    assert desa.is_visible()
    desa.locator("a").first.click()  # tekan kedua
    page.wait_for_load_state()
    assert page.locator("h1").count() == 1
    potret(page, "31-desa-yang-bergeser")


def test_tautan_rencana_aksi_bertanda_menuju_barisnya(masuk):
    """Dari salinan elektronik: alamat pada PDF-nya dibuka di peramban."""
    page = masuk("operator.merangin")
    page.goto("/kinerja/naskah/?tahun=2024")
    page.locator("table tbody a:has-text('Rencana Aksi')").first.click()
    page.wait_for_url(re.compile(r"/kinerja/naskah/\d+/$"))
    pdf = page.request.get(page.url + "pdf/").body()
    alamat = [
        satu.get_object()["/A"]["/URI"]
        for halaman in pypdf.PdfReader(BytesIO(pdf)).pages
        for satu in halaman.get("/Annots", ())
    ]
    sub = next(satu for satu in alamat if "kode=2.13.04.2.01." in satu)
    page.goto(sub)
    assert page.url.startswith(sub.partition("/kinerja/")[0])
    assert "2.13.04.2.01" in page.inner_text("main")


def test_kartu_silsilah_utuh_di_layar_sempit(masuk):
    page = masuk("inspektorat")
    for lebar in (1280, 390):
        page.set_viewport_size({"width": lebar, "height": 844})
        page.goto("/kinerja/?tahun=2023")
        baris = page.locator("tr", has_text="Pengentasan").first
        page.goto(baris.locator("a").first.get_attribute("href"))
        assert not Axe().run(page).response["violations"]
        assert page.evaluate(TERTUTUP) == []
    assert page.locator(".kartu").count()
    meluap = """() => [...document.querySelectorAll('.kartu td, .kartu .status')]
      .filter(el => el.scrollWidth > el.clientWidth + 1).map(el => el.innerText)"""
    assert page.evaluate(meluap) == []
