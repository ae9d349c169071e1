"""Salinan basis data satu saat dan pemulihannya, menurut mesinnya."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from core.audit import Refused

PENUH = ("No space left on device", "disk is full", "Disk quota exceeded")


def sebab(error: Exception) -> str:
    """Kalimat bagi orang atas satu kegagalan menyalin."""
    if any(tanda in str(error) for tanda in PENUH):
        return "Disknya penuh; kosongkan, lalu ulangi."
    if isinstance(error, PermissionError):
        return f"Akun layanan tidak berhak atas {error.filename}."
    return str(error)


def copy(tujuan: Path) -> None:
    """Keadaan pada satu saat, sementara aplikasi tetap melayani."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        try:
            with closing(sqlite3.connect(tujuan)) as salinan:
                connection.connection.backup(salinan)
        except sqlite3.Error as error:
            raise Refused(f"Basis data tidak tersalin: {error}") from error
        return
    jalankan("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={tujuan}")


def kosongkan() -> None:
    """Tabel yang belum ada pada cadangannya pun hilang."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def pulihkan(salinan: Path) -> None:
    """Isi basis data kosong dari salinannya, sekaligus."""
    if connection.vendor == "sqlite":
        connection.close()
        nama = str(connection.settings_dict["NAME"])
        baru = Path(nama + ".baru")
        try:
            shutil.copyfile(salinan, baru)
            for ekor in ("-wal", "-shm"):
                Path(nama + ekor).unlink(missing_ok=True)
            baru.replace(nama)
        finally:
            baru.unlink(missing_ok=True)
        return
    bersih = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction")
    connection.close()
    jalankan("pg_restore", *bersih, f"--dbname={connection.settings_dict['NAME']}", str(salinan))


def jalankan(perintah: str, *pilihan: str) -> None:
    """Perkakas PostgreSQL dengan sambungan Django; `Refused` membawa kalimatnya."""
    argumen, lingkungan = _sambungan()
    if perintah == "pg_restore":
        argumen = argumen[:-1]  # nama basis data disebut --dbname
    try:
        subprocess.run(
            [perintah, *argumen, *pilihan],
            env=os.environ | lingkungan,
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError as error:
        raise Refused(f"{perintah} tidak ada; pasang paket postgresql-client.") from error
    except subprocess.CalledProcessError as error:
        raise Refused(f"{perintah} gagal: {error.stderr.strip()}") from error


def _sambungan() -> tuple[list[str], dict[str, Any]]:
    """Pilihan sambungan dan lingkungannya; nama basis data terakhir."""
    argumen, lingkungan = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    return list(argumen[1:]), lingkungan or {}
