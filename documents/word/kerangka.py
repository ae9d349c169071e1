"""Kerangka salinan Word: gaya, nomor daftar, kertas, kepala dan kaki halaman."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header

from documents.tata_cetak import ukuran
from documents.uraian import uraian_kertas
from documents.word.unsur import (
    MEDAN,
    NOMOR_LANJUT,
    NOMOR_MULAI,
    SAMPUL,
    SEKSI,
    SETELAN,
    rata,
    tambah,
    urai,
)

FOLDER = Path(__file__).parent
DXA = 1440 / 25.4  # satuan Word tiap milimeter
BUTIR = 1  # nomor uraiannya pada nomor.xml
BERNOMOR = 2
RUJUKAN = ("w:headerReference", "w:footerReference")
Dokumen = Any
Tulisan = Sequence[str]
Milimeter = float | Decimal


@dataclass(frozen=True)
class Halaman:
    """Kertas dan nomor halaman bagian yang sedang ditulis; `nomor` kosong pada sampul."""

    kertas: str = "A4"
    is_lanskap: bool = False
    is_bertabel: bool = False  # tepinya menurut kertasnya
    nomor: str = "decimal"

    @property
    def ukuran(self) -> dict[str, int]:
        """Lebar, tinggi dan tepi samping kertasnya, milimeter."""
        return uraian_kertas(self.kertas, self.is_lanskap)

    @property
    def tepi(self) -> tuple[Milimeter, Milimeter]:
        """Tepi kiri dan kanan, milimeter."""
        if self.is_bertabel:
            sisi = self.ukuran["sisi"]
            return sisi, sisi
        if self.is_lanskap:
            samping = ukuran("tepi-lanskap")
            return samping, samping
        return ukuran("tepi-kiri"), ukuran("tepi-kanan")

    @property
    def lebar(self) -> float:
        """Lebar bidang teks, milimeter."""
        kiri, kanan = self.tepi
        return self.ukuran["lebar"] - float(kiri) - float(kanan)


def kosong() -> Dokumen:
    """Dokumen tanpa isi dengan gaya rumah."""
    dokumen = Document()
    _ganti(dokumen.styles.element, "gaya.xml")
    _ganti(dokumen.part.numbering_part.element, "nomor.xml")
    setelan = dokumen.settings.element
    sesudahnya = setelan.find(qn("w:compat"))
    for anak in urai(SETELAN):
        sesudahnya.addprevious(anak)
    return dokumen


def _ganti(akar: Any, nama: str) -> None:
    """Isi bagian bawaan diganti dengan isi berkas di samping modul ini."""
    for lama in list(akar):
        akar.remove(lama)
    data = (FOLDER / nama).read_bytes()
    for baru in parse_xml(data):
        akar.append(baru)


def nomor_baru(dokumen: Dokumen, uraian: int) -> int:
    """Daftar baru, yang bernomor mulai dari satu."""
    daftar = dokumen.part.numbering_part.element
    baru = daftar.add_num(uraian)
    if uraian == BERNOMOR:
        ulang = baru.add_lvlOverride(0)
        ulang.add_startOverride(1)
    nomor: int = baru.numId
    return nomor


def dxa(milimeter: Milimeter) -> int:
    """Dalam satuan Word."""
    return round(float(milimeter) * DXA)


def atur(seksi: Section, halaman: Halaman, *, is_mulai: bool) -> None:
    """Kertas, tepi dan nomornya; `is_mulai`: nomor halamannya mulai dari satu.

    Yang disalin dari bagian sebelumnya diganti, kecuali kepala dan kaki halamannya.
    """
    sifat = seksi._sectPr
    tetap = [qn(nama) for nama in RUJUKAN]
    for lama in list(sifat):
        if lama.tag not in tetap:
            sifat.remove(lama)
    kertas = halaman.ukuran
    kiri, kanan = halaman.tepi
    tambah(
        sifat,
        SEKSI,
        lebar=dxa(kertas["lebar"]),
        tinggi=dxa(kertas["tinggi"]),
        arah="landscape" if halaman.is_lanskap else "portrait",
        atas=dxa(ukuran("tepi-atas")),
        bawah=dxa(ukuran("tepi-bawah")),
        kiri=dxa(kiri),
        kanan=dxa(kanan),
    )
    nomor = NOMOR_MULAI if is_mulai else NOMOR_LANJUT
    tambah(sifat, nomor, bentuk=halaman.nomor or "decimal")
    if not halaman.nomor:
        tambah(sifat, SAMPUL)


def beri_tepi(dokumen: Dokumen, kepala: str, kaki: Tulisan) -> None:
    """Kepala dan kaki tiap halaman; sampul tanpa nomor halaman."""
    seksi = dokumen.sections[0]
    _write(seksi.header, [kepala], "Header")
    _write(seksi.footer, kaki, "Footer")
    nomor = seksi.footer.add_paragraph()
    nomor._p.get_or_add_pPr().style = "Footer"
    rata(nomor._p, "right")
    tambah(nomor._p, MEDAN, perintah="PAGE")
    if seksi.different_first_page_header_footer:
        _write(seksi.first_page_header, [kepala], "Header")
        _write(seksi.first_page_footer, kaki, "Footer")


def _write(tepi: _Header | _Footer, semua: Tulisan, gaya: str) -> None:
    """Satu paragraf tiap tulisan, yang pertama pada paragraf yang sudah ada."""
    tepi.is_linked_to_previous = False
    tersedia = list(tepi.paragraphs)
    for tulisan in semua:
        paragraf = tersedia.pop() if tersedia else tepi.add_paragraph()
        sifat = paragraf._p.get_or_add_pPr()
        sifat.style = gaya
        paragraf.add_run(tulisan)
