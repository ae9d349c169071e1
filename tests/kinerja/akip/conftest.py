"""Evaluasi AKIP menurut pedoman bersama, dan yang duduk di depannya."""

from itertools import count

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from documents import render
from kinerja.akip.actions import Jawaban, isian_komponen, sidik_isian, store_isian
from kinerja.models import EvaluasiAkip, PedomanAkip

TAHUN = 2024


@pytest.fixture
def akun(kabupaten):
    return {user.username: user for user in User.objects.filter(kabupaten=kabupaten)}


@pytest.fixture
def pedoman(nyata, db):
    return PedomanAkip.objects.get(kabupaten=None)


@pytest.fixture
def evaluasi(kabupaten, pedoman):
    return EvaluasiAkip.objects.create(kabupaten=kabupaten, tahun=TAHUN, pedoman=pedoman)


@pytest.fixture
def masuk(akun):
    """Peramban uji yang sudah masuk sebagai akun itu."""

    def login(username):
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client

    return login


@pytest.fixture
def tanpa_cetak(monkeypatch):
    cetakan = count()
    monkeypatch.setattr(render, "typeset", lambda *args: b"%%PDF-1.7 tabel %d" % next(cetakan))
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)


@pytest.fixture
def fill(akun, evaluasi):
    """Mengisi satu komponen: kode butir → jawabannya; kriteria lain tetap kosong."""

    def store(username, komponen, jawaban):
        by = akun[username]
        pihak = "inspektorat" if username == "inspektorat" else "dinas"
        semua = {satu.kode: satu.pk for satu in evaluasi.pedoman.butir.all()}
        return store_isian(
            evaluasi=evaluasi,
            komponen=f"{komponen}.",
            jawaban={semua[kode]: satu for kode, satu in jawaban.items()},
            sidik=sidik_isian(isian_komponen(evaluasi, pihak, f"{komponen}.")),
            by=by,
        )

    return store


@pytest.fixture
def setarakan(fill, pedoman):
    """Menyetarakan semua subkomponen satu pihak pada satu tingkat, atau pada `lain`-nya."""
    tingkat = {satu.nama: satu.pk for satu in pedoman.skala.tingkat.all()}

    def store(username, nama, **lain):
        for komponen in "1234":
            jawaban = {}
            for huruf in "abc":
                dipilih = lain.get(f"{huruf}{komponen}", nama)
                jawaban[f"{komponen}.{huruf}"] = Jawaban(
                    tingkat=tingkat[dipilih], catatan=f"Catatan {komponen}.{huruf}"
                )
            fill(username, komponen, jawaban)

    return store


@pytest.fixture
def send():
    """Mengirim satu komponen seperti halamannya; sidiknya menurut yang tersimpan kini."""

    def post(client, evaluasi, komponen, isian, sidik=None):
        url = reverse("kinerja:evaluasiakip_isi", args=[evaluasi.pk])
        return client.post(url, isian | {"sidik": sidik or "", "komponen": str(komponen)})

    return post
