"""Penulis lembar kerja: angka dan tulisan tetap, jumlah sebagai rumus; ekspor daftar."""

import csv
import datetime
import io
import shutil
import subprocess
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from accounts.models import User
from core.nilai import Bersatuan
from core.sel import is_seperti_rumus, sepanjang_sel
from core.spreadsheet import teks_csv, xlsx
from core.tabel import Kepala, Kolom, Tabel
from tests import factories
from tests.terbaca import isi_lembar
from villages.models import RekapLembaga

LEMBAR = Tabel(
    "Uji: [1]",
    [Kolom("teks"), Kolom("rupiah", is_jumlah=True), Kolom("tanggal"), Kolom("desimal")],
    [[Kepala("Nama", tinggi=2), Kepala("Angka", lebar=3)],
    [Kepala("Rp"), Kepala("Tanggal"), Kepala("Nilai")]], [
        ["=HYPERLINK(1)", Decimal(30), datetime.date(2023, 12, 29), Decimal("1.5")],
        [True, Decimal(1000), None, None],
        ["@jahat", 12, "", None],
    ],
    ["Judul"], tebal=frozenset({1}), jumlah="Jumlah", tanpa_jumlah=frozenset({1}), kertas="F4",
    is_lanskap=True, kaki=["Kepala Dinas"],
)  # fmt: skip


def buka(data, **lain):
    return load_workbook(io.BytesIO(data), **lain).active


def test_isi_kepala_dan_cetak():
    lembar = buka(xlsx(LEMBAR))
    assert lembar.title == "Uji   1"
    assert {str(r) for r in lembar.merged_cells.ranges} == {"A3:A4", "B3:D3"}
    assert (lembar["A5"].value, lembar["A5"].data_type) == ("=HYPERLINK(1)", "s")
    assert (lembar["B5"].value, lembar["C5"].value.date(), lembar["A6"].value) == (
        30,
        datetime.date(2023, 12, 29),
        "Ya",
    )
    assert lembar["A6"].font.b
    assert lembar["B8"].value == "=SUM(B5:B5,B7:B7)"
    assert lembar["A10"].value == "Kepala Dinas"
    assert (lembar.print_title_rows, lembar.page_setup.orientation) == ("$3:$4", "landscape")


def test_nilai_jumlah_tersimpan_bagi_pembaca_yang_tidak_menghitung():
    assert buka(xlsx(LEMBAR), data_only=True)["B8"].value == 42


def test_gabungan_bersatuan_tetap_angka():
    isi = [[Bersatuan(205, "desa", 0), "x"], ["", "y"]]
    kepala = [[Kepala("a"), Kepala("b")]]
    kolom = [Kolom("desimal"), Kolom()]
    lembar = buka(xlsx(Tabel("K", kolom, kepala, isi, gabung=[(0, 0, 1, 0)])))
    assert (lembar["A2"].value, lembar["A2"].number_format) == (205, '#,##0" desa"')


def test_tanpa_baris_dan_beberapa_lembar():
    kosong = Tabel(
        "K",
        [Kolom(), Kolom("bulat", is_jumlah=True)],
        [[Kepala("a"), Kepala("b")]],
        [],
        jumlah="Jumlah",
    )
    book = load_workbook(io.BytesIO(xlsx([kosong, LEMBAR])))
    assert book.sheetnames == ["K", "Uji   1"]
    assert book["K"]["B2"].value is None  # tidak satu pun diketahui: kosong, bukan nol


RUMUS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"http://127.0.0.1:9/\")", "=cmd|' /C calc'!A0",
    "=WEBSERVICE(\"http://127.0.0.1:9/\")", "='file:///etc/passwd'#$A.A1", "\t=1+1", " =1+1",
    "=DDE(\"soffice\";\"/etc/passwd\";\"A1\")", "{=1+1}", "=IMPORTXML(\"x\")", "-", "+62 8",
)  # fmt: skip


@pytest.mark.skipif(shutil.which("soffice") is None, reason="perlu LibreOffice")
def test_libreoffice_menghitung_jumlah_yang_sama_dan_tidak_menjalankan_tulisan(tmp_path):
    asal = tmp_path / "asal"
    asal.mkdir()
    (asal / "uji.xlsx").write_bytes(xlsx(LEMBAR))
    muatan = [[satu] for satu in RUMUS]
    tabel = Tabel("Muatan", [Kolom("teks")], [[Kepala("Nama")]], muatan)
    (asal / "muatan.xlsx").write_bytes(xlsx(tabel))
    (asal / "csv.csv").write_text(teks_csv(["Nama"], muatan))
    profil = f"-env:UserInstallation=file://{tmp_path}/profil"
    pilihan = [profil, "--headless", "--convert-to", "csv", "--outdir", tmp_path]
    command = ["soffice", *pilihan, *sorted(asal.iterdir())]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    rows = list(csv.reader(io.StringIO((tmp_path / "uji.csv").read_text())))
    assert rows[7][:2] == ["Jumlah", "42"]
    assert [row[0] for row in rows[4:7]] == ["=HYPERLINK(1)", "Ya", "@jahat"]
    for nama in ("muatan", "csv"):
        isi = csv.reader(io.StringIO((tmp_path / f"{nama}.csv").read_text()))
        tampil = [row[0].lstrip("'").strip() for row in isi]
        assert tampil[1:] == [satu.strip() for satu in RUMUS], nama


def test_csv():
    rows = [["=1+1", Decimal("1234.50"), None, True, datetime.date(2023, 1, 2), "-", 7]]
    assert teks_csv(["a;b", "c"], rows) == '\ufeff"a;b";c\r\n\'=1+1;1234,50;;Ya;2023-01-02;-;7\r\n'


@pytest.mark.parametrize(
    "tulisan", ["\r=1+1", "\n=1+1", " =1+1", "\u00a0@x", "＝1+1", "－1", "\tx", "\nx", "+62"]
)
def test_csv_tidak_menjalankan_tulisan(tulisan):
    isi = teks_csv(["a"], [[tulisan]])
    assert next(csv.reader(io.StringIO(isi.split("\r\n", 1)[1], newline=""))) == [f"'{tulisan}"]


@pytest.mark.parametrize("tulisan", ["-", " ", "", "Desa = kota", " biasa"])
def test_csv_membiarkan_tulisan_biasa(tulisan):
    assert not is_seperti_rumus(tulisan)


def test_tulisan_terlalu_panjang_mengatakan_terpotong():
    panjang = "a" * 40_000
    (sel,) = [sepanjang_sel(panjang)]
    assert len(sel) == 32_767
    assert sel.endswith("… [terpotong: 40.000 aksara, satu sel hanya memuat 32.767]")
    tabel = Tabel(nama="U", kolom=[Kolom()], kepala=[[Kepala("A")]], baris=[[panjang]])
    assert load_workbook(io.BytesIO(xlsx(tabel))).active["A2"].value == sel


@pytest.mark.django_db
def test_daftar_diekspor_seluruhnya(client_for, banyuasin, merangin):
    kecamatan = factories.make_kecamatan(banyuasin)
    for _ in range(30):
        factories.make_desa(kecamatan)
    asing = factories.make_desa(factories.make_kecamatan(merangin), nama="Milik Merangin")
    client = client_for("operator")
    with CaptureQueriesContext(connection) as queries:
        jawaban = client.get("/wilayah/desa/?ekspor=csv")
    assert len(queries) <= 14
    rows = list(csv.reader(io.StringIO(jawaban.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 31
    assert asing.nama not in jawaban.content.decode()
    lembar = buka(client.get("/wilayah/desa/?ekspor=xlsx&nama=Desa 3").content)
    # kop dua baris, judul, tahun, saringan, sela, kepala, lalu dua desa
    assert lembar.max_row == 7 + 2
    assert [lembar.cell(n, 1).value for n in (1, 2)] == [
        "PEMERINTAH KABUPATEN BANYUASIN",
        "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA",
    ]


@pytest.mark.django_db
def test_tanggal_dan_saat_diekspor_bukan_tulisan_mesin(client_for, banyuasin):
    client = client_for("admin")
    User.objects.update(last_login=datetime.datetime(2026, 11, 30, 20, 5, 6, 789, datetime.UTC))
    pengguna = client.get("/akun/pengguna/?ekspor=csv").content.decode()
    assert "1 Desember 2026 03.05" in pengguna and "+00:00" not in pengguna
    factories.make_pejabat(banyuasin)
    pejabat = buka(client.get("/akun/pejabat/?ekspor=xlsx").content)
    sejak = [row[4].value for row in pejabat.iter_rows() if isinstance(row[4].value, datetime.date)]
    assert len(sejak) == 1


@pytest.mark.django_db
def test_rekap_diekspor_dengan_jumlah_sebagai_rumus(client_for, banyuasin):
    for rt in (4, 5):
        RekapLembaga.objects.create(
            kecamatan=factories.make_kecamatan(banyuasin), tahun=2023, rt=rt
        )
    lembar = buka(client_for("operator").get("/wilayah/lembaga/?ekspor=xlsx&tahun=2023").content)
    rows = isi_lembar(lembar)
    kepala, jumlah = next(r for r in rows if "RT" in r), rows[-1]
    assert jumlah[0] == "Jumlah"
    assert str(jumlah[kepala.index("RT")]).startswith("=SUM(")
