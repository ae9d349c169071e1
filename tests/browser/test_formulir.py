"""Formulir: meninggalkannya ditanyakan; sesi yang berakhir tidak menghapus yang diketik."""

from playwright.sync_api import expect

from tests.browser.sesi import isi_formulir

URL = "/wilayah/register-lembaga/tambah/"  # tidak menurut tahun, jadi tidak terkunci uji lain


def test_sesi_berakhir_di_tengah_isian_dipulihkan_sesudah_masuk(masuk):
    page = masuk("operator")
    page.goto(URL)
    page.fill("#id_nama", "RT 08 Uji")
    page.context.clear_cookies(name="sessionid")
    page.click("form.isian button.btn-primary")
    isi_formulir(page, "operator")
    page.wait_for_url(f"**{URL}")
    page.click("text=Pulihkan")
    assert page.input_value("#id_nama") == "RT 08 Uji"


def test_pindah_halaman_ditanyakan_dan_yang_tersimpan_tidak_ditawarkan(masuk):
    page = masuk("operator")
    tanya = []
    page.on("dialog", lambda dialog: (tanya.append(dialog.type), dialog.accept()))
    page.goto(URL)
    page.fill("#id_nama", "RT 09 Uji")
    page.click("text=Data dan acuan")
    page.wait_for_url("**/data/")
    assert tanya == ["beforeunload"]
    page.goto(URL)
    page.click("text=Buang")
    page.select_option("#id_desa", index=1)
    page.select_option("#id_jenis", index=1)
    page.fill("#id_nama", "RT 09 Uji")
    page.click("form.isian button.btn-primary")
    page.wait_for_url(lambda url: "tambah" not in url)
    page.goto(URL)
    expect(page.locator(".pulihkan")).to_have_count(0)
    assert tanya == ["beforeunload"]
    page.fill("#id_nama", "RT 07 Uji")
    page.click("text=Keluar")
    page.wait_for_url("**/akun/masuk/**")
    tersisa = page.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]")
    assert set(tersisa) <= {"akun", "htmx-current-path-for-history"}
