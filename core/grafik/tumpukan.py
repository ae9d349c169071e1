"""Batang bertumpuk bertautan: bagian tiap kelas atas seluruhnya; lebarnya menurut layarnya."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import format_angka
from core.grafik.dasar import (
    LEBAR,
    LEBAR_AKSARA,
    PUTIH,
    Deret,
    Unsur,
    keterangan,
    kotak,
    svg,
    tautan,
    teks,
)

TINGGI_NAMA = 14
TINGGI_BATANG = 20
JARAK = 12
BERANGKA = 22  # ruas yang lebih sempit angkanya hanya pada tabel
ALAS_ANGKA = 18
CONTOH = 26  # kotak contoh dan jaraknya pada keterangan
UKURAN = 10


@dataclass(frozen=True)
class Tumpukan:
    """Satu batang: namanya, banyak tiap kelasnya, dan halaman yang dibukanya."""

    nama: str
    banyak: Sequence[int]
    url: str = ""


SemuaTumpukan = Sequence[Tumpukan]
SemuaKelas = Sequence[Deret]


def tumpukan(
    judul: str,
    baris: SemuaTumpukan,
    kelas: SemuaKelas,
    *,
    lebar: int = LEBAR,
) -> str:
    """Nama dan jumlahnya di atas batangnya; kosong tanpa baris."""
    if not baris:
        return ""
    isi: list[str] = []
    y = Decimal(TINGGI_NAMA)
    for satu in baris:
        gambar = "".join(_satu(satu, kelas, lebar, y))
        bertautan = tautan(satu.url, satu.nama, gambar)
        isi.append(bertautan)
        y += TINGGI_NAMA + TINGGI_BATANG + JARAK
    for sebaris in berbaris(kelas, lebar):
        isi += keterangan(sebaris, y, ukuran=UKURAN)
        y += TINGGI_NAMA + 4
    is_bertautan = any(satu.url for satu in baris)
    return svg(judul, y - JARAK, isi, lebar=lebar, is_bertautan=is_bertautan)


def berbaris(deret: SemuaKelas, lebar: int) -> Iterator[list[Deret]]:
    """Keterangan yang tidak muat sebaris dilanjutkan di bawahnya."""
    sebaris: list[Deret] = []
    terisi = Decimal(0)
    for satu in deret:
        panjang = CONTOH + UKURAN + UKURAN * len(satu.nama) * LEBAR_AKSARA
        if sebaris and terisi + panjang > lebar:
            yield sebaris
            sebaris = []
            terisi = Decimal(0)
        sebaris.append(satu)
        terisi += panjang
    yield sebaris


def _satu(satu: Tumpukan, kelas: SemuaKelas, lebar: int, y: Decimal) -> Unsur:
    """Nama dan jumlahnya, lalu ruas tiap kelas dari kiri."""
    jumlah = sum(satu.banyak)
    tulisan = format_angka(jumlah)
    yield teks(0, y, f"{satu.nama}: {tulisan}")
    x = Decimal(0)
    for milik, banyak in zip(kelas, satu.banyak, strict=True):
        if banyak:
            panjang = Decimal(banyak) / jumlah * lebar
            yield from _ruas(x, y + 6, panjang, milik, banyak)
            x += panjang


def _ruas(
    x: Decimal,
    y: Decimal,
    panjang: Decimal,
    kelas: Deret,
    banyak: int,
) -> Unsur:
    """Ruas berarsir; angkanya di atas bidang polos bila muat."""
    yield kotak(
        x=x,
        y=y,
        lebar=panjang,
        tinggi=TINGGI_BATANG,
        warna=kelas.warna,
        tepi=PUTIH,
        pola=kelas.pola,
        arsir=kelas.tulisan,
    )
    if panjang < BERANGKA:
        return
    tengah = x + panjang / 2
    yield kotak(
        x=tengah - ALAS_ANGKA // 2,
        y=y + 3,
        lebar=ALAS_ANGKA,
        tinggi=14,
        warna=kelas.warna,
    )
    tulisan = format_angka(banyak)
    yield teks(tengah, y + 14, tulisan, jangkar="middle", warna=kelas.tulisan)
