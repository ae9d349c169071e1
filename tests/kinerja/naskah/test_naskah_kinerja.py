"""Naskah kinerja: isi dari data nyata, cetakan, lembar kerja, kelengkapan, temuan, dan alurnya."""

import datetime
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from accounts.models import Kabupaten
from core import spreadsheet
from documents.printing import isi_naskah, print_html, print_pdf, tabular
from kinerja.aturan.rencana import Angka
from kinerja.models import (
    Indikator,
    Lkjip,
    NaskahKinerja,
    PengukuranSub,
    PeriodeRenstra,
    PerjanjianKinerja,
    RencanaAksi,
    SubKegiatan,
    Target,
)
from kinerja.naskah.evaluasi.isi import PredikatE81
from kinerja.naskah.rencana_aksi.isi import IkuAksi
from tests.terbaca import TANPA, isi_tak_terbaca, tak_terbaca

pytestmark = pytest.mark.django_db


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


JENIS = NaskahKinerja.JenisKinerja.values
BERTABEL = [jenis for jenis in JENIS if NaskahKinerja(jenis=jenis).jenis_naskah.is_tabular]


@pytest.mark.parametrize("jenis", JENIS)
def test_tiap_jenis_tercetak(nyata, jenis):
    dibuat = naskah(jenis)
    html = print_html(dibuat)
    assert dibuat.jenis_naskah.judul
    assert "DRAF – belum ditandatangani" in html
    assert f"NIP. {dibuat.head().nip_berspasi}" in html


@pytest.mark.parametrize("jenis", BERTABEL)
def test_yang_bertabel_menjadi_lembar(nyata, jenis):
    dibuat = naskah(jenis)
    tabel = dibuat.jenis_naskah.lembar(isi_naskah(dibuat))
    (lembar,) = load_workbook(io.BytesIO(spreadsheet.xlsx(tabel))).worksheets
    assert lembar.print_title_rows
    assert lembar.page_setup.orientation == ("landscape" if tabel.is_lanskap else "portrait")


def test_semua_naskah_kinerja_terdaftar():
    semua = [NaskahKinerja(jenis=satu) for satu in NaskahKinerja.JenisKinerja.values]
    for satu in (*semua, Lkjip(), PerjanjianKinerja()):
        assert satu.jenis_naskah.template


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman dan XLSX pada keduanya")
@pytest.mark.parametrize("jenis", BERTABEL)
def test_pdf_memuat_tiap_sel_dan_isinya(nyata, jenis):
    """Tiap tulisan pada uraian tabel terbaca utuh pada PDF, dan tiap nilai isinya."""
    dibuat = naskah(jenis, *(("16.07", 2023) if jenis in ("iku", "ikk", "capaian") else ()))
    pdf = print_pdf(dibuat)
    assert tak_terbaca(tabular(dibuat), pdf) == []
    assert isi_tak_terbaca(isi_naskah(dibuat), pdf, *TANPA.get(jenis, ())) == []


def test_rencana_aksi_merangin(nyata):
    p = isi_naskah(naskah("rencana_aksi"))
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
    p = isi_naskah(naskah("rencana_aksi", bidang=bidang))
    assert {b.penanggung_jawab for b in p.baris if b.tingkat == "sub"} == {"PEM-SD"}
    assert int(p.jumlah) < 8790633125
    assert naskah("rencana_aksi", nomor="lain").locks == ("rencana_aksi",)


def test_evaluasi_merangin_triwulan_satu(nyata):
    p = isi_naskah(naskah("evaluasi"))
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
    awal = isi_naskah(dibuat)
    assert {(b.lalu, b.akhir) for b in awal.baris} == {(Angka(), Angka())}
    assert "Kolom 6 kosong pada 60 dari 60 baris: realisasi Renstra" in print_html(dibuat)
    PeriodeRenstra.objects.filter(tahun_awal=2024).update(is_bersumber=True)
    assert awal.rata == Angka(None, None)  # target Renstra tidak disebut sumber
    assert awal.predikat == PredikatE81(k=None, rp=None)
    SubKegiatan.objects.filter(kegiatan__kode="2.13.01.2.01", nomor=2).update(
        target_renstra=5, pagu_renstra=43200000
    )
    p = isi_naskah(naskah("e81"))
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
    p = isi_naskah(naskah("evaluasi"))
    assert p.catatan.penghambat == (f"{row.sub_kegiatan.nama}: Dana terlambat",)
    assert "Faktor penghambat" in print_html(NaskahKinerja.objects.get(nomor="UJI/evaluasi"))


def test_capaian_banyuasin(nyata):
    p = isi_naskah(naskah("capaian", "16.07", 2023))
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
    assert len(isi_naskah(naskah("ikk", "16.07", 2023)).indikator[0].indikator) == 7
    iku = isi_naskah(naskah("iku", "16.07", 2023))
    assert "Indikator Kinerja Utama" in iku.judul


def test_kelengkapan_dan_temuan(nyata):
    kosong = naskah("evaluasi", triwulan=4, nomor="", tanggal=None)
    kurang = [kalimat.partition(" (")[0] for kalimat in kosong.reading().missing]
    assert kurang == [
        "Nomor dokumen belum diisi.", "Tanggal dokumen belum diisi.",
        "Triwulan I: K belum diisi pada 38 baris", "Triwulan I: Rp belum diisi pada 8 baris",
        "Belum satu baris pun diukur pada Triwulan II.",
        "Belum satu baris pun diukur pada Triwulan III.",
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
        ("V8", True), ("V9", True), ("V10", True), ("V11", False), ("V11", False),
        ("V12", False), ("V12", True), ("V12", False),
    ]  # fmt: skip
