"""Membaca lembar senegara menjadi tulisan tiap sel.

XLSX di proses anak berbatas, CSV dengan modul bawaan. Untuk perintah, bukan halaman; unggahan
memakai `documents.pembaca`. Proses anaknya tidak memuat setelan aplikasi.
"""

import csv
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.terbatas import run_module

MEMORY_BYTES = 3 * 1024**3
CPU_SECONDS = 300
WALL_SECONDS = 600

Lembar = tuple[str, list[list[str]]]


class TakTerbaca(Exception):
    """Berkas tidak dapat dibaca; pesannya untuk pengguna."""


def read_besar(berkas: Path) -> Iterator[Lembar]:
    """`(nama lembar, baris)` satu per satu; `TakTerbaca` dengan alasan."""
    if berkas.suffix.lower() == ".csv":
        yield berkas.name, _csv(berkas)
        return
    tempat = str(berkas.resolve())
    try:
        done = run_module("idm.pembaca", tempat, seconds=WALL_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise TakTerbaca(f"{berkas.name} terlalu lama dibaca.") from error
    if done.kode:
        raise TakTerbaca(
            f"{berkas.name} rusak, bukan lembar kerja, atau terlalu besar untuk dibaca."
        )
    nama = ""
    baris = []
    for tulisan in done.isi.splitlines():
        isi = json.loads(tulisan)
        if isinstance(isi, list):
            baris.append(isi)
            continue
        if baris:
            yield nama, baris
        nama = isi
        baris = []
    yield nama, baris


def _csv(berkas: Path) -> list[list[str]]:
    """Pemisah menurut baris judulnya."""
    try:
        with berkas.open(encoding="utf-8-sig", newline="") as aliran:
            kepala = aliran.readline()
            aliran.seek(0)
            pemisah = max(";\t,", key=kepala.count)
            rows = csv.reader(aliran, delimiter=pemisah)
            return [[*map(str.strip, row)] for row in rows]
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise TakTerbaca(f"{berkas.name} bukan CSV UTF-8 yang dapat dibaca.") from error


def teks(nilai: Any) -> str:
    """Tulisan satu sel; bilangan bulat tanpa `.0`, tanggal ISO."""
    if isinstance(nilai, str):
        return nilai.strip()
    if nilai is None:
        return ""
    if hasattr(nilai, "isoformat"):
        return str(nilai.isoformat())
    bulat = int(nilai)
    if nilai == bulat:
        return str(bulat)
    return repr(nilai)


def main(berkas: str) -> None:
    """Proses anak: satu baris JSON tiap nama lembar (tulisan) dan tiap barisnya (larik)."""
    from python_calamine import CalamineWorkbook

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    book = CalamineWorkbook.from_path(berkas)
    for nama in book.sheet_names:
        judul = json.dumps(nama)
        sys.stdout.write(f"{judul}\n")
        lembar = book.get_sheet_by_name(nama)
        for baris in lembar.to_python(skip_empty_area=False):
            isi = [teks(nilai) for nilai in baris]
            tulisan = json.dumps(isi)
            sys.stdout.write(f"{tulisan}\n")
