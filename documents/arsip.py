"""Arsip XLSX diperiksa sebelum diurai: nama bagian, ukuran terurai, deklarasi, letak selnya."""

import gzip
import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

ENTRI = 500
TERURAI = 120 * 1024**2
RASIO = 250
CSV_TERURAI = 20 * 1024**2  # daftar wilayah senegara 3,6 MB
GZIP = b"\x1f\x8b"
WAJAR = 1024**2  # bagian sekecil ini boleh mengembang berapa kali pun
POTONG = 64 * 1024
BARIS = 5000
KOLOM = 200  # rekap Indeks Desa kementerian lebih dari 150
BUKU = "xl/workbook.xml"
TERLARANG = (b"<!DOCTYPE", b"<!ENTITY")
# sel yang hanya bergaya (<c … />, <c …></c>) tidak berisi
_SEL = re.compile(
    rb"""<(?:\w+:)?c\s[^<>]*?\br=["']([A-Z]{1,7})([0-9]{1,9})["'](?:[^<>]*[^<>/])?>"""
    rb"(?=<\w)(?!<v ?/>|<v></v>)"
)
KETAT = b"http://purl.oclc.org/ooxml/"
MENGEMBANG = "Berkas mengembang terlalu besar saat dibuka."
RUSAK = "Berkas rusak; tidak dapat dibuka sebagai lembar kerja."


@dataclass(frozen=True)
class Batas:
    """Banyak baris dan kolom satu lembar yang dibaca, dan bita CSV sesudah dikembangkan."""

    baris: int
    kolom: int
    terurai: int = CSV_TERURAI


BATAS = Batas(BARIS, KOLOM)
SENEGARA = Batas(100_000, KOLOM, terurai=3 * CSV_TERURAI)  # 75.265 desa; hanya dalam tugas


class LembarRefused(Exception):
    """Berkas tidak dapat diterima; pesannya untuk pengguna."""


def kembangkan(data: bytes, terbesar: int = CSV_TERURAI) -> bytes:
    """Isi berkas gzip, paling banyak `terbesar` bita.

    `LembarRefused` bila rusak, atau begitu melampaui batas itu; isinya belum diperiksa.
    """
    try:
        with gzip.open(BytesIO(data)) as aliran:
            isi = aliran.read(terbesar + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise LembarRefused("Berkas .gz rusak; tidak dapat dibuka.") from error
    if len(isi) > terbesar:
        raise LembarRefused(MENGEMBANG)
    return isi


def check_arsip(data: bytes) -> None:
    """Lihat isi zip tanpa mengurainya sebagai XML."""
    try:
        arsip = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile as error:
        raise LembarRefused(RUSAK) from error
    semua = arsip.infolist()
    if len(semua) > ENTRI:
        raise LembarRefused(
            f"Berkas berisi {len(semua)} bagian; lembar kerja biasa jauh lebih sedikit."
        )
    nama = {entri.filename for entri in semua}
    _check_nama(nama)
    sisa = TERURAI
    for entri in semua:
        sisa -= _check_entri(arsip, entri, sisa)


def _check_nama(nama: set[str]) -> None:
    """Bagian yang tidak wajar, makro dan rujukan ke luar ditolak menurut namanya."""
    for satu in nama:
        if ".." in satu or satu.startswith("/"):
            raise LembarRefused("Berkas memuat nama bagian yang tidak wajar.")
    if any(satu.endswith("vbaProject.bin") for satu in nama):
        raise LembarRefused("Berkas memuat makro. Simpan sebagai .xlsx biasa.")
    if any(satu.startswith("xl/externalLinks/") for satu in nama):
        raise LembarRefused("Berkas merujuk berkas lain. Tempel nilainya, lalu simpan ulang.")
    if BUKU not in nama:
        raise LembarRefused("Berkas bukan lembar kerja .xlsx.")


def _check_entri(arsip: zipfile.ZipFile, entri: zipfile.ZipInfo, sisa: int) -> int:
    """Alirkan satu entri; kembalikan bita terurainya."""
    if entri.flag_bits & 0x1:
        raise LembarRefused("Berkas bersandi. Hapus sandinya lalu simpan ulang.")
    is_lembar = entri.filename.startswith("xl/worksheets/")
    termampat = max(entri.compress_size, 1)
    wajar = max(WAJAR, RASIO * termampat)
    batas = min(sisa, wajar)
    total = 0
    ekor = b""
    try:
        with arsip.open(entri) as stream:
            while potongan := stream.read(POTONG):
                total += len(potongan)
                if total > batas:
                    raise LembarRefused(MENGEMBANG)
                potongan = ekor + potongan
                _check_deklarasi(potongan)
                if entri.filename == BUKU:
                    _check_bentuk(potongan)
                if is_lembar:
                    _check_ukuran(potongan)
                ekor = potongan[-200:]
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        raise LembarRefused(RUSAK) from error
    return total


def _check_deklarasi(potongan: bytes) -> None:
    """Deklarasi dapat mengembangkan isi tanpa batas atau membaca berkas lain."""
    if any(tanda in potongan for tanda in TERLARANG):
        raise LembarRefused(
            "Berkas memuat deklarasi XML yang tidak diperlukan lembar kerja (DOCTYPE).",
        )


def _check_bentuk(potongan: bytes) -> None:
    """Excel dapat menyimpan dalam dua bentuk; yang ketat tidak terbaca pembaca kami."""
    if KETAT in potongan:
        raise LembarRefused(
            "Berkas disimpan sebagai “Strict Open XML Spreadsheet”. "
            "Simpan lagi sebagai “Excel Workbook (.xlsx)”."
        )


def _check_ukuran(potongan: bytes) -> None:
    """Letak sel berisi dipercaya hanya untuk menolak, sebelum diurai."""
    baris = 0
    for huruf, angka in _SEL.findall(potongan):
        nomor = int(angka)
        kolom = huruf.decode()
        baris = max(baris, nomor)
        urutan = kolom_ke(kolom)
        if urutan > KOLOM:
            raise LembarRefused(f"Sel {kolom}{nomor} di luar batas {KOLOM} kolom.")
    if baris > BARIS:
        raise LembarRefused(f"Lembar memakai baris {baris}; paling banyak {BARIS} baris.")


def kolom_ke(huruf: str) -> int:
    """`A` menjadi 1, `AA` menjadi 27."""
    nomor = 0
    for satu in huruf:
        urutan = ord(satu) - 64
        nomor = nomor * 26 + urutan
    return nomor
