"""Antrean Celery: isyarat yang sama lewat broker; yang belum terpasang disebut."""

import datetime
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django_tasks import task_backends

from documents.actions.kerja import work
from documents.backends import NAMA, CeleryBackend
from documents.management.commands import worker

PARAMS = {"OPTIONS": {"broker": "memory://"}}


@pytest.fixture
def antrean():
    """Antrean bawaan diganti Celery dengan broker di ingatan."""
    antrean = CeleryBackend("default", PARAMS)
    task_backends["default"] = antrean
    yield antrean
    del task_backends["default"]
    antrean.app.close()


def test_isyarat_menjalankan_tugas(antrean, db, minta, users, monkeypatch):
    """Seketika: yang diterima pekerja Celery persis fungsi tugasnya."""
    antrean.app.conf.task_always_eager = True
    antrean.app.conf.task_eager_propagates = True
    monkeypatch.setattr("documents.actions.kerja._guard", lambda klaim: None)
    tugas = minta(users["operator"])
    work.enqueue()
    tugas.refresh_from_db()
    assert tugas.status == "selesai"


def test_lewat_broker(antrean, monkeypatch):
    """Yang sampai di broker dibaca kembali dan dijalankan menurut alamatnya."""
    diterima = []
    monkeypatch.setattr("documents.actions.kerja._guard", diterima.append)
    monkeypatch.setattr("documents.actions.kerja.claim", lambda: None)
    hasil = work.enqueue(dijaga="klaim")
    assert hasil.status == "READY"
    with antrean.app.connection_for_read() as sambungan:
        pesan = sambungan.SimpleQueue("celery").get(timeout=5)
        pesan.ack()
    args, kwargs, _ = pesan.payload
    assert pesan.headers["task"] == NAMA
    antrean.app.tasks[NAMA](*args, **kwargs)
    assert diterima == ["klaim"]


def test_tertunda_sampai_waktunya(antrean, monkeypatch):
    dikirim = []
    monkeypatch.setattr(antrean.signal, "apply_async", lambda *args, **given: dikirim.append(given))
    nanti = timezone.now() + datetime.timedelta(minutes=1)
    work.using(run_after=nanti).enqueue()
    assert dikirim[0]["eta"] == nanti
    assert antrean.signal.name == NAMA


def test_perintah_pekerja_menurut_antreannya(antrean, monkeypatch):
    dijalankan = []
    monkeypatch.setattr(antrean.app, "worker_main", dijalankan.append)
    worker.Command().handle(habis=False, verbosity=1)
    assert dijalankan[0][:2] == ["worker", "--pool=solo"]


def test_belum_terpasang_disebut(monkeypatch):
    monkeypatch.setitem(sys.modules, "celery", None)
    with pytest.raises(ImproperlyConfigured, match="Celery belum terpasang"):
        CeleryBackend("default", PARAMS)
