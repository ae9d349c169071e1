"""Pemasangan kosong di balik TLS, dan orang-orang yang mengisi formulirnya lewat peramban."""

import datetime
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from django.utils.crypto import salted_hmac
from playwright.sync_api import Browser, Page

from dpmd.forms import PANJANG_KUNCI
from tests import cetakan
from tests.browser.conftest import MENUNGGU, ROOT, free_port, is_galat, layani

SANDI = "gunung-lautan-77-biru"


@contextmanager
def pemasangan(folder: Path) -> Iterator[str]:
    """Alamat mulai sebuah pemasangan nyata yang kosong: HTTPS, faktor kedua wajib, bukan demo.

    `PEMASANGAN` alamat mulai pemasangan bin/install yang sudah melayani, yang diuji sebagai ganti.
    """
    if terpasang := os.environ.get("PEMASANGAN"):
        yield terpasang
        return
    nama = f"kantor_{os.getpid()}"
    rahasia = token_urlsafe(60)
    url = f"https://localhost:{free_port()}"
    cetakan.copy(cetakan.KOSONG, nama)
    env = {
        peubah: nilai for peubah, nilai in os.environ.items() if peubah != "DJANGO_SETTINGS_MODULE"
    } | {
        "DEMO": "false",
        "SECRET_KEY": rahasia,
        "DATA_DIR": str(folder),
        "DATABASE_URL": cetakan.engine().url(nama),
        "SITE_URL": url,
        "ALLOWED_HOSTS": "localhost",
    }
    kunci = salted_hmac("dpmd.mulai", "pemasangan", secret=rahasia).hexdigest()[:PANJANG_KUNCI]
    try:
        with layani(env, *_tls(folder)), pekerja(env):
            yield f"{url}/mulai/?kunci={kunci}"
    finally:
        cetakan.engine().drop(nama)


@contextmanager
def pekerja(env: dict[str, str]) -> Iterator[None]:
    """Satu pekerja tugas, seperti pada pemasangannya."""
    pekerja = subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env=env)
    try:
        yield
    finally:
        pekerja.kill()
        pekerja.wait()


def _tls(folder: Path) -> tuple[str, ...]:
    """Pilihan gunicorn bagi sertifikat `localhost` buatan sendiri."""
    privat = ec.generate_private_key(ec.SECP256R1())
    nama = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    kini = datetime.datetime.now(datetime.UTC)
    cert = (
        x509.CertificateBuilder()
        .subject_name(nama)
        .issuer_name(nama)
        .public_key(privat.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(kini)
        .not_valid_after(kini + datetime.timedelta(days=1))
        .sign(privat, hashes.SHA256())
    )
    kunci, sertifikat = folder / "kunci.pem", folder / "sertifikat.pem"
    kunci.write_bytes(
        privat.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )
    sertifikat.write_bytes(cert.public_bytes(Encoding.PEM))
    return "--keyfile", str(kunci), "--certfile", str(sertifikat)


@dataclass
class Kantor:
    """Semua orang kantor itu; formulir, unggahan dan tombol mereka dihitung bersama."""

    chromium: Browser
    formulir: list[str] = field(default_factory=list)
    langkah: list[str] = field(default_factory=list)
    masalah: list[str] = field(default_factory=list)
    halaman: list[Page] = field(default_factory=list)

    def datang(self, alamat: str) -> "Orang":
        """Orang baru di perambannya sendiri; galat konsol dan jawaban 500 dicatat."""
        akar = "/".join(alamat.split("/", 3)[:3])
        context = self.chromium.new_context(
            base_url=akar,
            viewport={"width": 1280, "height": 900},
            locale="id-ID",
            ignore_https_errors=True,
            service_workers="block",  # ditolak Chromium pada sertifikat buatan sendiri
        )
        page = context.new_page()
        page.set_default_timeout(MENUNGGU)
        page.on("console", lambda m: self.masalah.append(m.text) if is_galat(m) else None)
        page.on("response", lambda r: self.masalah.append(r.url) if r.status >= 400 else None)
        self.halaman.append(page)
        page.goto(alamat)
        return Orang(self, page)

    def pulang(self) -> None:
        for page in self.halaman:
            page.context.close()


@dataclass
class Orang:
    """Satu orang di depan perambannya."""

    kantor: Kantor
    page: Page

    def isi(self, tombol: str, berkas: Any = None, **isian: str) -> None:
        """Isi satu formulir lalu kirim; yang ditolak menggagalkan uji dengan pesannya."""
        page = self.page
        for nama, nilai in isian.items():
            kolom = page.locator(f"main [name='{nama.replace('__', '-')}']")
            if kolom.evaluate("kolom => kolom.tagName") == "SELECT":
                self._pilih(kolom, nilai)
            else:
                kolom.fill(nilai)
        if berkas is not None:
            page.set_input_files("main input[type=file]", berkas)
        self.kantor.formulir.append(f"{tombol}: {page.url}")
        self._send(tombol)

    def _pilih(self, kolom: Any, potongan: str) -> None:
        """Pilihan yang tulisannya memuat `potongan`."""
        kolom.select_option(label=kolom.locator("option", has_text=potongan).first.inner_text())

    def tekan(self, tombol: str) -> None:
        """Tombol tanpa isian, termasuk halaman penegasannya."""
        self.kantor.langkah.append(f"{tombol}: {self.page.url}")
        self._send(tombol)

    def _send(self, tombol: str) -> None:
        page = self.page
        with page.expect_navigation():
            page.locator(f"main form button:has-text('{tombol}')").first.click()
        salah = page.locator(".ringkasan-galat, .alert-danger")
        assert not salah.count(), salah.first.inner_text()

    def tunggu_tugas(self) -> None:
        """Hasilnya terbuka sendiri begitu tugasnya selesai."""
        self.page.wait_for_url(lambda url: "/tugas/" not in url)

    def buka(self, tautan: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(f"main a:has-text('{tautan}')").first.click()

    def unduh(self, tautan: str, path: Path) -> Path:
        with self.page.expect_download() as unduhan:
            self.page.locator(f"main a:has-text('{tautan}')").first.click()
        unduhan.value.save_as(path)
        return path

    def pasang_faktor(self) -> None:
        """Aplikasi kode, yang diminta sebelum halaman lain terbuka."""
        assert "memerlukan faktor kedua" in self.page.inner_text("main")
        self.buka("Pasang")
        rahasia = self.page.inner_text("code.hash")
        kode = format_hotp_value(hotp_value(rahasia, int(time.time()) // 30))
        self.isi("Pasang", code=kode)
        self.page.goto("/")
        assert "memerlukan faktor kedua" not in self.page.inner_text("main")

    def langkahi(self, alamat: str, langkah: str, **isian: str) -> None:
        """Satu langkah alur naskah; yang berisian dihitung formulir."""
        self.page.goto(alamat)
        self.buka(langkah)
        if isian:
            self.isi(langkah, **isian)
        else:
            self.tekan(langkah)
        assert self.page.locator(".alert-success").count()
