"""Akun di peramban: undangan, kunci sandi dan kode aplikasi dengan autentikator tiruan."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

SANDI = "gunung-lautan-77-biru"
AUTENTIKATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def tamu(chromium, peladen):
    """Peramban orang yang diundang, dengan autentikator; kunci sandi memerlukan nama domain."""
    context = chromium.new_context(base_url=peladen.replace("127.0.0.1", "localhost"))
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": AUTENTIKATOR})
    yield page
    context.close()


def masuk_tamu(page):
    page.goto("/akun/masuk/")
    page.fill("[name=username]", "pegawai.baru")
    page.fill("[name=password]", SANDI)
    page.click("main form button")


def keluar(page):
    page.click(".akun form button")
    page.wait_for_selector("[name=username]")


def kode(rahasia):
    return format_hotp_value(hotp_value(rahasia, int(time.time()) // 30))


def undang(admin, potret):
    """Akun baru tanpa kata sandi; hasilnya jalan tautannya."""
    admin.goto("/akun/pengguna/tambah/")
    admin.fill("[name=username]", "pegawai.baru")
    admin.fill("[name=first_name]", "Pegawai Contoh 1")
    admin.check("[name=peran][value=operator]")
    admin.click("main form button:has-text('Simpan')")
    admin.click("button:has-text('Buat tautan')")
    potret(admin, "akun-1-tautan")
    return re.sub(r"^https?://[^/]+", "", admin.input_value("#tautan-baru"))


def pasang_faktor(page, potret):
    """Kunci sandi lalu aplikasi kode; hasilnya rahasia aplikasinya."""
    page.goto("/akun/keamanan/kunci/")
    page.fill("[name=name]", "Laptop kantor")
    page.click("#pasang-kunci")
    page.wait_for_selector("text=Kode pemulihan")
    potret(page, "akun-3-kode-pemulihan")
    page.goto("/akun/keamanan/totp/")
    rahasia = page.inner_text("code.hash")
    potret(page, "akun-4-aplikasi-kode")
    page.fill("[name=code]", kode(rahasia))
    page.click("main form button")
    page.wait_for_selector("text=Aplikasi kode terpasang.")
    assert "Laptop kantor" in page.inner_text("main")
    potret(page, "akun-5-keamanan")
    return rahasia


def test_undangan_sampai_masuk_dengan_faktor_kedua(masuk, tamu, potret):
    tamu.goto(undang(masuk("admin"), potret))
    potret(tamu, "akun-2-undangan")
    tamu.fill("[name=new_password1]", SANDI)
    tamu.fill("[name=new_password2]", SANDI)
    tamu.click("main form button")
    tamu.wait_for_selector("text=Pekerjaan tahun")
    rahasia = pasang_faktor(tamu, potret)

    keluar(tamu)
    masuk_tamu(tamu)
    tamu.wait_for_selector("text=Faktor kedua")
    potret(tamu, "akun-6-faktor-kedua")
    tamu.click("#pakai-kunci")
    tamu.wait_for_selector("text=Pekerjaan tahun")

    keluar(tamu)
    masuk_tamu(tamu)
    tamu.fill("[name=code]", "000000")
    tamu.click("main form button:has-text('Lanjut')")
    assert "Kode salah" in tamu.inner_text("main")
    tamu.fill("[name=code]", kode(rahasia))
    tamu.click("main form button:has-text('Lanjut')")
    tamu.wait_for_selector("text=Pekerjaan tahun")
