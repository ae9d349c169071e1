"""Kepala HTTP tiap macam jawaban, dan kue pada pemasangan nyata."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as setelan
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session as DBSession
from django.db import DatabaseError, InterfaceError, OperationalError
from django.test import Client

from dpmd.views import dasar

pytestmark = pytest.mark.django_db
MACAM = {
    "halaman masuk": ("/akun/masuk/", 200),
    "halaman umum": ("/verifikasi/", 200),
    "galat": ("/tidak-ada/", 404),
    "API": ("/api/v1/desa", 401),
    "tulisan": ("/robots.txt", 200),
    "pekerja layanan": ("/pekerja.js", 200),
    "pemantau": ("/sehat/", 200),
    "gaya": ("/static/css/dpmd.css", 200),
    "gambar": ("/static/img/ikon.svg", 200),
}
TERTULIS = ("text/", "+xml")
PROGRAM = """
import json
from dpmd import settings as s
nama = [satu for satu in vars(s) if satu.startswith(("SESSION_", "CSRF_", "SECURE_", "DEBUG"))]
print(json.dumps({satu: getattr(s, satu) for satu in nama}, default=str))
"""


@pytest.mark.parametrize("macam", MACAM)
def test_kepala_pada_tiap_macam_jawaban(client: Client, macam: str) -> None:
    alamat, status = MACAM[macam]
    jawaban = client.get(alamat)
    jawaban.close()
    kepala = jawaban.headers
    assert jawaban.status_code == status
    arahan = dict(satu.split(" ", 1) for satu in kepala["Content-Security-Policy"].split("; "))
    assert arahan["default-src"] == "'self'"
    for nama in ("object-src", "base-uri", "frame-ancestors"):
        assert arahan[nama] == "'none'"
    assert "unsafe" not in kepala["Content-Security-Policy"]
    assert kepala["X-Content-Type-Options"] == "nosniff"
    assert kepala["Referrer-Policy"] == "same-origin"
    assert kepala["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in kepala
    jenis = kepala["Content-Type"]
    assert "utf-8" in jenis or not any(satu in jenis for satu in TERTULIS)


def test_halaman_orang_masuk_tidak_tinggal_di_peramban(client_for: Callable[[str], Client]) -> None:
    client = client_for("operator")
    for alamat in ("/akun/bidang/", "/akun/bidang/?_export=csv", "/tidak-ada/", "/akun/pengguna/"):
        assert client.get(alamat).headers["Cache-Control"] == "private, no-store"
    assert "no-store" not in client.get("/pekerja.js").headers["Cache-Control"]


@pytest.mark.parametrize("alamat", ["/", "/api/v1/desa", "/static/css/dpmd.css"])
def test_trace_tidak_mengembalikan_kepala(client: Client, alamat: str) -> None:
    jawaban = client.generic("TRACE", alamat, headers={"X-Rahasia": "kue"})
    assert jawaban.status_code == 405
    assert b"kue" not in jawaban.content


def test_satu_satunya_kue_bukan_kabar(client_for: Callable[[str], Client]) -> None:
    client = client_for("operator")
    client.post("/akun/tahun/", {"tahun": "1999"})
    assert set(client.cookies) <= {setelan.SESSION_COOKIE_NAME, setelan.CSRF_COOKIE_NAME}


def test_kue_dan_https_pada_pemasangan_nyata(tmp_path: Any) -> None:
    lingkungan = {
        "PATH": os.environ["PATH"],
        "DEMO": "false",
        "SECRET_KEY": "k" * 50,
        "SITE_URL": "https://dpmd.contoh.go.id",
        "DATA_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=setelan.BASE_DIR,
        env=lingkungan,
        capture_output=True,
        check=True,
    )
    nilai = json.loads(done.stdout)
    for kue in ("SESSION", "CSRF"):
        assert nilai[f"{kue}_COOKIE_NAME"].startswith("__Host-")
        assert nilai[f"{kue}_COOKIE_SECURE"] is True
    assert nilai["SECURE_HSTS_SECONDS"] >= 365 * 24 * 3600
    assert nilai["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert nilai["SECURE_SSL_REDIRECT"] is True
    assert nilai["DEBUG"] is False


@pytest.mark.parametrize("jenis", [OperationalError, InterfaceError, DatabaseError])
@pytest.mark.parametrize(("tempat", "nama"), [(dasar, "hari_ini"), (SessionStore, "load")])
def test_basis_data_yang_putus_disebut(
    client_for: Callable[[str], Client],
    monkeypatch: pytest.MonkeyPatch,
    tempat: Any,
    nama: str,
    jenis: Any,
) -> None:
    """Di halamannya, atau sudah sejak sesinya hendak dibaca."""

    def putus(*args: Any, **kwargs: Any) -> Any:
        raise jenis("server closed the connection: 10.0.0.5")

    client = client_for("operator")
    client.raise_request_exception = False
    monkeypatch.setattr(tempat, nama, putus)
    jawaban = client.get("/")
    assert (jawaban.status_code, jawaban["Retry-After"]) == (503, "30")
    assert "Basis data belum menjawab" in jawaban.content.decode()
    assert "10.0.0.5" not in jawaban.content.decode()
    mesin = client.get("/", headers={"Accept": "application/json"})
    assert (mesin.status_code, mesin["Content-Type"]) == (503, "application/json")


def test_sesi_yang_tidak_dapat_disimpan_bukan_permintaan_rusak(
    client_for: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Django menyebutnya permintaan yang terputus (400); sebabnya tetap basis datanya."""

    def putus(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("terminating connection due to administrator command")

    client = client_for("operator")
    client.raise_request_exception = False
    monkeypatch.setattr(DBSession, "save", putus)
    jawaban = client.get("/kinerja/?tahun=2030")
    assert (jawaban.status_code, jawaban["Retry-After"]) == (503, "30")


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "rahasia"), OSError(errno.EDQUOT, "")])
def test_disk_penuh_disebut(
    client_for: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """Juga bila yang melihatnya galat lain di atasnya."""

    def penuh(*args: Any) -> Any:
        try:
            raise error
        except OSError as sebab:
            raise ValueError from sebab

    monkeypatch.setattr(dasar, "hari_ini", penuh)
    client = client_for("operator")
    client.raise_request_exception = False
    jawaban = client.get("/")
    assert (jawaban.status_code, jawaban["Retry-After"]) == (503, "30")
    assert "Disk peladen penuh" in jawaban.content.decode()


def test_gangguan_lain_tetap_500_tanpa_isinya(
    client_for: Callable[[str], Client],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def gagal(*args: Any) -> Any:
        raise ValueError("rahasia-peladen")

    monkeypatch.setattr(dasar, "hari_ini", gagal)
    client = client_for("operator")
    client.raise_request_exception = False
    jawaban = client.get("/")
    assert jawaban.status_code == 500
    assert "rahasia-peladen" not in jawaban.content.decode()
    assert any(satu.exc_info for satu in caplog.records if satu.levelname == "ERROR")
