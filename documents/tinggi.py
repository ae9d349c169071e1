"""Perkiraan tinggi isi tabel cetak, milimeter: baris mana yang utuh, mana yang boleh bersambung.

Perkiraannya dibuat berlebih: yang dikira muat tetapi tidak muat akan terpotong, sedangkan
sebaliknya hanya bersambung.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from core.tabel import Tabel
from core.tampilan import Baris, Sel
from documents.tata_cetak import ukuran

SemuaTinggi = Sequence[Decimal]  # milimeter


# milimeter tiap poin huruf: rata-rata Liberation Sans dengan sisa di ujung baris
LEBAR_AKSARA = Decimal("0.22")
TINGGI_BARIS = Decimal("0.46")
TEPI = 2 * ukuran("sel-tegak")
JARAK_PARAGRAF = ukuran("prosa-jarak")
BARIS_UTUH = 70  # yang lebih tinggi boleh bersambung ke halaman berikut
KELOMPOK_UTUH = 120  # beberapa baris bersel gabungan, yang sebutannya hanya pada baris pertama
TABEL_UTUH = 90  # tabel sependek ini berikut ekornya tidak terbelah
EKOR_UTUH = (
    140  # baris terakhir, catatan dan tanda tangan yang diikat; A4 lanskap 167 berkepala tabel
)
BARIS_TERIKAT = 2


def tinggi_baris(tabel: Tabel, baris: Sequence[Baris], lebar: int) -> list[Decimal]:
    """Tinggi tiap baris tampil pada tabel selebar `lebar` milimeter."""
    semua = sum(kolom.lebar for kolom in tabel.kolom)
    satuan = Decimal(lebar) / semua
    lebar_kolom = [satuan * kolom.lebar for kolom in tabel.kolom]
    penakar = _Penakar(lebar_kolom, tabel.huruf)
    return [penakar.baris(satu) for satu in baris]


@dataclass(frozen=True)
class _Penakar:
    """Menakar baris satu tabel: lebar kolomnya dan besar hurufnya tetap."""

    lebar_kolom: SemuaTinggi
    huruf: Decimal

    def baris(self, baris: Baris) -> Decimal:
        """Sel tertinggi."""
        tinggi = map(self.sel, baris.sel)
        return max(tinggi, default=Decimal(0))

    def sel(self, sel: Sel) -> Decimal:
        """Tinggi sel terbagi rata atas baris yang direntangnya."""
        akhir = sel.kolom + sel.lebar
        direntang = self.lebar_kolom[sel.kolom : akhir]
        lebar = sum(direntang, Decimal(0))
        banyak = _banyak_baris(sel.teks, lebar, self.huruf)
        tulisan = _tinggi_tulisan(banyak, self.huruf)
        tepi = self.huruf * TEPI
        return (tulisan + tepi) / sel.tinggi


def _tinggi_tulisan(banyak_baris: int, huruf: Decimal) -> Decimal:
    return banyak_baris * huruf * TINGGI_BARIS


def _banyak_baris(teks: str, lebar: Decimal, huruf: Decimal) -> int:
    """Banyak baris tulisan pada kolom selebar itu."""
    lebar_aksara = huruf * LEBAR_AKSARA
    aksara = int(lebar / lebar_aksara)
    muat = max(1, aksara)
    banyak = 0
    for baris in teks.split("\n"):
        terpakai = -(-len(baris) // muat)
        banyak += max(1, terpakai)
    return banyak


def tinggi_paragraf(semua: Iterable[str], lebar: int, huruf: Decimal) -> Decimal:
    """Tinggi beberapa paragraf berikut jaraknya."""
    baris = []
    for teks in semua:
        baris.append(_banyak_baris(teks, Decimal(lebar), huruf))
    jarak = JARAK_PARAGRAF * len(baris)
    return _tinggi_tulisan(sum(baris), huruf) + jarak


def is_utuh(sel: Sel, urut: int, tinggi: SemuaTinggi) -> bool:
    """Sel pada baris `urut` tidak terbelah: semua baris yang direntangnya cukup pendek."""
    akhir = urut + sel.tinggi
    direntang = tinggi[urut:akhir]
    if sel.tinggi > 1:
        return sum(direntang) <= KELOMPOK_UTUH
    return sum(direntang) <= BARIS_UTUH


def terikat(tinggi: SemuaTinggi, ekor: Decimal) -> int:
    """Banyak baris terakhir yang diikat pada ekornya; nol bila tidak tentu muat sehalaman.

    Sampai separuhnya, agar halaman penutup tidak berisi sebaris; yang pendek seluruhnya.
    """
    if sum(tinggi) + ekor <= TABEL_UTUH:
        return len(tinggi)
    muat = _muat(tinggi, EKOR_UTUH - ekor)
    sedikitnya = min(BARIS_TERIKAT, len(tinggi))
    if muat < sedikitnya:
        return 0
    separuh = len(tinggi) // 2
    terbanyak = max(separuh, sedikitnya)
    return min(muat, terbanyak)


def _muat(tinggi: SemuaTinggi, ruang: Decimal) -> int:
    """Banyak baris terakhir yang bersama-sama tidak melebihi `ruang`."""
    bertumpuk = accumulate(reversed(tinggi))
    termuat = [satu for satu in bertumpuk if satu <= ruang]
    return len(termuat)
