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
ENTRI, SEBERKAS, TERURAI, RASIO = 2000, 256 * 1024, 64 * 1024**2, 100
_DIABAIKAN = ("__MACOSX", ".DS_Store", "Thumbs.db")


@dataclass(frozen=True)
class TabelRumusan(Tabel):
    """Satu baris tiap berkas; `isi` JSON-nya, atau tulisan galat bila tidak dapat dibaca."""

    isi: list[Any]


class Rusak(str):
    """Mengapa satu berkas tidak dapat dibaca."""

    __slots__ = ()


def urai(nama: str, data: bytes) -> list[Tabel]:
    """Semua jawaban dalam berkas unggahan; `LembarRefused` bila arsipnya tidak wajar."""
    berkas = _zip(data) if data.startswith(ZIP) or nama.lower().endswith(".zip") else [(nama, data)]
    if not berkas:
        raise LembarRefused("Zip tidak berisi berkas .json.")
    isi = [_json(satu, isinya) for satu, isinya in berkas]
    return [TabelRumusan(LEMBAR, [[Sel("teks", satu)] for satu, _ in berkas], isi)]


def _zip(data: bytes) -> list[tuple[str, bytes]]:
    try:
        arsip = zipfile.ZipFile(BytesIO(data))
        entri = [e for e in arsip.infolist() if not e.is_dir() and not _is_diabaikan(e.filename)]
        if len(entri) > ENTRI:
            raise LembarRefused(f"Zip berisi {len(entri)} berkas; paling banyak {ENTRI}.")
        sisa, hasil = TERURAI, []
        for e in sorted(entri, key=lambda e: e.filename):
            hasil.append((e.filename, _entri(arsip, e, sisa)))
            sisa -= len(hasil[-1][1])
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise LembarRefused("Zip rusak; tidak dapat dibuka.") from error
    return hasil


def _is_diabaikan(nama: str) -> bool:
    return any(bagian in _DIABAIKAN for bagian in PurePosixPath(nama).parts)


def _entri(arsip: zipfile.ZipFile, entri: zipfile.ZipInfo, sisa: int) -> bytes:
    """Isi satu entri, dibaca paling banyak `SEBERKAS` bita."""
    nama = entri.filename
    if nama.startswith(("/", "\\")) or ".." in nama or ":" in nama:
        raise LembarRefused("Zip memuat nama berkas yang tidak wajar.")
    if entri.flag_bits & 0x1:
        raise LembarRefused("Zip bersandi. Hapus sandinya lalu kirim ulang.")
    with arsip.open(entri) as stream:
        isi = stream.read(SEBERKAS + 1)
    if len(isi) > sisa or max(len(isi), entri.file_size) > RASIO * max(entri.compress_size, 1):
        raise LembarRefused("Zip mengembang terlalu besar saat dibuka.")
    return isi


def _json(nama: str, data: bytes) -> Any:
    """Isi JSON dengan angka desimal sebagai `Decimal`; `Rusak` bila tidak dapat dibaca."""
    if len(data) > SEBERKAS:
        return Rusak(f"Lebih dari {SEBERKAS // 1024} kB; satu jawaban rumusan jauh lebih kecil.")
    if not nama.lower().endswith(".json"):
        return Rusak("Bukan berkas .json.")
    try:
        return json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_tolak)
    except (ValueError, RecursionError, ArithmeticError):
        return Rusak("Bukan JSON yang dapat dibaca.")


def _tolak(tulisan: str) -> NoReturn:
    raise ValueError(tulisan)
