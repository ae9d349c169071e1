"""Setiap halaman × peran × milik sendiri atau kabupaten lain, menurut pernyataan `tests/hak.py`.

Halaman tanpa baris di sana gagal.
"""

from contextlib import contextmanager, nullcontext
from copy import copy

import pytest
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from django.views.generic.base import ContextMixin

from accounts.backends import RoleBackend
from accounts.models import User
from core.models import AuditEvent
from core.views import grid as halaman_kisi
from documents import render
from documents.views import formulir as halaman_formulir
from documents.views import impor as halaman_impor
from documents.views import naskah as halaman_naskah
from documents.views import temuan as halaman_temuan
from dpmd.views import belum_melapor, dasar
from idm.views import dasbor as dasbor_desa
from idm.views import laporan as halaman_laporan
from kinerja.buku import views as halaman_buku
from kinerja.dasbor import views as dasbor_capaian
from kinerja.naskah.lkjip import views as halaman_lkjip
from kinerja.perencanaan.views import pohon as halaman_pohon
from tests.contoh import contoh
from tests.crud import tanpa_templat
from tests.dunia import fill
from tests.hak import (
    AKUN,
    BERTOKEN,
    DATA,
    FAKTOR_SENDIRI,
    HANYA_POST,
    LAIN,
    LANGKAH,
    MUNGKIN,
    PEMILIK,
    UMUM,
    boleh,
)
from tests.halaman import JALAN
from villages.views import apbdes as halaman_apbdes
from villages.views import lembaga as halaman_lembaga
from villages.views import peta as halaman_peta

SEKALI = pytest.mark.sekali("hak ditentukan tabel peran; barisnya hanya dicari menurut nomornya")
# yang menyusun isi halaman, lembar dan cetakan, sesudah hak dan barisnya diputuskan
PENYUSUN = (
    (ContextMixin, "get_context_data"),
    (halaman_kisi.GridView, "get"),
    (halaman_impor.GridLembar, "get"),
    (halaman_formulir.KisiFormulir, "get"),
    (halaman_formulir.FormulirPdf, "get"),
    (halaman_buku.BukuUnduh, "get"),
    (belum_melapor.BelumMelapor, "units"),
    (dasbor_desa, "dasbor_desa"),
    (dasbor_desa, "dasbor_provinsi"),
    (dasbor_capaian, "dasbor"),
    (dasbor_capaian, "semua_temuan"),
    (dasbor_capaian, "memo"),
    (halaman_naskah, "print_html"),
    (halaman_naskah, "print_pdf"),
    (halaman_naskah, "ready_print"),
    (halaman_naskah, "isi_naskah"),
    (halaman_temuan, "keadaan_temuan"),
    (halaman_laporan, "gambaran"),
    (halaman_laporan, "daftar"),
    (halaman_lkjip, "isi_naskah"),
    (halaman_pohon, "_isi"),
    (dasar, "hari_ini"),
    (halaman_apbdes, "apbdes"),
    (halaman_lembaga, "kelembagaan_kini"),
    (halaman_lembaga, "kelengkapan"),
    (halaman_peta, "isi"),
)
TAHUN = 2023
DIUJI = sorted(
    n
    for n in set(JALAN) - UMUM - BERTOKEN - HANYA_POST - FAKTOR_SENDIRI
    if not n.endswith(("_advance", "_temuan"))
)


@pytest.fixture(scope="module")
def dunia(nyata, bersama):
    """Kedua kabupaten terisi dan peramban tiap akun."""
    with sesi_teringat():
        for kode in ("16.07", "15.02"):
            fill(kode)
        yield {huruf: masuk(akun) for huruf, akun in AKUN.items()}


@contextmanager
def sesi_teringat():
    """Sesi, akun dan perannya dibaca sekali, tidak lagi tiap permintaan: tidak ada yang berganti.

    Tiap permintaan mendapat salinan akunnya sendiri.
    """
    akun = {}

    def get_user(backend, pk):
        if pk not in akun:
            akun[pk] = asli(backend, pk)
            assert akun[pk].peran
        return copy(akun[pk])

    asli = RoleBackend.get_user
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RoleBackend, "get_user", get_user)
        with override_settings(SESSION_ENGINE="django.contrib.sessions.backends.cache"):
            yield


def masuk(akun):
    """Peramban akun itu; tahun kerjanya sudah dipilih, tidak dicari lagi tiap permintaan."""
    user = User.objects.get(username=akun)
    client = Client()
    client.force_login(user)
    client.pelaku = str(user)
    session = client.session
    session["tahun"] = TAHUN
    session.save()
    return client


def model_of(nama):
    callback = JALAN[nama].callback
    return callback.view_initkwargs.get("model") or callback.view_class.model


def objects(nama):
    """Satu baris milik Banyuasin dan satu milik Merangin (None untuk data acuan bersama)."""
    model = model_of(nama)
    pemilik = [User.objects.get(username=username) for username in PEMILIK]
    if model.kabupaten_path is None:
        return milik(model, pemilik[0]), None
    return milik(model, *pemilik), milik(model, *reversed(pemilik))


def milik(model, user, lain=None):
    """Baris pertama yang dilihat `user` dan tidak dilihat `lain`; dibuat bila belum ada."""
    rows = model._default_manager.visible_to(user)
    if lain is not None:
        rows = rows.exclude(pk__in=model._default_manager.visible_to(lain).values("pk"))
    return rows.first() or contoh(model, user.kabupaten)


def needs_row(nama):
    return "<int:pk>" in str(JALAN[nama].pattern)


def url_for(nama, row):
    return reverse(nama, args=[row.pk]) if needs_row(nama) else reverse(nama)


class Diterima(Exception):
    """Hak dan barisnya sudah diputuskan; isi halamannya tidak disusun."""


@contextmanager
def tanpa_isi():
    """Permintaan berhenti begitu isi halamannya hendak disusun."""

    def terima(*args, **kwargs):
        raise Diterima

    with pytest.MonkeyPatch.context() as patch, tanpa_templat():
        for tempat, nama in PENYUSUN:
            patch.setattr(tempat, nama, terima)
        yield


def status(client, url, is_disusun=False):
    """Jawaban halaman; isinya disusun dan digambar hanya bila diminta."""
    try:
        with nullcontext() if is_disusun else tanpa_isi():
            return client.get(url).status_code
    except Diterima:
        return 200


def test_setiap_halaman_punya_baris():
    for nama in DIUJI:
        boleh(nama)


def test_tidak_ada_baris_untuk_halaman_yang_sudah_tiada():
    tersisa = [m for m in DATA if f"{m}_list" not in JALAN and f"{m}_detail" not in JALAN]
    assert tersisa == []
    assert {n for n in LAIN if n not in JALAN} == set()


@pytest.fixture
def hanya_hak(monkeypatch):
    """Cetakan dan halaman galat, yang diuji di tempatnya sendiri, diganti jawabannya saja."""
    monkeypatch.setattr(render, "pdf", lambda html: b"%PDF-1.7")
    monkeypatch.setattr(render, "typeset", lambda template, isi, berkas=None: b"%PDF-1.7")
    monkeypatch.setattr(dasar, "_error", lambda request, status: HttpResponse(status=status))


@SEKALI
@pytest.mark.django_db
@pytest.mark.parametrize("nama", DIUJI)
def test_peran(dunia, hanya_hak, nama):
    """Yang berhak diterima, yang lain 403; milik kabupaten lain 404 atau 403. Semua tercatat."""
    own, other = objects(nama) if needs_row(nama) else (None, None)
    izin = boleh(nama)
    disusun = (izin[:1], izin[-1:])  # yang pertama dan terakhir berhak: penulis dan pembaca
    tercatat = []
    alamat = url_for(nama, own)
    for huruf, client in dunia.items():
        is_boleh = huruf in izin
        jawaban = status(client, alamat, huruf in disusun)
        diterima = (200, 302) if is_boleh else (403,)
        assert jawaban in diterima, (nama, AKUN[huruf], jawaban)
        if jawaban == 403:
            tercatat.append(client.pelaku)
        if other is not None:
            asing = status(client, url_for(nama, other))
            assert asing == (404 if is_boleh else 403), (nama, AKUN[huruf], asing)
            tercatat.append(client.pelaku)
    assert ditolak() == tercatat, nama
    tamu = Client().get(alamat)
    assert tamu.status_code == 302
    assert tamu.url.startswith("/akun/masuk/")


def ditolak():
    """Pelaku tiap percobaan yang ditolak dan tercatat, menurut urutannya."""
    semua = AuditEvent.objects.filter(action="ditolak").order_by("pk")
    return list(semua.values_list("actor", flat=True))


@SEKALI
@pytest.mark.django_db
@pytest.mark.parametrize("langkah", LANGKAH)
def test_langkah(dunia, langkah):
    """Membuka halaman langkah: yang berhak diarahkan atau melihat formulir, yang lain ditolak."""
    milik, asing = (
        reverse("kinerja:lkjip_advance", args=[row.pk, langkah])
        for row in objects("kinerja:lkjip_detail")
    )
    for huruf, client in dunia.items():
        jawaban = client.get(milik).status_code
        diterima = (200, 302) if huruf in LANGKAH[langkah] else (403,)
        assert jawaban in diterima, (langkah, huruf, jawaban)
        jawaban = client.get(asing).status_code
        is_mungkin = huruf in MUNGKIN.get(langkah, LANGKAH[langkah])
        assert jawaban == (404 if is_mungkin else 403), (langkah, huruf, jawaban)


@SEKALI
@pytest.mark.django_db
@pytest.mark.parametrize("nama", sorted(HANYA_POST))
def test_hanya_post(dunia, nama):
    kolom = [1] if needs_row(nama) else []
    assert dunia["o"].get(reverse(nama, args=kolom)).status_code == 405


@SEKALI
@pytest.mark.django_db
@pytest.mark.parametrize("nama", sorted(FAKTOR_SENDIRI))
def test_faktor_sendiri(dunia, nama):
    kolom = [1] if needs_row(nama) else []
    assert Client().get(reverse(nama, args=kolom)).url.startswith("/akun/masuk/")


@SEKALI
@pytest.mark.django_db
@pytest.mark.parametrize("nama", sorted(BERTOKEN))
def test_sesi_bukan_token(dunia, nama):
    """Yang sudah masuk pun tetap memerlukan token."""
    for client in (*dunia.values(), Client()):
        assert client.get(reverse(nama)).status_code == 401


@SEKALI
@pytest.mark.django_db
def test_langkah_asing_404(dunia):
    own, _ = objects("kinerja:lkjip_detail")
    assert (
        dunia["o"].get(reverse("kinerja:lkjip_advance", args=[own.pk, "hapus"])).status_code == 404
    )
