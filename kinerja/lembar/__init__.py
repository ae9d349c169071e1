"""Payload naskah menjadi uraian lembar XLSX, dengan susunan kolom seperti cetakannya."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core.spreadsheet import Kepala, Kolom, Lembar

UANG, PERSEN, TEKS, BULAT = Kolom("rupiah", 16), Kolom("persen", 10), Kolom("teks", 30), Kolom("desimal", 9)


def angka(value: Any) -> Decimal | None:
    """Angka dari payload beku, yang menyimpannya sebagai tulisan."""
    return None if value in (None, "") else Decimal(str(value))


def judul(p: dict[str, Any], *lain: str) -> list[str]:
    """Baris kop dan judul di atas tabel."""
    return [
        f"PEMERINTAH KABUPATEN {p['dinas']['kabupaten'].upper()}",
        p["dinas"]["nama"].upper(),
        f"{p['judul'].upper()} TAHUN {p['tahun']}",
        *filter(None, lain),
    ]


def kaki(p: dict[str, Any]) -> list[str]:
    """Penanda tangan di bawah tabel."""
    orang = p["penanda_tangan"]
    return [orang["jabatan"], orang["nama"], f"NIP. {orang['nip']}"] if orang else []


def nomor(banyak: int) -> list[Kepala]:
    return [Kepala(str(n)) for n in range(1, banyak + 1)]


def tebal(rows: Sequence[dict[str, Any]]) -> frozenset[int]:
    """Baris program dan kegiatan."""
    return frozenset(i for i, b in enumerate(rows) if b["tingkat"] != "sub")


__all__ = ["BULAT", "PERSEN", "TEKS", "UANG", "Kepala", "Kolom", "Lembar", "angka", "judul", "kaki", "nomor", "tebal"]
