"""Pekerja Celery pada RabbitMQ sungguhan: dibunuh, berhenti baik-baik, dan beberapa sekaligus.

Tidak ikut bin/test, sebab memerlukan peladennya. Dengan RabbitMQ yang menyala:
BROKER=amqp://guest:guest@127.0.0.1// .venv/bin/pytest -n 0 tests/documents/tugas/rabbitmq.py
"""

import os
import signal
import time
from pathlib import Path

import pytest

from accounts.models import Bidang
from core import keutuhan
from core.models import AuditEvent
from documents.models import Tugas
from tests.factories import make_user

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]
SEWA = 2  # detik tanpa kabar
LAMA = 90  # detik paling lama menunggu


@pytest.fixture
def lingkungan():
    """Pekerjanya memakai Celery; antrean RabbitMQ-nya dikosongkan."""
    from celery import Celery

    broker = os.environ["BROKER"]
    with Celery("uji", broker=broker).connection_for_write() as sambungan:
        sambungan.SimpleQueue("celery").clear()
    return {"CELERY_BROKER_URL": broker, "TUGAS_SEWA": str(SEWA)}


def tunggu(benar):
    selesai = time.monotonic() + LAMA
    while not benar():
        assert time.monotonic() < selesai
        time.sleep(0.1)


def semua_selesai():
    return not Tugas.objects.active().exists()


@pytest.mark.parametrize("tempat", ["prepare", "apply"])
def test_dibunuh_lalu_diteruskan(users, minta, pekerja, tmp_path, tempat):
    """Isyaratnya dikirim ulang RabbitMQ; tugasnya dipegang pekerja lain, sekali berakibat."""
    tugas = minta(users["operator"])
    pertama = pekerja(tempat)
    tunggu((tmp_path / "sampai").exists)
    pertama.kill()
    assert pertama.wait() == -signal.SIGKILL
    pekerja()
    tunggu(semua_selesai)
    tugas.refresh_from_db()
    assert (tugas.status, tugas.percobaan) == ("selesai", 2)
    assert Bidang.objects.get().nama == "Bidang s"
    assert AuditEvent.objects.filter(model="accounts.Bidang", action="tambah").count() == 1
    assert list(keutuhan.verify_chains()) == []


def test_dua_pekerja_bergiliran_antar_kantor(users, minta, merangin, pekerja):
    """Kantor yang meminta belakangan tidak menunggu semua tugas kantor lain."""
    for nomor in range(5):
        minta(users["operator"], f"s{nomor}")
    satu = minta(make_user("operator", merangin), "m")
    pekerja()
    pekerja()
    tunggu(semua_selesai)
    assert set(Tugas.objects.values_list("status", "percobaan")) == {("selesai", 1)}
    urutan = list(Tugas.objects.order_by("started_at").values_list("pk", flat=True))
    assert urutan.index(satu.pk) < 3
    assert Bidang.objects.count() == 6


def test_yang_dihentikan_menyelesaikan_tugasnya(users, minta, pekerja, tmp_path):
    """Seperti systemd menghentikannya: SIGTERM ditunggu sampai tugasnya selesai."""
    tugas = minta(users["operator"])
    proses = pekerja("sebentar")
    tunggu((tmp_path / "sampai").exists)
    proses.send_signal(signal.SIGTERM)
    assert proses.wait(LAMA) == 0
    tugas.refresh_from_db()
    assert (tugas.status, tugas.percobaan) == ("selesai", 1)
