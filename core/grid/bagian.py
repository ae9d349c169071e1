"""Kisi panjang dibuka per bagian: satu kecamatan, satu program; bagian yang panjang per potong."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import ClassVar

from core.grid.kolom import BarisKisi, Columns, Saringan

BERAT_LAYAR = 130_000  # bita tabel; halaman di sekelilingnya belasan ribu
BERAT_PANGKAL = 350  # pangkal baris
POTONG = "potong"  # nama saringannya pada alamat
Barisan = Sequence[BarisKisi]


@dataclass(frozen=True)
class Potongan:
    """Baris yang tampak di antara `semua` baris bagiannya; `nomor` dan `akhir` mulai dari 1."""

    rows: Barisan
    nomor: int = 1
    banyak: int = 1
    awal: int = 1
    semua: int = 0

    @property
    def akhir(self) -> int:
        return self.awal + len(self.rows) - 1

    @property
    def lain(self) -> Sequence[int]:
        """Nomor semua potongnya; kosong bila hanya satu."""
        if self.banyak == 1:
            return ()
        return range(1, self.banyak + 1)


class Terbagi:
    """Kisi yang salah satu saringannya, `pembagi`, membaginya menjadi bagian."""

    pembagi: ClassVar[str] = ""
    params: dict[str, str]

    def columns(self) -> Columns:
        """Kolom menurut urutannya, sama bagi semua baris."""
        raise NotImplementedError

    def filters(self) -> Sequence[Saringan]:
        """Saringan di atas kisi."""
        return []

    @property
    def selayar(self) -> int:
        """Banyak baris yang dimuat satu layar."""
        sebaris = BERAT_PANGKAL
        for kolom in self.columns():
            sebaris += kolom.berat
        return max(1, BERAT_LAYAR // sebaris)

    def is_panjang(self, banyak: int) -> bool:
        """Sebanyak itu barisnya terlalu berat untuk satu layar."""
        return banyak > self.selayar

    def potongan(self, rows: Barisan) -> Potongan:
        """Potong yang diminta alamatnya; yang bukan nomornya berarti yang pertama."""
        banyak = ceil(len(rows) / self.selayar)
        if banyak < 2:
            return Potongan(rows, semua=len(rows))
        diminta = self.params.get(POTONG, "")
        nomor = 1
        if diminta.isdecimal():
            nomor = min(max(1, int(diminta)), banyak)
        tinggi = ceil(len(rows) / banyak)
        awal = (nomor - 1) * tinggi
        return Potongan(
            rows[awal : awal + tinggi],
            nomor=nomor,
            banyak=banyak,
            awal=awal + 1,
            semua=len(rows),
        )

    def bagian_pertama(self) -> str:
        """Pilihan `pembagi` yang dibuka bila kisinya panjang; kosong bila tidak terbagi."""
        for saringan in self.filters():
            if saringan.nama == self.pembagi:
                return _pertama(saringan)
        return ""

    @property
    def is_sebagian(self) -> bool:
        """Ada saringan yang terpilih, sehingga jumlahnya hanya bagian itu."""
        return any(saringan.kini for saringan in self.filters())


def _pertama(saringan: Saringan) -> str:
    """Pilihan pertama yang bukan “semua”."""
    for nilai, _ in saringan.pilihan:
        if nilai:
            return nilai
    return ""
