"""Satu lembar yang sedang dibaca: letak kolomnya, barisnya kini, dan masalahnya."""

from documents.impor import Kesalahan
from documents.pembaca import alamat
from idm.impor.kepala import Peta


class LembarTerbaca:
    """Lembar dengan kolom yang sudah dikenali; `nomor` baris yang sedang dibaca."""

    def __init__(
        self,
        nama: str,
        peta: Peta,
        kesalahan: list[Kesalahan],
        catatan: list[Kesalahan],
    ) -> None:
        self.nama = nama
        self.peta = peta
        self.kesalahan = kesalahan
        self.catatan = catatan
        self.nomor = peta.baris

    def sel(self, kolom: int) -> str:
        """Alamat sel pada baris yang sedang dibaca."""
        return alamat(self.nomor, kolom + 1)

    def salah(self, kolom: int, isi: str, pesan: str) -> None:
        self.kesalahan.append(Kesalahan(self.nama, self.sel(kolom), isi, pesan))

    def catat(self, kolom: int, isi: str, pesan: str) -> None:
        self.catatan.append(Kesalahan(self.nama, self.sel(kolom), isi, pesan))
