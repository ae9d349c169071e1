"""`bin/bench`: bagian menurut nama, dan IDM senegara sama dengan cara biasa."""

import sys
import time
from io import StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Kabupaten
from documents.arsip import SENEGARA
from documents.pembaca import read
from dpmd.management import senegara, ukur
from dpmd.management.lembar_ukur import write_rekap
from dpmd.management.senegara_indeks import IndeksSenegara
from idm.impor import Acuan, rubrik
from idm.impor.indeks_read import PembacaIndeks
from idm.models import IdmDesa, IndeksDesa, Instrumen
from idm.pembaca import read_besar
from villages.models import Desa

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sekali("alat ukur; impor dan hitungannya diuji pada keduanya di tests/idm"),
]


@pytest.fixture(scope="module")
def acuan(bersama):
    """Acuan IDM, dimuat sekali bagi semua uji di sini."""
    call_command(
        "loaddata", "fixtures/acuan_idm.json", "fixtures/acuan_indeks_desa.json", verbosity=0
    )


@pytest.fixture
def kecil(acuan, db, monkeypatch):
    """Empat ratus desa; perintah dijalankan di proses ini, proses lain tidak dijalankan."""
    monkeypatch.setattr(senegara, "DESA", 400)
    monkeypatch.setattr(senegara, "CONTOH", 10)
    monkeypatch.setattr(
        senegara, "manage", lambda *a: (call_command(*a, stdout=StringIO()), (0.5, 7))[1]
    )
    monkeypatch.setattr(senegara, "process", lambda command: (1.5, 9))
    monkeypatch.setattr(senegara.shutil, "which", lambda nama: None)
    return rubrik(Instrumen.objects.get(kode="idm-2019"))


def test_senegara_dari_awal_sampai_akhir(kecil):
    keluar = StringIO()
    call_command("bench", "idm", stdout=keluar)
    isi = keluar.getvalue()
    kerja = ("impor CSV", "impor XLSX", "impor CSV 127 aspek", "impor XLSX 127 aspek")
    kerja += ("hitung ulang", "hitung ulang 127 aspek")
    pekerjaan = [f"{satu} 400 desa" for satu in kerja]
    for potong in (
        *pekerjaan,
        "matriks perpindahan Indeks Desa",
        "satu per satu",
        "7 MB",
        "× lama kita",
    ):
        assert potong in isi
    assert Desa.objects.count() == 400
    assert Kabupaten.objects.count() == 3
    assert (
        IdmDesa.objects.filter(tahun=2023).count()
        == IdmDesa.objects.filter(tahun=2024).count()
        == 400
    )
    assert not IdmDesa.objects.filter(tahun=2022).exists()
    assert IndeksDesa.objects.count() == 800


def test_rekap_indeks_terbaca_bagi_satu_kantor(kecil, tmp_path):
    """Yang dijalankan proses ukurnya, di proses ini."""
    senegara.create_wilayah()
    berkas = tmp_path / "rekap.csv"
    semua = IndeksSenegara(2026)
    write_rekap(berkas, semua.baris())
    kabupaten = Kabupaten.objects.order_by("kode").first()
    pembaca = PembacaIndeks(Acuan(kabupaten), 2026)
    for tabel in read(berkas.name, berkas.read_bytes(), SENEGARA):
        pembaca.lembar(tabel)
    pembaca.selesai()
    assert pembaca.kesalahan == []
    assert (len(pembaca.rows), pembaca.luar) == (181, 400 - 181)
    assert [row.jawaban for row in pembaca.rows] == semua.jawaban[:181]


def test_skor_acak_menurut_rubrik_dan_tetap(kecil):
    senegara.create_wilayah()
    isi = senegara.create_skor(kecil, 2024)
    assert isi == senegara.create_skor(kecil, 2024)
    assert isi != senegara.create_skor(kecil, 2023)
    assert all(kecil.pola.fullmatch(skor) for _, skor in isi)
    assert len({kode for kode, _ in isi}) == 400


def test_xlsx_terbaca_dan_rumusnya_tertulis(kecil, tmp_path):
    senegara.create_wilayah()
    isi = senegara.create_skor(kecil, 2024)[:3]
    senegara.write_xlsx(tmp_path / "a.xlsx", kecil, isi)
    ((nama, baris),) = read_besar(tmp_path / "a.xlsx")
    assert nama == "IDM"
    assert baris[0] == ["kode desa", *map(str, range(1, 51))]
    assert [(b[0], "".join(b[1:])) for b in baris[1:]] == isi
    senegara.write_xlsx(tmp_path / "b.xlsx", kecil, isi, (*senegara.RUMUS, senegara.STATUS))
    lembar = ZipFile(tmp_path / "b.xlsx").read("xl/worksheets/sheet1.xml").decode()
    assert "<f>SUM(B4:AJ4)/175</f>" in lembar
    assert lembar.count("<f>") == 15


def test_bagian_yang_tidak_ada():
    with pytest.raises(CommandError, match="Tidak ada bagian cuaca"):
        call_command("bench", "cuaca")


def test_alat_ukur():
    assert ukur.baris("a", 0.5, 0.25, 12).split() == [
        "a",
        "500",
        "ms",
        "2.0",
        "×",
        "lama",
        "kita",
        "12",
        "MB",
    ]
    menghitung = ukur.effort(lambda: sum(range(3_000_000)))
    menunggu = ukur.effort(lambda: time.sleep(0.2))
    assert menghitung > menunggu >= 0
    lama, ingatan = ukur.process([sys.executable, "-c", "x = bytearray(50_000_000)"])
    assert lama > 0
    assert 45 < ingatan < 200
    with pytest.raises(SystemExit, match="Gagal"):
        ukur.process([sys.executable, "-c", "raise SystemExit(3)"])
