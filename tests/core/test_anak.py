import subprocess
import sys
from pathlib import Path

import pytest

from core import anak

KABAR = """
import sys, time
print("satu", file=sys.stderr, flush=True)
time.sleep({})
print(len(sys.stdin.read()))
"""
ISI = b"x" * 200_000  # lebih dari yang muat di pipa
FOLDER = Path(__file__).parent


def jalankan(lama, seconds=30, pantau=lambda catatan: None):
    command = [sys.executable, "-c", KABAR.format(lama)]
    return anak.run(command, ISI, folder=FOLDER, seconds=seconds, pantau=pantau)


def test_kabar_terbaca_sebelum_selesai(monkeypatch):
    monkeypatch.setattr(anak, "TENGOK_SECONDS", 0.2)
    terbaca = []
    hasil = jalankan(1, pantau=terbaca.append)
    assert (hasil.kode, hasil.isi, hasil.catatan) == (0, b"200000\n", ["satu"])
    assert terbaca[-1] == ["satu"]


def test_galat_pemantau_mematikan_anaknya(monkeypatch):
    def batal(catatan):
        raise KeyError("batal")

    monkeypatch.setattr(anak, "TENGOK_SECONDS", 0.2)
    with pytest.raises(KeyError, match="batal"):
        jalankan(60, pantau=batal)


def test_batas_waktu():
    with pytest.raises(subprocess.TimeoutExpired):
        jalankan(60, seconds=0)
