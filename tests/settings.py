"""Setelan uji: tanpa lingkungan dan `.env` pembuat, data di folder sementara, sandi cepat."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

_folder = TemporaryDirectory(prefix="uji-dpmd-")
os.environ |= {
    "DATA_DIR": _folder.name,
    "DEMO": "true",
    "DEBUG": "false",
    "SECRET_KEY": "uji-" + "x" * 60,
    "AUDIT_KEY": "segel-" + "x" * 58,
    "SITE_URL": "http://127.0.0.1:8000",
    "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
    "TIME_ZONE": "Asia/Jakarta",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
    # Playwright menyisakan putaran asinkron di proses uji yang sama
}
os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(_folder.name) / 'dpmd.sqlite3'}")

# lingkungan di atas harus ada lebih dahulu
from dpmd.settings import *  # noqa: E402, F403
from dpmd.settings import DATABASES, PASSWORD_HASHERS  # noqa: E402

FOLDER_UJI = _folder.name
# isyarat hanya dicatat; uji memanggil pekerjanya sendiri
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
# sandi cepat; akun dari cetakan demo masih memakai penyandi sungguhan
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
WHITENOISE_AUTOREFRESH = (
    True  # berkas statis dicari saat diminta, tidak didaftar ulang oleh tiap peramban uji
)
