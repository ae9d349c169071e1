"""Nomor dan judul bagian, tabel dan gambar LKjIP: hanya yang tercetak, menurut urutannya."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

Isi = Any  # isi LKjIP; bentuknya mengimpor modul ini
Ada = Callable[[Isi], Any]
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
BAB = "bab"
DEPAN = "depan"
HURUF = "huruf"
ANGKA = "angka"
POLOS = "polos"
LAMPIRAN = "lampiran"
TINGKAT = {DEPAN: 1, BAB: 1, LAMPIRAN: 1, HURUF: 2, POLOS: 2, ANGKA: 3}


@dataclass(frozen=True, slots=True)
class Butir:
    """Satu yang bernomor; `kode` tempatnya pada cetakan."""

    kode: str
    label: str
    judul: str
    tingkat: int = 1
    is_depan: bool = False  # berhalaman romawi


PerKunci = dict[str, Butir]  # kunci → butir daftarnya


@dataclass(frozen=True, slots=True)
class Entri:
    """Judul satu bagian, tabel atau gambar, dan syarat tercetaknya.

    `bab` bab tabelnya, atau cara bagian bernomor.
    """

    kode: str
    bab: str
    judul: str
    ada: Ada = bool


SemuaEntri = Iterable[Entri]


def tercetak(semua: SemuaEntri, isi: Isi) -> list[Entri]:
    """Yang datanya ada."""
    return [satu for satu in semua if satu.ada(isi)]


def tabel(semua: SemuaEntri, isi: Isi) -> PerKunci:
    """`Tabel 3.1`: bernomor dalam babnya."""
    urut: Counter[str] = Counter()
    hasil = {}
    for satu in tercetak(semua, isi):
        bab = satu.bab
        urut[bab] += 1
        hasil[satu.kode] = Butir(
            kode=f"tabel-{satu.kode}",
            label=f"Tabel {bab}.{urut[bab]}",
            judul=judul(satu, isi),
        )
    return hasil


def gambar(semua: SemuaEntri, isi: Isi) -> PerKunci:
    """`Gambar 1`: bernomor terus."""
    hasil = {}
    for urut, satu in enumerate(tercetak(semua, isi), 1):
        hasil[satu.kode] = Butir(
            kode=f"gambar-{satu.kode}",
            label=f"Gambar {urut}",
            judul=judul(satu, isi),
        )
    return hasil


def bagian(semua: SemuaEntri, isi: Isi) -> PerKunci:
    """Bab, huruf dan angka di bawahnya; yang di bawah mulai lagi pada induk yang baru."""
    urut: Counter[str] = Counter()
    hasil = {}
    for satu in tercetak(semua, isi):
        cara = satu.bab
        urut[cara] += 1
        for anak in BAWAH.get(cara, ()):
            urut[anak] = 0
        nomor = urut[cara]
        hasil[satu.kode] = Butir(
            kode=satu.kode,
            label=LABEL[cara](nomor),
            judul=judul(satu, isi),
            tingkat=TINGKAT[cara],
            is_depan=cara == DEPAN,
        )
    return hasil


BAWAH = {BAB: (HURUF, ANGKA), HURUF: (ANGKA,)}
LABEL: dict[str, Callable[[int], str]] = {
    DEPAN: lambda nomor: "",
    POLOS: lambda nomor: "",
    BAB: lambda nomor: f"BAB {ROMAWI[nomor - 1]}",
    LAMPIRAN: lambda nomor: f"Lampiran {ROMAWI[nomor - 1]}",
    HURUF: lambda nomor: f"{ascii_uppercase[nomor - 1]}.",
    ANGKA: lambda nomor: f"{nomor}.",
}


def judul(entri: Entri, isi: Isi) -> str:
    """Judulnya dengan tahun, kantor, dan judul bagian yang ditulis orang."""
    sebutan: defaultdict[str, str] = defaultdict(str)
    for kode, bagian_naskah in isi.naskah.items():
        sebutan[kode] = bagian_naskah.judul
    return entri.judul.format(p=isi, n=sebutan, lalu=isi.tahun - 1).strip()
