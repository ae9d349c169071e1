"""Cadangan: basis data, berkas dan sertifikat dalam satu arsip, beserta sidik tiap isinya.

Jangkar jejak disalin lebih dahulu, lalu basis datanya. Bukti dan PDF sah tidak pernah dihapus, jadi
semua yang dirujuknya ada di antara berkas yang menyusul.
"""

import hashlib
import json
import re
import shutil
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from django.conf import settings
from django.db import connection
from django.utils import timezone

from accounts.actions import BERKAS_FAKTOR, kunci_faktor
from core.audit import Refused
from core.jangkar import anchor
from dpmd.arsip import copy, kosongkan, pulihkan

Sidik = dict[str, str]  # nama berkas → sidiknya
BASIS_DATA = "basis-data"
DAFTAR = "daftar.json"
FOLDER = ("berkas", "sertifikat")  # di bawah DATA_DIR
JEJAK = "jejak"  # kunci segel, jangkarnya, dan kunci faktor; disalin sebelum basis datanya
SEBAGIAN = "dpmd-*.sebagian"  # yang ditinggalkan cadangan terputus
MASUKAN = Path("-")  # masukan baku, yang dapat dibaca ulang
POLA = re.compile(r"dpmd-(\d{8})-\d{6}\.tar")
HARIAN, BULANAN = 14, 12  # cadangan yang disimpan
POTONGAN = 1 << 20


class CadanganRusak(Refused):
    """Arsip yang isinya bukan lagi yang dicadangkan; pesannya menyebut berkasnya."""


class PulihSebagian(Refused):
    """Pemulihan berhenti sesudah basis datanya diubah; ulangannya dengan `is_timpa`."""


@dataclass(frozen=True)
class Cadangan:
    """Satu arsip yang utuh: mesin basis datanya, waktunya, dan sidik tiap berkasnya."""

    mesin: str
    waktu: str
    sidik: Sidik

    @property
    def banyak_berkas(self) -> int:
        """Bukti, PDF, logo dan sertifikat; tanpa basis datanya."""
        bukan_jejak = [nama for nama in self.sidik if not nama.startswith(f"{JEJAK}/")]
        return len(bukan_jejak) - 1


def nama_arsip(waktu: datetime) -> str:
    return f"dpmd-{waktu:%Y%m%d-%H%M%S}.tar"


def backup(arsip: Path) -> Cadangan:
    """Tulis satu arsip; yang setengah jadi tidak pernah bernama arsip dan tidak tertinggal."""
    sidik: Sidik = {}
    tempat = TemporaryDirectory(prefix="dpmd-", suffix=".sebagian", dir=arsip.parent)
    with tempat as nama_folder:
        folder = Path(nama_folder)
        sementara = folder / arsip.name
        anchor()
        _copy_jejak(folder / JEJAK)
        salinan = folder / BASIS_DATA
        copy(salinan)
        jejak = _isi_folder(folder, JEJAK)
        with tarfile.open(sementara, "w") as tar:
            for nama, path in ((BASIS_DATA, salinan), *jejak, *_berkas()):
                tar.add(path, nama, recursive=False)
                sidik[nama] = _sidik_berkas(path)
            cadangan = Cadangan(connection.vendor, timezone.localtime().isoformat(), sidik)
            daftar = folder / DAFTAR
            daftar.write_text(json.dumps(vars(cadangan), indent=1))
            tar.add(daftar, DAFTAR)
        sementara.chmod(0o600)
        sementara.replace(arsip)
    return cadangan


def _copy_jejak(tujuan: Path) -> None:
    """Beserta kunci faktor kedua: pada peladen lain SECRET_KEY-nya berbeda."""
    if _folder(JEJAK).is_dir():
        shutil.copytree(_folder(JEJAK), tujuan)
    tujuan.mkdir(exist_ok=True)
    kunci = "\n".join(kunci_faktor())
    faktor = tujuan / BERKAS_FAKTOR
    faktor.write_text(kunci)


def prune(folder: Path, kini: datetime) -> None:
    """Sisa cadangan yang terputus (mesin mati) lebih dari setengah hari lalu dihapus."""
    setengah_hari = timedelta(hours=12)
    batas = kini - setengah_hari
    for path in folder.glob(SEBAGIAN):
        tertulis = path.stat().st_mtime
        if tertulis >= batas.timestamp():
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def rotate(folder: Path, *, harian: int = HARIAN, bulanan: int = BULANAN) -> list[Path]:
    """Hapus cadangan lama: disimpan `harian` terbaru, lalu satu tiap bulan sebelumnya."""
    ada = sorted((path for path in folder.iterdir() if POLA.fullmatch(path.name)), reverse=True)
    disimpan = set(ada[:harian])
    per_bulan = {_bulan(path): path for path in ada}  # yang tertua tiap bulan
    bulan = sorted(per_bulan, reverse=True)
    disimpan |= {per_bulan[satu] for satu in bulan[:bulanan]}
    dibuang = [path for path in ada if path not in disimpan]
    for path in dibuang:
        path.unlink()
    return dibuang


def check(arsip: Path) -> Cadangan:
    """Cadangan yang semua isinya cocok dengan sidiknya; `CadanganRusak` menyebut yang pertama."""
    try:
        with _open(arsip) as tar:
            cadangan = _daftar(tar)
            _cocokkan(tar, cadangan)
    except (tarfile.TarError, OSError, EOFError, KeyError) as error:
        nama = "Masukan" if arsip == MASUKAN else arsip.name
        raise CadanganRusak(f"{nama} tidak terbaca sebagai arsip cadangan.") from error
    return cadangan


def restore(arsip: Path, *, is_timpa: bool = False) -> Cadangan:
    """Isi pemasangan kosong dari `arsip`; `Refused` bila berisi, rusak, atau lain mesinnya.

    Basis datanya dipulihkan sekaligus, lalu berkasnya. `is_timpa` untuk pemutakhiran yang gagal:
    basis datanya diganti, berkas yang ada dibiarkan.
    """
    cadangan = check(arsip)
    if cadangan.mesin != connection.vendor:
        raise Refused(f"Cadangan ini dari {cadangan.mesin}; pemasangan ini {connection.vendor}.")
    if not is_timpa:
        _refuse_berisi()
    with TemporaryDirectory(dir=settings.DATA_DIR) as nama_folder:
        folder = Path(nama_folder)
        with _open(arsip) as tar:
            _keluarkan(tar, folder, cadangan)
        _apply(folder, is_timpa=is_timpa)
    return cadangan


def _apply(folder: Path, *, is_timpa: bool) -> None:
    """Basis datanya sekaligus, lalu berkasnya dipindahkan: disknya sudah memuat semuanya."""
    is_berubah = False
    try:
        if is_timpa:
            kosongkan()
            is_berubah = connection.vendor == "postgresql"
        pulihkan(folder / BASIS_DATA)
        is_berubah = True
        for nama in (*FOLDER, JEJAK):
            _move(folder, nama)
    except (Refused, OSError) as error:
        if is_berubah:
            raise PulihSebagian(str(error)) from error
        raise


def _move(asal: Path, nama: str) -> None:
    for berkas, path in _isi_folder(asal, nama):
        tujuan = Path(settings.DATA_DIR) / berkas
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        path.replace(tujuan)


def _open(arsip: Path) -> tarfile.TarFile:
    if arsip != MASUKAN:
        return tarfile.open(arsip)
    sys.stdin.buffer.seek(0)
    return tarfile.open(fileobj=sys.stdin.buffer)


def _bulan(path: Path) -> str:
    """`202611` dari nama arsipnya."""
    cocok = POLA.fullmatch(path.name)
    assert cocok is not None  # hanya arsip bernama baku yang sampai ke sini
    return cocok[1][:6]


def _folder(nama: str) -> Path:
    return Path(settings.DATA_DIR) / nama


def _berkas() -> Iterator[tuple[str, Path]]:
    """Nama di dalam arsip dan letak tiap berkas."""
    for nama in FOLDER:
        yield from _isi_folder(Path(settings.DATA_DIR), nama)


def _isi_folder(akar: Path, nama: str) -> Iterator[tuple[str, Path]]:
    for path in sorted((akar / nama).rglob("*")):
        if path.is_file():
            yield path.relative_to(akar).as_posix(), path


def _sidik_berkas(path: Path) -> str:
    with path.open("rb") as isi:
        return _sidik(isi)


def _sidik(isi: IO[bytes]) -> str:
    """SHA-256, dibaca sepotong demi sepotong."""
    hasil = hashlib.file_digest(isi, "sha256")  # type: ignore[arg-type]
    return hasil.hexdigest()


def _daftar(tar: tarfile.TarFile) -> Cadangan:
    """Daftar isinya ditulis terakhir: tanpa daftar, arsipnya terpotong."""
    if DAFTAR not in tar.getnames():
        raise CadanganRusak("Arsip cadangan ini terpotong: daftar isinya tidak ada.")
    try:
        return Cadangan(**json.loads(_isi(tar, DAFTAR).read()))
    except (ValueError, TypeError) as error:
        raise CadanganRusak("Daftar isi arsip cadangan ini rusak.") from error


def _cocokkan(tar: tarfile.TarFile, cadangan: Cadangan) -> None:
    tersisa = dict(cadangan.sidik)
    for anggota in tar:
        if anggota.name == DAFTAR:
            continue
        if tersisa.pop(anggota.name, "") != _sidik(_isi(tar, anggota.name)):
            raise CadanganRusak(f"Arsip cadangan ini rusak: {anggota.name} bukan isi semula.")
    if tersisa:
        raise CadanganRusak(f"Arsip cadangan ini rusak: {min(tersisa)} tidak ada.")


def _keluarkan(tar: tarfile.TarFile, tujuan: Path, cadangan: Cadangan) -> None:
    """Hanya berkas yang terdaftar, di bawah `tujuan`."""
    for nama in cadangan.sidik:
        path = (tujuan / nama).resolve()
        if not path.is_relative_to(tujuan.resolve()):
            raise CadanganRusak(f"Arsip cadangan ini menunjuk ke luar: {nama}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as keluar:
            shutil.copyfileobj(_isi(tar, nama), keluar, POTONGAN)


def _isi(tar: tarfile.TarFile, nama: str) -> IO[bytes]:
    """Isi satu berkas; folder, tautan dan perangkat bukan isi cadangan."""
    isi = tar.extractfile(nama)
    if isi is None:
        raise CadanganRusak(f"Arsip cadangan ini rusak: {nama} bukan berkas.")
    return isi


def _refuse_berisi() -> None:
    tabel = connection.introspection.table_names()
    if "accounts_kabupaten" in tabel:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM accounts_kabupaten LIMIT 1")
            if cursor.fetchone():
                raise Refused("Pemasangan ini sudah berisi kantor; pulihkan ke yang kosong.")
    if any(_berkas()):
        raise Refused(f"{settings.DATA_DIR} sudah berisi berkas; pulihkan ke folder kosong.")
