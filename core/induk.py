"""Induk proses anak: memuat modul yang diminta sekali, lalu membelah satu anak tiap pekerjaan.

Dinyalakan `core.terbatas` sebagai proses tersendiri beralur tunggal. Ia tidak pernah membaca isi
pekerjaannya; yang membaca hanya anaknya, yang berbatas ingatan dan waktu. Berakhir sendiri bila
pemiliknya berakhir, atau lama tidak dipakai.
"""

import gc
import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from types import FrameType
from typing import Any, NoReturn

MENGANGGUR_SECONDS = 600
PESAN_BYTES = 65536
Berkas = Sequence[int]  # masukan, keluaran, galat, lalu pipa kode keluar


def main(nomor: str) -> None:
    """Layani pesanan dari soket bernomor `nomor` sampai ditutup."""
    signal.signal(signal.SIGCHLD, _kubur)
    saluran = socket.socket(fileno=int(nomor))
    saluran.settimeout(MENGANGGUR_SECONDS)
    while True:
        try:
            pesan, berkas, _, _ = socket.recv_fds(saluran, PESAN_BYTES, 4)
        except TimeoutError:
            return
        if not pesan:
            return
        layani(saluran, json.loads(pesan), berkas)


def layani(saluran: socket.socket, pesanan: list[str], berkas: Berkas) -> None:
    """Belah satu anak; pegangannya (pidfd) dikirim kepada pemesannya."""
    with suppress(Exception):  # anaknya memuat lagi, dan menyebut galatnya
        load(pesanan)
    gc.freeze()
    ditahan = {signal.SIGCHLD}
    signal.pthread_sigmask(signal.SIG_BLOCK, ditahan)
    anak = os.fork()
    if not anak:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ditahan)
        saluran.close()
        kerjakan(pesanan, berkas)
    pegangan = os.pidfd_open(anak)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ditahan)
    for nomor in berkas:
        os.close(nomor)
    socket.send_fds(saluran, [b"anak"], [pegangan])
    os.close(pegangan)


def load(pesanan: list[str]) -> Any:
    """Modul pesanan, beserta yang disediakannya untuk semua anaknya."""
    nama, *argumen = pesanan
    modul = import_module(nama)
    sediakan = getattr(modul, "sediakan", None)
    if sediakan is not None:
        sediakan(*argumen)
    return modul


def kerjakan(pesanan: list[str], berkas: Berkas) -> NoReturn:
    """Anak: `main` modulnya atas berkas yang diterima sebagai masukan, keluaran dan galat baku."""
    *baku, pipa = berkas
    for tujuan, nomor in enumerate(baku):
        os.dup2(nomor, tujuan)
    kode = 1
    try:
        kode = _kode(pesanan)
        sys.stdout.flush()
    except BaseException:
        kode = 1
        traceback.print_exc()
    finally:
        os.write(pipa, bytes([kode]))
        os._exit(kode)


def _kode(pesanan: list[str]) -> int:
    """Kode keluar yang disebut modulnya sendiri; 0 bila selesai."""
    _, *argumen = pesanan
    try:
        load(pesanan).main(*argumen)
    except SystemExit as keluar:
        return int(keluar.code or 0)
    return 0


def _kubur(nomor: int, bingkai: FrameType | None) -> None:
    """Kode keluar anak sudah dikirimnya sendiri."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


if __name__ == "__main__":
    main(sys.argv[1])
