"""Bagian yang sama pada lembar XLSX semua naskah: judul, penanda tangan, nomor kolom."""

from core.tabel import Kepala as Sel
from documents.kepala import Kepala


def judul(p: Kepala) -> list[str]:
    """Baris kop dan judul di atas tabel."""
    return [
        f"PEMERINTAH {p.dinas.daerah}".upper(),
        p.dinas.nama.upper(),
        f"{p.judul.upper()} TAHUN {p.tahun}",
        *filter(None, p.keterangan),
    ]


def kaki(p: Kepala) -> list[str]:
    """Penanda tangan di bawah tabel."""
    orang = p.penanda_tangan
    if orang:
        return [orang.jabatan, orang.nama, f"NIP. {orang.nip}"]
    return []


def nomor(banyak: int) -> list[Sel]:
    return [Sel(str(n), is_nomor=True) for n in range(1, banyak + 1)]
