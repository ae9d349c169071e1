"""Jenis tugas uji: mencatat jalannya, dan akibatnya satu bidang baru."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from accounts.models import Bidang
from core import door
from documents import tugas as jenis
from documents.actions import tugas as tindakan
from documents.models import Tugas
from documents.tugas import Fase, HasilTugas, JenisTugas
from tests import cetakan

ROOT = Path(__file__).resolve().parents[3]


class JenisUji:
    """Dapat diganti uji: yang terjadi selama menyiapkan dan selama menerapkan."""

    def __init__(self) -> None:
        self.disiapkan: list[int] = []
        self.saat_menyiapkan: Callable[..., None] = lambda tugas, kemajuan: None
        self.saat_menerapkan: Callable[..., None] = lambda tugas: None
        self.hasil = HasilTugas("Tiga baris", nama="hasil.csv", isi=b"a;b\n")

    def prepare(self, tugas: Any, kemajuan: Any) -> str:
        self.disiapkan.append(tugas.pk)
        self.saat_menyiapkan(tugas, kemajuan)
        return f"Bidang {tugas.pk}"

    def apply(self, tugas: Any, nama: str) -> HasilTugas:
        dinas = tugas.kabupaten.dinas
        door.save(Bidang(perangkat_daerah=dinas, nama=nama), by=tugas.diminta_by)
        self.saat_menerapkan(tugas)
        return self.hasil


@pytest.fixture
def uji(monkeypatch: pytest.MonkeyPatch) -> JenisUji:
    uji = JenisUji()
    didaftar = JenisTugas((Fase("Membaca", "baris"),), uji.prepare, uji.apply)
    monkeypatch.setitem(jenis._TUGAS, "uji", didaftar)
    return uji


@pytest.fixture
def minta(uji: JenisUji) -> Callable[..., Tugas]:
    """Satu tugas uji bagi peminta itu."""

    def create(by: Any, sidik: str = "s") -> Tugas:
        return tindakan.start(
            jenis="uji", judul="Tugas uji", hak="accounts.view_bidang", sidik=sidik, by=by
        )

    return create


@pytest.fixture
def pekerja(tmp_path: Path, lingkungan: dict[str, str]) -> Iterator[Callable[..., Any]]:
    """Nyalakan satu pekerja atas basis data uji ini: `pekerja("apply")`.

    `lingkungan` setelan milik ujinya.
    """
    nama = Path(str(connection.settings_dict["NAME"])).stem
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "dpmd.settings",
        "DATABASE_URL": cetakan.engine().url(nama),
        "DATA_DIR": str(settings.DATA_DIR),
        "PYTHONPATH": str(ROOT),
        **lingkungan,
    }
    berjalan = []

    def nyalakan(tempat: str = "") -> Any:
        command = [sys.executable, ROOT / "tests/documents/tugas/pekerja_uji.py", tmp_path, tempat]
        proses = subprocess.Popen(command, cwd=ROOT, env=env)
        berjalan.append(proses)
        return proses

    yield nyalakan
    for proses in berjalan:
        proses.kill()
        proses.wait()
