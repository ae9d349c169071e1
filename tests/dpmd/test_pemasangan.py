"""Pemasangan: yang akan dilakukannya disebut, dan satuannya menunjuk berkas yang ada.

Pemasangannya sendiri, lewat TLS, dengan cadangan, pemulihan dan pemutakhiran: `bin/bare install`.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SATUAN = sorted((ROOT / "bin/install.d").glob("dpmd*"))


WADAH = sorted((ROOT / "bin/install.d/wadah").glob("*.container"))


def jalankan(*perintah, **lingkungan):
    return subprocess.run(
        perintah, cwd=ROOT, env=lingkungan or None, capture_output=True, text=True, check=False
    )


def test_rencana_menyebut_semua_langkah_tanpa_mengubah_apa_pun():
    hasil = jalankan("bin/install", "--domain", "dpmd.contoh.go.id", "--dry-run")
    assert hasil.returncode == 0, hasil.stderr
    for disebut in (
        "paket_sistem",
        "useradd",
        "createdb",
        "tulis /etc/dpmd/lingkungan",
        "Caddyfile",
    ):
        assert disebut in hasil.stdout
    for satuan in SATUAN:
        assert satuan.name in hasil.stdout
    assert "SECRET_KEY" not in hasil.stdout


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        ([], "--domain"),
        (["--domain", "a b"], "--domain"),
        (["--domain", "a.id", "--database", "mysql"], "postgresql atau sqlite"),
        (["--domain", "a.id", "--tls", "x"], "publik atau internal"),
        (["--domain"], "--domain belum disebut isinya"),
        (["--domain", "-"], "--domain dpmd"),
        (["--domain", "..."], "--domain dpmd"),
        (["--domain", "a.id", "--zona", "GMT"], "WIB, WITA atau WIT"),
        (["--apa"], "Pilihan tidak dikenal: --apa"),
    ],
)
def test_pilihan_keliru_disebut(pilihan, pesan):
    hasil = jalankan("bin/install", *pilihan)
    assert hasil.returncode == 1
    assert pesan in hasil.stderr


@pytest.mark.parametrize("satuan", WADAH, ids=lambda path: path.name)
def test_wadah_memakai_citra_dan_volume_yang_ada(satuan):
    isi = satuan.read_text()
    nama = re.search(r"^NAMA=(\S+)$", (satuan.parent / "bangun").read_text(), re.MULTILINE)
    assert f"Image={nama[1]}\n" in isi
    assert (satuan.parent / re.search(r"Volume=(\S+):", isi)[1]).is_file()
    for perintah in re.findall(r"manage\.py (\w+)", isi):
        assert jalankan(sys.executable, "manage.py", perintah, "--help", **os.environ).stdout


@pytest.mark.parametrize("satuan", SATUAN, ids=lambda path: path.name)
def test_satuan_menunjuk_berkas_yang_ada(satuan):
    """Jalan di /srv/dpmd adalah jalan di repositori ini; perintahnya dikenal."""
    for jalan in re.findall(r"/srv/dpmd/(\S+)", satuan.read_text()):
        if not jalan.startswith(".venv/"):
            assert (ROOT / jalan).exists(), jalan
    for perintah in re.findall(r"manage\.py (\w+)", satuan.read_text()):
        assert list(ROOT.glob(f"*/management/commands/{perintah}.py")), perintah


def mulai(**ganti):
    """Peladen dengan setelan ini: keluaran galatnya."""
    bersih = {nama: os.environ[nama] for nama in ("PATH", "HOME") if nama in os.environ}
    hasil = jalankan(sys.executable, "-c", "import dpmd.wsgi", **bersih, **ganti)
    return hasil.returncode, hasil.stderr


def test_peladen_tidak_mulai_dengan_setelan_yang_tidak_aman(tmp_path):
    aman = {
        "SECRET_KEY": "k" * 60,
        "SITE_URL": "https://dpmd.contoh.go.id",
        "ALLOWED_HOSTS": "dpmd.contoh.go.id",
        "DATA_DIR": str(tmp_path),
    }
    assert mulai(**aman)[0] == 0
    for salah, pesan in (
        ({"SECRET_KEY": ""}, "SECRET_KEY belum diisi"),
        ({"SECRET_KEY": "demo-" + "x" * 60}, "kunci contoh"),
        ({"SITE_URL": "http://dpmd.contoh.go.id"}, "SITE_URL harus https://"),
    ):
        kode, galat = mulai(**(aman | salah))
        assert kode != 0
        assert pesan in galat
