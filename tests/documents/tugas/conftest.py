"""Jenis tugas uji: mencatat jalannya, dan akibatnya satu bidang baru."""

from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import Bidang
from core import door
from documents import tugas as jenis
from documents.actions import tugas as tindakan
from documents.models import Tugas
from documents.tugas import Fase, HasilTugas, JenisTugas


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
