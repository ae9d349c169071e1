"""Kepala laporan IDM."""

from typing import Any

from accounts.models import Kabupaten
from documents.reports.kepala import kop
from idm.reports.ukuran import is_peragaan

Isi = dict[str, Any]  # menurut nama bagiannya


def kepala(kabupaten: Kabupaten, judul: str, tahun: int) -> Isi:
    """Kop dan judul cetakan yang bukan naskah bertanda tangan."""
    return {
        "dinas": kop(kabupaten, kabupaten.dinas_tercatat),
        "judul": judul,
        "tahun": tahun,
        "is_peragaan": is_peragaan(kabupaten, tahun),
    }
