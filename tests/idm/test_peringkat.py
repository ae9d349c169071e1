"""Peringkat dan laporan gambaran Banyuasin: halaman, PDF dan XLSX dari isi yang sama."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from accounts.models import Kabupaten, User
from documents import render
from idm.laporan.gambaran.lembar.cetakan import cetakan_gambaran
from idm.laporan.gambaran.lembar.tabel import tabel_gambaran
from idm.laporan.gambaran.reports import gambaran
from idm.laporan.peringkat.lembar import cetakan_peringkat, tabel_peringkat
from idm.laporan.peringkat.reports import daftar, peringkat, petak
from idm.models import IdmDesa
from tests.terbaca import isi_lembar, tak_terbaca, tulisan_halaman
from villages.models import Desa, Kecamatan, RiwayatWilayah

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(nyata):
    client = Client()
    client.force_login(User.objects.get(username="inspektorat"))
    return client


def buku(isi):
    return load_workbook(BytesIO(isi))


def test_nomor_dan_perubahan(kabupaten):
    isi = peringkat(kabupaten, 2024)
    baris = isi.baris
    idm = {r.desa_id: r.idm for r in IdmDesa.objects.filter(tahun=2024)}
    lalu = {r.desa_id: r for r in IdmDesa.objects.filter(tahun=2023)}
    assert (isi.ukuran.nama, isi.ukuran.desimal, len(baris)) == ("IDM", 4, 288)
    for b in baris:
        assert b.nomor == sum(v > b.nilai for v in idm.values()) + 1
        sekecamatan = [x.nilai for x in baris if x.desa.kecamatan_id == b.desa.kecamatan_id]
        assert b.nomor_kecamatan == sum(v > b.nilai for v in sekecamatan) + 1
        assert b.perubahan == idm[b.desa.pk] - lalu[b.desa.pk].idm
        assert b.status_lalu == lalu[b.desa.pk].status
    naik = [(b.status_lalu, b.status) for b in baris if b.status != b.status_lalu]
    assert len(naik) == 44


def test_nilai_sama_berbagi_nomor(kabupaten):
    baris = peringkat(kabupaten, 2023).baris
    assert [(b.nomor, b.desa.nama) for b in baris[10:13]] == [
        (11, "Sungsang II"),
        (11, "Suka Mulya"),
        (13, "Rambutan"),
    ]
    assert {b.perubahan for b in baris} == {None}  # 2022 hanya rekap


def test_instrumen_lain_tidak_diperbandingkan(kabupaten):
    desa = IdmDesa.objects.filter(tahun=2023).first()
    IdmDesa.objects.filter(pk=desa.pk).update(
        instrumen=desa.instrumen.__class__.objects.get(kode="idm-2016")
    )
    satu = next(b for b in peringkat(kabupaten, 2024).baris if b.desa.pk == desa.desa_id)
    assert (satu.lalu, satu.perubahan, satu.status_lalu) == (None, None, "")


def test_tahun_lalu_yang_tidak_diketahui_tanpa_kolom(kabupaten):
    semua = [daftar(kabupaten, tahun, None) for tahun in (2023, 2024)]
    tabel = [tabel_peringkat(isi.kepala, isi.peringkat) for isi in semua]
    assert [len(satu.kolom) for satu in tabel] == [7, 10]
    assert [len(satu.baris) for satu in tabel] == [288, 288]


def test_petak_memuat_semua_desa(kabupaten):
    baris = peringkat(kabupaten, 2024).baris
    isi = petak(kabupaten, 2024, baris)
    desa = [d for k in isi for d in k.desa]
    assert (len(isi), len(desa)) == (21, 288)
    assert {d.status for d in desa} == {"MANDIRI", "MAJU", "BERKEMBANG"}
    nama = list(
        Desa.objects.desa()
        .filter(kecamatan__nama="Betung")
        .order_by("kode")
        .values_list("nama", flat=True)
    )
    betung = next(k for k in isi if k.nama == "Betung")
    assert [d.nama for d in betung.desa] == nama
    assert [d.nomor for d in betung.desa] == list(range(1, len(nama) + 1))
    sisa = petak(kabupaten, 2024, baris[:-1])
    assert [d.nama for k in sisa for d in k.desa if not d.status] == [baris[-1].desa.nama]


def test_kecamatan_menurut_tahunnya(kabupaten):
    """Kecamatan dimekarkan sesudah 2024: peringkat dan petak 2024 tetap memakai yang lama."""
    betung = Kecamatan.objects.get(nama="Betung")
    desa = betung.desa_set.desa().order_by("kode").first()
    baru = Kecamatan.objects.create(kabupaten=kabupaten, kode="16.07.99", nama="Betung Ilir")
    RiwayatWilayah.objects.create(
        desa=desa,
        kode=desa.kode,
        nama="Nama Lama",
        jenis=desa.jenis,
        kecamatan=betung,
        sampai=date(2025, 6, 1),
        dasar="Perda pemekaran",
    )
    Desa.objects.filter(pk=desa.pk).update(kecamatan=baru, kode="16.07.99.2001")
    baris = peringkat(kabupaten, 2024).baris
    satu = next(b for b in baris if b.desa.pk == desa.pk)
    assert (satu.kecamatan, satu.desa.nama_saat) == ("Betung", "Nama Lama")
    assert satu.desa.pk in [b.desa.pk for b in daftar(kabupaten, 2024, betung).peringkat.baris]
    anggota = {k.nama: [d.nama for d in k.desa] for k in petak(kabupaten, 2024, baris)}
    assert anggota["Betung"][0] == "Nama Lama"
    assert "Betung Ilir" not in anggota


def test_saring_kecamatan_mempertahankan_nomor(kabupaten, client):
    betung = Kecamatan.objects.get(nama="Betung")
    isi = daftar(kabupaten, 2024, betung)
    semua = {b.desa.pk: b.nomor for b in daftar(kabupaten, 2024, None).peringkat.baris}
    assert isi.kepala.judul == "Peringkat Desa Kecamatan Betung menurut IDM"
    assert [b.nomor for b in isi.peringkat.baris] == [semua[b.desa.pk] for b in isi.peringkat.baris]
    halaman = client.get(f"/idm/peringkat/?tahun=2024&kecamatan={betung.pk}").content.decode()
    assert "9 desa" in halaman
    assert f"/idm/peringkat/pdf/?tahun=2024&amp;kecamatan={betung.pk}" in halaman.replace(
        "&tahun", "&amp;tahun"
    )
    rows = isi_lembar(
        buku(client.get(f"/idm/peringkat/xlsx/?tahun=2024&kecamatan={betung.pk}").content)[
            "Peringkat"
        ]
    )
    assert rows[0][0] == "Pemerintah Kabupaten Banyuasin"
    desa = rows[6:15]
    assert [r[4] for r in desa] == ["Betung"] * 9
    assert [str(r[5]) for r in desa] == [f"{b.nilai.normalize():f}" for b in isi.peringkat.baris]


@pytest.mark.parametrize("keliru", ["abc", "999999", "-1"])
def test_kecamatan_keliru_disebut(client, keliru):
    halaman = client.get(f"/idm/peringkat/?tahun=2024&kecamatan={keliru}")
    assert halaman.status_code == 200
    assert "semua desa ditampilkan" in halaman.content.decode()
    assert "288 desa" in halaman.content.decode()


@pytest.mark.parametrize("tahun", ["0000", "abcd", "99999", "²²²²", ""])
def test_tahun_keliru_tidak_menggagalkan(client, tahun):
    for halaman in ("", "peringkat/"):
        assert client.get(f"/idm/{halaman}", {"tahun": tahun}).status_code == 200


def test_halaman_gambaran_berpetak_dan_bertabel(client):
    halaman = client.get("/idm/?tahun=2024").content.decode()
    assert halaman.count("<svg") == 3
    assert "MD = Mandiri (11)" in halaman
    assert "Tabel desa tiap petak" in halaman
    assert halaman.count('<a href="/idm/profil/') == 2 * 288
    assert "/idm/pdf/?tahun=2024" in halaman


def test_xlsx_gambaran_sama_dengan_halaman(client, kabupaten):
    isi = gambaran(kabupaten, 2024)
    berkas = buku(client.get("/idm/xlsx/?tahun=2024").content)
    assert berkas.sheetnames == [
        "Status", "Perpindahan 2023 ke 2024", "Desa yang bergeser", "Rata-rata kecamatan",
        "Peringkat", "Peta petak", "Sebaran", "Indikator terlemah",
    ]  # fmt: skip
    status = isi_lembar(berkas["Status"])[5:]
    assert [r[:5] for r in status[:3]] == [
        ["Status", "2023", "Perubahan", "2024", "Perubahan"], ["Mandiri", 6, 3, 11, 5],
        ["Maju", 77, 28, 106, 29],
    ]  # fmt: skip
    geser = isi_lembar(berkas["Desa yang bergeser"])[6:]
    assert len(geser) == 44
    assert {r[5] for r in geser} == {"naik"}
    matriks = isi_lembar(berkas["Perpindahan 2023 ke 2024"])[6:]
    assert [matriks[1][2], matriks[2][2], matriks[3][3]] == [72, 34, 5]
    assert berkas["Perpindahan 2023 ke 2024"]["C9"].number_format == '#,##0" naik"'
    kecamatan = isi_lembar(berkas["Rata-rata kecamatan"])[6:]
    assert kecamatan[-1][:3] == [None, "Kabupaten Banyuasin", 288]
    assert str(kecamatan[-1][3]) == f"{isi.kabupaten.nilai}"
    assert [r[0] for r in kecamatan[:-1]] == list(range(1, 22))
    assert len(isi_lembar(berkas["Peta petak"])) == 288 + 6
    assert isi_lembar(berkas["Peringkat"])[288 + 5][0] == 288
    assert isi_lembar(berkas["Peringkat"])[-1][0].startswith("Nilai yang sama berbagi nomor")
    terlemah = isi_lembar(berkas["Indikator terlemah"])[6:]
    assert [r[0] for r in terlemah[:11]].index(None) == 10
    assert terlemah[-1][0].startswith("Banyak desa pada tiap skor")


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman dan XLSX pada keduanya")
def test_pdf_gambaran_memuat_semua_bagian(client, kabupaten):
    isi = gambaran(kabupaten, 2024)
    cetakan = cetakan_gambaran(isi)
    hasil = client.get("/idm/pdf/?tahun=2024")
    assert (
        hasil.headers["Content-Disposition"]
        == 'inline; filename="gambaran-indeks-desa-membangun-2024.pdf"'
    )
    assert tak_terbaca(cetakan, hasil.content) == []
    assert [bagian.anak_judul for bagian in cetakan.bagian if bagian.anak_judul] == [
        "Status desa", "Perpindahan 2023 ke 2024", "Rata-rata kecamatan", "Sebaran",
        "Indikator terlemah", "Desa menurut kecamatan", "Peringkat semua desa",
    ]  # fmt: skip
    halaman = [" ".join(teks.split()) for teks in tulisan_halaman(hasil.content)]
    teks = " ".join(halaman)
    assert "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA" in halaman[0]
    assert "288 desa, rata-rata IDM 0,7126" in halaman[0]
    assert "34 naik" in halaman[0]
    assert "Berkembang ke Maju: 34 desa naik" in halaman[0]
    assert "MD = Mandiri (11)" in teks  # tulisan di dalam gambar
    assert sum("Status 2023" in h for h in halaman) >= 5  # kepala tabel peringkat berulang
    assert "286" in halaman[-1]


def test_gambaran_tanpa_rincian_mengatakannya(nyata, kabupaten):
    """2021 hanya rekap: status tanpa perpindahan; kabupaten tanpa data: tidak dapat dihitung."""
    rekap = cetakan_gambaran(gambaran(kabupaten, 2021)).bagian
    assert [bagian.anak_judul for bagian in rekap] == [
        "",
        "Status desa",
        "Perpindahan 2020 ke 2021",
    ]
    kosong = cetakan_gambaran(gambaran(Kabupaten.objects.get(kode="15.02"), 2024)).bagian
    assert [bagian.anak_judul for bagian in kosong] == ["", "Perpindahan 2023 ke 2024"]
    for bagian in (rekap[-1], kosong[-1]):
        assert (
            bagian.pembuka[0].teks
            == "Tidak dapat dihitung: salah satu tahun tidak diketahui per desa."
        )


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman dan XLSX pada keduanya")
def test_pdf_peringkat_memuat_tiap_selnya(client, kabupaten):
    cetakan = cetakan_peringkat(daftar(kabupaten, 2024, None))
    hasil = client.get("/idm/peringkat/pdf/?tahun=2024")
    assert tak_terbaca(cetakan, hasil.content) == []
    ((_, baris),) = cetakan.bagian[0].baris
    assert len(baris) == 288
    assert "+0,0038" in [sel.teks for sel in baris[0].sel]
    for halaman in tulisan_halaman(hasil.content):
        teks = " ".join(halaman.split())
        assert "Status 2023" in teks
        assert "bukan naskah bertanda tangan" in teks
        assert "belum ditandatangani" not in teks


def test_pdf_gagal_kembali_ke_halamannya(client, monkeypatch):
    def gagal(*isi):
        raise render.RenderFailed("uji")

    monkeypatch.setattr(render, "typeset", gagal)
    desa = Desa.objects.get(kode="16.07.05.2003")
    for halaman, kembali in (
        ("/idm/pdf/", "/idm/"), ("/idm/peringkat/pdf/", "/idm/peringkat/"),
        (f"/idm/profil/{desa.pk}/pdf/", f"/idm/profil/{desa.pk}/"),
    ):  # fmt: skip
        hasil = client.get(halaman, follow=True)
        assert hasil.redirect_chain[-1][0] == kembali
        assert "PDF tidak tersedia: uji" in hasil.content.decode()


def test_kabupaten_tanpa_data(nyata, client):
    merangin = Kabupaten.objects.get(kode="15.02")
    isi = gambaran(merangin, 2024)
    assert (isi.peringkat.baris, isi.petak) == ((), ())
    assert [s.nama for s in tabel_gambaran(isi).lembar()] == [
        "Status", "Rata-rata kecamatan", "Peringkat", "Peta petak", "Sebaran", "Indikator terlemah",
    ]  # fmt: skip
    client.force_login(User.objects.get(username="operator.merangin"))
    assert "belum tercatat" in client.get("/idm/peringkat/").content.decode()
    assert client.get("/idm/xlsx/").status_code == 200


def test_akun_tanpa_kabupaten(client):
    User.objects.filter(username="inspektorat").update(kabupaten=None)
    for halaman in ("", "pdf/", "xlsx/", "peringkat/", "peringkat/pdf/", "peringkat/xlsx/"):
        assert client.get(f"/idm/{halaman}").status_code in (200, 302)
