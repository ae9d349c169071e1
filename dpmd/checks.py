"""Kekeliruan pemasangan ditemukan saat aplikasi dimulai, bukan saat dipakai."""

import os
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

SHORTEST_KEY = 50


def deployment(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Galat untuk setelan yang tidak aman atau tidak dapat bekerja."""
    rules = (
        (not settings.DEMO and len(settings.SECRET_KEY) < SHORTEST_KEY, "SECRET_KEY kosong atau terlalu pendek."),
        (not settings.DEMO and settings.DEBUG, "DEBUG hanya untuk pengembangan; matikan pada pemasangan nyata."),
        (not settings.DEMO and not settings.SITE_URL.startswith("https://"), "SITE_URL harus https:// di luar demo."),
        (find_spec("defusedxml") is None, "Paket defusedxml tidak terpasang; lembar XLSX tidak aman dibuka."),
        (not _is_writable(), f"DATA_DIR {settings.DATA_DIR} tidak ada atau tidak dapat ditulisi."),
    )
    return [Error(message, id=f"dpmd.E{number:03d}") for number, (wrong, message) in enumerate(rules, 1) if wrong]


def _is_writable() -> bool:
    return settings.DATA_DIR.is_dir() and os.access(settings.DATA_DIR, os.W_OK)
