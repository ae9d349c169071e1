"""Basis data yang diganggu: sambungannya, kuncinya, prosesnya, dan disknya."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg2
from django.db import connection
from psycopg2 import extensions

from tests.galat.proses import anak, bunuh

LAMA = 60  # detik menunggu basis datanya menjawab lagi
MENAHAN = "LOCK TABLE core_auditchain IN ACCESS EXCLUSIVE MODE"
PILIHAN = ("user", "password", "host", "port")


class Basis:
    """Basis data Django; `folder` data PostgreSQL-nya, kosong bila peladennya dipakai bersama.

    Yang dipakai bersama hanya diganggu basis data miliknya, tidak peladennya.
    """

    def __init__(self, folder: str = "", perkakas: str = "") -> None:
        semua = connection.get_connection_params()
        self.nama = str(semua["dbname"])
        self.pilihan = {nama: semua[nama] for nama in PILIHAN if semua.get(nama)}
        self.folder = Path(folder) if folder else None
        self.perkakas = perkakas

    def url(self, nama: str) -> str:
        """Alamat basis data lain pada peladen yang sama, bagi `DATABASE_URL`."""
        host = str(self.pilihan.get("host", ""))
        port = f":{self.pilihan['port']}" if "port" in self.pilihan else ""
        sandi = quote(str(self.pilihan.get("password", "")))
        tempat = f"/{host}" if host.startswith("/") else f"{host}{port}"
        return f"postgres://{self.pilihan['user']}:{sandi}@{tempat}/{nama}"

    def create(self, nama: str) -> None:
        with self.kursor() as kursor:
            kursor.execute(f'CREATE DATABASE "{nama}" TEMPLATE template0')

    def drop(self, nama: str) -> None:
        with self.kursor() as kursor:
            kursor.execute(f'DROP DATABASE IF EXISTS "{nama}" WITH (FORCE)')

    def sambung(self, nama: str = "postgres") -> extensions.connection:
        sambungan = psycopg2.connect(dbname=nama, connect_timeout=5, **self.pilihan)
        sambungan.autocommit = True
        return sambungan

    @contextmanager
    def kursor(self) -> Iterator[Any]:
        sambungan = self.sambung()
        try:
            with sambungan.cursor() as kursor:
                yield kursor
        finally:
            sambungan.close()

    def putus(self) -> None:
        """Semua sambungan ke basis data itu diakhiri peladennya."""
        with self.kursor() as kursor:
            kursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [self.nama],
            )

    def tutup(self, detik: float) -> None:
        """Tidak menerima sambungan, seperti peladen yang pergi."""
        with self.kursor() as kursor:
            kursor.execute(f'ALTER DATABASE "{self.nama}" ALLOW_CONNECTIONS false')
            self.putus()
            time.sleep(detik)
            kursor.execute(f'ALTER DATABASE "{self.nama}" ALLOW_CONNECTIONS true')

    def tahan(self, detik: float) -> None:
        """Ujung rantai dipegang, sehingga semua penulis menunggu."""
        sambungan = self.sambung(self.nama)
        sambungan.autocommit = False
        try:
            with sambungan.cursor() as kursor:
                kursor.execute(MENAHAN)
                time.sleep(detik)
        finally:
            sambungan.close()

    @property
    def induk(self) -> int:
        """Proses utama PostgreSQL-nya; 0 bila tidak berjalan."""
        assert self.folder is not None
        try:
            return int((self.folder / "postmaster.pid").read_text().split()[0])
        except (OSError, IndexError):
            return 0

    def beku(self, detik: float) -> None:
        """Semua prosesnya berhenti bekerja sebentar: basis data yang lambat."""
        semua = [self.induk, *anak(self.induk)]
        for nomor in semua:
            bunuh(nomor, signal.SIGSTOP)
        time.sleep(detik)
        for nomor in semua:
            bunuh(nomor, signal.SIGCONT)

    def bunuh_satu(self, pilih: Any) -> None:
        """Satu prosesnya mati; PostgreSQL mengakhiri semua yang lain dan memulihkan diri."""
        bunuh(pilih(anak(self.induk)))

    def padam(self, detik: float) -> None:
        """Berhenti seketika di tengah jalan, lalu menyala lagi."""
        self._kendali("stop", "immediate")
        time.sleep(detik)
        self.nyala()

    def ulang(self) -> None:
        self._kendali("restart", "fast")

    def nyala(self) -> None:
        """Dengan pilihan yang sama seperti semula; yang sudah menyala dibiarkan."""
        if not self.is_menyala:
            self._kendali("restart", "immediate")

    @property
    def is_menyala(self) -> bool:
        return bool(self.induk) and Path(f"/proc/{self.induk}").exists()

    def _kendali(self, apa: str, cara: str) -> None:
        perintah = [f"{self.perkakas}/pg_ctl", "-D", str(self.folder), "-w", "-m", cara, apa]
        if os.geteuid() == 0:
            perintah = ["runuser", "-u", "postgres", "--", *perintah]
        catatan = ["-l", f"{self.folder}/log"] if apa == "restart" else []
        subprocess.run(
            [*perintah, *catatan],
            cwd="/",
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def tunggu(self) -> None:
        """Sampai basis datanya menerima sambungan; yang padam dinyalakan."""
        batas = time.monotonic() + LAMA
        while True:
            if self.folder is not None:
                self.nyala()
            try:
                self.sambung(self.nama).close()
                return
            except psycopg2.OperationalError:
                if time.monotonic() > batas:
                    raise
                time.sleep(0.1)


class Disk:
    """Disk kecil (tmpfs) yang dipenuhi dengan mengecilkannya sampai tepat isinya."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder) if folder else None
        self.semula = 0
        if folder:
            keadaan = os.statvfs(folder)
            self.semula = keadaan.f_frsize * keadaan.f_blocks

    @contextmanager
    def penuh(self) -> Iterator[None]:
        keadaan = os.statvfs(str(self.folder))
        terpakai = (keadaan.f_blocks - keadaan.f_bfree + 1) * keadaan.f_frsize
        self._ukur(terpakai)
        try:
            yield
        finally:
            self._ukur(self.semula)

    def _ukur(self, bita: int) -> None:
        pilihan = f"remount,size={bita // 1024}k"
        subprocess.run(["mount", "-o", pilihan, str(self.folder)], check=True)
