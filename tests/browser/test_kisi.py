"""Kisi isian di peramban: papan ketik, tempel, dua orang, jaringan putus, tanpa JavaScript."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

URL = "/wilayah/lembaga/isian/?tahun=2017"
TEMPEL = """(el, teks) => { const d = new DataTransfer(); d.setData('text/plain', teks);
  el.dispatchEvent(new ClipboardEvent('paste', {clipboardData: d,
    bubbles: true, cancelable: true})); }"""

TERSALIN = """() => { const d = new DataTransfer();
  document.activeElement.dispatchEvent(new ClipboardEvent('copy', {clipboardData: d,
    bubbles: true, cancelable: true})); return d.getData('text/plain'); }"""


def sel(page, baris, kolom):
    return page.locator(f"table.lembar-tabel tbody tr >> nth={baris}").locator(
        f"input[name$='.{kolom}']"
    )


def kabar(page, teks):
    expect(page.locator("[data-kabar]")).to_contain_text(teks)


def jumlah(page, kolom):
    return page.inner_text(f"[data-jumlah={kolom}]")


def test_papan_ketik_saja(masuk, potret):
    page = masuk("operator")
    page.goto(URL)
    sel(page, 0, "jumlah_desa").focus()
    for angka in ("11", "2", "37", "13"):
        page.keyboard.type(angka)
        page.keyboard.press("Tab")
    kabar(page, "LPM 13")
    sel(page, 0, "rt").focus()
    for angka in ("1.250", "80", "95"):
        page.keyboard.type(angka)
        page.keyboard.press("Enter")
    kabar(page, "95")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.name").endswith(".karang_taruna")
    assert jumlah(page, "rt") == "1.425*"
    page.keyboard.type("12.34")
    page.keyboard.press("Tab")
    kabar(page, "rancu")
    assert sel(page, 2, "karang_taruna").get_attribute("aria-invalid") is not None
    potret(page, "20-kisi-galat")
    sel(page, 2, "karang_taruna").focus()
    page.keyboard.press("Escape")
    assert sel(page, 2, "karang_taruna").input_value() == ""
    assert not Axe().run(page).response["violations"]
    page.reload()
    assert [sel(page, i, "rt").input_value() for i in range(3)] == ["1.250", "80", "95"]


def test_tempel_batal_dan_yang_tidak_muat(masuk):
    page = masuk("operator")
    page.goto(URL)
    awal = sel(page, 5, "rw")
    awal.focus()
    awal.evaluate(TEMPEL, "1\t2\t3\n4\t5\t6\n")
    kabar(page, "6 sel")
    assert [sel(page, 6, k).input_value() for k in ("rw", "rt", "karang_taruna")] == ["4", "5", "6"]
    page.click("[data-urung]")
    kabar(page, "dibatalkan")
    page.reload()
    assert sel(page, 6, "karang_taruna").input_value() == ""
    ujung = sel(page, 5, "binaan_pkk")
    ujung.focus()
    ujung.evaluate(TEMPEL, "1\t2\n")
    kabar(page, "hanya ada 1 kolom")
    assert page.input_value("[data-tempel] textarea") == "1\t2\n"
    awal = sel(page, 8, "rw")
    awal.focus()
    awal.evaluate(TEMPEL, "7\tsalah\n")
    kabar(page, "bukan angka")
    assert (sel(page, 8, "rw").input_value(), sel(page, 8, "rt").input_value()) == ("7", "salah")


def test_dua_orang_dan_jaringan_putus(masuk, potret):
    satu, dua = masuk("operator"), masuk("operator")
    for page in (satu, dua):
        page.goto(URL)
    sel(satu, 10, "rt").fill("40")
    satu.keyboard.press("Tab")
    kabar(satu, "Tersimpan")
    sel(dua, 10, "rt").fill("41")
    dua.keyboard.press("Tab")
    kabar(dua, "Sudah diubah menjadi 40 oleh")
    potret(dua, "21-kisi-bentrok")
    dua.click("button:has-text('Simpan isi saya (41)')")
    kabar(dua, "Tersimpan")
    dua.context.set_offline(True)
    sel(dua, 11, "rt").fill("12")
    dua.keyboard.press("Tab")
    kabar(dua, "tidak terjangkau")
    dua.context.set_offline(False)
    kabar(dua, "Tersimpan")
    satu.reload()
    assert [sel(satu, i, "rt").input_value() for i in (10, 11)] == ["41", "12"]


def store(page):
    """Kirim formulir biasa, lalu tunggu halamannya datang."""
    with page.expect_navigation():
        page.click("form.lembar button:has-text('Simpan')")


def test_tanpa_javascript(masuk):
    page = masuk("operator", javascript=False)
    page.goto(URL)
    sel(page, 15, "rt").fill("9,5")
    store(page)
    assert "ditulis bilangan bulat" in page.inner_text("form.lembar")
    assert sel(page, 15, "rt").input_value() == "9,5"
    sel(page, 15, "rt").fill("9")
    store(page)
    assert "Tersimpan: 1 sel." in page.inner_text(".kabar")
    assert sel(page, 15, "rt").input_value() == "9"


def test_blok_diisi_ke_bawah_disalin_dan_dibatalkan_satu_per_satu(masuk):
    page = masuk("operator")
    page.goto(URL.replace("2021", "2020"))
    sel(page, 0, "rw").focus()
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    kabar(page, "RW 7")
    sel(page, 0, "rw").focus()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowDown")
    kabar(page, "3 × 1 sel terpilih")
    page.keyboard.press("Control+d")
    kabar(page, "Tersimpan: 2 sel.")
    assert [sel(page, i, "rw").input_value() for i in range(4)] == ["7", "7", "7", ""]
    salinan = page.evaluate(TERSALIN)
    assert salinan == "7\n7\n7"
    for banyak, sisa in ((2, ["7", "", ""]), (1, ["", "", ""])):
        page.click("[data-urung]")
        kabar(page, f"dibatalkan: {banyak} sel")
        assert [sel(page, i, "rw").input_value() for i in range(3)] == sisa
    expect(page.locator("[data-urung]")).to_be_hidden()
    page.reload()
    assert [sel(page, i, "rw").input_value() for i in range(3)] == ["", "", ""]


def test_layar_sempit_menjadi_kartu_dan_tersimpan(masuk):
    page = masuk("operator")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(URL.replace("2021", "2020"))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    judul = page.locator("tbody tr >> nth=0").locator("td[data-judul]")
    assert "Lembaga · RT" in judul.evaluate_all("semua => semua.map((td) => td.dataset.judul)")
    sel(page, 1, "rt").fill("12")
    sel(page, 1, "rt").blur()
    kabar(page, "RT 12")
    assert not Axe().run(page).response["violations"]
    page.set_viewport_size({"width": 1280, "height": 844})
    expect(page.locator("table.kartu")).to_have_count(0)
