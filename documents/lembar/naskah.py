"""Bagian yang sama pada lembar XLSX semua naskah: judul, penanda tangan, nomor kolom, angka."""

from decimal import Decimal
from typing import Any

from core.daerah import nama_daerah
from core.spreadsheet import Kepala


def angka(value: Any) -> Decimal | None:
    """Angka dari payload beku, yang menyimpannya sebagai tulisan."""
    return None if value in (None, "") else Decimal(str(value))


def judul(p: dict[str, Any], *lain: str) -> list[str]:
    """Baris kop dan judul di atas tabel."""
    return [
        f"PEMERINTAH {nama_daerah(p['dinas'])}".upper(),
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
