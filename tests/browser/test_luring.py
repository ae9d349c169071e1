"""Jaringan putus di tengah mengisi: isian bertahan di peramban, lalu dikirim pengetiknya saja."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import CHROMIUM, MENUNGGU, PERAMBAN
from tests.browser.sesi import isi_formulir

TAHUN = "2025"
URL = f"/wilayah/lembaga/isian/?tahun={TAHUN}"
SIAP = """async () => { const p = await navigator.serviceWorker.ready;
  while (p.active.state !== 'activated') await new Promise((r) => setTimeout(r, 50));
  while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 50)); }"""


def sel(page, baris, kolom):
    return page.locator(f"table.lembar-tabel tbody tr >> nth={baris}").locator(
        f"input[name$='.{kolom}']"
    )


def kabar(page, teks):
    expect(page.locator("[data-kabar]")).to_contain_text(teks)


def titipan(page):
    return page.locator("[data-titipan]")


def isi(page, baris, kolom, tulisan):
    sel(page, baris, kolom).fill(tulisan)
    sel(page, baris, kolom).blur()


def keluar(page):
    page.goto("/")
    page.click(".akun form button:has-text('Keluar')")
    page.wait_for_url("**/akun/masuk/**")


def buka_peramban(chromium, folder, peladen):
    """Peramban dengan simpanan tetap, seperti yang dibuka lagi keesokan harinya."""
    konteks = chromium.browser_type.launch_persistent_context(
        folder,
        executable_path=PERAMBAN,
        args=list(CHROMIUM),
        base_url=peladen,
        locale="id-ID",
        viewport={"width": 1280, "height": 900},
    )
    page = konteks.pages[0]
    page.set_default_timeout(MENUNGGU)
    return konteks, page


def isi_lalu_putus(konteks, page, potret):
    """Satu sel terkirim, dua diketik tanpa jaringan, satu di antaranya dua kali."""
    page.goto("/akun/masuk/")
    isi_formulir(page, "operator")
    page.evaluate(SIAP)
    page.goto(URL)
    isi(page, 0, "rt", "10")
    kabar(page, "Tersimpan")
    konteks.set_offline(True)
    isi(page, 1, "rt", "21")
    kabar(page, "Isian tersimpan di peramban ini")
    isi(page, 2, "rt", "1.250")
    expect(titipan(page)).to_contain_text("2 sel belum terkirim")
    assert not Axe().run(page).response["violations"]
    potret(page, "60-belum-terkirim")
    page.goto(URL)
    tiga(page, "", "21", "1.250")
    isi(page, 2, "rt", "1.251")
    expect(titipan(page)).to_contain_text("1.251")
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Jaringan putus")
    expect(page.locator("[data-kisi-tersimpan] a")).to_contain_text(TAHUN)


def tiga(page, *isian):
    """Titipan dibaca sesudah halamannya tampil, maka isinya ditunggu."""
    for baris, tulisan in enumerate(isian):
        expect(sel(page, baris, "rt")).to_have_value(tulisan)


def masuk_akun_lain(konteks, page, potret):
    """Sesinya habis semalam; yang masuk lebih dahulu orang lain."""
    konteks.clear_cookies()
    page.goto("/")
    expect(titipan(page)).to_contain_text("2 sel milik operator belum terkirim")
    isi_formulir(page, "operator.merangin")
    expect(titipan(page)).to_contain_text("Hanya operator yang dapat mengirimnya")
    page.wait_for_function("async () => !(await caches.has('kisi'))")
    assert page.locator("[data-titipan] button").count() == 0
    potret(page, "61-milik-akun-lain")


def putuskan_bentrok(page, potret):
    expect(titipan(page)).to_contain_text("1 sel belum terkirim; 1 perlu diputuskan")
    expect(titipan(page)).to_contain_text("Sudah diubah menjadi 22 oleh")
    page.goto(URL)
    tiga(page, "10", "21", "1.251")
    sel(page, 1, "rt").focus()
    potret(page, "62-titipan-bentrok")
    sel(page, 1, "rt").focus()
    page.click("button:has-text('Simpan isi saya (21)')")
    kabar(page, "RT 21")
    expect(titipan(page)).to_be_empty()
    page.reload()
    tiga(page, "10", "21", "1.251")


def test_putus_di_tengah_peramban_ditutup_dan_akun_lain(chromium, peladen, masuk, tmp_path, potret):
    """Ditulis operator tanpa jaringan; orang kedua tidak dapat mengirimnya; operator lalu dapat."""
    konteks, page = buka_peramban(chromium, tmp_path / "peramban", peladen)
    isi_lalu_putus(konteks, page, potret)
    konteks.close()
    konteks, page = buka_peramban(chromium, tmp_path / "peramban", peladen)
    masuk_akun_lain(konteks, page, potret)
    lain = masuk("operator")
    lain.goto(URL)
    isi(lain, 1, "rt", "22")
    kabar(lain, "Tersimpan")
    keluar(page)
    isi_formulir(page, "operator")
    putuskan_bentrok(page, potret)
    konteks.close()


def test_jawaban_hilang_dikirim_lagi_sekali_berakibat(masuk):
    """Peladen menerima, jawabannya hilang, lalu sel yang sama diubah lagi: keduanya sampai."""
    page = masuk("operator")
    page.goto(URL)
    page.route(
        "**/lembaga/isian/**", lambda rute: (rute.fetch(), rute.abort("internetdisconnected"))
    )
    isi(page, 5, "rw", "7")
    kabar(page, "Isian tersimpan di peramban ini")
    isi(page, 5, "rw", "8")
    page.unroute("**/lembaga/isian/**")
    kabar(page, "RW 8")
    expect(titipan(page)).to_be_empty()
    page.goto(page.locator("tbody tr >> nth=5").locator("th a").get_attribute("href"))
    page.goto(URL)
    assert sel(page, 5, "rw").input_value() == "8"


def test_sesi_habis_lalu_masuk_lagi(masuk):
    page = masuk("operator")
    page.goto(URL)
    page.context.clear_cookies()
    isi(page, 6, "rw", "9")
    kabar(page, "sesi Anda habis")
    page.goto("/akun/masuk/")
    expect(titipan(page)).to_contain_text("1 sel milik operator")
    isi_formulir(page, "operator")
    expect(titipan(page)).to_be_empty()
    page.goto(URL)
    assert sel(page, 6, "rw").input_value() == "9"
