"""Kekeliruan pemasangan ditemukan saat aplikasi dimulai, bukan saat dipakai."""

import os
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

KUNCI_TERPENDEK = 50
KUNCI_CONTOH = ("demo-", "ganti-")  # tertulis di kode sumber


def deployment(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Galat untuk setelan yang tidak aman atau tidak dapat bekerja."""
    is_live = not settings.DEMO
    is_debug = is_live and settings.DEBUG
    is_xml_unsafe = find_spec("defusedxml") is None
    kunci = settings.SECRET_KEY
    is_kunci_lemah = len(kunci) < KUNCI_TERPENDEK or kunci.startswith(KUNCI_CONTOH)
    is_https = settings.SITE_URL.startswith("https://")
    folder = settings.DATA_DIR
    semua_ketentuan = {
        "SECRET_KEY terlalu pendek, atau kunci contoh.": is_live and is_kunci_lemah,
        "DEBUG hanya untuk pengembangan; matikan pada pemasangan nyata.": is_debug,
        "SITE_URL harus https:// di luar demo.": is_live and not is_https,
        "Paket defusedxml tidak terpasang; lembar XLSX tidak aman dibuka.": is_xml_unsafe,
        f"DATA_DIR {folder} tidak ada atau tidak dapat ditulisi.": not _is_writable(),
        "EMAIL_URL tanpa TLS; pakai smtp+tls:// atau smtp+ssl://.": is_live and _is_surat_terbuka(),
    }
    errors: list[CheckMessage] = []
    for nomor, (pesan, is_wrong) in enumerate(semua_ketentuan.items(), start=1):
        if is_wrong:
            errors.append(Error(pesan, id=f"dpmd.E{nomor:03d}"))
    return errors


def _is_surat_terbuka() -> bool:
    is_tersandi = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL
    return bool(settings.EMAIL_HOST) and not is_tersandi


def _is_writable() -> bool:
    return settings.DATA_DIR.is_dir() and os.access(settings.DATA_DIR, os.W_OK)
