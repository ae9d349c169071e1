"""Yang terbaca pada PDF dan lembar kerja: tulisan yang hilang, ukuran halaman, isi sel."""

import datetime
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import is_dataclass
from decimal import Decimal
from functools import lru_cache
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from typing import Any

import pypdf
from openpyxl.worksheet.worksheet import Worksheet

from core.angka import format_angka
from core.periode import tanggal_panjang
from documents.cetakan import Bagian, Cetakan
from documents.snapshot import columns
from documents.tata_cetak import ukuran


def tak_terbaca(cetakan: Cetakan, pdf: bytes) -> list[str]:
    """Sel, paragraf, catatan dan judul yang hilang dari PDF, apa pun spasi dan pemenggalannya."""
    terbaca = padat("".join(tulisan_halaman(pdf)))
    semua = [teks for bagian in cetakan.bagian for teks in tulisan(bagian)]
    assert len([teks for teks in semua if teks]) > 5
    return [teks for teks in semua if padat(teks) not in terbaca]


TANPA_TULISAN = ("head", "svg", "style", "script", "title")
TERPISAH = re.compile(r"[\s\u00ad\u2010\u2011-]+")  # spasi, dan tanda hubung yang juga pemenggal


class _Tulisan(HTMLParser):
    """Tiap tulisan di antara dua tanda HTML, sebagaimana akan dicetak."""

    def __init__(self) -> None:
        super().__init__()
        self.semua: list[str] = []
        self.tanpa = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tanpa += tag in TANPA_TULISAN

    def handle_endtag(self, tag: str) -> None:
        self.tanpa -= tag in TANPA_TULISAN

    def handle_data(self, data: str) -> None:
        if not self.tanpa:
            self.semua.append(data)


def prosa_tak_terbaca(html: str, pdf: bytes) -> list[str]:
    """Tulisan naskah prosa yang hilang dari PDF: kata dan angkanya berurutan, apa pun barisnya."""
    semua = _potongan(html)
    assert len(semua) > 10
    halaman = [_rapat(teks) for teks in tulisan_halaman(pdf)]
    return [teks for teks in semua if not _is_tercetak(teks, halaman)]


def _potongan(html: str) -> list[str]:
    """Tulisan yang dirapatkan di antara tanda HTML."""
    pembaca = _Tulisan()
    pembaca.feed(html)
    pembaca.close()
    return [teks for teks in map(_rapat, pembaca.semua) if teks]


ANGKA = re.compile(r"\d(?:[\d.,]*\d)?")
DESIMAL = (0, 1, 2)  # sebanyak itu desimal angka tercetak, menurut tempatnya
TAK_DICETAK = (
    ".dinas.dasar_hukum",
    ".dinas.provinsi",
    ".dinas.wilayah.desa",  # sebutan setempat: hanya pada naskah bertabel wilayah
    ".dinas.wilayah.kecamatan",
    ".desimal",
    ".tingkat",
)

KOP = ("alamat", "kode_pos", "telepon_kantor", "email", "situs")
# yang dibekukan tetapi tidak menjadi sel: bahan uji kewajaran, kunci, dan kop naskah tanpa kop
TANPA = {
    "bukti_ikk": (".output.sumber",),
    "capaian": tuple(f".dinas.{nama}" for nama in KOP),
    "e81": (".arah", ".baris.kode", ".persen.k", ".persen.rp", ".simpangan"),
    "evaluasi": (".arah", ".baris.kode", ".simpangan"),
    "ikk": (".target.angka",),
    "iku": (".target.angka",),
    "penetapan_idm": (".tabel.sumber",),
    "penetapan_indeks": (".tabel.sumber", ".desa.sumber", ".desa.jawaban"),  # hanya pada lembarnya
    "rencana_aksi": (".baris.kode",),
}


def isi_tak_terbaca(isi: Any, pdf: bytes, *tanpa: str) -> list[str]:
    """Letak tiap tulisan, angka dan tanggal isi naskah yang hilang dari PDF-nya.

    `tanpa` akhiran letak yang memang tidak dicetak jenis itu.
    """
    return isi_tak_termuat(isi, tulisan_halaman(pdf), *tanpa)


def isi_tak_termuat(isi: Any, halaman: Sequence[str], *tanpa: str) -> list[str]:
    """Seperti itu, dari tulisan tiap halamannya."""
    rapat = [_rapat(teks) for teks in halaman]
    angka = set(ANGKA.findall(" ".join(halaman)))
    semua = list(_nilai(isi, ""))
    assert len(semua) > 10
    hilang = []
    for letak, nilai in semua:
        if letak.endswith((*TAK_DICETAK, *tanpa)):
            continue
        if not _is_termuat(nilai, rapat, angka):
            hilang.append(f"{letak}: {nilai}")
    return hilang


def _nilai(isi: Any, letak: str) -> Iterator[tuple[str, Any]]:
    """Tiap nilai yang terisi pada isi naskah, dengan letaknya."""
    if is_dataclass(isi):
        isi = columns(isi)
    if isinstance(isi, dict):
        for nama, satu in isi.items():
            yield from _nilai(satu, f"{letak}.{nama}")
    elif isinstance(isi, tuple):
        for satu in isi:
            yield from _nilai(satu, letak)
    elif isi not in (None, "") and not isinstance(isi, bool):
        yield letak, isi


def _is_termuat(nilai: Any, rapat: list[str], angka: set[str]) -> bool:
    """Tulisan potong demi potong; angka utuh, sedesimal apa pun dicetak."""
    if isinstance(nilai, int | Decimal):
        tulisan = {format_angka(abs(nilai), desimal) for desimal in DESIMAL}
        return not angka.isdisjoint({str(nilai), *tulisan})
    if isinstance(nilai, datetime.date):
        nilai = tanggal_panjang(nilai)
    return all(_is_tercetak(teks, rapat) for teks in _potongan(nilai))


def _rapat(teks: str) -> str:
    """Tanpa spasi, pemenggalan dan besar huruf."""
    return TERPISAH.sub("", teks).casefold()


def _is_tercetak(teks: str, halaman: list[str]) -> bool:
    """Utuh pada satu halaman, atau bersambung ke halaman berikutnya."""
    if any(teks in satu for satu in halaman):
        return True
    return any(_is_bersambung(teks, kini, nanti) for kini, nanti in pairwise(halaman))


SEBARIS = 8  # yang kurang bukan baris yang tertinggal, melainkan kebetulan


def _is_bersambung(teks: str, kini: str, nanti: str) -> bool:
    """Awalnya yang terpanjang pada halaman `kini`, sisanya pada `nanti`."""
    awal = 0
    while teks[: awal + 1] in kini:
        awal += 1
    return awal >= SEBARIS and teks[awal:] in nanti


@lru_cache(maxsize=1)
def tulisan_halaman(pdf: bytes) -> tuple[str, ...]:
    """Tulisan tiap halaman menurut urutan cetaknya; pypdf membacanya belasan kali lebih lambat."""
    perintah = ["pdftotext", "-raw", "-", "-"]
    hasil = subprocess.run(perintah, input=pdf, capture_output=True, check=True)
    *halaman, _ = hasil.stdout.decode().split("\f")
    return tuple(halaman)


HALAMAN = re.compile(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', re.DOTALL)
BAWAH_BARIS = re.compile(r'<line [^>]*yMax="([\d.]+)"')


def tinta_terakhir(pdf: bytes) -> Iterator[float]:
    """Letak baris terbawah tiap halaman pada bidang teksnya: 0 di atas, 1 di bawah."""
    perintah = ["pdftotext", "-bbox-layout", "-", "-"]
    hasil = subprocess.run(perintah, input=pdf, capture_output=True, check=True)
    atas = _titik("tepi-atas")
    for halaman, isi in HALAMAN.findall(hasil.stdout.decode()):
        bawah = float(halaman) - _titik("tepi-bawah")
        baris = [float(satu) for satu in BAWAH_BARIS.findall(isi)]
        terbawah = max((satu for satu in baris if satu <= bawah + 1), default=atas)
        yield (terbawah - atas) / (bawah - atas)


def _titik(nama: str) -> float:
    """Ukuran tata cetak dalam titik PDF."""
    milimeter = float(ukuran(nama))
    return milimeter * 72 / 25.4


def ukuran_halaman(pdf: bytes) -> list[tuple[int, int]]:
    """Lebar dan tinggi tiap halaman dalam milimeter."""
    halaman = pypdf.PdfReader(BytesIO(pdf)).pages
    return [(_mm(satu.mediabox.width), _mm(satu.mediabox.height)) for satu in halaman]


def _mm(titik: float) -> int:
    return round(float(titik) / 72 * 25.4)


def isi_lembar(lembar: Worksheet, dari: int = 1) -> list[list[Any]]:
    """Isi sel tiap baris mulai baris `dari`."""
    return [list(row) for row in lembar.iter_rows(min_row=dari, values_only=True)]


def tulisan(bagian: Bagian) -> Iterator[str]:
    """Semua tulisan satu bagian; judul pertamanya tercetak dengan huruf besar."""
    yield from (teks.upper() for teks in bagian.judul[:1])
    yield from bagian.judul[1:]
    yield bagian.anak_judul
    yield from (satu.teks for satu in (*bagian.pembuka, *bagian.penutup))
    for tabel, baris in bagian.baris:
        yield from (sel.teks for isi in baris for sel in isi.sel)
        yield from (sel.teks for kepala in tabel.kepala for sel in kepala)
        yield from tabel.catatan


def padat(teks: str) -> str:
    """Tanpa spasi dan pemenggalan baris."""
    return "".join(teks.split())


def tempat_halaman(pdf: pypdf.PdfReader) -> dict[str, int]:
    """Halaman tiap tujuan, dari nol."""
    semua = pdf.named_destinations.items()
    tempat = {nama: pdf.get_destination_page_number(satu) for nama, satu in semua}
    return {nama: letak for nama, letak in tempat.items() if letak is not None}
