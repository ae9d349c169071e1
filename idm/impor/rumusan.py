"""Berkas jawaban rumusan: satu JSON, atau zip berisi banyak JSON, diurai dengan batas."""

import json
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, NoReturn

from documents.pembaca import ZIP, LembarRefused, Sel, Tabel

Berkas = tuple[str, bytes]  # nama dan isinya

LEMBAR = "Rumusan"
ENTRI = 2000
SEBERKAS = 256 * 1024
TERURAI = 64 * 1024**2
RASIO = 100
_DIABAIKAN = ("__MACOSX", ".DS_Store", "Thumbs.db")
RUSAK = (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError)


@dataclass(frozen=True)
class TabelRumusan(Tabel):
    """Satu baris tiap berkas; `isi` JSON-nya, atau tulisan galat bila tidak dapat dibaca."""

    isi: list[Any]


class Rusak(str):
    """Mengapa satu berkas tidak dapat dibaca."""

    __slots__ = ()


def urai(nama: str, data: bytes) -> list[Tabel]:
    """Semua jawaban dalam berkas unggahan; `LembarRefused` bila arsipnya tidak wajar."""
    berkas = [(nama, data)]
    is_zip = nama.lower().endswith(".zip")
    if is_zip or data.startswith(ZIP):
        berkas = _zip(data)
    if not berkas:
        raise LembarRefused("Zip tidak berisi berkas .json.")
    isi = []
    baris = []
    for satu, isinya in berkas:
        isi.append(_json(satu, isinya))
        baris.append([Sel("teks", satu)])
    return [TabelRumusan(LEMBAR, baris, isi)]


def _zip(data: bytes) -> list[Berkas]:
    """Zip yang rusak ditolak dengan sebabnya."""
    try:
        arsip = zipfile.ZipFile(BytesIO(data))
        return _isi_zip(arsip)
    except RUSAK as error:
        raise LembarRefused("Zip rusak; tidak dapat dibuka.") from error


def _isi_zip(arsip: zipfile.ZipFile) -> list[Berkas]:
    """Isi tiap berkas menurut namanya, selama jumlahnya masih wajar."""
    semua = arsip.infolist()
    entri = [satu for satu in semua if _is_berkas(satu)]
    banyak = len(entri)
    if banyak > ENTRI:
        batas = f"paling banyak {ENTRI}."
        raise LembarRefused(f"Zip berisi {banyak} berkas; {batas}")
    entri.sort(key=lambda satu: satu.filename)
    sisa = TERURAI
    hasil = []
    for satu in entri:
        isi = _entri(arsip, satu, sisa)
        hasil.append((satu.filename, isi))
        sisa -= len(isi)
    return hasil


def _is_berkas(entri: zipfile.ZipInfo) -> bool:
    """Bukan folder, dan bukan titipan sistem berkas pembuatnya."""
    if entri.is_dir():
        return False
    bagian = PurePosixPath(entri.filename).parts
    return not any(nama in _DIABAIKAN for nama in bagian)


def _entri(arsip: zipfile.ZipFile, entri: zipfile.ZipInfo, sisa: int) -> bytes:
    """Isi satu entri, dibaca paling banyak `SEBERKAS` bita."""
    if _is_menyimpang(entri.filename):
        raise LembarRefused("Zip memuat nama berkas yang tidak wajar.")
    if entri.flag_bits & 0x1:
        raise LembarRefused("Zip bersandi. Hapus sandinya lalu kirim ulang.")
    with arsip.open(entri) as stream:
        isi = stream.read(SEBERKAS + 1)
    terurai = max(len(isi), entri.file_size)
    termampat = max(entri.compress_size, 1)
    is_terlalu_mampat = terurai > RASIO * termampat
    if is_terlalu_mampat or len(isi) > sisa:
        raise LembarRefused("Zip mengembang terlalu besar saat dibuka.")
    return isi


def _is_menyimpang(nama: str) -> bool:
    """Jalan mutlak atau yang keluar dari foldernya."""
    if nama.startswith(("/", "\\")):
        return True
    return ".." in nama or ":" in nama


def _json(nama: str, data: bytes) -> Any:
    """Isi JSON dengan angka desimal sebagai `Decimal`; `Rusak` bila tidak dapat dibaca."""
    if len(data) > SEBERKAS:
        batas = SEBERKAS // 1024
        return Rusak(f"Lebih dari {batas} kB; satu jawaban rumusan jauh lebih kecil.")
    if not nama.lower().endswith(".json"):
        return Rusak("Bukan berkas .json.")
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_tolak,
        )
    except (ValueError, RecursionError, ArithmeticError):
        return Rusak("Bukan JSON yang dapat dibaca.")


def _tolak(tulisan: str) -> NoReturn:
    """NaN dan tak hingga bukan angka JSON."""
    raise ValueError(tulisan)
