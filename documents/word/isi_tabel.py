"""Isi tabel dan lajur Word ditulis sel demi sel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table

from documents.word.kerangka import DXA, dxa
from documents.word.penyusun import Konteks, Penyusun
from documents.word.sebaris import Elemen, berbentuk, kelas
from documents.word.tabel import (
    SEMPIT,
    UTUH,
    BarisTabel,
    Lebar,
    SelTabel,
    baris_word,
    lebar_kolom,
    sel_word,
    semua_baris,
    tabel_word,
)
from documents.word.unsur import Unsur, rata

TEPI_SEL = 3  # milimeter, kedua tepinya
PADAT = 13  # kolom; sejak itu hurufnya lebih kecil
BERGARIS = {"tabel", "pokok"}
RAPAT = {"rapat", "uraian"}
BERSUMBER = {"sumber", "catatan"}


@dataclass(frozen=True)
class TabelBaru:
    """Tabel Word yang sedang diisi."""

    tabel: Table
    lebar: Lebar
    konteks: Konteks
    penyusun: Penyusun


def tabel(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Tabel bergaris; yang hanya menata tulisan tanpa garis."""
    semua = semua_baris(elemen)
    if not semua:
        return
    penyusun.sela(konteks)
    baru = _tabel_baru(penyusun, elemen, konteks, semua)
    is_utuh = "utuh" in kelas(elemen) and len(semua) <= UTUH
    *awal, akhir = semua
    for baris in awal:
        _baris(baru, baris, is_ikat=is_utuh or baris.is_terikat)
    _baris(baru, akhir, is_ikat=False)
    if konteks.wadah is penyusun.badan and not _is_bersumber(elemen):
        penyusun.paragraf(konteks.bergaya("Jarak"))


def _tabel_baru(
    penyusun: Penyusun,
    elemen: Elemen,
    konteks: Konteks,
    semua: list[BarisTabel],
) -> TabelBaru:
    """Lebar kolom, garis dan gaya selnya."""
    bagian = 1.0
    if "sempit" in kelas(elemen):
        bagian = SEMPIT
    lebar = lebar_kolom(elemen, semua, konteks.lebar * bagian)
    gaya = "TabelPolos"
    if BERGARIS & kelas(elemen):
        gaya = "TabelGaris"
    hasil = tabel_word(konteks.wadah, lebar, gaya, bagian=bagian)
    isi = _gaya_isi(elemen, konteks, len(lebar))
    return TabelBaru(hasil, lebar, konteks.bergaya(isi), penyusun)


def _gaya_isi(elemen: Elemen, konteks: Konteks, banyak: int) -> str:
    """Gaya paragraf selnya."""
    if not BERGARIS & kelas(elemen):
        return "IsiPolos" if konteks.gaya == "Normal" else konteks.gaya
    if banyak >= PADAT:
        return "IsiPadat"
    if RAPAT & kelas(elemen):
        return "IsiRapat"
    return "IsiTabel"


def _is_bersumber(elemen: Elemen) -> bool:
    """Diikuti sumber atau catatannya, yang sudah berjarak."""
    berikut = elemen.getnext()
    if berikut is None:
        return False
    return bool(BERSUMBER & kelas(berikut))


def _baris(baru: TabelBaru, baris: BarisTabel, *, is_ikat: bool) -> None:
    """Semua sel satu baris; `is_ikat`: sehalaman dengan baris di bawahnya."""
    baris_baru = baris_word(baru.tabel, is_kepala=baris.is_kepala)
    for satu in baris.sel:
        selebar = sum(baru.lebar[satu.kolom : satu.akhir])
        sel = sel_word(
            baru.tabel,
            baris_baru,
            selebar,
            rentang=satu.lebar,
            gabung=satu.gabung,
            is_beralas=baris.is_kepala or baris.is_tebal,
        )
        if not satu.is_sambungan:
            tempat = replace(
                baru.konteks,
                wadah=sel,
                lebar=selebar / DXA - TEPI_SEL,
            )
            _isi_sel(baru.penyusun, satu, baris, tempat)
        letak = "" if baris.is_kepala else satu.rata
        _rapikan(sel._tc, letak, is_ikat=is_ikat)


def _isi_sel(
    penyusun: Penyusun,
    satu: SelTabel,
    baris: BarisTabel,
    konteks: Konteks,
) -> None:
    gaya = konteks.gaya
    if baris.is_kepala:
        gaya = gaya.replace("Isi", "Kepala")
    bentuk = berbentuk(satu.elemen, baris.bentuk)
    di_sel = replace(konteks, gaya=gaya, bentuk=bentuk)
    penyusun.isi(satu.elemen, di_sel)


def _rapikan(sel: Unsur, letak: str, *, is_ikat: bool = False) -> None:
    """Sel berakhir dengan paragraf; letak tulisannya, dan ikatannya ke baris berikut."""
    if sel[-1].tag != qn("w:p"):
        kosong = OxmlElement("w:p")
        kosong.get_or_add_pPr().style = "Sela"
        sel.append(kosong)
    for paragraf in sel.iterchildren(qn("w:p")):
        if is_ikat:
            paragraf.get_or_add_pPr().get_or_add_keepNext()
        rata(paragraf, letak)


def lajur(
    penyusun: Penyusun,
    isi: Sequence[Elemen | None],
    lebar: Sequence[float],
    konteks: Konteks,
) -> None:
    """Satu baris tanpa garis: isi tiap unsur pada lajurnya, yang `None` kosong.

    Gambar dan tabel ditulis utuh.
    """
    penyusun.sela(konteks)
    kolom = list(map(dxa, lebar))
    hasil = tabel_word(konteks.wadah, kolom, "TabelPolos")
    baris = baris_word(hasil)
    for elemen, selebar in zip(isi, lebar, strict=True):
        sel = sel_word(hasil, baris, dxa(selebar))
        tempat = replace(konteks, wadah=sel, lebar=selebar - TEPI_SEL)
        if elemen is None:
            pass
        elif elemen.tag in ("figure", "table"):
            penyusun.blok(elemen, tempat)
        else:
            penyusun.isi(elemen, tempat)
        _rapikan(sel._tc, "")
