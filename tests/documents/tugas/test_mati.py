"""Pekerja sungguhan dibunuh di tengah jalan (kill -9): tidak ada yang hilang atau berlaku dua kali.

Isyaratnya di basis data; pekerja berikutnya memegang tugas yang pemegangnya tidak berkabar lagi.
"""

import time
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.conf import settings
from django.db import connection

from accounts.models import Bidang
from core import keutuhan
from core.models import AuditEvent
from documents.actions.kerja import claim
from documents.actions.tugas import cancel

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]
SEWA = 1  # detik tanpa kabar
MELEPAS = 15  # detik paling lama pembatal menunggu kunci
LAMA = 120  # detik paling lama menunggu proses anak


@pytest.fixture
def lingkungan():
    return {"TUGAS_SEWA": str(SEWA)}


def tunggu(berkas):
    selesai = time.monotonic() + LAMA
    while not berkas.exists():
        assert time.monotonic() < selesai
        time.sleep(0.1)


@pytest.mark.parametrize("tempat", ["prepare", "apply"])
def test_dibunuh_lalu_diteruskan(users, minta, pekerja, tmp_path, tempat):
    """Di tengah menyiapkan, dan sesudah akibatnya tertulis tetapi belum tersimpan."""
    tugas = minta(users["operator"])
    pertama = pekerja(tempat)
    tunggu(tmp_path / "sampai")
    pertama.kill()
    assert pertama.wait() == -9
    tugas.refresh_from_db()
    assert tugas.status == "berjalan"
    assert not Bidang.objects.exists()
    time.sleep(SEWA)
    assert pekerja().wait(LAMA) == 0
    tugas.refresh_from_db()
    assert (tugas.status, tugas.percobaan) == ("selesai", 2)
    assert Bidang.objects.get().nama == "Bidang s"
    assert AuditEvent.objects.filter(model="accounts.Bidang", action="tambah").count() == 1
    assert len(list((Path(settings.MEDIA_ROOT) / "tugas").iterdir())) == 1
    assert list(keutuhan.verify_chains()) == []


def test_percobaan_yang_memegang_kunci_melepasnya(users, minta, pekerja, tmp_path):
    """Pembatalnya tidak menunggu percobaan itu selesai."""
    operator = users["operator"]
    tugas = minta(operator)
    proses = pekerja("percobaan")
    tunggu(tmp_path / "sampai")
    tugas.refresh_from_db()
    mulai = time.monotonic()
    cancel(tugas, by=operator)
    assert time.monotonic() - mulai < MELEPAS
    assert proses.wait(LAMA) == 0
    tugas.refresh_from_db()
    assert tugas.status == "dibatalkan"
    assert not Bidang.objects.exists()
    assert not list((Path(settings.DATA_DIR) / "kabar").iterdir())


@pytest.mark.postgres
def test_delapan_pekerja_lima_tugas(users, minta):
    """Tiap tugas dipegang tepat satu pekerja; yang tidak kebagian tidak menunggu."""
    for nomor in range(5):
        minta(users["operator"], f"s{nomor}")
    mulai = Barrier(8)
    dipegang = []

    def pegang():
        mulai.wait()
        tugas = claim()
        dipegang.append(tugas and tugas.pk)
        connection.close()

    pekerja = [Thread(target=pegang) for _ in range(8)]
    for satu in pekerja:
        satu.start()
    for satu in pekerja:
        satu.join()
    didapat = [pk for pk in dipegang if pk]
    assert len(didapat) == len(set(didapat)) == 5
