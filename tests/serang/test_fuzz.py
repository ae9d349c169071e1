"""Permintaan acak: tidak ada 5xx, jejak tumpukan, atau yang tersimpan walau ditolak.

Bentuk pendeknya di sini dengan benih tetap; sepenuhnya `bin/fuzz`.
"""

import logging
import os
import sys
from collections.abc import Iterator

import pytest

from documents import render
from tests.peramban import Dunia, dunia_bersama
from tests.serang.fuzz import Penyerang, kosakata

pytestmark = [
    pytest.mark.sekali("masukan janggal ditolak sebelum basis data; sepenuhnya bin/fuzz"),
    pytest.mark.django_db,
    pytest.mark.dahulu,
]
BENIH = int(os.environ.get("FUZZ_BENIH", "18"))
KALI = int(os.environ.get("FUZZ_KALI", "300"))
MULAI = int(os.environ.get("FUZZ_MULAI", "0"))


@pytest.fixture(scope="module")
def dunia(nyata: None, bersama: None) -> Iterator[Dunia]:
    with dunia_bersama() as dunia:
        yield dunia


def kabari(kalimat: str) -> None:
    sys.stdout.write(f"{kalimat}\n")
    sys.stdout.flush()


def test_permintaan_acak(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "pdf", lambda html, pantau=None: b"%PDF-1.7")
    monkeypatch.setattr(render, "typeset", lambda template, isi, berkas=None: b"%PDF-1.7")
    monkeypatch.setattr(logging.root.manager, "disable", logging.CRITICAL)
    hasil = Penyerang(dunia, BENIH, kabari).serang(KALI, MULAI)
    kabari(hasil.kalimat())
    per_tempat = {satu.tempat or satu.sebab: satu for satu in hasil.temuan}
    disebut = "\n".join(map(str, per_tempat.values()))
    assert not disebut, f"{hasil.kalimat()}\n{disebut}"


def test_isian_yang_dibaca_halaman_dikenali(dunia: Dunia) -> None:
    assert {"posisi", "putusan", "unit", "komponen", "ekspor", "blok"} <= set(kosakata())
