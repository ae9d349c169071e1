"""Bagian yang sama pada lembar XLSX semua naskah: judul, penanda tangan, nomor kolom."""

from core.tabel import Kepala
from documents.kepala import KepalaNaskah


def judul(isi: KepalaNaskah) -> list[str]:
    """Baris kop dan judul di atas tabel."""
    pemerintah = f"Pemerintah {isi.dinas.daerah}"
    keterangan = filter(None, isi.keterangan)
    return [
        pemerintah.upper(),
        isi.dinas.nama.upper(),
        f"{isi.judul.upper()} TAHUN {isi.tahun}",
        *keterangan,
    ]


def kaki(isi: KepalaNaskah) -> list[str]:
    """Penanda tangan di bawah tabel."""
    orang = isi.penanda_tangan
    if orang:
        return [orang.jabatan, orang.nama, f"NIP. {orang.nip}"]
    return []


def nomor(banyak: int) -> list[Kepala]:
    semua = range(1, banyak + 1)
    return [Kepala(str(nomor), is_nomor=True) for nomor in semua]
