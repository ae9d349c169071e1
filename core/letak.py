"""Letak sel pada tabel: kepala menutup tiap kolom tepat sekali, gabungan tidak bertumpuk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

Tertutup = dict[int, list[int]]  # baris → kolom yang tertutup rentang
Letak = tuple[int, int]  # baris, kolom
Rentang = tuple[int, int, int, int]  # baris, kolom, baris akhir, kolom akhir
Ukuran = Sequence[Sequence[Letak]]  # lebar dan tinggi tiap sel kepala, sebaris demi sebaris
Masalah = Iterator[str]


def masalah_kepala(ukuran: Ukuran, banyak: int) -> Masalah:
    """Baris kepala yang tidak menutup `banyak` kolom tepat sekali."""
    tertutup = _kolom_tertutup(ukuran)
    tinggi = len(ukuran)
    lengkap = list(range(banyak))
    for baris in range(tinggi):
        kolom = tertutup.pop(baris, [])
        if sorted(kolom) != lengkap:
            yield f"kepala baris {baris + 1} tidak menutup {banyak} kolom tepat sekali"
    if tertutup:
        yield f"kepala lebih tinggi dari {tinggi} barisnya"


def _kolom_tertutup(ukuran: Ukuran) -> Tertutup:
    """Kolom yang ditutup pada tiap baris kepala; yang bertumpuk disebut dua kali."""
    tertutup: Tertutup = defaultdict(list)
    for baris, kolom in _letak_kepala(ukuran):
        semua = tertutup[baris]
        semua.append(kolom)
    return tertutup


def _letak_kepala(ukuran: Ukuran) -> Iterator[Letak]:
    """Sel mengisi kolom pertama yang belum ditutup sel di kiri dan di atasnya."""
    tertutup: set[Letak] = set()
    for baris, semua in enumerate(ukuran):
        kolom = 0
        for lebar, tinggi in semua:
            while (baris, kolom) in tertutup:
                kolom += 1
            akhir = baris + tinggi
            kanan = kolom + lebar
            rentang = (baris, kolom, akhir - 1, kanan - 1)
            sel = dalam(rentang)
            tertutup |= set(sel)
            yield from sel


def masalah_gabung(gabung: Iterable[Rentang], baris: int, kolom: int) -> Masalah:
    """Gabungan di luar `baris` kali `kolom` isi, atau yang bertumpuk dengan gabungan lain."""
    seluruhnya = (0, 0, baris - 1, kolom - 1)
    isi = set(dalam(seluruhnya))
    for rentang in gabung:
        sel = set(dalam(rentang))
        if not sel:
            yield f"gabungan {rentang} tidak menutup satu sel pun"
        if not sel <= isi:
            yield f"gabungan {rentang} di luar isinya atau bertumpuk"
        isi -= sel


def dalam(rentang: Rentang) -> list[Letak]:
    """Semua letak di antara kedua pojoknya."""
    atas, kiri, bawah, kanan = rentang
    baris = range(atas, bawah + 1)
    kolom = range(kiri, kanan + 1)
    return list(product(baris, kolom))


def di_luar(letak: Iterable[int], banyak: int) -> list[int]:
    """Nomor yang disebut tetapi tidak ada."""
    ada = range(banyak)
    hilang = set(letak).difference(ada)
    return sorted(hilang)
