"""Sebutan yang sama bagi semua impor: judul kode dan nomor, kaki tabel, awalan nama."""

import re

from documents.impor.penerima import JUDUL_KESALAHAN, normal

KODE = frozenset({"kode", "kode baris", "kode wilayah", "kode kemendagri"})
NOMOR = frozenset({"no", "nomor", "no urut", "nomor urut", "urut"})
ABAI = NOMOR | {"jumlah", "total", normal(JUDUL_KESALAHAN)}
KEMBAR = "Kolom ini sudah ada di kirinya."
_AWALAN = re.compile(r"(kecamatan|kec|distrik|kelurahan|kel|desa|ds|kampung|gampong|nagari) (?=\S)")
_AWAL_JUMLAH = r"(?:grand total|sub ?(?:jumlah|total)|jumlah|total|rata rata|rerata)"
_CAKUPAN = (
    r"(?: (?:seluruhnya|keseluruhan|semua|desa|kampung|gampong|nagari|kelurahan|dan|kecamatan|"
    r"distrik))*"
)
_JUMLAH = re.compile(
    rf"{_AWAL_JUMLAH}(?: {_AWAL_JUMLAH})?{_CAKUPAN}(?: (?:kabupaten|kota|yang diketahui)\b.*)?"
)
_TRIWULAN = re.compile(r"\b(?:tw|triwulan|triw) (?:ke )?([1-4]|iv|i{1,3})\b")
_ROMAWI = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
_ILMIAH = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")


def judul_baku(teks: str) -> str:
    """Judul kolom yang dinormalkan; “TW 3” sama dengan “Triwulan III”."""
    return _TRIWULAN.sub(_triwulan, normal(teks))


def _triwulan(cocok: re.Match[str]) -> str:
    nomor = cocok[1]
    return f"triwulan {_ROMAWI.get(nomor, nomor)}"


def is_rata(teks: str) -> bool:
    """Kaki tabel yang bukan jumlah: Rata-rata, Rerata."""
    return normal(teks).startswith(("rata rata", "rerata"))


def is_jumlah(teks: str) -> bool:
    """Kaki tabel: Jumlah, J U M L A H, Jumlah Total, Rata-rata, Total Kabupaten …"""
    kata = normal(teks)
    huruf = kata.split()
    panjang = {len(satu) for satu in huruf}
    if len(huruf) > 1 and panjang == {1}:
        kata = "".join(huruf)
    return _JUMLAH.fullmatch(kata) is not None


def tanpa_awalan(nama: str) -> str:
    """`kec suka maju` menjadi `suka maju`; namanya sudah dinormalkan."""
    awalan = _AWALAN.match(nama)
    if awalan is None:
        return nama
    akhir = awalan.end()
    return nama[akhir:]


def kode_rusak(teks: str) -> str:
    """Mengapa kodenya tidak lagi utuh; kosong bila bukan itu sebabnya."""
    if _ILMIAH.fullmatch(teks):
        return (
            f"Kode ini sudah menjadi {teks} di lembar kerja dan angka belakangnya hilang. "
            "Jadikan kolomnya teks lalu isi ulang."
        )
    return ""
