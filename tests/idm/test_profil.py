"""Profil desa Banyuasin: dimensi dihitung ulang di sini, peringkat, riwayat, dan cetakannya."""

from dataclasses import astuple
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from accounts.models import User
from idm.laporan.profil.lembar import cetakan_profil, lembar_profil
from idm.laporan.profil.reports.profil import profil
from idm.models import IdmDesa, IndikatorIdm
from tests.terbaca import isi_lembar, tak_terbaca, tulisan_halaman
from villages.models import Desa

pytestmark = pytest.mark.django_db
DIMENSI = [
    "Kesehatan", "Pendidikan", "Modal sosial", "Permukiman", "Keragaman produksi", "Perdagangan",
    "Distribusi/logistik", "Keuangan", "Lembaga ekonomi", "Keterbukaan wilayah",
    "Kualitas lingkungan", "Kebencanaan",
]  # fmt: skip


@pytest.fixture
def bukit(nyata, db):
    return Desa.objects.select_related("kecamatan__kabupaten").get(kode="16.07.05.2003")


@pytest.fixture
def client(nyata):
    client = Client()
    client.force_login(User.objects.get(username="inspektorat"))
    return client


def persen(skor, posisi):
    """Rata-rata skor pada `posisi` sebagai persen dari lima."""
    jumlah = sum(int(s[n - 1]) for s in skor for n in posisi)
    return (Decimal(jumlah) * 100 / (5 * len(posisi) * len(skor))).quantize(
        Decimal("0.01"), ROUND_HALF_UP
    )


def test_dimensi_sama_dengan_menghitung_dari_skor(bukit):
    (u,) = profil(bukit, 2024).ukuran
    rows = IdmDesa.objects.filter(tahun=2024, desa__kecamatan__kabupaten=bukit.kecamatan.kabupaten)
    semua, sekecamatan = (
        [r.skor for r in rows],
        [r.skor for r in rows.filter(desa__kecamatan=bukit.kecamatan)],
    )
    assert (len(semua), len(sekecamatan)) == (288, 9)
    assert [d.nama for d in u.dimensi] == DIMENSI
    for d in u.dimensi:
        indikator = IndikatorIdm.objects.filter(instrumen__kode="idm-2019", dimensi=d.nama)
        posisi = list(indikator.values_list("posisi", flat=True))
        assert d.desa == persen([u.row.skor], posisi)
        assert d.kecamatan == persen(sekecamatan, posisi)
        assert d.kabupaten == persen(semua, posisi)
    assert [s.desa for s in u.sub] == [Decimal("86.29"), Decimal("73.33"), Decimal("86.67")]
    assert u.gambar == u.dimensi


def test_peringkat_dan_rata(bukit):
    (u,) = profil(bukit, 2024).ukuran
    assert (u.row.nilai, u.row.status) == (Decimal("0.8210"), "MANDIRI")
    assert astuple(u.kecamatan) == (2, 9, Decimal("0.7756"))
    assert astuple(u.kabupaten) == (10, 288, Decimal("0.7126"))


def test_riwayat_menyebut_indeksnya(bukit):
    (riwayat,) = profil(bukit, 2024).riwayat
    assert riwayat.indeks.nama == "IDM"
    assert [(b.tahun, b.nilai, b.perubahan, b.status) for b in riwayat.baris] == [
        (2024, Decimal("0.8210"), Decimal("0.0318"), "MANDIRI"),
        (2023, Decimal("0.7892"), None, "MAJU"),
    ]  # fmt: skip


def test_tabel_dengan_skor_berikutnya(bukit):
    tabel = profil(bukit, 2024).tabel
    assert [t.indeks.kode for t in tabel] == ["IKS", "IKE", "IKL"]
    baris = [b for t in tabel for b in t.baris]
    assert len(baris) == 50
    for b in baris:
        lebih = [s for s in b.skor.tersedia if s > b.skor.skor]
        assert (b.berikut.skor if b.berikut else None) == (min(lebih) if lebih else None)
    bpjs = baris[4]
    assert (bpjs.skor.skor, bpjs.berikut.skor) == (2, 3)
    assert bpjs.berikut.kriteria == "Jumlah peserta BPJS/jumlah penduduk antara 0,26 s.d 0,5"


def test_tahun_terbitan_memakai_subindeks(bukit):
    isi = profil(bukit, 2023)
    (u,) = isi.ukuran
    assert u.dimensi == isi.tabel == ()
    assert [b.nama for b in u.gambar] == ["IKS Sosial", "IKE Ekonomi", "IKL Ekologi/Lingkungan"]
    assert u.gambar[0].desa == (u.row.iks * 100).quantize(Decimal("0.01"))


@pytest.mark.parametrize(
    ("diminta", "tahun", "disebut"),
    [(2030, 2024, True), (2024, 2024, False), (2023, 2023, False), (1999, 2024, False)],
)
def test_tahun_tanpa_data_diganti(bukit, client, diminta, tahun, disebut):
    """Yang di luar rentang tahun bukan tahun: halamannya menurut tahun kerja."""
    assert profil(bukit, diminta).kepala.tahun == tahun
    halaman = client.get(f"/idm/profil/{bukit.pk}/?tahun={diminta}").content.decode()
    assert (f"Tahun {diminta} belum berdata" in halaman) == disebut


def test_skor_bukan_milik_instrumennya(bukit, client):
    IdmDesa.objects.filter(desa=bukit, tahun=2024).update(skor="555")
    isi = profil(bukit, 2024)
    assert (isi.tabel, isi.ukuran[0].dimensi) == ((), ())
    assert client.get(f"/idm/profil/{bukit.pk}/?tahun=2024").status_code == 200


def test_halaman(bukit, client):
    halaman = client.get(f"/idm/profil/{bukit.pk}/?tahun=2024").content.decode()
    assert halaman.count("<svg") == 3  # batang, radar, riwayat
    assert halaman.count("<table") == 3
    for tulisan in (
        "Status menurut IDM",
        "0,8210",
        "+0,0318",
        "86,29",
        "Radar dimensi",
        "Tabel IDM 2024",
    ):
        assert tulisan in halaman
    terhubung = f"/idm/profil/{bukit.pk}/"
    assert terhubung in client.get(bukit.get_absolute_url()).content.decode()
    row = IdmDesa.objects.get(desa=bukit, tahun=2024)
    assert f"{terhubung}?tahun=2024" in client.get(row.get_absolute_url()).content.decode()


def test_kelurahan_tanpa_idm(nyata, client):
    kelurahan = Desa.objects.filter(jenis="kelurahan", kecamatan__kabupaten__kode="16.07").first()
    alamat = f"/idm/profil/{kelurahan.pk}/"
    assert "belum tercatat" in client.get(alamat).content.decode()
    assert load_workbook(BytesIO(client.get(f"{alamat}xlsx/").content)).sheetnames == ["Profil"]


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman dan XLSX pada keduanya")
def test_pdf_satu_halaman_profil_dan_dua_halaman_tabel(bukit, client):
    hasil = client.get(f"/idm/profil/{bukit.pk}/pdf/?tahun=2024")
    assert tak_terbaca(cetakan_profil(profil(bukit, 2024)), hasil.content) == []
    halaman = [" ".join(teks.split()) for teks in tulisan_halaman(hasil.content)]
    assert len(halaman) == 3
    assert "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA" in halaman[0]
    assert "10 dari 288" in halaman[0]
    assert "Kebencanaan 80,00 66,67 59,34" in halaman[0]
    assert "Riwayat IDM" in halaman[0]
    assert all("Yang diminta" in h for h in halaman[1:])
    assert "3 Jumlah peserta BPJS" in halaman[1]
    assert "86,29" in halaman[0]
    assert "Batang dimensi" not in halaman[0]  # sebutan gambar dibacakan, tidak dicetak
    assert hasil.headers["Content-Disposition"] == 'inline; filename="profil-desa-bukit-2024.pdf"'


def test_cetakan_tanpa_skor_dan_tanpa_data(nyata, bukit):
    """Subindeks menggantikan dimensi dan mengatakannya; desa tanpa data mengatakannya."""
    tanpa_skor = cetakan_profil(profil(bukit, 2023)).bagian
    assert any(
        "Skor tiap indikator tidak diketahui" in p.teks
        for bagian in tanpa_skor
        for p in bagian.pembuka
    )
    assert [bagian.anak_judul for bagian in tanpa_skor if bagian.anak_judul] == ["Riwayat IDM"]
    kelurahan = Desa.objects.filter(jenis="kelurahan", kecamatan__kabupaten__kode="16.07").first()
    (muka,) = cetakan_profil(profil(kelurahan, 2024)).bagian
    assert muka.pembuka[0].teks == "IDM atau Indeks Desa desa ini belum tercatat."


def test_xlsx(bukit, client):
    buku = load_workbook(BytesIO(client.get(f"/idm/profil/{bukit.pk}/xlsx/?tahun=2024").content))
    assert buku.sheetnames == ["IDM", "Dimensi IDM", "Riwayat IDM", "Tabel IDM"]
    dimensi = isi_lembar(buku["Dimensi IDM"], 6)
    assert dimensi[0][:2] == ["Dimensi", "Bukit (%)"]
    assert [r[0] for r in dimensi[4:16]] == DIMENSI
    letak = isi_lembar(buku["IDM"], 7)
    assert letak[0] == [0.821, "Mandiri", "2 dari 9", 0.7756, "10 dari 288", 0.7126]
    tabel = isi_lembar(buku["Tabel IDM"], 7)
    kelompok = [r[1] for r in tabel if r[0] is None]
    indikator = [r for r in tabel if r[0] is not None]
    assert kelompok == [
        "Indeks Ketahanan Sosial (IKS): 151 / 175 = 0,8629",
        "Indeks Ketahanan Ekonomi (IKE): 44 / 60 = 0,7333",
        "Indeks Ketahanan Ekologi/Lingkungan (IKL): 13 / 15 = 0,8667",
    ]
    assert len(indikator) == 50
    assert "".join(str(r[3]) for r in indikator) == IdmDesa.objects.get(desa=bukit, tahun=2024).skor
    assert indikator[4][5:] == [3, "Jumlah peserta BPJS/jumlah penduduk antara 0,26 s.d 0,5"]
    assert [s.nama for s in lembar_profil(profil(bukit, 2023))] == [
        "IDM",
        "Dimensi IDM",
        "Riwayat IDM",
    ]
