"""Gangguan satu per satu; tiap gangguan terjadi selagi orang bekerja, pada saat yang acak."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from threading import Thread

from tests.beban.orang import Gagal
from tests.galat.medan import Medan, tunggu
from tests.galat.naskah import pengganti
from tests.galat.penanda import TEMPAT
from tests.galat.proses import ROOT, anak, bunuh

SEBENTAR = 1.0  # detik paling lama sebelum gangguannya
CETAK = 3.0  # detik menunggu anak pencetak muncul
GESERAN = (-86_400, -3_600, -90, 90, 600, 3_600, 9 * 3_600)  # detik
Apa = Callable[[Medan, Random], None]


@dataclass(frozen=True)
class Suntikan:
    """Satu jenis gangguan; `perlu` alat yang harus ada di sini."""

    nama: str
    apa: Apa
    perlu: str = ""
    bobot: int = 2


def jeda(acak: Random, paling_lama: float = SEBENTAR) -> None:
    time.sleep(acak.uniform(0, paling_lama))


def pekerja_web(medan: Medan, acak: Random) -> None:
    jeda(acak)
    semua = medan.pekerja_web()
    if semua:
        bunuh(acak.choice(semua))


def gunicorn(medan: Medan, acak: Random) -> None:
    jeda(acak)
    bunuh(medan.web.proses.pid)


def pekerja_tugas(medan: Medan, acak: Random) -> None:
    """Di tengah menyiapkan, menyimpan, atau menganggur."""
    medan.minta()
    jeda(acak, 2.5)
    bunuh(medan.pekerja.proses.pid)


def _selagi_mencetak(medan: Medan, ganggu: Callable[[], bool]) -> None:
    """Orang tambahan meminta cetakan; yang gagal harus berkalimat."""

    def cetak() -> None:
        with suppress(Gagal):
            medan.tambahan.cetak()

    benang = Thread(target=cetak)
    benang.start()
    tunggu(lambda: ganggu() or not benang.is_alive(), CETAK)
    benang.join()


def pencetak(medan: Medan, acak: Random) -> None:
    """Anak yang sedang mencetak."""

    def ganggu() -> bool:
        semua = [nomor for induk in medan.induk_cetak() for nomor in anak(induk)]
        for nomor in semua:
            bunuh(nomor)
        return bool(semua)

    _selagi_mencetak(medan, ganggu)


def induk_pencetak(medan: Medan, acak: Random) -> None:
    """Induk yang membelah anak pencetak; permintaan berikutnya menyalakan yang baru."""

    def ganggu() -> bool:
        semua = medan.induk_cetak()
        for nomor in semua:
            bunuh(nomor)
        return bool(semua)

    _selagi_mencetak(medan, ganggu)


def padam(medan: Medan, acak: Random) -> None:
    medan.minta()
    jeda(acak)
    medan.basis.padam(acak.uniform(0, 1.5))


def ulang(medan: Medan, acak: Random) -> None:
    jeda(acak)
    medan.basis.ulang()


def proses_basis(medan: Medan, acak: Random) -> None:
    jeda(acak)
    medan.basis.bunuh_satu(acak.choice)


def putus(medan: Medan, acak: Random) -> None:
    medan.minta()
    jeda(acak)
    for _ in range(acak.randint(1, 4)):
        medan.basis.putus()
        jeda(acak, 0.2)


def tutup(medan: Medan, acak: Random) -> None:
    jeda(acak)
    medan.basis.tutup(acak.uniform(0.1, 1.5))


def tahan(medan: Medan, acak: Random) -> None:
    """Basis data lambat: semua penulis menunggu satu pemegang kunci."""
    medan.basis.tahan(acak.uniform(0.3, 2))


def beku(medan: Medan, acak: Random) -> None:
    """Basis data lambat: tidak satu pun prosesnya bekerja."""
    medan.minta()
    jeda(acak)
    medan.basis.beku(acak.uniform(0.3, 2))


def disk_berkas(medan: Medan, acak: Random) -> None:
    medan.minta()
    jeda(acak)
    with medan.disk_berkas.penuh(), suppress(Gagal):
        medan.tambahan.impor()
        jeda(acak, 1.5)


def disk_basis(medan: Medan, acak: Random) -> None:
    medan.minta()
    jeda(acak)
    with medan.disk_basis.penuh():
        jeda(acak, 2)


def jam(medan: Medan, acak: Random) -> None:
    """Maju atau mundur, lalu kembali."""
    medan.minta()
    jeda(acak)
    medan.jam.geser(acak.choice(GESERAN))
    time.sleep(acak.uniform(0.5, 2))
    medan.jam.geser(0)


def tanda_tangan(medan: Medan, acak: Random) -> None:
    """Proses penanda tangan dibunuh di antara tanda tangan dan catatannya, atau selesai."""
    if medan.naskah is None or _is_sah(medan):
        medan.naskah = pengganti(medan.naskah)
    tempat = acak.choice([*TEMPAT, ""])
    argumen = [sys.executable, "-m", "tests.galat.penanda", str(medan.naskah.pk), tempat]
    with medan.catatan.open("ab") as catatan:
        proses = subprocess.Popen(argumen, cwd=ROOT, stdout=subprocess.PIPE, stderr=catatan)
        assert proses.stdout is not None
        if proses.stdout.readline():
            jeda(acak, 0.2)
            bunuh(proses.pid)
        proses.wait()


def _is_sah(medan: Medan) -> bool:
    medan.naskah.refresh_from_db()
    return bool(medan.naskah.is_signed)


SEMUA = (
    Suntikan("pekerja web mati", pekerja_web, bobot=3),
    Suntikan("gunicorn mati", gunicorn, bobot=1),
    Suntikan("pekerja tugas mati", pekerja_tugas, bobot=3),
    Suntikan("pencetak mati", pencetak),
    Suntikan("induk pencetak mati", induk_pencetak, bobot=1),
    Suntikan("PostgreSQL padam", padam, "postgres"),
    Suntikan("PostgreSQL dinyalakan ulang", ulang, "postgres"),
    Suntikan("proses PostgreSQL mati", proses_basis, "postgres"),
    Suntikan("PostgreSQL beku", beku, "postgres"),
    Suntikan("sambungan diputus", putus, bobot=3),
    Suntikan("basis data ditutup", tutup, bobot=1),
    Suntikan("rantai ditahan", tahan),
    Suntikan("disk berkas penuh", disk_berkas, "disk_berkas"),
    Suntikan("disk basis data penuh", disk_basis, "disk_basis"),
    Suntikan("jam bergeser", jam),
    Suntikan("penanda tangan mati", tanda_tangan),
)
