"""Membaca lembar kerja dari luar dengan aman: arsipnya diperiksa, lalu diurai di proses anak.

Yang ditolak selalu dengan alasan (`LembarRefused`). Isi sel menjadi `Sel`: tulisan, angka,
tanggal, atau rumus.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from core.terbatas import AnakGagal, ask, batasi, tolak
from documents.arsip import (
    BARIS,
    BATAS,
    GZIP,
    KOLOM,
    Batas,
    LembarRefused,
    check_arsip,
    kembangkan,
)
from documents.bentuk import jenis_angka, satuan

Tertulis = tuple[str, ...]  # jenis dan isi satu sel
Sebaris = list[Tertulis]
MEMORY_BYTES = 512 * 1024**2
CPU_SECONDS = 30
WALL_SECONDS = 45
TERTULIS = {"f": "rumus", "e": "galat"}  # jenis sel menurut openpyxl; tulisannya dibiarkan
_PETIK_RUMUS = re.compile(r"^'(?=[=+\-@])")  # petik yang dipasang `core.spreadsheet.teks_csv`
TERLALU_BESAR = f"Lembar paling banyak {BARIS} baris dan {KOLOM} kolom."
BARIS_EXCEL = 1_048_576  # baris di bawahnya bukan tulisan Excel
OLE = b"\xd0\xcf\x11\xe0"
PDF = b"%PDF"
UTF16 = (b"\xff\xfe", b"\xfe\xff")  # “Unicode Text” dari Excel
TEKS = (".csv", ".txt")
_AKHIRAN_GZIP = re.compile(r"\.gz$", re.IGNORECASE)
TERAWAL = 20  # baris pertama yang menentukan pemisahnya
_BARIS = re.compile(r"[^\n]*\n|[^\n]+")
_SEBUT_PEMISAH = re.compile(r"sep=([;,\t|])\r?")  # baris pertama yang dipasang Excel
_DESIMAL = re.compile(r"(?<=\d),(?=\d)")
ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Sel:
    """`jenis`: kosong teks angka persen tanggal rumus galat; `isi` selalu tulisan.

    Angka bertitik desimal; `satuan` kata yang dipasang bentuk angkanya.
    """

    jenis: str = "kosong"
    isi: str = ""
    satuan: str = ""


SemuaBaris = list[list[Sel]]


@dataclass(frozen=True)
class Tabel:
    """Satu lembar: namanya dan baris selnya, mulai dari baris 1 dan kolom A."""

    nama: str
    baris: SemuaBaris


SemuaTabel = list[Tabel]


def read(nama: str, data: bytes, batas: Batas = BATAS) -> SemuaTabel:
    """Semua lembar dari XLSX atau CSV; `LembarRefused` dengan alasan.

    CSV boleh termampat gzip. `batas` berlaku bagi CSV; XLSX paling banyak `BATAS`.
    """
    if data.startswith(GZIP):
        data = kembangkan(data, batas.terurai)
        nama = _AKHIRAN_GZIP.sub("", nama)
    if data.startswith(ZIP):
        check_arsip(data)
        return _urai(data)
    if data.startswith(OLE):
        raise LembarRefused(
            f"“{nama}” berkas Excel lama (.xls) atau bersandi. Simpan sebagai .xlsx tanpa sandi."
        )
    if data.startswith(PDF):
        raise LembarRefused(f"“{nama}” sebenarnya PDF. Unggah lembar kerja .xlsx atau .csv.")
    awal = data[:500].lstrip(b"\xef\xbb\xbf \r\n\t")
    if awal.startswith(b"<"):
        raise LembarRefused(
            f"“{nama}” halaman web atau XML, bukan lembar kerja. "
            "Buka di Excel, lalu simpan sebagai .xlsx."
        )
    if nama.lower().endswith(TEKS):
        return [Tabel(nama, _csv(nama, data, batas))]
    raise LembarRefused(f"“{nama}” bukan lembar kerja .xlsx atau .csv.")


def alamat(baris: int, kolom: int) -> str:
    """Alamat sel dari nomor baris dan kolom mulai 1: `(3, 28)` menjadi `AB3`."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return f"{huruf}{baris}"


def _urai(data: bytes) -> SemuaTabel:
    """Urai XLSX di proses anak berbatas ingatan dan waktu."""
    try:
        isi = ask(
            "documents.pembaca",
            data,
            seconds=WALL_SECONDS,
            lama="Lembar kerja terlalu lama dibaca.",
            rusak="Lembar kerja rusak atau terlalu besar untuk dibaca.",
        )
    except AnakGagal as error:
        raise LembarRefused(str(error)) from error
    return [_lembar(**satu) for satu in json.loads(isi)]


def _lembar(nama: str, baris: list[list[list[str]]]) -> Tabel:
    """Satu lembar dari keluaran proses anak."""
    isi = []
    for satu in baris:
        isi.append([Sel(*sel) for sel in satu])
    return Tabel(nama, isi)


def _csv(nama: str, data: bytes, batas: Batas) -> SemuaBaris:
    """Baris sesudah `sep=` tetap bernomor sebagaimana di berkasnya."""
    terlalu_besar = f"CSV paling banyak {batas.baris} baris dan {batas.kolom} kolom."
    teks = _tulisan(nama, data)
    if "\x00" in teks:
        raise LembarRefused(f"“{nama}” bukan berkas CSV.")
    kepala, _, _ = teks.partition("\n")
    pemisah = _pemisah(teks)
    sel_terbanyak = batas.baris * batas.kolom
    if teks.count(pemisah) + teks.count("\n") > sel_terbanyak:
        raise LembarRefused(terlalu_besar)
    if _SEBUT_PEMISAH.fullmatch(kepala):
        teks = teks[len(kepala) :]
    baris_teks = (cocok[0] for cocok in _BARIS.finditer(teks))
    reader = csv.reader(baris_teks, delimiter=pemisah)
    sel = cache(_sel_csv)  # isi yang sama satu sel, juga pada jutaan sel
    try:
        baris = [list(map(sel, satu)) for satu in reader]
    except csv.Error as error:
        raise LembarRefused(f"“{nama}” bukan CSV yang dapat dibaca.") from error
    if len(baris) > batas.baris or _lebar(baris) > batas.kolom:
        raise LembarRefused(terlalu_besar)
    return baris


def _pemisah(teks: str) -> str:
    """Yang disebut berkasnya, atau yang terbanyak pada baris-baris pertama.

    Baris judul di atas tabel dan koma desimal tidak ikut menentukan.
    """
    baris = teks.split("\n", TERAWAL)[:TERAWAL]
    kepala = baris[0]
    disebut = _SEBUT_PEMISAH.fullmatch(kepala)
    if disebut:
        return disebut[1]
    bersih = [_DESIMAL.sub("", satu) for satu in baris]
    terpakai = {}
    for pemisah in ";\t,":
        banyak = [satu.count(pemisah) for satu in bersih]
        berpemisah = [satu for satu in banyak if satu]
        terpakai[pemisah] = (len(berpemisah), sum(banyak))
    return max(terpakai, key=terpakai.__getitem__)


def _lebar(baris: list[Any]) -> int:
    """Banyak sel baris terpanjang."""
    return max(map(len, baris), default=0)


def _tulisan(nama: str, data: bytes) -> str:
    """UTF-8, “Unicode Text” Excel, atau sandi Windows yang masih banyak dipakai."""
    semua = ("utf-8-sig", "cp1252")
    if data.startswith(UTF16):
        semua = ("utf-16",)
    for sandi in semua:
        try:
            return data.decode(sandi)
        except UnicodeDecodeError:
            continue
    raise LembarRefused(f"“{nama}” bukan tulisan UTF-8 atau UTF-16.")


def _sel_csv(tertulis: str) -> Sel:
    """CSV tidak menyebut jenis; semua selnya tulisan."""
    isi = tertulis.strip()
    if not isi:
        return Sel()
    tanpa_petik = _PETIK_RUMUS.sub("", isi)
    return Sel("teks", tanpa_petik)


def sel_dari(cell: Any) -> Tertulis:
    """Jenis dan tulisan satu sel openpyxl, dengan satuan pada bentuk angkanya."""
    nilai = cell.value
    if nilai is None or nilai == "":
        return ("kosong", "")
    if cell.data_type in TERTULIS:
        return (TERTULIS[cell.data_type], str(nilai))
    if hasattr(nilai, "isoformat"):
        tanggal = nilai.isoformat()
        return ("tanggal", tanggal[:10])
    if cell.data_type == "d":
        return ("tanggal", str(nilai))
    if cell.data_type == "n":
        bentuk = str(cell.number_format)
        return (jenis_angka(bentuk), repr(nilai), satuan(bentuk))
    teks = str(nilai)
    return ("teks", teks.strip())


def _tabel(data: bytes) -> Iterator[dict[str, Any]]:
    """Dijalankan di proses anak; berhenti begitu lembarnya melampaui batas."""
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        raise SystemExit("defusedxml tidak terpasang")
    book = openpyxl.load_workbook(BytesIO(data), read_only=True)
    hitungan = None  # nilai rumus yang tersimpan; dibuka hanya bila ada rumusnya
    for nomor, lembar in enumerate(book.worksheets):
        baris = _isi_lembar(lembar)
        if _is_berumus(baris):
            if hitungan is None:
                berkas = BytesIO(data)
                hitungan = openpyxl.load_workbook(berkas, read_only=True, data_only=True)
            terhitung = hitungan.worksheets[nomor]
            bernilai = _isi_lembar(terhitung)
            _pasang_nilai(baris, bernilai)
        yield {"nama": lembar.title, "baris": baris}


def _isi_lembar(lembar: Any) -> list[Sebaris]:
    """Baris kosong di ujung bawah, bergaya sekalipun, tidak ikut."""
    lembar.reset_dimensions()  # ukuran yang tertulis di berkas tidak dipercaya
    baris = []
    for nomor, row in enumerate(lembar.iter_rows(), start=1):
        semua = list(map(sel_dari, row))
        sel = tanpa_ekor(semua)
        if nomor <= BARIS:
            baris.append(sel)
        elif sel or nomor > BARIS_EXCEL:
            tolak(TERLALU_BESAR)
    if _lebar(baris) > KOLOM:
        tolak(TERLALU_BESAR)
    while baris and not baris[-1]:
        baris.pop()
    return baris


def _is_berumus(baris: list[Any]) -> bool:
    """Ada sel rumus pada lembar itu."""
    for satu in baris:
        jenis = [sel[0] for sel in satu]
        if "rumus" in jenis:
            return True
    return False


def _pasang_nilai(baris: list[Any], bernilai: list[Any]) -> None:
    """Rumus menjadi nilai yang disimpan Excel; tanpa nilai tersimpan tetap rumus."""
    for isi, hasil in zip(baris, bernilai, strict=False):
        pasangan = zip(isi, hasil, strict=False)
        for kolom, (semula, tersimpan) in enumerate(pasangan):
            jenis = semula[0]
            jenis_tersimpan = tersimpan[0]
            if jenis == "rumus" and jenis_tersimpan != "kosong":
                isi[kolom] = tersimpan


def tanpa_ekor(baris: Sebaris) -> Sebaris:
    """Sel kosong di ujung kanan dibuang."""
    while baris and baris[-1][0] == "kosong":
        baris.pop()
    return baris


def main() -> None:
    """Proses anak: XLSX dari masukan baku, JSON ke keluaran baku."""
    batasi(MEMORY_BYTES, CPU_SECONDS)
    data = sys.stdin.buffer.read()
    tabel = list(_tabel(data))
    json.dump(tabel, sys.stdout)
