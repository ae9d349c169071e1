"""Pintu tunggal proses anak: pembaca berkas asing dan pencetak, berbatas waktu.

Anaknya dibelah dari induk yang sudah memuat modulnya (`core.induk`), satu induk tiap proses.
Batas ingatannya dipasang modul itu sendiri (`batasi`).
"""

import json
import os
import resource
import select
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired
from tempfile import TemporaryFile
from threading import Lock
from time import monotonic
from typing import IO, NoReturn, Self

BASE_DIR = Path(__file__).resolve().parent.parent
TENGOK_SECONDS = 1
MATI = -1  # kode anak yang berakhir tanpa sempat menyebutnya
DITOLAK = 3  # kode anak yang menolak; keluarannya kalimat sebabnya
Pantau = Callable[[list[str]], None]  # menerima catatannya sejauh ini


class AnakGagal(Exception):
    """Anak yang menolak, terlalu lama, atau mati; pesannya untuk pengguna."""


@dataclass(frozen=True)
class Keluaran:
    """Yang ditinggalkan proses anak; `catatan` baris galat bakunya."""

    kode: int
    isi: bytes
    catatan: list[str]


class Induk:
    """Induk milik proses ini; dinyalakan saat diperlukan, diganti bila sudah berakhir."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.pemilik = 0  # proses yang menyalakannya; milik proses lain tidak dipakai
        self.saluran: socket.socket
        self.proses: Popen[bytes] | None = None

    def belah(self, pesanan: Sequence[str], berkas: Sequence[int]) -> int:
        """Pegangan (pidfd) anak yang mengerjakan `pesanan` atas `berkas`."""
        with self.lock:
            try:
                return self._minta(pesanan, berkas)
            except OSError:
                self.pemilik = 0
                return self._minta(pesanan, berkas)

    def _minta(self, pesanan: Sequence[str], berkas: Sequence[int]) -> int:
        """Serahkan satu pekerjaan; `OSError` bila induknya sudah berakhir."""
        if self.pemilik != os.getpid():
            self._nyalakan()
        pesan = json.dumps(pesanan).encode()
        socket.send_fds(self.saluran, [pesan], berkas)
        jawaban, pegangan, _, _ = socket.recv_fds(self.saluran, 16, 1)
        if not jawaban:
            raise ConnectionError("Induk proses anak berakhir.")
        return pegangan[0]

    def tutup(self) -> None:
        """Induk berakhir begitu pemiliknya menutup salurannya."""
        if self.proses is not None:
            self.saluran.close()
            self.proses.wait()
        self.pemilik = 0

    def _nyalakan(self) -> None:
        """Induk baru milik proses ini; yang lama ditutup."""
        self.tutup()
        self.saluran, ujung = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        nomor = ujung.fileno()
        command = [sys.executable, "-m", "core.induk", str(nomor)]
        with ujung:
            try:
                self.proses = Popen(
                    command, pass_fds=[nomor], stdin=DEVNULL, cwd=BASE_DIR, start_new_session=True
                )
            except OSError:
                self.saluran.close()
                raise
        self.pemilik = os.getpid()


induk = Induk()


def _biarkan(catatan: list[str]) -> None:
    """Kemajuannya tidak dilihat siapa pun."""


def batasi(ingatan: int, seconds: int) -> None:
    """Dipanggil anaknya sendiri: bita isi yang ditulisnya, dan detik prosesor, paling banyak.

    Bukan ruang alamatnya: pustaka yang sudah dipetakan induknya tidak terhitung.
    """
    resource.setrlimit(resource.RLIMIT_DATA, (ingatan, ingatan))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def tolak(sebab: str) -> NoReturn:
    """Dipanggil anaknya sendiri: berakhir dengan kalimat sebabnya."""
    sys.stdout.write(sebab)
    raise SystemExit(DITOLAK)


def ask(module: str, masukan: bytes, *, seconds: int, lama: str, rusak: str) -> bytes:
    """Keluaran `module.main()` atas `masukan`.

    `AnakGagal` dengan kalimat anaknya bila ia menolak, `lama` bila lewat `seconds`, selain itu
    `rusak`.
    """
    try:
        done = run_module(module, seconds=seconds, masukan=masukan)
    except TimeoutExpired as error:
        raise AnakGagal(lama) from error
    if done.kode == DITOLAK:
        raise AnakGagal(done.isi.decode())
    if done.kode:
        raise AnakGagal(rusak)
    return done.isi


def run_module(
    module: str,
    *arguments: str,
    seconds: int,
    masukan: bytes = b"",
    pantau: Pantau = _biarkan,
) -> Keluaran:
    """Jalankan `module.main(*arguments)`; `pantau` menerima catatannya sejauh ini.

    `subprocess.TimeoutExpired` bila lewat `seconds`. Galat dari `pantau` mematikan anaknya;
    catatan anak yang selesai selalu sampai kepadanya.
    """
    pesanan = [module, *arguments]
    with TemporaryFile() as pipa, TemporaryFile() as hasil, TemporaryFile() as galat:
        pipa.write(masukan)
        pipa.seek(0)
        baku = [satu.fileno() for satu in (pipa, hasil, galat)]
        with Anak(pesanan, baku) as anak:
            kode = anak.tunggu(seconds, lambda: pantau(_semua_baris(galat)))
        catatan = _semua_baris(galat)
        pantau(catatan)
        hasil.seek(0)
        return Keluaran(kode, hasil.read(), catatan)


class Anak:
    """Satu anak yang bekerja; yang belum selesai saat ditinggalkan dimatikan."""

    def __init__(self, pesanan: Sequence[str], baku: Sequence[int]) -> None:
        self.pesanan = pesanan
        self.selesai, ujung = os.pipe()
        try:
            self.pegangan = induk.belah(pesanan, [*baku, ujung])
        except BaseException:
            os.close(self.selesai)
            raise
        finally:
            os.close(ujung)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *galat: object) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pegangan, signal.SIGKILL)
        os.close(self.pegangan)
        os.close(self.selesai)

    def tunggu(self, seconds: int, tengok: Callable[[], None]) -> int:
        """Kode keluarnya, atau `MATI`; `TimeoutExpired` bila lewat `seconds`."""
        batas = monotonic() + seconds
        while monotonic() < batas:
            siap, _, _ = select.select([self.selesai], [], [], TENGOK_SECONDS)
            if siap:
                kode = os.read(self.selesai, 1)
                return kode[0] if kode else MATI
            tengok()
        raise TimeoutExpired(self.pesanan, seconds)


def _semua_baris(berkas: IO[bytes]) -> list[str]:
    """Dibaca tanpa menggeser tempat proses anak menulis."""
    nomor = berkas.fileno()
    size = os.fstat(nomor).st_size
    teks = os.pread(nomor, size, 0).decode(errors="replace")
    return teks.strip().splitlines()
