"""Impor senegara: XLSX dan CSV, semua atau tidak satu pun, satu jejak tiap kabupaten."""

import csv
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from accounts.models import Kabupaten
from core import borongan, keutuhan
from core.models import AuditEvent
from core.segel import MODULUS
from idm.models import IdmDesa, TerbitanIdm
from idm.pembaca import TakTerbaca, read_besar, teks
from tests import factories
from tests.documents.test_pembaca import xlsx
from tests.idm.impor.bahan import SUB, hasil_desa, lembar_skor, rows

pytestmark = pytest.mark.django_db
KOLOM = (*SUB, "status", "skor")


@pytest.fixture
def dua(kabupaten):
    """Banyuasin dan satu kabupaten lain yang juga punya desa."""
    merangin = Kabupaten.objects.get(kode="15.02")
    kecamatan = factories.make_kecamatan(merangin, kode="15.02.01")
    return [factories.make_desa(kecamatan), factories.make_desa(kecamatan)]


def lembar():
    kepala, *isi = lembar_skor()
    return [kepala, *([kode, nama, *map(int, skor)] for kode, nama, *skor in isi)]


def write(tmp_path, isi, nama):
    berkas = tmp_path / nama
    if nama.endswith("xlsx"):
        berkas.write_bytes(xlsx(isi))
    else:
        with berkas.open("w", newline="", encoding="utf-8") as aliran:
            csv.writer(aliran, delimiter=";").writerows(isi)
    return berkas


def jalankan(berkas, *opsi, tahun=2024):
    keluar, galat = StringIO(), StringIO()
    try:
        call_command(
            "import_idm", str(berkas), "--tahun", str(tahun), *opsi, stdout=keluar, stderr=galat
        )
    except CommandError as error:
        return str(error), galat.getvalue()
    return keluar.getvalue(), galat.getvalue()


@pytest.mark.parametrize("nama", ["idm.csv", "idm.xlsx"])
def test_banyak_kabupaten_sekaligus(dua, tmp_path, nama):
    isi = lembar()
    isi += [[d.kode, d.nama, *map(int, rows()[n].skor)] for n, d in enumerate(dua)]
    harapan = hasil_desa(*KOLOM)
    IdmDesa.objects.filter(tahun=2024).delete()
    awal = AuditEvent.objects.count()
    ringkas, galat = jalankan(write(tmp_path, isi, nama))
    assert ringkas.startswith("290 baris: 290 isian disimpan, 0 sama, 0 berbeda tidak diganti")
    assert galat == ""
    jadi = hasil_desa(*KOLOM)
    assert {k: v for k, v in jadi.items() if k.startswith("16.07")} == harapan
    assert jadi[dua[0].kode] == next(iter(harapan.values()))
    assert AuditEvent.objects.count() == awal + 2
    assert {e.kabupaten for e in AuditEvent.objects.order_by("-pk")[:2]} == {"15.02", "16.07"}
    assert (
        "288 isian IDM, 0 di antaranya mengganti"
        in AuditEvent.objects.filter(kabupaten="16.07").latest("pk").note
    )
    assert list(keutuhan.verify_chains()) == []
    row = rows()[0]
    assert (row.sumber, row.dihitung_oleh, len(row.sidik)) == ("skor", "perintah import_idm", 64)
    assert "0 isian disimpan, 290 sama" in jalankan(write(tmp_path, isi, nama))[0]


def test_satu_kesalahan_membatalkan_semua(dua, tmp_path):
    isi = lembar()
    isi[5][9], isi[200][0] = 8, "1111111111"
    IdmDesa.objects.filter(tahun=2024).delete()
    pesan, galat = jalankan(write(tmp_path, isi, "idm.csv"))
    assert pesan == "2 kesalahan; tidak ada yang disimpan."
    assert {baris.split()[1] for baris in galat.splitlines()} == {"J6", "A201"}
    assert rows() == []


def test_berbeda_hanya_diganti_bila_diminta(dua, tmp_path):
    isi, lama = lembar(), rows()[3]
    isi[4][2] = 4 if isi[4][2] == 5 else 5
    berkas = write(tmp_path, isi, "idm.csv")
    ringkas, galat = jalankan(berkas)
    assert "1 berbeda tidak diganti" in ringkas
    assert lama.desa.kode in galat
    assert rows()[3].skor == lama.skor
    assert "1 berbeda diganti" in jalankan(berkas, "--ganti")[0]
    assert rows()[3].skor == f"{isi[4][2]}{lama.skor[1:]}"
    event = AuditEvent.objects.filter(kabupaten="16.07").latest("pk")
    assert list(event.changes) == [f"{lama.desa.kode} 2024 skor"]


def test_terbitan_dan_catatannya(dua, tmp_path):
    r = rows()[0]
    kepala = ["kode", "iks", "ike", "ikl", "idm"]
    isi = [kepala, [r.desa.kode, r.iks, r.ike, r.ikl, r.idm + Decimal("0.0001")],
           [dua[0].kode, "0.8", "0.7", "0.6", "0.7"]]  # fmt: skip
    ringkas, galat = jalankan(write(tmp_path, isi, "idm.csv"))
    assert "2 isian disimpan" in ringkas
    assert "dihitung dari skor" in galat
    assert TerbitanIdm.objects.count() == 2
    assert IdmDesa.objects.get(desa=dua[0]).sumber == "terbitan"
    assert TerbitanIdm.objects.get(desa=dua[0]).sumber.startswith("Impor idm.csv, sha256 ")


def test_yang_terkunci_menahan_semuanya(dua, tmp_path, monkeypatch):
    isi = lembar()
    IdmDesa.objects.filter(tahun=2024).delete()
    monkeypatch.setattr(
        IdmDesa,
        "lock_for",
        staticmethod(lambda kode, *masa: f"{kode} terkunci." * kode.startswith("16")),
    )
    assert (
        jalankan(write(tmp_path, isi, "idm.csv"))[0] == "Tidak ada yang disimpan. 16.07 terkunci."
    )
    assert rows() == []


def test_berkas_yang_tidak_terbaca(dua, tmp_path):
    assert "tidak ada" in jalankan(tmp_path / "hilang.xlsx")[0]
    for nama, data in (("x.xlsx", b"bukan lembar"), ("x.csv", b"\xff\xfe\x00a")):
        berkas = tmp_path / nama
        berkas.write_bytes(data)
        assert "Tidak ada yang disimpan" in jalankan(berkas)[0]
        with pytest.raises(TakTerbaca):
            list(read_besar(berkas))


def test_beberapa_lembar_dan_alamat_selnya(tmp_path):
    """Satu lembar tiap kabupaten; baris kosong di atas judul tetap dihitung."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Satu"
    book.active["B3"] = 1607012001
    book.create_sheet("Dua")["A1"] = "x"
    book.create_sheet("Kosong")
    berkas = tmp_path / "dua.xlsx"
    book.save(berkas)
    isi = dict(read_besar(berkas))
    assert isi["Satu"] == [["", ""], ["", ""], ["", "1607012001"]]
    assert isi["Dua"] == [["x"]]


def test_tulisan_sel():
    import datetime

    nilai = [" a ", None, 5.0, 5, 0.7781, True, datetime.date(2024, 1, 2)]
    assert [teks(n) for n in nilai] == ["a", "", "5", "5", "0.7781", "1", "2024-01-02"]


def test_yang_sudah_diverifikasi_ditolak(tmp_path, kabupaten):
    isi = lembar()
    pertama = rows()[0]
    isi[1][2] = 5 if isi[1][2] != 5 else 4
    IdmDesa.objects.filter(pk=pertama.pk).update(semula={})
    pesan, galat = jalankan(write(tmp_path, isi, "idm.csv"), "--ganti")
    assert "verifikasi" in pesan + galat
    assert rows()[0].skor == pertama.skor


@pytest.mark.parametrize("opsi", [(), ("--ganti",)])
def test_sekaligus_sama_dengan_satu_per_satu(dua, tmp_path, monkeypatch, opsi):
    """Menulis menurut kolomnya dan lewat `bulk_create` menghasilkan isi dan sidik yang sama."""
    isi = lembar()
    isi += [[d.kode, d.nama, *map(int, rows()[n].skor)] for n, d in enumerate(dua)]
    if not opsi:
        IdmDesa.objects.filter(tahun=2024).delete()
    else:
        IdmDesa.objects.filter(tahun=2024).update(idm=0)
    berkas = write(tmp_path, isi, "idm.csv")
    hasil = []
    for banyak in (1, 10**9):
        with transaction.atomic():
            monkeypatch.setattr(borongan, "BANYAK", banyak)
            beda = selisih()
            assert "290 isian disimpan" in jalankan(berkas, *opsi)[0]
            jadi = IdmDesa.objects.filter(tahun=2024).order_by("desa__kode")
            hasil.append(list(jadi.values_list("desa", "instrumen", "sidik", "sumber", *KOLOM)))
            assert selisih() == beda
            transaction.set_rollback(True)
    assert hasil[0] == hasil[1]
    assert len(hasil[0]) == 290


def selisih():
    """Sidik tabelnya di luar jejak: yang diubah uji ini sendiri lewat kueri."""
    return (keutuhan.tersimpan(IdmDesa) - keutuhan.tercatat(IdmDesa)) % MODULUS
