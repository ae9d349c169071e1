"""Token dari admin sampai dicabut, dan angka terbuka sebagaimana dilihat orang luar."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe

LEBAR = (1280, 390)


@pytest.fixture
def minta(pintu):
    """Permintaan sistem lain dengan tokennya: status dan isinya."""

    def ask(rahasia):
        kepala = {"Authorization": f"Bearer {rahasia}", "Accept": "application/json"}
        try:
            jawaban = urlopen(Request(f"{pintu.url}/api/v1/indikator?tahun=2023", headers=kepala))
        except HTTPError as error:
            jawaban = error
        return jawaban.status, json.loads(jawaban.read())

    return ask


def test_token_dipakai_lalu_dicabut(masuk, potret, minta):
    admin = masuk("admin")
    admin.goto("/akun/token/")
    admin.click("main a:has-text('Tambah')")
    admin.fill("main [name=nama]", "Dasbor Bappeda")
    admin.click("main form button:has-text('Simpan')")
    rahasia = admin.input_value("#token-baru")
    potret(admin, "60-token-baru")
    status, isi = minta(rahasia)
    assert (status, isi["total"]) == (200, 8)
    assert minta(rahasia[:-1])[0] == 401
    admin.click("text=Sudah saya salin")
    admin.reload()
    assert rahasia not in admin.content()
    admin.click("text=Cabut token")
    admin.wait_for_selector("text=Token dicabut.")
    status, isi = minta(rahasia)
    assert status == 401
    assert "dicabut" in isi["message"]


def test_angka_terbuka_dilihat_orang_luar(masuk, chromium, pintu, potret):
    luar = chromium.new_context(base_url=pintu.url).new_page()
    assert luar.goto("/angka-terbuka/16.07/").status == 404
    admin = masuk("admin")
    admin.goto("/akun/perangkat-daerah/")
    admin.click("main table tbody a:has-text('Dinas Pemberdayaan')")
    admin.click("main a:has-text('Ubah')")
    admin.check("[name=is_angka_terbuka]")
    admin.click("main form button:has-text('Simpan')")
    admin.wait_for_selector(".alert-success")
    for alamat in ("/angka-terbuka/", "/angka-terbuka/16.07/", "/api/"):
        for lebar in LEBAR:
            luar.set_viewport_size({"width": lebar, "height": 900})
            assert luar.goto(alamat).status == 200
            assert luar.evaluate("document.documentElement.scrollWidth") <= lebar
            assert not Axe().run(luar).response["violations"]
    luar.goto("/angka-terbuka/")
    luar.click("main a:has-text('Banyuasin')")
    assert "Angka terbuka Kabupaten Banyuasin" in luar.inner_text("h1")
    potret(luar, "61-angka-terbuka")
    luar.context.close()
