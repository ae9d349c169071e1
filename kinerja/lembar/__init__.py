"""Isi naskah menjadi uraian lembar XLSX, dengan susunan kolom seperti cetakannya."""

from collections.abc import Sequence

from core.spreadsheet import Kepala, Kolom, Lembar
from documents.lembar.naskah import judul, kaki, nomor
from kinerja.isi.evaluasi import BarisEvaluasi
from kinerja.isi.rencana_aksi import BarisAksi

UANG, PERSEN, TEKS, BULAT = Kolom("rupiah", 16), Kolom("persen", 10), Kolom("teks", 30), Kolom("desimal", 9)


def tebal(rows: Sequence[BarisAksi | BarisEvaluasi]) -> frozenset[int]:
    """Baris program dan kegiatan."""
    return frozenset(i for i, b in enumerate(rows) if b.tingkat != "sub")


__all__ = ["BULAT", "PERSEN", "TEKS", "UANG", "Kepala", "Kolom", "Lembar", "judul", "kaki", "nomor", "tebal"]
