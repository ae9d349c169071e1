"""Membaca lembar senegara menjadi tulisan atau sel.

XLSX di proses anak berbatas, CSV dengan modul bawaan. Untuk perintah, bukan halaman; unggahan
memakai `documents.pembaca`. Proses anaknya tidak memuat setelan aplikasi.
"""

import csv
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from core.terbatas import run_module
from documents import pembaca
from documents.arsip import SENEGARA, LembarRefused
from documents.pembaca import Sel, Tabel

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
    ingatan = Tulisan()
    for nama, baris in _xlsx(berkas):
        isi = []
        for satu in baris:
            tulisan = list(map(ingatan.__getitem__, satu))
            isi.append(tulisan)
        yield nama, isi


def read_tabel(berkas: Path) -> Iterator[Tabel]:
    """Seperti `read_besar`, dengan jenis tiap selnya; CSV dibaca seperti unggahan."""
    if berkas.suffix.lower() != ".xlsx":
        try:
            yield from pembaca.read(berkas.name, berkas.read_bytes(), SENEGARA)
        except LembarRefused as error:
            raise TakTerbaca(str(error)) from error
        return
    ingatan = _SemuaSel()
    for nama, baris in _xlsx(berkas):
        isi = []
        for satu in baris:
            sel = list(map(ingatan.__getitem__, satu))
            isi.append(sel)
        yield Tabel(nama, isi)


class Tulisan(dict[Any, str]):
    """Tulisan tiap nilai sel; yang sama satu, juga pada jutaan sel."""

    def __missing__(self, nilai: Any) -> str:
        """Ditulis saat pertama ditemui."""
        self[nilai] = tulisan = teks(nilai)
        return tulisan


class _SemuaSel(dict[Any, Sel]):
    """Sel tiap nilai dari proses anak: pecahan tetap angka, selainnya tulisan."""

    def __missing__(self, nilai: Any) -> Sel:
        """Dibuat saat pertama ditemui."""
        tulisan = teks(nilai)
        sel = Sel()
        if isinstance(nilai, float):
            sel = Sel("angka", tulisan)
        elif tulisan:
            sel = Sel("teks", tulisan)
        self[nilai] = sel
        return sel


def _xlsx(berkas: Path) -> Iterator[tuple[str, Iterator[list[Any]]]]:
    """Nama tiap lembar dan barisnya, diurai di proses anak; dibaca berurutan."""
    tempat = str(berkas.resolve())
    try:
        done = run_module("idm.pembaca", tempat, seconds=WALL_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise TakTerbaca(f"{berkas.name} terlalu lama dibaca.") from error
    if done.kode:
        raise TakTerbaca(
            f"{berkas.name} rusak, bukan lembar kerja, atau terlalu besar untuk dibaca."
        )
    for banyak, tulisan in _per_lembar(done.isi):
        nama = json.loads(next(tulisan))
        if banyak:
            yield nama, map(json.loads, tulisan)


def _per_lembar(isi: bytes) -> Iterator[tuple[int, Iterator[bytes]]]:
    """Banyak baris tiap lembar, lalu nama dan barisnya sebagai JSON."""
    aliran = BytesIO(isi)
    while kepala := aliran.readline():
        banyak = int(kepala)
        yield banyak, islice(aliran, banyak + 1)


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
    """Proses anak: tiap lembar banyak barisnya, namanya, lalu tiap baris sebagai larik JSON."""
    from python_calamine import CalamineWorkbook

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    book = CalamineWorkbook.from_path(berkas)
    ingatan = _Terkirim()
    for nama in book.sheet_names:
        lembar = book.get_sheet_by_name(nama)
        semua = lembar.to_python(skip_empty_area=False)
        banyak = len(semua)
        judul = json.dumps(nama)
        sys.stdout.write(f"{banyak}\n{judul}\n")
        for baris in semua:
            isi = list(map(ingatan.__getitem__, baris))
            tulisan = json.dumps(isi)
            sys.stdout.write(f"{tulisan}\n")


class _Terkirim(dict[Any, Any]):
    """Isi tiap sel sebagaimana dikirim: pecahan tetap angka, selainnya tulisan."""

    def __missing__(self, nilai: Any) -> Any:
        """Ditentukan saat pertama ditemui."""
        isi = nilai
        is_pecahan = isinstance(nilai, float) and nilai != int(nilai)
        if not is_pecahan:
            isi = teks(nilai)
        self[nilai] = isi
        return isi
