"""Perkiraan tinggi isi tabel cetak, milimeter: baris mana yang utuh, mana yang boleh bersambung.

Perkiraannya dibuat berlebih: yang dikira muat tetapi tidak muat akan terpotong, sedangkan
sebaliknya hanya bersambung.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from core.tabel import Kepala, Tabel
from core.tampilan import Baris, Sel
from documents.huruf import TERLEBAR, banyak_baris
from documents.tata_cetak import ukuran

SemuaTinggi = Sequence[Decimal]  # milimeter

POIN = Decimal("0.3528")  # milimeter
TINGGI_BARIS = POIN * ukuran("sel-spasi")
TINGGI_PROSA = POIN * ukuran("prosa-spasi")
TEPI = 2 * ukuran("sel-tegak")
TEPI_SAMPING = 2 * ukuran("sel-mendatar")
JARAK_PARAGRAF = ukuran("prosa-jarak")
BARIS_UTUH = 70  # yang lebih tinggi boleh bersambung ke halaman berikut
KELOMPOK_UTUH = 120  # beberapa baris bersel gabungan, yang sebutannya hanya pada baris pertama
TABEL_UTUH = 90  # tabel sependek ini berikut ekornya tidak terbelah
EKOR_UTUH = 145  # baris terakhir, catatan dan tanda tangan yang diikat, sejauh muat sehalaman
BARIS_TERIKAT = 2


def tinggi_baris(tabel: Tabel, baris: Sequence[Baris], lebar: int) -> list[Decimal]:
    """Tinggi tiap baris tampil pada tabel selebar `lebar` milimeter."""
    semua = sum(kolom.lebar for kolom in tabel.kolom)
    satuan = Decimal(lebar) / semua
    lebar_kolom = [satuan * kolom.lebar for kolom in tabel.kolom]
    penakar = _Penakar(lebar_kolom, tabel.huruf)
    return [penakar.baris(satu) for satu in baris]


def ruang_ekor(tabel: Tabel, lebar: int, tinggi: int) -> Decimal:
    """Yang dapat diikat pada halaman setinggi `tinggi` milimeter di bawah kepala tabelnya."""
    tegak = ukuran("tepi-atas") + ukuran("tepi-bawah")
    sisa = tinggi - tegak - tinggi_kepala(tabel, lebar)
    return min(sisa, Decimal(EKOR_UTUH))


def tinggi_kepala(tabel: Tabel, lebar: int) -> Decimal:
    """Tiap tingkat setinggi sel tertingginya; kolomnya dibaca menurut kepala yang terbuka."""
    banyak = len(tabel.kolom)
    tertutup = [0] * banyak
    semua = []
    for tingkat in tabel.kepala:
        sel = _letak(tingkat, tertutup)
        baris = Baris(sel, "tebal")
        semua.append(baris)
    tinggi = tinggi_baris(tabel, semua, lebar)
    return sum(tinggi, Decimal(0))


def _letak(tingkat: Sequence[Kepala], tertutup: list[int]) -> tuple[Sel, ...]:
    """Kepala setingkat pada kolomnya; `tertutup` sisa tingkat yang ditutup kepala di atasnya."""
    hasil = []
    antre = iter(tingkat)
    kolom = 0
    while kolom < len(tertutup):
        if tertutup[kolom]:
            tertutup[kolom] -= 1
            kolom += 1
            continue
        kepala = next(antre)
        akhir = kolom + kepala.lebar
        bawah = kepala.tinggi - 1
        tertutup[kolom:akhir] = [bawah] * kepala.lebar
        sel = Sel(kepala.teks, "tengah", kepala.lebar, kepala.tinggi, kolom)
        hasil.append(sel)
        kolom = akhir
    return tuple(hasil)


@dataclass(frozen=True)
class _Penakar:
    """Menakar baris satu tabel: lebar kolomnya dan besar hurufnya tetap."""

    lebar_kolom: SemuaTinggi
    huruf: Decimal

    def baris(self, baris: Baris) -> Decimal:
        """Sel tertinggi."""
        is_tebal = baris.gaya != "biasa"
        tinggi = [self.sel(satu, is_tebal) for satu in baris.sel]
        return max(tinggi, default=Decimal(0))

    def sel(self, sel: Sel, is_tebal: bool) -> Decimal:
        """Tinggi sel terbagi rata atas baris yang direntangnya."""
        akhir = sel.kolom + sel.lebar
        direntang = self.lebar_kolom[sel.kolom : akhir]
        lebar = sum(direntang, Decimal(0))
        samping = self.huruf * TEPI_SAMPING
        tersedia = _perseribu(lebar - samping, self.huruf)
        banyak = banyak_baris(sel.teks, tersedia, is_tebal)
        tulisan = banyak * TINGGI_BARIS
        setinggi = self.huruf * (tulisan + TEPI)
        return setinggi / sel.tinggi


def _perseribu(lebar: Decimal, huruf: Decimal) -> int:
    """Milimeter sebagai perseribu besar huruf; yang tersempit satu aksara."""
    perseribu = huruf * POIN / 1000
    tersedia = int(lebar / perseribu)
    return max(TERLEBAR, tersedia)


def tinggi_paragraf(semua: Iterable[str], lebar: int, huruf: Decimal) -> Decimal:
    """Tinggi beberapa paragraf berikut jaraknya."""
    tersedia = _perseribu(Decimal(lebar), huruf)
    tinggi = Decimal(0)
    for teks in semua:
        banyak = banyak_baris(teks, tersedia)
        tulisan = banyak * TINGGI_PROSA
        tinggi += huruf * tulisan
        tinggi += JARAK_PARAGRAF
    return tinggi


def is_utuh(sel: Sel, urut: int, tinggi: SemuaTinggi) -> bool:
    """Sel pada baris `urut` tidak terbelah: semua baris yang direntangnya cukup pendek."""
    akhir = urut + sel.tinggi
    direntang = tinggi[urut:akhir]
    if sel.tinggi > 1:
        return sum(direntang) <= KELOMPOK_UTUH
    return sum(direntang) <= BARIS_UTUH


def terikat(tinggi: SemuaTinggi, ekor: Decimal, ruang: Decimal) -> int:
    """Banyak baris terakhir yang diikat pada ekornya; nol bila tidak tentu muat pada `ruang`.

    Sampai separuhnya, agar halaman penutup tidak berisi sebaris; yang pendek seluruhnya.
    """
    if sum(tinggi) + ekor <= TABEL_UTUH:
        return len(tinggi)
    cukup = _cukup(tinggi, ruang - ekor)
    sedikitnya = min(BARIS_TERIKAT, len(tinggi))
    if cukup < sedikitnya:
        return 0
    separuh = len(tinggi) // 2
    terbanyak = max(separuh, sedikitnya)
    return min(cukup, terbanyak)


def _cukup(tinggi: SemuaTinggi, ruang: Decimal) -> int:
    """Banyak baris terakhir yang bersama-sama tidak melebihi `ruang`."""
    bertumpuk = accumulate(reversed(tinggi))
    termuat = [satu for satu in bertumpuk if satu <= ruang]
    return len(termuat)
