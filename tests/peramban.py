"""Peramban tiap peran pada dunia bersama: sesi teringat, penolakan dicatat di ingatan.

Hak, baris dan pintu menulis diputuskan sungguhan; isi halaman hanya disusun bila diminta.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from functools import cache
from typing import Any

import pytest
from django.contrib.messages.storage.session import SessionStorage
from django.core.cache import cache as singgahan
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from django.views.generic.base import ContextMixin

from accounts.backends import RoleBackend
from accounts.models import User
from core import audit
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
from tests.hak import AKUN, PEMILIK
from tests.halaman import JALAN
from villages.views import apbdes as halaman_apbdes
from villages.views import lembaga as halaman_lembaga
from villages.views import peta as halaman_peta

TAHUN = 2023
TIADA = 2**31 - 1  # nomor baris yang tidak ada
ASING = {huruf: f"{akun}.merangin" for huruf, akun in AKUN.items()}
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


class Diterima(BaseException):
    """Hak dan barisnya sudah diputuskan; selebihnya tidak dikerjakan, juga halaman galatnya."""


class Menulis(Diterima):
    """Sampai di pintu menulis."""


def terima(*args: Any, **kwargs: Any) -> Any:
    raise Diterima


def menulis(*args: Any, **kwargs: Any) -> Any:
    raise Menulis


@contextmanager
def tanpa_isi() -> Iterator[None]:
    """Permintaan berhenti begitu isi halamannya hendak disusun."""
    with pytest.MonkeyPatch.context() as patch, tanpa_templat():
        for tempat, nama in PENYUSUN:
            patch.setattr(tempat, nama, terima)
        for kelas in filter(None, map(kelas_of, JALAN)):
            if issubclass(kelas, ContextMixin):
                patch.setattr(kelas, "get_context_data", terima)
        yield


@contextmanager
def tanpa_menulis() -> Iterator[None]:
    """Permintaan berhenti begitu hendak menulis: semua penulisan memegang rantai kantornya."""
    with pytest.MonkeyPatch.context() as patch, tanpa_templat():
        for nama in ("locked", "hold"):
            patch.setattr(audit, nama, menulis)
        yield


@contextmanager
def tanpa_cetakan() -> Iterator[None]:
    """Cetakan, dan halaman galat, yang diuji di tempatnya sendiri, diganti jawabannya saja."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "pdf", lambda html, pantau=None: b"%PDF-1.7")
        patch.setattr(render, "typeset", lambda template, isi, berkas=None: b"%PDF-1.7")
        patch.setattr(dasar, "_error", _galat)
        yield


def _galat(request: Any, status: int, sebab: str = "") -> HttpResponse:
    return HttpResponse(sebab, status=status)


@contextmanager
def penolakan() -> Iterator[list[str]]:
    """Pelaku tiap percobaan yang ditolak, dicatat di sini sebagai ganti rantai auditnya."""
    tercatat: list[str] = []

    def record_denied(user: Any, model: Any, pk: Any, note: str) -> None:
        assert note
        tercatat.append(str(user))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit, "record_denied", record_denied)
        logging.disable(logging.CRITICAL)  # satu baris tiap penolakan, diuji test_sesi
        try:
            yield tercatat
        finally:
            logging.disable(logging.NOTSET)


@contextmanager
def sesi_teringat() -> Iterator[None]:
    """Sesi, akun dan perannya dibaca sekali, tidak lagi tiap permintaan: tidak ada yang berganti.

    Tiap permintaan mendapat salinan akunnya sendiri; pesan halamannya tidak menumpuk di sesi.
    """
    akun = {}

    def get_user(backend: Any, pk: Any) -> Any:
        if pk not in akun:
            akun[pk] = asli(backend, pk)
            assert akun[pk].peran is not None
        return copy(akun[pk])

    asli = RoleBackend.get_user
    with ExitStack() as tumpukan:
        patch = tumpukan.enter_context(pytest.MonkeyPatch.context())
        patch.setattr(RoleBackend, "get_user", get_user)
        patch.setattr(SessionStorage, "_store", lambda *args, **kwargs: [])
        mesin = "django.contrib.sessions.backends.cache"
        tumpukan.enter_context(override_settings(SESSION_ENGINE=mesin))
        yield
    singgahan.clear()


def masuk(akun: str, tahun: int = TAHUN) -> Any:
    """Peramban akun itu; tahun kerjanya sudah dipilih, tidak dicari lagi tiap permintaan."""
    user = User.objects.get(username=akun)
    client: Any = Client()
    client.force_login(user)
    client.user = user
    client.pelaku = str(user)
    session = client.session
    session["tahun"] = tahun
    session.save()
    return client


class Dunia:
    """Kedua kabupaten terisi, peramban tiap akunnya, dan baris contoh tiap model."""

    def __init__(self) -> None:
        for kode in ("16.07", "15.02"):
            fill(kode)
        self.sendiri = {huruf: masuk(akun) for huruf, akun in AKUN.items()}
        self.lain = {huruf: masuk(akun) for huruf, akun in ASING.items()}
        self.pemilik = [User.objects.get(username=akun) for akun in PEMILIK]
        self.baris: Callable[[Any], tuple[Any, Any]] = cache(self._baris)
        # sebelum uji pertama: yang dibuat di dalam satu uji dibatalkan bersamanya
        for model in filter(None, {model_of(nama) for nama in filter(needs_row, JALAN)}):
            self.baris(model)

    def _baris(self, model: Any) -> tuple[Any, Any]:
        """Satu baris milik Banyuasin dan satu milik Merangin (None untuk data acuan bersama)."""
        if model.kabupaten_path is None:
            return milik(model, self.pemilik[0]), None
        return milik(model, *self.pemilik), milik(model, *reversed(self.pemilik))

    def objects(self, nama: str) -> tuple[Any, Any]:
        """Baris halaman itu, milik sendiri dan kabupaten lain; keduanya None bila tanpa baris."""
        if not needs_row(nama):
            return None, None
        return self.baris(model_of(nama))


@contextmanager
def dunia_bersama() -> Iterator[Dunia]:
    with sesi_teringat():
        yield Dunia()


def milik(model: Any, user: User, lain: User | None = None) -> Any:
    """Baris pertama yang dilihat `user` dan tidak dilihat `lain`; dibuat bila belum ada."""
    rows = model._default_manager.visible_to(user)
    if lain is not None:
        rows = rows.exclude(pk__in=model._default_manager.visible_to(lain).values("pk"))
    return rows.first() or contoh(model, user.kabupaten)


def model_of(nama: str) -> Any:
    """Model baris halamannya; None bila halamannya tidak menyebutnya."""
    setelan = getattr(JALAN[nama].callback, "view_initkwargs", {})
    return setelan.get("model") or getattr(kelas_of(nama), "model", None)


def kelas_of(nama: str) -> Any:
    """Kelas halamannya; None bagi halaman berupa fungsi."""
    return getattr(JALAN[nama].callback, "view_class", None)


def needs_row(nama: str) -> bool:
    return "<int:pk>" in str(JALAN[nama].pattern)


def url_for(nama: str, row: Any, **lain: Any) -> str:
    """Alamat halaman itu bagi `row`: barisnya, nomornya, atau None; `lain` bagian lainnya."""
    if needs_row(nama):
        lain["pk"] = getattr(row, "pk", row)
    return reverse(nama, kwargs=lain)


def dijawab(minta: Callable[..., Any], *args: Any, **kwargs: Any) -> int:
    """Status jawabannya; 200 bila sampai pada isi atau pintu menulisnya."""
    try:
        return int(minta(*args, **kwargs).status_code)
    except Diterima:
        return 200
