"""Jenis naskah: aplikasi mendaftarkan isi, kelengkapan dan uji tiap jenis; `documents` memakainya.

Tanpa Django; model naskah berada di kiri laporannya, maka hubungannya lewat daftar ini.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Finding:
    """Satu temuan uji kewajaran: kelas (V1–V14), tempat, angka tercetak dan hasil hitung ulang."""

    kelas: str
    tempat: str
    pesan: str
    tercetak: str = ""
    dihitung: str = ""
    url: str = ""
    is_blocking: bool = False


@dataclass(frozen=True)
class Paper:
    """Isi satu jenis naskah. `payload` dict biasa; `missing` kalimat; `findings` temuan."""

    template: str
    payload: Callable[[Any], dict[str, Any]]
    missing: Callable[[Any], list[str]]
    findings: Callable[[Any], list[Finding]]


_PAPERS: dict[str, Paper] = {}


def register(label: str, paper: Paper) -> None:
    """Daftarkan naskah untuk model `app.Model`."""
    _PAPERS[label] = paper


def paper(document: Any) -> Paper:
    """Naskah untuk `document`; `KeyError` bila jenisnya belum didaftarkan."""
    return _PAPERS[document._meta.label]
