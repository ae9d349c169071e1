"""Formulir kerja sama Banyuasin 2022 dan 2023: angka, kisi, cetakan, dan pulang-pergi lembarnya."""

import csv
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from accounts.models import User
from core.grid import Ubahan
from core.models import AuditEvent
from documents.models import Impor
from tests.terbaca import isi_lembar
from villages.grids import KerjaSamaGrid
from villages.models import AliasNama, AnggotaKerjaSama, KerjaSama
from villages.naskah.formulir.reports import formulir
from villages.reports.kerja_sama import Hitungan, angka
from villages.reports.wilayah import belum_cocok

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).resolve().parent.parent / "golden"
FORMULIR = "/wilayah/kerja-sama/formulir/"


def golden(tahun):
    with (GOLDEN / f"banyuasin_kerja_sama_{tahun}.tsv").open() as aliran:
        return list(csv.DictReader(aliran, delimiter="\t"))


@pytest.fixture
def operator(kabupaten):
    return User.objects.get(username="operator")


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    session = client.session
    session["tahun"] = 2023
    session.save()
    return client


def test_angka_kedua_tahun(kabupaten):
    isi = angka(kabupaten, 2023)
    assert isi.kini == Hitungan(baris=114, desa=111, aktif=22, desa_aktif=22, tidak_aktif=92)
    assert isi.lalu == Hitungan(baris=45, desa=45, aktif=5, desa_aktif=5, tidak_aktif=40)
    assert (isi.selisih.baris, isi.selisih.desa) == (69, 66)
    assert (len(isi.datang), isi.pergi) == (66, ())
    assert [satu[0].nama_tercetak for satu in isi.ganda] == [
        "GELEBAK DALAM",
        "DURIAN GADIS",
        "PANGKALAN GLEBAK",
    ]
    assert {a.nama_tercetak for a in isi.lintas} == {"SUMBER REJO", "KELAPA DUA", "PENUGUAN"}
    assert [a.nama_tercetak for a in isi.belum_cocok] == ["SIDOMULYO 16"]
    assert (
        sum(k.hitungan.baris for k in isi.kelompok)
        == sum(j.hitungan.baris for j in isi.jenis)
        == 114
    )
    assert [j.hitungan.desa for j in isi.jenis] == [45, 69]


def test_tahun_tanpa_pembanding(kabupaten):
    isi = angka(kabupaten, 2022)
    assert isi.lalu is None
    assert isi.selisih is None
    assert angka(kabupaten, 2030).kini.baris == 0


@pytest.mark.parametrize("tahun", [2022, 2023])
def test_formulir_sama_dengan_naskah_baris_demi_baris(kabupaten, tahun):
    rows = [
        {
            "bagian": bagian.huruf, "no": str(k.nomor), "kecamatan": k.kecamatan, "desa": d.nama,
            "aktif": "1" if d.is_aktif else "-", "tidak_aktif": "-" if d.is_aktif else "1",
        }
        for bagian in formulir(kabupaten, tahun).bagian
        for k in bagian.kecamatan
        for d in k.desa
    ]  # fmt: skip
    assert rows == golden(tahun)


def test_halaman_angka(client):
    halaman = client.get("/wilayah/kerja-sama/angka/").content.decode()
    assert "114 baris" in halaman
    assert "<b>111</b>" in halaman
    assert "Gelebak Dalam" in halaman
    assert "16.07.21.2002" in halaman


def test_kisi_seperti_formulir(operator):
    grid = KerjaSamaGrid(operator, 2023)
    rows = {row.kode: row for row in grid.rows()}
    anggota = [r for r in rows.values() if r.gaya == ""]
    assert len(anggota) == 114
    assert grid.totals(rows.values()) == {"aktif": "22", "tidak_aktif": "92"}
    assert rows["A 16.07.12"].isi["keterangan"].startswith("Kawasan Perdesaan Agropolitan")
    assert rows["A 16.07.12 / 16.07.12.2010"].isi["aktif"] is True
    assert "belum cocok" in rows["B 16.07.07 / SIDOMULYO 16"].pesan
    assert [f.nama for f in grid.filters()] == ["kecamatan", "jenis"]
    satu = KerjaSamaGrid(
        operator, 2023, {"kecamatan": str(rows["B 16.07.06"].obj.kerja_sama.kecamatan_id)}
    )
    assert {r.gaya for r in satu.rows()} == {"kelompok", "", "belum"}
    eks = KerjaSamaGrid(operator, 2023, {"jenis": "eks_pnpm", "kecamatan": "x"})
    assert len([r for r in eks.rows() if r.gaya == ""]) == 69


def test_banyak_kueri_kisi_tetap(operator):
    banyak = set()
    KerjaSamaGrid(operator, 2023).rows()
    for params in ({}, {"jenis": "kawasan"}):
        with CaptureQueriesContext(connection) as queries:
            KerjaSamaGrid(operator, 2023, params).rows()
        banyak.add(len(queries))
    assert len(banyak) == 1
    assert max(banyak) <= 8


def test_isi_lewat_kisi(operator):
    grid = KerjaSamaGrid(operator, 2023)
    baris = next(r for r in grid.rows() if r.gaya == "belum")
    grid.write(
        [
            Ubahan(baris.kunci, "tidak_aktif", "", "1"),
            Ubahan(baris.kunci, "dokumen", "", "Perdes 1/2023"),
        ]
    )
    anggota = AnggotaKerjaSama.objects.get(
        tahun=2023, desa=baris.obj.desa, kerja_sama=baris.obj.kerja_sama
    )
    assert (anggota.is_aktif, anggota.perdes) == (False, "Perdes 1/2023")
    kelompok = next(r for r in grid.rows() if r.gaya == "kelompok")
    grid.write([Ubahan(kelompok.kunci, "keterangan", kelompok.isi["keterangan"], "Baru")])
    assert AuditEvent.objects.filter(model="villages.FormulirKerjaSama", action="ubah").exists()


def upload(client, nama, data):
    halaman = client.post(
        f"{FORMULIR}impor/?tahun=2023",
        {"berkas": SimpleUploadedFile(nama, data), "tahun_data": "2023"},
    )
    assert halaman.status_code == 302, halaman.context["form"].errors
    return Impor.objects.latest("pk")


def test_formulir_cetak_pulang_pergi_tanpa_beda(client):
    data = client.get("/wilayah/kerja-sama/formulir/cetak/").content
    book = load_workbook(BytesIO(data))
    lembar = book["Formulir 2023"]
    assert lembar.merged_cells.ranges
    isi = isi_lembar(lembar)
    assert [row[0] for row in isi if str(row[0]).startswith("A.")] == ["A. DATA KAWASAN PERDESAAN"]
    total = next(row for row in isi if row[0] == "TOTAL")
    assert str(total[3]).startswith("=SUM(")
    assert not any("0853" in str(v) for row in isi for v in row)
    impor = upload(client, "formulir.xlsx", data)
    assert (impor.ubahan, impor.kesalahan, impor.banyak_baris) == ([], [], 116)


def test_kontak_yang_diisi_tidak_menghapus_keterangan_desa(client, berketerangan):
    """Baris yang berkontak lebih panjang, sehingga sel keterangannya ikut terbaca kosong."""
    data = client.get("/wilayah/kerja-sama/formulir/cetak/").content
    book = load_workbook(BytesIO(data))
    lembar = book["Formulir 2023"]
    for row in lembar.iter_rows(min_col=8, max_col=8, min_row=8):
        for sel in row:
            if not isinstance(sel, MergedCell):
                sel.value = "0812"
    berkas = BytesIO()
    book.save(berkas)
    impor = upload(client, "formulir.xlsx", berkas.getvalue())
    assert (impor.ubahan, impor.kesalahan) == ([], [])
    sel = next(s for row in lembar.iter_rows() for s in row if s.value == berketerangan)
    for gabungan in [satu for satu in lembar.merged_cells.ranges if satu.min_col == 7]:
        lembar.unmerge_cells(str(gabungan))
    lembar.cell(sel.row, 7).value = "Ketua berganti"
    lanjut = BytesIO()
    book.save(lanjut)
    (ubahan,) = upload(client, "formulir.xlsx", lanjut.getvalue()).ubahan
    assert (ubahan["lama"], ubahan["baru"]) == ("Sudah dicocokkan", "Ketua berganti")


@pytest.fixture
def berketerangan(kabupaten):
    """Nama tercetak anggota berketerangan yang bukan baris pertama kecamatannya."""
    rows = AnggotaKerjaSama.objects.filter(tahun=2023, kerja_sama__kabupaten=kabupaten)
    anggota = rows.filter(nama_tercetak="SUKADAMAI").get()
    rows.filter(urutan__gt=1).update(keterangan="Sudah dicocokkan")
    return anggota.nama_tercetak


def test_templat_pulang_pergi_tanpa_beda(client):
    data = client.get(f"{FORMULIR}xlsx/?tahun=2023").content
    impor = upload(client, "templat.xlsx", data)
    assert (impor.ubahan, impor.kesalahan) == ([], [])


KEPALA = (
    "NO;KECAMATAN;NAMA DESA YANG BEKERJASAMA;STATUS KEAKTIFAN BKAD;;"
    "DOKUMEN TERKAIT;KETERANGAN;KONTAK PERSON"
)
CETAK = """{kepala}
;;;AKTIF;TIDAK AKTIF;;;
1;2;3;4;5;6;7;8
A. DATA KAWASAN PERDESAAN;;;;;;;
1;TANJUNG LAGO;BANYU URIP;-;1;Perbup baru;{ket};0812
;;Sukadamai;1;-;;;
;;BANYU URIP;1;-;;;
2;Banyuasin II;UNGSANG IV;1;;;;
;;SUNGSANG LIMA;1;;;;
3;Entah;A;1;;;;
{kepala}
;;;AKTIF;TIDAK AKTIF;;;
B. DATA EKS PNPM MPd;;;;;;;
1;SEMBAWA;LIMAU;1;;;;
2;TALANG KELAPA;;;;Peraturan Bersama;;
;;GASING;1;1;;;
;;KENTEN LAUT;=1;;;;
TOTAL;4 DESA;;;;;;
;;LEWAT;1;;;;
"""


def test_formulir_cetak_dibaca_dengan_semua_masalahnya(client):
    impor = upload(client, "formulir.csv", CETAK.format(kepala=KEPALA, ket="Kawasan").encode())
    ubahan = {(u["baris"], u["judul"].split(" ")[-1]): (u["lama"], u["baru"]) for u in impor.ubahan}
    assert ubahan[("BANYU URIP", "AKTIF")] in {("1", ""), ("", "1")}
    pesan = {k["sel"]: k["pesan"] for k in impor.kesalahan}
    assert "sudah ada pada C5" in pesan["C7"]
    assert "Mungkin: Sungsang I" in pesan["C9"]
    assert "Entah” tidak dikenal" in pesan["B10"]
    assert "Belum ada Eks PNPM MPd di Kecamatan Sembawa" in pesan["B14"]
    assert "tepat satu kolom" in pesan["D16"]
    assert "rumus" in pesan["D17"] or "bukan tanda" in pesan["D17"]
    assert impor.status == "ditolak"
    assert not any("LEWAT" in k["isi"] for k in impor.kesalahan)


def test_formulir_cetak_diterapkan(client, operator):
    teks = "\n".join(CETAK.format(kepala=KEPALA, ket="Kawasan").splitlines()[:6]) + "\n"
    impor = upload(client, "formulir.csv", teks.encode())
    assert impor.status == "siap", impor.kesalahan
    client.post(impor.get_absolute_url())
    banyu = AnggotaKerjaSama.objects.get(
        tahun=2023, nama_tercetak="BANYU URIP", kerja_sama__jenis="kawasan"
    )
    assert banyu.is_aktif is False
    assert banyu.kerja_sama.formulirkerjasama_set.get(tahun=2023).dokumen == "Perbup baru"


def test_nama_belum_cocok_dibenarkan_sekali(client, kabupaten, operator):
    satu = belum_cocok(kabupaten)
    assert [(b["tulisan"], b["tahun"]) for b in satu] == [("SIDOMULYO 16", [2023])]
    calon = satu[0]["calon"][0]
    assert "Sidomulyo 16" in client.get("/wilayah/alias/cocokkan/").content.decode().title()
    alamat = "/wilayah/alias/cocokkan/"
    kosong = client.post(
        alamat, {"kecamatan": satu[0]["kecamatan"].pk, "tulisan": "SIDOMULYO 16"}, follow=True
    )
    assert "Pilih dulu desa" in kosong.content.decode()
    isian = {"kecamatan": satu[0]["kecamatan"].pk, "tulisan": "SIDOMULYO 16", "desa": calon.pk}
    assert "1 baris formulir dicocokkan" in client.post(alamat, isian, follow=True).content.decode()
    assert AliasNama.objects.get(tulisan="SIDOMULYO 16").desa == calon
    assert belum_cocok(kabupaten) == []
    assert "sudah punya desa" in client.post(alamat, isian, follow=True).content.decode()


def test_salin_tahun_lalu(client):
    session = client.session
    session["tahun"] = 2024
    session.save()
    assert "<b>114</b>" in client.get("/wilayah/kerja-sama/salin/").content.decode()
    halaman = client.post("/wilayah/kerja-sama/salin/", follow=True).content.decode()
    assert "Tersalin 114 anggota" in halaman
    assert AnggotaKerjaSama.objects.for_tahun(2024).count() == 114
    assert "sudah berisi" in client.post("/wilayah/kerja-sama/salin/", follow=True).content.decode()


def test_rincian_kerja_sama_tahun_kerja(client):
    row = KerjaSama.objects.get(kecamatan__kode="16.07.06", jenis="kawasan")
    halaman = client.get(row.get_absolute_url()).content.decode()
    assert "Anggota tahun 2023: 3 baris, 3 desa berlainan" in halaman
