"""Kotak cari dengan papan ketik, dan halamannya tanpa skrip."""

from playwright.sync_api import expect


def test_mencari_dan_membuka_dengan_papan_ketik(masuk, potret):
    page = masuk("operator")
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("rengit")
    hasil = page.locator("#hasil-cari a")
    hasil.first.wait_for()
    potret(page, "cari")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "kotak-cari"
    nama = hasil.first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert nama in page.inner_text("main h1")
    page.keyboard.press("/")
    page.keyboard.type("tidakadasama")
    page.locator("#hasil-cari .kosong").wait_for()
    page.keyboard.press("Escape")
    assert hasil.count() == 0


def test_sesi_yang_berakhir_membuka_halaman_masuk(masuk):
    page = masuk("operator")
    page.goto("/")
    page.context.clear_cookies()
    page.fill("#kotak-cari", "betung")
    page.wait_for_url("**/akun/masuk/**")


def test_mencari_tanpa_skrip(masuk):
    page = masuk("inspektorat", javascript=False)
    page.goto("/")
    page.fill("#kotak-cari", "jejak audit")
    page.press("#kotak-cari", "Enter")
    page.click("main .hasil-cari a >> nth=0")
    assert page.inner_text("main h1") == "Jejak audit"


KALIMAT = "Peladen sedang galat."
GALAT = f'<main><div class="galat"><p class="pengantar">{KALIMAT}</p></div></main>'


def test_jawaban_galat_htmx_disebut(masuk):
    """Halamannya tidak diam ketika peladen galat atau tidak tersambung."""
    page = masuk("operator")
    page.goto("/wilayah/desa/")
    alamat = "**/wilayah/desa/?*"
    page.route(alamat, lambda rute: rute.fulfill(status=404, body=GALAT, content_type="text/html"))
    page.fill("form.saringan input[type=text] >> nth=0", "rengit")
    kabar = page.locator("main > .kabar .alert")
    expect(kabar).to_have_text(KALIMAT)
    page.unroute(alamat)
    page.route(alamat, lambda rute: rute.abort("internetdisconnected"))
    page.fill("form.saringan input[type=text] >> nth=0", "betung")
    expect(kabar).to_contain_text("Tidak tersambung")
