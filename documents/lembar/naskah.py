"""Bagian yang sama pada tabel semua naskah: judul, penanda tangan, nomor kolom."""

from core.tabel import Kepala
from documents.kepala import KepalaNaskah


def judul(isi: KepalaNaskah) -> list[str]:
    """Judul naskah, perangkat daerahnya, daerah dan tahunnya, lalu keterangannya."""
    wilayah = f"{isi.dinas.daerah} Tahun {isi.tahun}"
    keterangan = filter(None, (*isi.keterangan, isi.tanda))
    return [isi.judul.upper(), isi.dinas.nama, wilayah, *keterangan]


def kop(isi: KepalaNaskah) -> list[str]:
    """Dua baris pertama kop, bagi tabel yang tercetak di bawah kop."""
    pemerintah = f"Pemerintah {isi.dinas.daerah}"
    return [pemerintah.upper(), isi.dinas.nama.upper()]


def judul_berkop(isi: KepalaNaskah) -> list[str]:
    """Kop dan judul di atas tabel naskah yang tercetak di bawah kop."""
    keterangan = filter(None, (*isi.keterangan, isi.tanda))
    return [*kop(isi), f"{isi.judul.upper()} TAHUN {isi.tahun}", *keterangan]


def kaki(isi: KepalaNaskah) -> list[str]:
    """Penanda tangan di bawah tabel."""
    orang = isi.penanda_tangan
    if orang:
        return [orang.jabatan, orang.nama, f"NIP. {orang.nip}"]
    return []


def nomor(banyak: int) -> list[Kepala]:
    semua = range(1, banyak + 1)
    return [Kepala(str(nomor), is_nomor=True) for nomor in semua]


def tanda_catatan(nomor: int) -> str:
    """Tanda catatan kaki pada sel; huruf cetak tidak punya semua angka kecil di atas."""
    return f"{nomor})"
