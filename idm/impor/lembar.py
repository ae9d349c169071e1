"""Satu lembar yang sedang dibaca: letak kolomnya, barisnya kini, dan masalahnya."""

from collections.abc import Sequence

from documents.impor import Kesalahan
from documents.impor.sel import pesan_rumus
from documents.pembaca import alamat
from idm.impor.kepala import Peta

Isi = Sequence[str]  # tulisan tiap sel satu baris


class LembarTerbaca:
    """Lembar dengan kolom yang sudah dikenali; `nomor` baris yang sedang dibaca."""

    def __init__(
        self,
        nama: str,
        peta: Peta,
        kesalahan: list[Kesalahan],
        catatan: list[Kesalahan],
    ) -> None:
        """`kesalahan` dan `catatan` milik berkasnya, dikumpulkan dari semua lembar."""
        self.nama = nama
        self.peta = peta
        self.kesalahan = kesalahan
        self.catatan = catatan
        self.nomor = peta.baris

    def sel(self, kolom: int) -> str:
        """Alamat sel pada baris yang sedang dibaca."""
        return alamat(self.nomor, kolom + 1)

    def salah(self, kolom: int, isi: str, pesan: str) -> None:
        """Yang menahan penyimpanan; rumus tanpa nilai tersimpan disebut sebagai rumus."""
        if isi.startswith("="):
            pesan = pesan_rumus(isi)
        masalah = self._masalah(kolom, isi, pesan)
        self.kesalahan.append(masalah)

    def record(self, kolom: int, isi: str, pesan: str) -> None:
        """Yang perlu dilihat, tetapi tidak menahan."""
        masalah = self._masalah(kolom, isi, pesan)
        self.catatan.append(masalah)

    def _masalah(self, kolom: int, isi: str, pesan: str) -> Kesalahan:
        """Pada sel baris yang sedang dibaca."""
        return Kesalahan(
            lembar=self.nama,
            sel=self.sel(kolom),
            isi=isi,
            pesan=pesan,
        )
