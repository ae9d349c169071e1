"""Bagian yang sama pada lembar XLSX semua naskah: judul, penanda tangan, nomor kolom."""

from core.tabel import Kepala as Sel
from documents.kepala import Kepala


def judul(p: Kepala) -> list[str]:
    """Baris kop dan judul di atas tabel."""
    pemerintah = f"Pemerintah {p.dinas.daerah}"
    keterangan = filter(None, p.keterangan)
    return [
        pemerintah.upper(),
        p.dinas.nama.upper(),
        f"{p.judul.upper()} TAHUN {p.tahun}",
        *keterangan,
    ]


def kaki(p: Kepala) -> list[str]:
    """Penanda tangan di bawah tabel."""
    orang = p.penanda_tangan
    if orang:
        return [orang.jabatan, orang.nama, f"NIP. {orang.nip}"]
    return []


def nomor(banyak: int) -> list[Sel]:
    semua = range(1, banyak + 1)
    return [Sel(str(nomor), is_nomor=True) for nomor in semua]
