"""Tabel HTML menjadi tabel Word: gabungan sel, kepala berulang, lebar kolom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.blkcntnr import BlockItemContainer
from docx.oxml import OxmlElement
from docx.shared import Mm, Twips
from docx.table import Table, _Cell

from documents.word.kerangka import dxa
from documents.word.sebaris import POLOS, Bentuk, Elemen, kelas
from documents.word.unsur import (
    ALAS,
    BARIS,
    BARIS_KEPALA,
    GABUNG,
    SEL,
    TABEL,
    Unsur,
    tambah,
    urai,
)

ANGKA = re.compile(r"[\d.]+")
BERALAS = {"kelompok", "jumlah", "tebal"}
TERIKAT = {"kelompok", "sasaran"}
SEPENUH = 5000  # lebar tabel, perseperlima puluh persen
SEMPIT = 0.62  # bagian lebar halaman
TERSEMPIT = 7  # milimeter
UTUH = 25  # baris; yang lebih tinggi boleh terbelah
TERPANJANG = 42  # aksara; tulisan yang lebih panjang dilipat
TERPENDEK = 3
TEPI = 1.5  # aksara, kedua tepi sel
LIPATAN = 0.55  # bagian tulisan di luar kata terpanjangnya yang diberi tempat
RATA = {"angka": "right", "kanan": "right", "tengah": "center"}
Lebar = list[int]


@dataclass(frozen=True)
class SelTabel:
    """Satu sel HTML pada kisinya; `is_sambungan` bila menyambung sel di atasnya."""

    elemen: Elemen
    kolom: int
    lebar: int
    tinggi: int
    is_sambungan: bool = False

    @property
    def akhir(self) -> int:
        """Kolom sesudahnya."""
        return self.kolom + self.lebar

    @property
    def gabung(self) -> str:
        """Cara Word menggabungnya tegak; kosong bila setinggi satu baris."""
        if self.is_sambungan:
            return "continue"
        if self.tinggi > 1:
            return "restart"
        return ""

    @property
    def rata(self) -> str:
        """Letak tulisannya; kosong menurut gayanya."""
        for nama in kelas(self.elemen):
            if nama in RATA:
                return RATA[nama]
        return ""


@dataclass(frozen=True)
class BarisTabel:
    """Satu baris, sebagian kepala, badan atau kaki tabelnya."""

    elemen: Elemen
    sel: tuple[SelTabel, ...]

    @property
    def bagian(self) -> str:
        """`thead`, `tbody` atau `tfoot`."""
        return str(self.elemen.getparent().tag)

    @property
    def is_kepala(self) -> bool:
        return self.bagian == "thead"

    @property
    def is_tebal(self) -> bool:
        if self.bagian == "tfoot":
            return True
        return bool(BERALAS & kelas(self.elemen))

    @property
    def is_terikat(self) -> bool:
        """Kepala dan judul kelompok tidak sendirian di kaki halaman."""
        return self.is_kepala or bool(TERIKAT & kelas(self.elemen))

    @property
    def bentuk(self) -> Bentuk:
        """Bentuk tulisan seluruh barisnya."""
        if self.is_tebal:
            return Bentuk(tebal=True)
        if "sasaran" in kelas(self.elemen):
            return Bentuk(miring=True)
        return POLOS


SemuaBaris = list[BarisTabel]
Terbuka = dict[int, SelTabel]  # kolom → sel di atas yang belum habis


def semua_baris(tabel: Elemen) -> SemuaBaris:
    """Baris tabel dengan sel yang menyambung dari atas pada tempatnya."""
    hasil = []
    terbuka: Terbuka = {}
    for baris in tabel.iter("tr"):
        pemilik = next(baris.iterancestors("table"))
        if pemilik is tabel:
            semua = tuple(_semua_sel(baris, terbuka))
            hasil.append(BarisTabel(baris, semua))
    return hasil


def _semua_sel(baris: Elemen, terbuka: Terbuka) -> Iterator[SelTabel]:
    """Sel satu baris dari kiri."""
    sisa = list(baris.iterchildren("td", "th"))
    kolom = 0
    while sisa or kolom in terbuka:
        if kolom in terbuka:
            atas = terbuka.pop(kolom)
            satu = _sambungan(atas)
        else:
            satu = _sel(sisa.pop(0), kolom)
        if satu.tinggi > 1:
            terbuka[kolom] = satu
        yield satu
        kolom = satu.akhir


def _sel(elemen: Elemen, kolom: int) -> SelTabel:
    lebar = _rentang(elemen, "colspan")
    tinggi = _rentang(elemen, "rowspan")
    return SelTabel(elemen, kolom, lebar, tinggi)


def _sambungan(atas: SelTabel) -> SelTabel:
    """Lanjutannya satu baris di bawah."""
    return SelTabel(
        atas.elemen,
        atas.kolom,
        atas.lebar,
        atas.tinggi - 1,
        is_sambungan=True,
    )


def _rentang(elemen: Elemen, nama: str) -> int:
    nilai = elemen.get(nama) or "1"
    return max(int(nilai), 1)


def lebar_kolom(tabel: Elemen, semua: SemuaBaris, lebar: float) -> Lebar:
    """Menurut `<col>` bila berlebar; selain itu menurut tulisannya."""
    banyak = max(baris.sel[-1].akhir for baris in semua if baris.sel)
    bobot = [_persen(satu) for satu in tabel.iter("col")]
    if len(bobot) != banyak or not all(bobot):
        bobot = _bobot(semua, banyak)
    seluruh = sum(bobot)
    cukup = []
    for satu in bobot:
        selebar = lebar * satu / seluruh
        cukup.append(max(selebar, TERSEMPIT))
    lebih = lebar / sum(cukup)
    return [dxa(satu * lebih) for satu in cukup]


def _persen(col: Elemen) -> float:
    """Lebar satu kolom; nol bila tidak disebut."""
    angka = ANGKA.match(col.get("width") or "0")
    return float(angka.group()) if angka else 0.0


def _bobot(semua: SemuaBaris, banyak: int) -> list[float]:
    """Kata terpanjang tiap kolom, ditambah sebagian tulisan terpanjangnya."""
    terpanjang = [TERPENDEK] * banyak
    tulisan = [TERPENDEK] * banyak
    for baris in semua:
        for satu in baris.sel:
            if satu.lebar > 1 or satu.is_sambungan:
                continue
            kolom = satu.kolom
            kata = satu.elemen.text_content().split()
            terpanjang[kolom] = max(terpanjang[kolom], *map(len, kata), 0)
            panjang = len(" ".join(kata))
            tulisan[kolom] = max(tulisan[kolom], panjang)
    hasil = []
    for sekata, semuanya in zip(terpanjang, tulisan, strict=True):
        lebih = min(semuanya, TERPANJANG) - sekata
        lebih = max(lebih, 0)
        hasil.append(sekata + TEPI + lebih * LIPATAN)
    return hasil


def tabel_word(
    wadah: Any,
    lebar: Lebar,
    gaya: str,
    *,
    bagian: float = 1,
) -> Table:
    """Tabel tanpa baris dengan lebar kolom tetap; `bagian` dari lebar tempatnya, di tengah."""
    tabel: Table = BlockItemContainer.add_table(wadah, 0, len(lebar), Mm(0))
    lama = tabel._tbl.tblPr
    baru = urai(
        TABEL,
        gaya=gaya,
        lebar=round(SEPENUH * bagian),
        letak="center" if bagian < 1 else "left",
    )
    tabel._tbl.replace(lama, baru)
    for kolom, satu in zip(tabel._tbl.tblGrid, lebar, strict=True):
        kolom.w = Twips(satu)
    return tabel


def baris_word(tabel: Table, *, is_kepala: bool = False) -> Unsur:
    """Baris kosong yang tidak terbelah halaman; kepalanya berulang."""
    baris = OxmlElement("w:tr")
    templat = BARIS_KEPALA if is_kepala else BARIS
    baris.append(urai(templat))
    tabel._tbl.append(baris)
    return baris


def sel_word(
    tabel: Table,
    baris: Unsur,
    lebar: int,
    *,
    rentang: int = 1,
    gabung: str = "",
    is_beralas: bool = False,
) -> _Cell:
    """Sel kosong di ujung kanan baris."""
    sifat = urai(SEL, lebar=lebar, rentang=rentang)
    if gabung:
        tambah(sifat, GABUNG, cara=gabung)
    if is_beralas:
        tambah(sifat, ALAS)
    sel = OxmlElement("w:tc")
    sel.append(sifat)
    baris.append(sel)
    return _Cell(sel, tabel)
