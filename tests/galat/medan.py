"""Peladen, pekerja, basis data dan orang-orang yang diganggu bersama."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from django.db import DatabaseError, InterfaceError, connection

from accounts.models import User
from documents.actions.tugas import start
from tests.beban.orang import Operator
from tests.galat.basis import Basis, Disk
from tests.galat.jam import Jam
from tests.galat.keramaian import Keramaian, SesiGalat
from tests.galat.pekerja import JENIS
from tests.galat.proses import ROOT, Layanan, anak, keturunan, perintah

LAMA = 300  # detik menunggu peladen sehat
SEWA = 3  # detik tanpa kabar sebelum tugasnya dipegang pekerja lain
INDUK = "core.induk"


@dataclass(frozen=True)
class Tempat:
    """Alat pengganggu yang ada di sini, dari lingkungannya; yang kosong tidak dapat dipakai."""

    url: str = os.environ.get("GALAT_URL") or os.environ.get("SITE_URL", "")
    port: str = os.environ.get("PORT", "8765")
    postgres: str = os.environ.get("GALAT_POSTGRES", "")
    perkakas: str = os.environ.get("GALAT_PERKAKAS", "")
    disk_basis: str = os.environ.get("GALAT_DISK_BASIS", "")
    disk_berkas: str = os.environ.get("GALAT_DISK_BERKAS", "")


@dataclass
class Medan:
    """Yang diganggu; `tugas` semua tugas yang permintaannya diakui."""

    basis: Basis
    web: Layanan
    pekerja: Layanan
    keramaian: Keramaian
    tambahan: Operator
    disk_basis: Disk
    disk_berkas: Disk
    jam: Jam
    catatan: Path
    tugas: list[int] = field(default_factory=list)
    naskah: Any = None

    def minta(self) -> None:
        """Satu tugas oleh operator contoh; yang tidak sempat diakui tidak dihitung."""
        sidik = uuid4().hex
        try:
            tugas = start(
                jenis=JENIS,
                judul=f"Tugas {sidik}",
                hak="accounts.view_bidang",
                sidik=sidik,
                by=User.objects.get(username="operator"),
            )
        except (DatabaseError, InterfaceError):
            connection.close()
            return
        self.tugas.append(tugas.pk)

    def pekerja_web(self) -> list[int]:
        """Proses gunicorn yang melayani permintaan."""
        semua = anak(self.web.proses.pid)
        return [nomor for nomor in semua if "gunicorn" in perintah(nomor)]

    def induk_cetak(self) -> list[int]:
        """Induk proses anak milik peladen."""
        semua = keturunan(self.web.proses.pid)
        milik = set(self.pekerja_web())
        hasil = []
        for nomor in semua:
            if INDUK in perintah(nomor) and nomor not in milik:
                hasil.append(nomor)
        return hasil

    def sehat(self) -> None:
        """Sampai basis data dan peladennya menjawab lagi."""
        self.basis.tunggu()
        connection.close()
        tunggu(self._is_sehat)

    def _is_sehat(self) -> bool:
        sesi = SesiGalat(self.keramaian.url)
        return sesi.get("/sehat/", "sehat").kode == 200


def tunggu(benar: Callable[[], bool], lama: float = LAMA) -> bool:
    """Sampai `benar`, atau `lama` detik; hasilnya benar tidaknya."""
    batas = time.monotonic() + lama
    while not benar():
        if time.monotonic() > batas:
            return False
        time.sleep(0.05)
    return True


def create_akun(banyak: int) -> None:
    subprocess.run([sys.executable, "-m", "tests.beban.akun", str(banyak)], cwd=ROOT, check=True)


@contextmanager
def nyalakan(tempat: Tempat, orang: int, benih: int) -> Iterator[Medan]:
    """Semuanya menyala, dan tiap operator sudah masuk."""
    gunicorn = ["-m", "gunicorn", "--config", "bin/install.d/gunicorn.conf.py", "--log-level"]
    alamat = ["warning", "--bind", f"127.0.0.1:{tempat.port}", "tests.galat.wsgi"]
    with TemporaryDirectory(prefix="galat-") as nama, ExitStack() as susunan:
        folder = Path(nama)
        jam = Jam(folder / "jam")
        lingkungan = os.environ | jam.lingkungan() | {"TUGAS_SEWA": str(SEWA)}
        catatan = folder / "catatan"
        web = Layanan([sys.executable, *gunicorn, *alamat], lingkungan, catatan)
        pekerja = Layanan([sys.executable, "-m", "tests.galat.pekerja"], lingkungan, catatan)
        for layanan in (web, pekerja):
            susunan.enter_context(layanan)
        sesi = SesiGalat(tempat.url)
        if not tunggu(lambda: sesi.get("/sehat/", "sehat").kode == 200):
            raise SystemExit(f"Peladen tidak menjawab.\n{catatan.read_text()[-2000:]}")
        keramaian = Keramaian(tempat.url, orang, benih)
        tambahan = Operator(SesiGalat(tempat.url), orang, orang + 1, tempat.url)
        tambahan.masuk()
        susunan.enter_context(keramaian.berlangsung())
        yield Medan(
            Basis(tempat.postgres, tempat.perkakas),
            web,
            pekerja,
            keramaian,
            tambahan,
            Disk(tempat.disk_basis),
            Disk(tempat.disk_berkas),
            jam,
            catatan,
        )
