"""Berkas jawaban rumusan: satu JSON, atau zip berisi banyak JSON, diurai dengan batas."""

import json
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, NoReturn

from documents.pembaca import ZIP, LembarRefused, Sel, Tabel

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
    if data.startswith(ZIP) or nama.lower().endswith(".zip"):
        berkas = _zip(data)
    if not berkas:
        raise LembarRefused("Zip tidak berisi berkas .json.")
    isi = [_json(satu, isinya) for satu, isinya in berkas]
    baris = [[Sel("teks", satu)] for satu, _ in berkas]
    return [TabelRumusan(LEMBAR, baris, isi)]


def _zip(data: bytes) -> list[tuple[str, bytes]]:
    try:
        return _isi_zip(zipfile.ZipFile(BytesIO(data)))
    except RUSAK as error:
        raise LembarRefused("Zip rusak; tidak dapat dibuka.") from error


def _isi_zip(arsip: zipfile.ZipFile) -> list[tuple[str, bytes]]:
    """Isi tiap berkas menurut namanya, selama jumlahnya masih wajar."""
    entri = [satu for satu in arsip.infolist() if _is_berkas(satu)]
    if len(entri) > ENTRI:
        raise LembarRefused(f"Zip berisi {len(entri)} berkas; paling banyak {ENTRI}.")
    sisa = TERURAI
    hasil = []
    for satu in sorted(entri, key=lambda satu: satu.filename):
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
    nama = entri.filename
    if nama.startswith(("/", "\\")) or ".." in nama or ":" in nama:
        raise LembarRefused("Zip memuat nama berkas yang tidak wajar.")
    if entri.flag_bits & 0x1:
        raise LembarRefused("Zip bersandi. Hapus sandinya lalu kirim ulang.")
    with arsip.open(entri) as stream:
        isi = stream.read(SEBERKAS + 1)
    terurai = max(len(isi), entri.file_size)
    termampat = max(entri.compress_size, 1)
    if len(isi) > sisa or terurai > RASIO * termampat:
        raise LembarRefused("Zip mengembang terlalu besar saat dibuka.")
    return isi


def _json(nama: str, data: bytes) -> Any:
    """Isi JSON dengan angka desimal sebagai `Decimal`; `Rusak` bila tidak dapat dibaca."""
    if len(data) > SEBERKAS:
        return Rusak(f"Lebih dari {SEBERKAS // 1024} kB; satu jawaban rumusan jauh lebih kecil.")
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
    raise ValueError(tulisan)
