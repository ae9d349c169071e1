"""Cadangan selagi orang bekerja, pemulihannya di tempat kosong, dan ekor rantai yang dipotong."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from core.jangkar import Titik, ujung
from tests.beban.akun import KANTOR
from tests.galat.basis import Basis
from tests.galat.medan import Medan
from tests.galat.proses import ROOT

NAMA = "galat_pulih"
ADA = "SELECT 1 FROM core_auditevent WHERE kabupaten = %s AND nomor = %s AND hash = %s"
# seperti pemegang basis data: pemicunya dilepas, ekor rantainya hilang, ujungnya disetel
POTONG = """
SET session_replication_role = replica;
DELETE FROM core_auditevent WHERE kabupaten = %(kode)s AND nomor >= %(nomor)s;
UPDATE core_auditchain chain SET nomor = event.nomor, hash = event.hash
  FROM core_auditevent event WHERE chain.kabupaten = %(kode)s
  AND event.kabupaten = %(kode)s AND event.nomor = %(nomor)s - 1;
"""


def kelola(lingkungan: dict[str, str], *argumen: str) -> tuple[int, str]:
    """Kode keluar dan keluaran satu perintah `manage.py`."""
    done = subprocess.run(
        [sys.executable, "manage.py", *argumen],
        cwd=ROOT, env=lingkungan, check=False, capture_output=True, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def check(medan: Medan) -> Iterator[str]:
    """Satu kalimat tiap yang tidak kembali; orang-orang bekerja selama mencadangkan."""
    with medan.keramaian.tenang():
        titik = ujung(KANTOR)  # yang diakui sampai di sini harus termuat
    with TemporaryDirectory(prefix="galat-cadangan-") as nama:
        kode, keluaran = kelola(dict(os.environ), "backup", nama)
        if kode:
            yield f"Cadangan gagal: {keluaran}"
            return
        (arsip,) = Path(nama).glob("*.tar")
        data = Path(nama) / "data"
        data.mkdir()
        medan.basis.drop(NAMA)
        medan.basis.create(NAMA)
        lingkungan = {"DATABASE_URL": medan.basis.url(NAMA), "DATA_DIR": str(data)}
        try:
            yield from _check_pulih(medan.basis, os.environ | lingkungan, arsip, titik)
        finally:
            medan.basis.drop(NAMA)


def _check_pulih(
    basis: Basis, lingkungan: dict[str, str], arsip: Path, titik: Titik
) -> Iterator[str]:
    """`restore` sendiri memeriksa jejak, tiap baris terhadapnya, dan semua berkas."""
    kode, keluaran = kelola(lingkungan, "restore", str(arsip))
    if kode:
        yield f"Pemulihan gagal: {keluaran}"
        return
    sambungan = basis.sambung(NAMA)
    try:
        with sambungan.cursor() as kursor:
            kursor.execute(ADA, [titik.kabupaten, titik.nomor, titik.hash])
            if kursor.fetchone() is None:
                yield f"Kejadian {titik} diakui sebelum mencadangkan, tetapi tidak termuat."
            kantor, nomor = _jangkar_terakhir(lingkungan)
            kursor.execute(POTONG, {"kode": kantor, "nomor": nomor})
    finally:
        sambungan.close()
    kode, keluaran = kelola(lingkungan, "verify_audit")
    if not kode or f"#{nomor} yang dijangkar" not in keluaran:
        yield f"Ekor yang dipotong sampai jangkarnya tidak ketahuan: {keluaran}"


def _jangkar_terakhir(lingkungan: dict[str, str]) -> tuple[str, int]:
    """Kantor dan nomor kejadian terakhir yang ujungnya tertulis di luar basis data."""
    berkas = Path(lingkungan["DATA_DIR"]) / "jejak" / "jangkar.jsonl"
    semua = [json.loads(baris) for baris in berkas.read_text().splitlines()]
    terakhir = max(satu["nomor"] for satu in semua if satu["kabupaten"] == KANTOR)
    return KANTOR, terakhir
