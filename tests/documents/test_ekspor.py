"""Daftar sebagai PDF: tiap daftar yang dinyatakan, barisnya, saringannya, dan yang ditolak."""

import re
from dataclasses import replace

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import get_resolver, reverse

from core.audit import Refused
from core.halaman import HALAMAN
from core.views.dasar import nama_url, perm
from documents import ekspor
from documents.render import RenderFailed
from tests import factories
from tests.contoh import contoh
from tests.terbaca import padat, tulisan, tulisan_halaman
from villages.models import RekapLembaga

pytestmark = pytest.mark.django_db
DESA = "/wilayah/desa/"


@pytest.fixture
def tercetak(monkeypatch):
    """Cetakan yang diminta; Typst tidak dijalankan."""
    semua = []
    monkeypatch.setattr(ekspor, "typeset", lambda cetakan: semua.append(cetakan) or b"%PDF-1.7")
    return semua


@pytest.mark.parametrize("peran", ["operator", "admin"])
def test_tiap_daftar_ber_pdf(client_for, users, banyuasin, tercetak, peran):
    """Kolomnya kolom daftarnya; yang tidak boleh melihat daftarnya tidak mendapat PDF-nya."""
    get_resolver().url_patterns  # noqa: B018 halaman terdaftar saat jalannya dibaca
    client = client_for(peran)
    semua = [satu for satu in HALAMAN.values() if "list" in satu.only]
    assert len(semua) > 60
    for satu in semua:
        jawaban = client.get(reverse(nama_url(satu.model, "list")), {"ekspor": "pdf"})
        boleh = users[peran].has_perm(perm(satu.model, "view"))
        assert jawaban.status_code == (200 if boleh else 403), satu.model
        if boleh:
            (tabel,) = tercetak.pop().bagian[0].tabel
            assert len(tabel.kolom) == len(satu.table_class.base_columns), satu.model


def sebaris(model, kabupaten):
    """Satu baris bagi daftarnya; model yang barisnya perlu lebih dari contoh dibiarkan kosong."""
    try:
        contoh(model, kabupaten)
    except (ValidationError, IntegrityError, Refused):
        return False
    return True


def test_tulisan_tiap_daftar_tercetak(client_for, users, banyuasin, monkeypatch):
    """Semua daftar, masing-masing dengan barisnya, disusun sekali; satu daftar satu halaman."""
    cetakan = []
    cetak = ekspor.typeset
    monkeypatch.setattr(ekspor, "typeset", lambda satu: cetakan.append(satu) or b"%PDF-1.7")
    get_resolver().url_patterns  # noqa: B018 halaman terdaftar saat jalannya dibaca
    client = client_for("operator")
    berbaris = 0
    for satu in HALAMAN.values():
        if "list" in satu.only and users["operator"].has_perm(perm(satu.model, "view")):
            with transaction.atomic():
                berbaris += sebaris(satu.model, banyuasin)
            client.get(reverse(nama_url(satu.model, "list")), {"ekspor": "pdf"})
    bagian = tuple(satu.bagian[0] for satu in cetakan)
    assert berbaris > 30
    halaman = tulisan_halaman(cetak(replace(cetakan[0], bagian=bagian)))
    assert len(halaman) == len(bagian) > 50
    for satu, terbaca in zip(bagian, halaman, strict=True):
        semua = [padat(teks) for teks in tulisan(satu)]
        assert [teks for teks in semua if teks not in padat(terbaca)] == [], satu.judul


@pytest.fixture
def dua_desa(banyuasin, merangin):
    kecamatan = factories.make_kecamatan(banyuasin, nama="Betung")
    factories.make_desa(factories.make_kecamatan(merangin), nama="Milik Merangin")
    return [factories.make_desa(kecamatan, nama=nama) for nama in ("Bukit", "Taja Mulya")]


def test_pdf_berisi_baris_tersaring_dengan_saringannya(client_for, dua_desa):
    kecamatan = dua_desa[0].kecamatan
    jawaban = client_for("operator").get(DESA, {"ekspor": "pdf", "kecamatan": kecamatan.pk})
    assert jawaban["Content-Disposition"] == 'attachment; filename="desakelurahan.pdf"'
    (halaman,) = tulisan_halaman(jawaban.content)
    teks = " ".join(halaman.split())
    for kata in ("DESA/KELURAHAN", "Kecamatan: Betung", "Bukit", "Taja Mulya", dua_desa[0].kode):
        assert kata in teks
    assert re.search(r"tercatat pada \d+ \w+ \d{4} \d\d\.\d\d; bukan naskah bertanda tangan", teks)
    assert "Milik Merangin" not in teks


def test_yang_terlalu_panjang_kembali_ke_daftarnya(client_for, dua_desa, tercetak, monkeypatch):
    monkeypatch.setattr(ekspor, "TERBANYAK", 1)
    jawaban = client_for("operator").get(DESA, {"ekspor": "pdf"})
    assert (jawaban.status_code, jawaban.url, tercetak) == (302, DESA, [])
    (pesan,) = get_messages(jawaban.wsgi_request)
    assert str(pesan) == ("PDF memuat paling banyak 1 baris, daftar ini 2. Persempit saringannya.")


def test_pencetak_yang_gagal_dikatakan(client_for, dua_desa, monkeypatch):
    def gagal(cetakan):
        raise RenderFailed("waktu habis")

    monkeypatch.setattr(ekspor, "typeset", gagal)
    jawaban = client_for("operator").get(DESA, {"ekspor": "pdf"}, follow=True)
    assert "PDF tidak tersedia: waktu habis" in jawaban.content.decode()


@pytest.mark.parametrize("jenis", ["doc", "PDF", " "])
def test_bentuk_yang_tidak_dikenal_ditolak(client_for, dua_desa, jenis):
    jawaban = client_for("operator").get(DESA, {"ekspor": jenis})
    assert jawaban.status_code == 400
    kalimat = f"Bentuk ekspor “{jenis}” tidak dikenal; yang ada: xlsx, csv, pdf."
    assert kalimat in jawaban.content.decode()


def test_tahun_angka_dan_ya_tidak_sebagaimana_dibaca(client_for, banyuasin, tercetak):
    kecamatan = factories.make_kecamatan(banyuasin)
    RekapLembaga.objects.create(kecamatan=kecamatan, tahun=2023, rt=1234)
    client_for("operator").get("/wilayah/lembaga/", {"ekspor": "pdf", "tahun": "2023"})
    (cetakan,) = tercetak
    (tabel,) = cetakan.bagian[0].tabel
    kolom = {sel.teks: satu.jenis for sel, satu in zip(tabel.kepala[0], tabel.kolom, strict=True)}
    assert (kolom["Tahun"], kolom["RT"]) == ("tahun", "desimal")
    assert cetakan.bagian[0].judul == ("Rekap lembaga", "Tahun: 2023")
    assert replace(cetakan, asal="").judul == "Rekap lembaga Tahun 2023"
