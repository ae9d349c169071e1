"""LKjIP yang sudah disetujui di meja reviu, dan yang duduk di depannya."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from documents import render
from kinerja.models import Lkjip, Reviu
from kinerja.reviu.actions import open_reviu, store_isian


@pytest.fixture
def akun(kabupaten):
    return {user.username: user for user in User.objects.filter(kabupaten=kabupaten)}


@pytest.fixture(scope="module")
def dibuka(disetujui):
    """Meja atas LKjIP itu, sekali bagi semua uji satu berkas."""
    return open_reviu(naskah=disetujui, by=User.objects.get(username="inspektorat"))


@pytest.fixture
def reviu(dibuka, db):
    return Reviu.objects.get(pk=dibuka.pk)


@pytest.fixture
def lkjip(reviu):
    return Lkjip.objects.get(pk=reviu.document_id)


@pytest.fixture
def pereviu(akun):
    client = Client()
    client.force_login(akun["inspektorat"])
    return client


@pytest.fixture
def tanpa_cetak(monkeypatch):
    monkeypatch.setattr(render, "pdf", lambda html: b"%PDF-1.7 prosa")
    monkeypatch.setattr(render, "typeset", lambda *args: b"%PDF-1.7 tabel")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)


@pytest.fixture
def note(pereviu):
    """Menulis satu catatan lewat formulirnya."""

    def write(reviu, **isian):
        data = {"reviu": reviu.pk, "tempat": "tabel-setahun", "uraian": "Jelaskan."} | isian
        url = reverse("kinerja:catatanreviu_create")
        return pereviu.post(url, data | {"kiriman": str(reviu.catatan.count())})

    return write


@pytest.fixture
def fill(akun):
    """Menjawab semua butir pedoman; banyaknya yang berubah."""

    def store(reviu, hasil="ya"):
        jawaban = {butir.pk: (hasil, "") for butir in reviu.pedoman.butir.all()}
        return store_isian(reviu=reviu, jawaban=jawaban, by=akun["inspektorat"])

    return store
