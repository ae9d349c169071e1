"""Naskah kinerja: isi dari data nyata, cetakan, lembar kerja, kelengkapan, temuan, dan alurnya."""

import datetime
import io
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import Kabupaten, Pejabat, User
from core import spreadsheet
from documents import jenis, render
from documents.actions import advance
from documents.printing import payload, print_html, print_pdf, tabular
from kinerja.aturan.rencana import KOSONG, Angka
from kinerja.models import (
    Indikator,
    IndikatorTambahan,
    NaskahKinerja,
    PengukuranSub,
    PeriodeRenstra,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    SubKegiatan,
    Target,
)
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.evaluasi.isi import PredikatE81
from kinerja.naskah.perjanjian.isi import IndikatorPerjanjian
from kinerja.naskah.rencana_aksi.isi import IkuAksi
from tests import factories
from tests.terbaca import tak_terbaca

pytestmark = pytest.mark.django_db
SANDI = "desa-membangun-2023"


def merangin():
    return Kabupaten.objects.get(kode="15.02")


def naskah(jenis, kode="15.02", tahun=2024, **lain):
    isian = {"nomor": f"UJI/{jenis}", "tanggal": datetime.date(tahun, 12, 1)} | lain
    if jenis in ("evaluasi", "e81"):
        isian.setdefault("triwulan", 1)
    kunci = {"kabupaten": Kabupaten.objects.get(kode=kode), "tahun": tahun, "jenis": jenis}
    NaskahKinerja.objects.filter(
        **kunci, triwulan=isian.get("triwulan", 0), bidang=lain.get("bidang")
    ).delete()
    return NaskahKinerja.objects.create(**kunci, **isian)


@pytest.mark.parametrize("jenis", NaskahKinerja.Jenis.values)
def test_tiap_jenis_tercetak_dan_menjadi_lembar(nyata, jenis):
    dibuat = naskah(jenis)
    html = print_html(dibuat)
    assert dibuat.jenis_naskah.judul
    assert "DRAF – belum ditandatangani" in html
    assert "NIP. 19790226 199711 1 001" in html
    book = load_workbook(io.BytesIO(spreadsheet.xlsx(dibuat.jenis_naskah.lembar(payload(dibuat)))))
    assert book.worksheets[0].print_title_rows
    assert book.worksheets[0].page_setup.orientation == "landscape"


def test_semua_naskah_kinerja_terdaftar():
    label = {f"kinerja.NaskahKinerja:{j}" for j in NaskahKinerja.Jenis.values}
    assert label | {"kinerja.Lkjip", "kinerja.PerjanjianKinerja"} <= set(jenis.registered())


@pytest.mark.parametrize("jenis", NaskahKinerja.Jenis.values)
def test_pdf_memuat_tiap_sel_uraiannya(nyata, jenis):
    """Tiap tulisan pada uraian tabel terbaca utuh pada PDF, juga jumlah dan judulnya."""
    dibuat = naskah(jenis, *(("16.07", 2023) if jenis in ("iku", "ikk", "capaian") else ()))
    assert tak_terbaca(tabular(dibuat), print_pdf(dibuat)) == []


def test_rencana_aksi_merangin(nyata):
    p = payload(naskah("rencana_aksi"))
    assert p.jumlah == 8790633125
    assert [b.tingkat for b in p.baris].count("program") == 5
    satu = p.baris[0]
    assert satu.sasaran.indikator == (
        IkuAksi(nama="Jumlah desa berkembang, maju dan mandiri", target="197 Desa"),
    )
    assert [b.sasaran for b in p.baris[1:]].count(None) == len(p.baris) - 1
    gaji = next(b for b in p.baris if b.nama.startswith("Penyediaan Gaji"))
    assert (sum(b or 0 for b in gaji.bulan), gaji.anggaran, gaji.penanggung_jawab) == (
        100, 3458522325, "Sekretariat",
    )  # fmt: skip


def test_rencana_aksi_satu_bidang(nyata):
    bidang = merangin().dinas.bidang_set.get(nama="PEM-SD")
    p = payload(naskah("rencana_aksi", bidang=bidang))
    assert {b.penanggung_jawab for b in p.baris if b.tingkat == "sub"} == {"PEM-SD"}
    assert int(p.jumlah) < 8790633125
    assert naskah("rencana_aksi", nomor="lain").locks == ("rencana_aksi",)


def test_evaluasi_merangin_triwulan_satu(nyata):
    p = payload(naskah("evaluasi"))
    total = p.total
    assert (total.target.rp, total.jumlah.rp, total.persen.rp) == (
        8790633125,
        856110443,
        Decimal("9.74"),
    )
    satu = p.baris[0]
    assert (satu.nomor, satu.target.k, satu.jumlah.rp, satu.persen.rp) == (
        1, 25, 697057723, Decimal("14.88"),
    )  # fmt: skip
    assert [t.rp for t in satu.triwulan[1:]] == [None, None, None]
    rka = next(b for b in p.baris if b.nama == "Koordinasi dan Penyusunan Dokumen RKA-SKPD")
    assert (rka.jadwal, rka.persen.rp, rka.simpangan) == ((True, False, False, False), 100, 0)
    assert len(p.baris) == 60


def test_e81_merangin(nyata):
    """Masa Renstranya tidak disebut sumber: kolom 6 kosong, dan dikatakan."""
    dibuat = naskah("e81", nomor="awal", triwulan=2)
    awal = payload(dibuat)
    assert {(b.lalu, b.akhir) for b in awal.baris} == {(KOSONG, KOSONG)}
    assert "Kolom 6 kosong pada 60 dari 60 baris: realisasi Renstra" in print_html(dibuat)
    PeriodeRenstra.objects.filter(tahun_awal=2024).update(is_bersumber=True)
    assert awal.rata == Angka(None, None)  # target Renstra tidak disebut sumber
    assert awal.predikat == PredikatE81(k=None, rp=None)
    SubKegiatan.objects.filter(kegiatan__kode="2.13.01.2.01", nomor=2).update(
        target_renstra=5, pagu_renstra=43200000
    )
    p = payload(naskah("e81"))
    assert "Kolom 6 kosong: 2024 tahun pertama periode Renstra" in print_html(naskah("e81"))
    rinci = next(b for b in p.baris if b.nama == "Koordinasi dan Penyusunan Dokumen RKA-SKPD")
    assert rinci.renstra == Angka(Decimal(5), Decimal(43200000))
    assert rinci.persen_renstra == Angka(Decimal(20), Decimal(20))
    assert p.rata.k == 20
    assert p.predikat.k == "Sangat Rendah"


def test_faktor_dan_tindak_lanjut_masuk_naskah(nyata):
    row = PengukuranSub.objects.filter(triwulan=1).first()
    row.pendorong, row.penghambat, row.tindak_lanjut = (
        "Data lengkap",
        "Dana terlambat",
        "Dipercepat",
    )
    row.save()
    p = payload(naskah("evaluasi"))
    assert p.catatan.penghambat == (f"{row.sub_kegiatan.nama}: Dana terlambat",)
    assert "Faktor penghambat" in print_html(NaskahKinerja.objects.get(nomor="UJI/evaluasi"))


def test_capaian_banyuasin(nyata):
    p = payload(naskah("capaian", "16.07", 2023))
    (iku,) = [b for b in p.baris if b.nomor == 1]
    assert (iku.target.cetak, iku.realisasi.cetak, iku.capaian, iku.lalu.cetak, iku.naik) == (
        243, 200, Decimal("82.30"), 209, -9,
    )  # fmt: skip
    assert (p.anggaran.pagu, p.anggaran.realisasi, p.anggaran.persen) == (
        10716928854,
        10361934024,
        Decimal("96.69"),
    )


def test_iku_dan_ikk_banyuasin(nyata):
    assert len(payload(naskah("ikk", "16.07", 2023)).indikator[0].indikator) == 7
    iku = payload(naskah("iku", "16.07", 2023))
    assert "Indikator Kinerja Utama" in iku.judul


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
    p = payload(pk)
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
    monkeypatch.setattr(render, "pdf", lambda source: b"%PDF-1.7 uji")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)

    def jalankan(pk):
        akun = {
            u: User.objects.get(username=u)
            for u in ("operator", "kepala.bidang", "kepala.dinas", "kepala.daerah")
        }
        for u in akun.values():
            u.set_password(SANDI)
            u.save()
        advance(pk, step="submit", by=akun["operator"])
        advance(pk, step="approve", by=akun["kepala.bidang"])
        satu = advance(pk, step="sign", by=akun["kepala.dinas"], password=SANDI)
        dua = advance(pk, step="sign", by=akun["kepala.daerah"], password=SANDI)
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
    p = payload(baru)
    (iku,) = p.sasaran[0].indikator[:1]
    assert (iku.semula, iku.tulisan) == ("243 Nilai", "250 Nilai")
    assert p.sasaran[0].indikator[-1].target.sebutan == "tidak lagi diperjanjikan"
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
    assert payload(pk).is_bersanding is False
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
    p = payload(pk)
    assert p.sebutan == sebutan
    assert p.sasaran
    assert all(s.indikator[0].target.cetak for s in p.sasaran)
    assert pk.reading().missing == []


def test_kelengkapan_dan_temuan(nyata, pk):
    kosong = naskah("evaluasi", triwulan=4, nomor="", tanggal=None)
    assert kosong.reading().missing == [
        "Nomor dokumen belum diisi.", "Tanggal dokumen belum diisi.",
        "Belum satu baris pun diukur pada Triwulan IV.",
    ]  # fmt: skip
    assert any("Triwulan IV" in f.tempat for f in kosong.reading().temuan)
    RencanaAksi.objects.filter(
        sub_kegiatan__kegiatan__program__perangkat_daerah__kabupaten=merangin()
    ).delete()
    assert {f.kelas for f in naskah("rencana_aksi").reading().temuan} >= {"V1", "V5"}
    Target.objects.filter(
        indikator__sasaran__periode__perangkat_daerah__kabupaten=merangin()
    ).delete()
    Indikator.objects.filter(sasaran__periode__perangkat_daerah__kabupaten=merangin()).delete()
    assert "Belum ada IKU pada periode Renstra yang memuat 2024." in naskah("iku").reading().missing
    ikk = naskah("ikk", "16.07", 2023).reading()
    assert {f.kelas for f in ikk.temuan} == {"V8", "V10"}
    assert [(p.kelas, p.banyak > 0) for p in ikk.pemeriksaan] == [
        ("V8", True), ("V9", True), ("V10", True), ("V12", False),
    ]  # fmt: skip
    pk.tanggal = datetime.date(2010, 1, 1)
    assert [k for k in pk.reading().missing if "tidak menjabat" in k]
    assert pk.reading().temuan == []


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
    indikator = [i for s in payload(pk).sasaran for i in s.indikator]
    target = besaran("3 BKAD")
    assert (
        IndikatorPerjanjian(nama="Jumlah BKAD aktif", satuan="", desimal=None, target=target)
        in indikator
    )
