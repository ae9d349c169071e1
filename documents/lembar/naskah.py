"""Bagian yang sama pada lembar XLSX semua naskah: judul, penanda tangan, nomor kolom."""

from core.tabel import Kepala
from documents.kepala import KepalaNaskah


def judul(p: KepalaNaskah) -> list[str]:
    """Baris kop dan judul di atas tabel."""
    pemerintah = f"Pemerintah {p.dinas.daerah}"
    keterangan = filter(None, p.keterangan)
    return [
        pemerintah.upper(),
        p.dinas.nama.upper(),
        f"{p.judul.upper()} TAHUN {p.tahun}",
        *keterangan,
    ]


def kaki(p: KepalaNaskah) -> list[str]:
    """Penanda tangan di bawah tabel."""
    orang = p.penanda_tangan
    if orang:
        return [orang.jabatan, orang.nama, f"NIP. {orang.nip}"]
    return []


def nomor(banyak: int) -> list[Kepala]:
    semua = range(1, banyak + 1)
    return [Kepala(str(nomor), is_nomor=True) for nomor in semua]
