"""Dokumen Word yang sedang disusun: paragraf berikutnya, halamannya, dan tempat yang dituju."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Self

from docx.blkcntnr import BlockItemContainer
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from documents.word.kaki import CatatanKaki
from documents.word.kerangka import Halaman, atur, kosong
from documents.word.sebaris import (
    POLOS,
    Bentuk,
    Elemen,
    Png,
    Potong,
    Potongan,
    kelas,
    rapi,
    satu_unsur,
)
from documents.word.sebaris import write as write_sebaris
from documents.word.unsur import TEMPAT, nama_tempat, tambah

BLOK = {
    *("p", "h1", "h2", "h3", "h4"),
    *("ul", "ol", "table", "figure", "figcaption", "dl"),
    *("div", "section", "article", "blockquote"),
}
BLOK_TAUTAN = "bingkai-salinan"  # tautan yang menempati bloknya sendiri


@dataclass(frozen=True)
class Konteks:
    """Tempat menulis, gaya dan bentuk bawaannya, dan lebar tempatnya (milimeter)."""

    wadah: Any
    gaya: str = "Normal"
    bentuk: Bentuk = POLOS
    lebar: float = 0

    def bergaya(self, gaya: str) -> Self:
        """Di tempat yang sama dengan gaya itu."""
        return replace(self, gaya=gaya)


Penangan = Callable[["Penyusun", Elemen, Konteks], None]


class Penyusun:
    """Menulis isi naskah dari atas ke bawah; `penangan` memilih penulis satu blok."""

    def __init__(self, gambar: Png, penangan: Callable[[Elemen], Penangan]) -> None:
        self.dokumen = kosong()
        self.gambar = gambar
        self.kaki = CatatanKaki(self.dokumen.part)
        self.penangan = penangan
        badan = self.dokumen.element.body
        self.badan = BlockItemContainer(badan, self.dokumen)
        self.halaman = Halaman()  # yang diminta bagi isi berikutnya
        self.tertulis: Halaman | None = None  # yang sedang ditulisi
        self.is_halaman_baru = False
        self.menunggu: list[str] = []  # tempat yang belum berparagraf
        self.banyak_tempat = 0

    def isi(self, elemen: Elemen, konteks: Konteks) -> None:
        """Tulisan sebaris menjadi paragraf; tiap blok ditulis penangannya."""
        bentuk = konteks.bentuk
        baris: Potongan = [Potong(elemen.text or "", bentuk)]
        for anak in elemen:
            if is_blok(anak):
                self.write(baris, konteks)
                baris = []
                self.blok(anak, konteks)
            else:
                baris += satu_unsur(anak, bentuk)
            ekor = Potong(anak.tail or "", bentuk)
            baris.append(ekor)
        self.write(baris, konteks)

    def blok(self, elemen: Elemen, konteks: Konteks) -> None:
        """Satu blok; `id`-nya menjadi tempat pada paragraf berikutnya."""
        kode = elemen.get("id")
        if kode:
            self.menunggu.append(kode)
        penulis = self.penangan(elemen)
        penulis(self, elemen, konteks)

    def write(self, semua: Potongan, konteks: Konteks) -> Paragraph | None:
        """Satu paragraf; tanpa tulisan tidak ada paragraf."""
        berisi = rapi(semua)
        if not berisi:
            return None
        paragraf = self.paragraf(konteks)
        write_sebaris(paragraf, berisi, self.gambar, self.kaki)
        return paragraf

    def paragraf(self, konteks: Konteks) -> Paragraph:
        """Paragraf kosong berikutnya pada halaman yang diminta."""
        self.prepare(konteks.wadah)
        paragraf: Paragraph = konteks.wadah.add_paragraph()
        sifat = paragraf._p.get_or_add_pPr()
        sifat.style = konteks.gaya
        if self.is_halaman_baru and konteks.wadah is self.badan:
            sifat.get_or_add_pageBreakBefore()
            self.is_halaman_baru = False
        for kode in self.menunggu:
            self.banyak_tempat += 1
            tambah(
                paragraf._p,
                TEMPAT,
                nomor=self.banyak_tempat,
                nama=nama_tempat(kode),
            )
        self.menunggu = []
        return paragraf

    def prepare(self, wadah: Any) -> None:
        """Bagian Word yang baru bila kertas atau nomor halamannya berganti."""
        if wadah is not self.badan or self.halaman == self.tertulis:
            return
        lama = self.tertulis
        if lama is not None:
            self.dokumen.add_section()
            penutup = self.badan.paragraphs[-1]
            penutup._p.get_or_add_pPr().style = "Sela"
        self.is_halaman_baru = False
        self.tertulis = self.halaman
        seksi = self.dokumen.sections[-1]
        is_mulai = lama is not None and lama.nomor != self.halaman.nomor
        atur(seksi, self.halaman, is_mulai=is_mulai)

    def sela(self, konteks: Konteks) -> None:
        """Paragraf kecil di depan tabel yang membuka halaman atau menyambung tabel lain."""
        self.prepare(konteks.wadah)
        wadah = konteks.wadah._element
        isi = list(wadah.iterchildren(qn("w:p"), qn("w:tbl")))
        is_beruntun = bool(isi) and isi[-1].tag == qn("w:tbl")
        is_pembuka = self.is_halaman_baru and konteks.wadah is self.badan
        if is_beruntun or is_pembuka or self.menunggu:
            self.paragraf(konteks.bergaya("Sela"))

    @contextmanager
    def pada(self, **ubahan: Any) -> Iterator[None]:
        """Isi di dalamnya pada halaman lain, lalu kembali."""
        lama = self.halaman
        self.halaman = replace(lama, **ubahan)
        yield
        self.halaman = lama


def is_blok(elemen: Elemen) -> bool:
    return elemen.tag in BLOK or BLOK_TAUTAN in kelas(elemen)
