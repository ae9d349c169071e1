"""Proses anak berbatas: kabar, kode keluar, batas waktu, dan induk yang mati atau ditinggalkan."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from core import terbatas

CONTOH = "tests.core.contoh_anak"
ISI = b"x" * 200_000  # lebih dari yang muat di pipa
PEMILIK = f"""
from core.terbatas import run_module
print(run_module("{CONTOH}", "induk", seconds=30).isi.decode())
"""


def jalankan(*pesanan, seconds=30, **lain):
    return terbatas.run_module(CONTOH, *pesanan, seconds=seconds, **lain)


def nomor_induk():
    pemilik, *memuat = jalankan("induk").isi.split()
    assert pemilik in memuat
    return int(pemilik)


def menghilang(nomor):
    for _ in range(100):
        try:
            os.kill(nomor, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_kabar_terbaca_sebelum_selesai(monkeypatch):
    monkeypatch.setattr(terbatas, "TENGOK_SECONDS", 0.2)
    terbaca = []
    hasil = jalankan("lapor", "1", masukan=ISI, pantau=terbaca.append)
    assert (hasil.kode, hasil.isi) == (0, b"200000")
    assert terbaca[-1] == hasil.catatan
    assert int(hasil.catatan[0]) not in (os.getpid(), nomor_induk())


def test_galat_pemantau_mematikan_anaknya(monkeypatch):
    nomor = []

    def batal(catatan):
        nomor.extend(catatan)
        if nomor:
            raise KeyError("batal")

    monkeypatch.setattr(terbatas, "TENGOK_SECONDS", 0.2)
    with pytest.raises(KeyError, match="batal"):
        jalankan("lapor", "60", pantau=batal)
    assert menghilang(int(nomor[0]))


def test_batas_waktu():
    with pytest.raises(subprocess.TimeoutExpired):
        jalankan("lapor", "60", seconds=0)


def test_kode_keluar():
    assert jalankan("keluar", "3").kode == 3
    gagal = jalankan("gagal")
    assert (gagal.kode, gagal.catatan[-1]) == (1, "ValueError: tidak dapat")
    assert jalankan("mati").kode == terbatas.MATI


def test_modul_yang_tidak_dapat_dimuat():
    hasil = terbatas.run_module("core.tidak_ada", seconds=30)
    assert hasil.kode == 1
    assert "core.tidak_ada" in hasil.catatan[-1]


def test_induk_memuat_sekali_dan_diganti_bila_mati():
    semula = nomor_induk()
    assert nomor_induk() == semula
    os.kill(semula, signal.SIGKILL)
    assert nomor_induk() != semula


def test_induk_milik_proses_lain_tidak_dipakai(monkeypatch):
    semula = nomor_induk()
    monkeypatch.setattr(terbatas.induk, "pemilik", os.getpid() + 1)
    assert nomor_induk() != semula
    assert menghilang(semula)


def test_induk_yang_tidak_dapat_dinyalakan(monkeypatch):
    monkeypatch.setattr(terbatas, "induk", terbatas.Induk())
    monkeypatch.setattr(sys, "executable", "/tidak/ada")
    with pytest.raises(FileNotFoundError):
        jalankan("induk")
    monkeypatch.undo()
    assert nomor_induk()


def test_beberapa_sekaligus():
    with ThreadPoolExecutor(4) as kolam:
        hasil = list(kolam.map(lambda n: jalankan("keluar", str(n)).kode, range(12)))
    assert hasil == list(range(12))


def test_induk_berakhir_bersama_pemiliknya():
    done = subprocess.run(
        [sys.executable, "-c", PEMILIK], cwd=terbatas.BASE_DIR, capture_output=True, check=True
    )
    pemilik, *_ = done.stdout.split()
    assert menghilang(int(pemilik))
