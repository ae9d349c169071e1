"""Naskah Perjanjian Kinerja: isi, tanda tangan kedua pihak, dan perubahannya."""

import datetime

import pytest
from django.urls import reverse

from accounts.models import Kabupaten, Pejabat, User
from documents import render
from documents.actions import advance
from documents.printing import isi_naskah, print_html
from kinerja.models import (
    Indikator,
    IndikatorTambahan,
    PerjanjianKinerja,
    Program,
    SubKegiatan,
    Target,
)
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.perjanjian.isi import IndikatorPerjanjian
from tests import factories

pytestmark = pytest.mark.django_db
SANDI = "desa-membangun-2023"


def merangin():
    return Kabupaten.objects.get(kode="15.02")


@pytest.fixture
def pk(nyata):
    kabupaten = Kabupaten.objects.get(kode="16.07")
    PerjanjianKinerja.objects.all().delete()  # draf demo
    return PerjanjianKinerja.objects.create(
        kabupaten=kabupaten, tahun=2023, nomor="UJI/PK", tanggal=datetime.date(2023, 12, 4),
        pihak_pertama=kabupaten.dinas.pejabat_set.kepala().first(),
        pihak_kedua=Pejabat.objects.get(perangkat_daerah__kabupaten=kabupaten,
        is_kepala_daerah=True),
    )  # fmt: skip


def test_perjanjian_banyuasin_2023(pk):
    p = isi_naskah(pk)
    target = [(i.nama, i.target.cetak) for s in p.sasaran for i in s.indikator]
    assert target[0] == (
        "Jumlah Desa Sangat Tertinggal dan Tertinggal Menjadi Desa Berkembang",
        243,
    )
    assert p.jumlah == 10716928854
    html = print_html(pk)
    assert "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya" in html
    assert html.index("Pihak Kedua,") < html.index("Pihak Pertama,")
    nama_lembar = [s.nama for s in pk.jenis_naskah.lembar(p)]
    assert nama_lembar == ["Target", "Anggaran"]


@pytest.fixture
def sahkan(monkeypatch):
    """Menjalankan perjanjian eselon II Banyuasin sampai kedua pihak menandatanganinya."""
    monkeypatch.setattr(render, "pdf", lambda html: b"%PDF-1.7 uji")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)

    def jalankan(pk):
        akun = {
            u: User.objects.get(username=u)
            for u in ("operator", "kepala.bidang", "kepala.dinas", "kepala.daerah")
        }
        for u in akun.values():
            u.set_password(SANDI)
            u.save()
        advance(pk, langkah="submit", by=akun["operator"])
        advance(pk, langkah="approve", by=akun["kepala.bidang"])
        satu = advance(pk, langkah="sign", by=akun["kepala.dinas"], password=SANDI)
        dua = advance(pk, langkah="sign", by=akun["kepala.daerah"], password=SANDI)
        pk.refresh_from_db()
        return satu, dua

    return jalankan


def test_perjanjian_ditandatangani_kedua_pihak_berurutan(pk, sahkan):
    satu, dua = sahkan(pk)
    assert satu.status == "disetujui"
    assert dua.status == "ditandatangani"
    assert dua.pengesahan.jabatan == "Bupati Banyuasin"


def test_perubahan_perjanjian_menyebut_alasan(pk):
    baru = PerjanjianKinerja(
        kabupaten=pk.kabupaten, tahun=2023, nomor="UJI/PKP", tanggal=pk.tanggal,
        pihak_pertama=pk.pihak_pertama, pihak_kedua=pk.pihak_kedua, menggantikan=pk,
        alasan="Perubahan APBD 2023",
    )  # fmt: skip
    baru.save()
    html = print_html(baru)
    assert "Perubahan Perjanjian Kinerja" in html
    assert "mengubah Perjanjian Kinerja nomor UJI/PK, karena: Perubahan APBD 2023" in html


def test_perubahan_menyandingkan_semula_dan_menjadi(pk, sahkan, client):
    """Perubahan tanpa beda ditolak; beda target, pagu, dan yang dihapus tercetak bersanding."""
    sahkan(pk)
    isian = {"kabupaten": pk.kabupaten, "tahun": 2023, "pihak_pertama": pk.pihak_pertama}
    isian |= {"pihak_kedua": pk.pihak_kedua, "nomor": "UJI/PKP", "tanggal": pk.tanggal}
    baru = PerjanjianKinerja.objects.create(**isian, menggantikan=pk, alasan="Perubahan APBD 2023")
    assert baru.reading().missing == ["Target dan anggarannya sama dengan perjanjian yang diubah."]
    Target.objects.filter(indikator__jenis="iku", tahun=2023, triwulan=0, bulan=0).update(nilai=250)
    Indikator.objects.filter(jenis="ikk", nomor=7).update(is_perjanjian=False)
    program = Program.objects.filter(perangkat_daerah=pk.kabupaten.dinas, tahun=2023)
    satu = program.exclude(pagu_tercetak=None).first()
    program.filter(pk=satu.pk).update(pagu_tercetak=satu.pagu_tercetak + 1_000_000)
    p = isi_naskah(baru)
    (iku,) = p.sasaran[0].indikator[:1]
    assert (iku.semula, iku.tulisan) == ("243 Nilai", "250 Nilai")
    assert p.sasaran[0].indikator[-1].target.sebutan == "tidak lagi diperjanjikan"
    assert len(p.batasan) == len(p.sasaran[0].indikator) - 1
    (uang,) = [u for u in p.anggaran if u.kode == satu.kode]
    assert (uang.semula, uang.selisih) == (satu.pagu_tercetak, 1_000_000)
    assert (p.jumlah_semula, p.selisih) == (10716928854, 1_000_000)
    assert baru.reading().missing == []
    html = print_html(baru)
    assert "Target Semula" in html
    assert "+1.000.000" in html
    target, anggaran = baru.jenis_naskah.lembar(p)
    assert target.baris[0][3] == "243 Nilai"
    assert sum(baris[-1] for baris in anggaran.baris) == 1_000_000
    assert isi_naskah(pk).is_bersanding is False
    client.force_login(User.objects.get(username="operator"))
    kedua = {"tahun": "2023", "tingkat": "II", "alasan": "Lagi", "menggantikan": pk.pk}
    kedua |= {"pihak_pertama": pk.pihak_pertama_id, "pihak_kedua": pk.pihak_kedua_id}
    tampil = client.post(reverse("kinerja:perjanjiankinerja_create"), kedua).content.decode()
    assert "sudah digantikan; pilih penggantinya." in tampil
    baru.delete()
    kedua |= {"tingkat": "III", "bidang": pk.kabupaten.dinas.bidang_set.first().pk}
    tampil = client.post(reverse("kinerja:perjanjiankinerja_create"), kedua).content.decode()
    assert "samakan orang, tingkat dan bidangnya." in tampil


@pytest.mark.parametrize(("tingkat", "sebutan"), [("III", "Kegiatan"), ("IV", "Sub Kegiatan")])
def test_perjanjian_eselon_di_bawah(nyata, tingkat, sebutan):
    kabupaten = merangin()
    bidang = kabupaten.dinas.bidang_set.get(nama="PEM-SD")
    isian = {"is_kepala": False, "mulai": datetime.date(2020, 1, 1)}
    pertama = factories.make_pejabat(kabupaten, nama="Pihak Uji", jabatan="Kepala Bidang", **isian)
    kepala = kabupaten.dinas.pejabat_set.kepala().get()
    SubKegiatan.objects.filter(penanggung_jawab=bidang).update(pejabat=pertama)
    pk = PerjanjianKinerja.objects.create(
        kabupaten=kabupaten, tahun=2024, tingkat=tingkat, bidang=bidang, nomor="x",
        tanggal=datetime.date(2024, 6, 1), pihak_pertama=pertama, pihak_kedua=kepala,
    )  # fmt: skip
    p = isi_naskah(pk)
    assert p.sebutan == sebutan
    assert p.sasaran
    assert all(s.indikator[0].target.cetak for s in p.sasaran)
    assert pk.reading().missing == []


def test_perjanjian_eselon_tiga_memuat_indikator_tambahan_program(nyata):
    """Indikator kedua satu program ikut diperjanjikan; pencarian menurut bidang tetap."""
    program = Program.objects.get(
        perangkat_daerah__kabupaten=merangin(), tahun=2024, kode="2.13.03"
    )
    IndikatorTambahan.objects.create(
        program=program, indikator="Jumlah BKAD aktif", target=3, satuan="BKAD"
    )
    bidang = merangin().dinas.bidang_set.get(nama="PEM-SD")
    pertama, kedua = (
        factories.make_pejabat(merangin(), nama=n, is_kepala=False) for n in ("Kabid", "Kadis")
    )
    pk = PerjanjianKinerja.objects.create(
        kabupaten=merangin(), tahun=2024, tingkat="III", bidang=bidang, pihak_pertama=pertama,
        pihak_kedua=kedua, nomor="PK/3", tanggal=datetime.date(2024, 1, 31),
    )  # fmt: skip
    indikator = [i for s in isi_naskah(pk).sasaran for i in s.indikator]
    target = besaran("3 BKAD")
    assert (
        IndikatorPerjanjian(nama="Jumlah BKAD aktif", satuan="", desimal=None, target=target)
        in indikator
    )


def test_pihak_yang_tidak_menjabat_menahan_pengajuan(pk):
    pk.tanggal = datetime.date(2010, 1, 1)
    assert [k for k in pk.reading().missing if "tidak menjabat" in k]
    assert pk.reading().temuan == []


def test_keadaan_target_menjadi_catatan_kaki_lampiran(banyuasin):
    """Alasan yang sama ditandai sama; targetnya sendiri tidak menahan perjanjian."""
    sasaran = factories.make_sasaran(banyuasin)
    isi = (
        {"keadaan": "belum_rilis", "sebab": "BPS Mei"},
        {"keadaan": "rentang", "rentang_bawah": 3, "rentang_atas": 5, "sebab": "kajian"},
        {"keadaan": "belum_rilis", "sebab": "BPS Mei"},
        {"nilai": 7},
    )
    for nomor, target in enumerate(isi, start=1):
        indikator = factories.make_indikator(
            banyuasin, sasaran=sasaran, jenis="iku", nomor=nomor, is_perjanjian=True, satuan="Desa"
        )
        Target.objects.create(indikator=indikator, tahun=2023, **target)
    pihak = {}
    for nama, nip in (("pihak_pertama", "1" * 18), ("pihak_kedua", "2" * 18)):
        pihak[nama] = Pejabat.objects.create(
            perangkat_daerah=banyuasin.dinas, nama=nama, nip=nip, jabatan="Kepala",
            mulai=datetime.date(2022, 1, 1),
        )  # fmt: skip
    naskah = PerjanjianKinerja.objects.create(
        kabupaten=banyuasin, tahun=2023, nomor="1", tanggal=datetime.date(2023, 1, 4), **pihak
    )
    tabel, _ = naskah.jenis_naskah.lembar(isi_naskah(naskah))
    assert [baris[-1] for baris in tabel.baris][:3] == [
        "belum rilis 1)",
        "3,00–5,00 Desa 2)",
        "belum rilis 1)",
    ]
    assert tabel.catatan == ["1) Belum rilis: BPS Mei", "2) 3–5: kajian"]
    assert tabel.gabung == [(0, 0, 3, 0), (0, 1, 3, 1)]
    assert "2) 3–5: kajian" in print_html(naskah)
    assert not [kalimat for kalimat in naskah.reading().missing if kalimat.startswith("Target")]
