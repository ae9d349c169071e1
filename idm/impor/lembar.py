"""Satu lembar yang sedang dibaca: letak kolomnya, barisnya kini, dan masalahnya."""

from collections.abc import Iterator, Sequence

from documents.impor import Kesalahan
from documents.impor.judul import bertahun_lain, check_tahun
from documents.impor.sel import pesan_rumus
from documents.pembaca import Sel, Tabel, alamat
from idm.impor.acuan import KODE_DESA, kode_desa
from idm.impor.kepala import SEKARANG, Peta

Isi = Sequence[str]  # tulisan tiap sel satu baris
Bertahun = dict[int, int]  # tahun pada judul kolom nilai → kolomnya; SEKARANG bila tanpa tahun


def check_tahun_lembar(
    tabel: Tabel,
    baris: int,
    nilai: Bertahun,
    tahun: int,
) -> Iterator[Kesalahan]:
    """Lembar yang menyebut tahun lain dari `tahun`: namanya, judulnya, atau semua kolom nilainya.

    `baris` nomor baris judul kolomnya. Rekap resmi memuat nilai tahun lalu di samping tahun itu,
    jadi kolom bertahun lain hanya masalah bila tidak ada kolom `tahun` atau kolom tanpa tahun.
    """
    yield from check_tahun(tabel, baris - 1, tahun)
    if not nilai.keys().isdisjoint((SEKARANG, tahun)):
        return
    for tertulis, kolom in nilai.items():
        judul = tabel.baris[baris - 1][kolom]
        sel = alamat(baris, kolom + 1)
        yield from bertahun_lain(tabel.nama, sel, judul.isi, [str(tertulis)], tahun)


def tanpa_baris_desa(nama: str, baris: Sequence[Isi], kode: int) -> Tabel:
    """Judul dan keterangan lembarnya pada nomor barisnya; baris berkode desa dikosongkan.

    `kode` letak kolom kode desa, mulai 0.
    """
    isi = []
    for satu in baris:
        tertulis = "".join(satu[kode : kode + 1])
        sel: list[Sel] = []
        if not KODE_DESA.fullmatch(kode_desa(tertulis)):
            sel = [Sel("teks", teks) for teks in satu]
        isi.append(sel)
    return Tabel(nama, isi)


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
