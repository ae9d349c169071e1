"""Payload naskah menjadi uraian lembar XLSX, dengan susunan kolom seperti cetakannya."""

from collections.abc import Sequence
from typing import Any

from core.spreadsheet import Kepala, Kolom, Lembar
from documents.lembar.naskah import angka, judul, kaki, nomor

UANG, PERSEN, TEKS, BULAT = Kolom("rupiah", 16), Kolom("persen", 10), Kolom("teks", 30), Kolom("desimal", 9)


def tebal(rows: Sequence[dict[str, Any]]) -> frozenset[int]:
    """Baris program dan kegiatan."""
    return frozenset(i for i, b in enumerate(rows) if b["tingkat"] != "sub")


__all__ = ["BULAT", "PERSEN", "TEKS", "UANG", "Kepala", "Kolom", "Lembar", "angka", "judul", "kaki", "nomor", "tebal"]
