"""Halaman pohon kinerja dan penyalinan tahun, dengan data buatan."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from core.tampilan import tampil
from documents import render
from kinerja.models import IndikatorTambahan, Nomenklatur, PengukuranTambahan, SubKegiatan
from kinerja.naskah.evaluasi.reports import baris as baris_evaluasi
from kinerja.perencanaan.actions import copy_tahun
from kinerja.perencanaan.lembar import cetakan_pohon, pohon
from kinerja.perencanaan.reports import isi_pohon
from kinerja.tahun.angka_aksi import angka_aksi
from kinerja.tahun.pohon import milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v14_kode
from tests.factories import make_bidang, make_sub, make_user
from tests.kinerja.perencanaan.test_pohon import teks
from tests.terbaca import padat, tak_terbaca, tulisan_halaman, ukuran_halaman

pytestmark = pytest.mark.django_db


def test_tanpa_periode(banyuasin):
    make_sub(banyuasin)
    assert "2.13.04 Program uji" in teks(isi_pohon(TahunKinerja(banyuasin, 2023)).ikhtisar)


def test_halaman_pohon(client_for, banyuasin, monkeypatch):
    make_sub(banyuasin)
    halaman = client_for("operator").get(reverse("kinerja:pohon") + "?tahun=2023").content.decode()
    assert re.search(r"<details open>.*2\.13\.04 Program uji", halaman, re.S)
    assert (
        "Belum ada program tahun 2031"
        in client_for("operator").get("/kinerja/pohon/?tahun=2031").content.decode()
    )

    def gagal(*isi):
        raise render.RenderFailed("memori habis")

    monkeypatch.setattr(render, "typeset", gagal)
    assert client_for("operator").get(reverse("kinerja:pohon_pdf")).url == reverse("kinerja:pohon")


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman dan XLSX pada keduanya")
def test_pohon_pdf_memuat_gambar_dan_tiap_sel(client_for, banyuasin):
    make_sub(banyuasin, nama="#let bahaya = 1")
    cetakan = cetakan_pohon(isi_pohon(TahunKinerja(banyuasin, 2023)))
    hasil = client_for("operator").get(reverse("kinerja:pohon_pdf") + "?tahun=2023")
    assert hasil["Content-Disposition"] == 'inline; filename="pohon-kinerja-2023.pdf"'
    assert tak_terbaca(cetakan, hasil.content) == []
    assert ukuran_halaman(hasil.content) == [(297, 420)]  # yang muat berbagi halaman
    (halaman,) = tulisan_halaman(hasil.content)
    assert padat(halaman).count(padat("#let bahaya = 1")) == 2  # gambar programnya dan tabelnya


def test_pohon_pdf_tanpa_program_mengatakannya(banyuasin):
    bagian = cetakan_pohon(isi_pohon(TahunKinerja(banyuasin, 2031))).bagian
    assert [satu.gambar for satu in bagian] == [(), ()]
    assert bagian[-1].tabel[0].kosong == "Belum ada program tahun 2031."


def test_jumlah_pohon_menyebut_yang_belum_dirinci(banyuasin):
    make_sub(banyuasin)
    kini = isi_pohon(TahunKinerja(banyuasin, 2023))
    isi = replace(kini, terinci="terinci Rp 600 dari Rp 1.000")
    sel = [satu.teks for satu in list(tampil(pohon(isi)))[-1].sel]
    assert sel == ["", "Jumlah (terinci Rp 600 dari Rp 1.000)", "1.000", ""]


def test_akun_tanpa_kabupaten(client, db):
    client.force_login(make_user("operator", None))
    assert "Belum ada program" in client.get(reverse("kinerja:pohon")).content.decode()
    for cetakan in ("kinerja:pohon_pdf", "kinerja:pohon_xlsx"):
        assert client.get(reverse(cetakan)).url == reverse("kinerja:pohon")
    assert client.get(reverse("kinerja:copy_tahun")).status_code == 403


def test_halaman_salin(client_for, banyuasin):
    make_sub(banyuasin, kode="2.13.04.2.01.18")
    for kode, awal, akhir in (("2.13.04.2.01.18", 2021, 2023), ("2.13.04.2.01.0018", 2024, None)):
        Nomenklatur.objects.create(
            kode=kode,
            baku="2.13.04.2.01.0018",
            tingkat="sub",
            nama="x",
            tahun_awal=awal,
            tahun_akhir=akhir,
        )
    Nomenklatur.objects.create(
        kode="2.13.04",
        baku="2.13.04",
        tingkat="program",
        nama="x",
        tahun_awal=2021,
        tahun_akhir=2023,
    )
    client, url = client_for("operator"), reverse("kinerja:copy_tahun")
    assert client.get(url).context["form"].initial == {"dari": 2023, "ke": 2024}
    halaman = client.post(url, {"dari": 2023, "ke": 2024}, follow=True).content.decode()
    assert (
        "Tersalin 1 program, 1 kegiatan, 1 baris sub kegiatan, 0 rencana aksi; 1 kode berganti"
        in halaman
    )
    assert "penerusnya tidak diketahui: 2.13.04." in halaman
    assert "sudah berisi 1 program" in client.post(url, {"dari": 2023, "ke": 2024}).content.decode()
    assert client_for("kepala_bidang").get(url).status_code == 403


def test_pohon_xlsx(client_for, banyuasin):
    make_sub(banyuasin, nama="=bahaya()")
    halaman = client_for("operator").get(reverse("kinerja:pohon_xlsx") + "?tahun=2023")
    assert halaman["Content-Disposition"] == 'attachment; filename="pohon-kinerja-2023.xlsx"'
    sel = [
        c
        for row in load_workbook(BytesIO(halaman.content)).active.iter_rows()
        for c in row
        if c.value is not None
    ]
    isi = {str(c.value): c for c in sel}
    assert isi["2.13.04"].font.bold
    assert isi["=bahaya()"].data_type == "s"
    assert [c.value for c in sel].count(
        1000
    ) == 7  # pagu murni dan berlaku tiap tingkat, dan jumlahnya


@pytest.fixture
def tambahan(client_for, banyuasin):
    """Satu indikator tambahan pada program dan satu pada kegiatannya, diisi dari halamannya."""
    kegiatan = make_sub(banyuasin).kegiatan
    client, url = client_for("operator"), reverse("kinerja:indikatortambahan_create")
    isi = {
        "program": kegiatan.program_id,
        "nomor": 2,
        "indikator": "Persentase desa tertib",
        "target": "80",
        "satuan": "%",
    }
    assert client.post(url, isi).status_code == 302
    assert "sudah dipakai indikator lain pada program itu" in client.post(url, isi).content.decode()
    kedua = isi | {"kegiatan": kegiatan.pk, "indikator": "Jumlah desa dibina"}
    assert client.post(url, kedua).status_code == 302
    lain = isi | {"kegiatan": make_sub(banyuasin, 2022).kegiatan.pk, "nomor": 3}
    assert "pilih yang seprogram" in client.post(url, lain).content.decode()
    row = IndikatorTambahan.objects.get(kegiatan=None)
    PengukuranTambahan.objects.create(tambahan=row, triwulan=1, kinerja=20)
    return row


def test_indikator_tambahan_pada_pohon_evaluasi_dan_salinan(client_for, banyuasin, tambahan):
    pohon = TahunKinerja(banyuasin, 2023).pohon
    simpul = [s for s in pohon.baris if s.tingkat == "tambahan"]
    baris = [baris_evaluasi(s, 1, None) for s in simpul]
    assert [(b.nama, b.indikator) for b in baris] == [
        ("Program uji", "Persentase desa tertib"), ("Kegiatan uji", "Jumlah desa dibina"),
    ]  # fmt: skip
    assert (baris[0].persen.k, baris[0].target.rp) == (25, None)
    bidang = make_bidang(banyuasin)
    assert milik_bidang(pohon.baris, bidang.pk) == []
    SubKegiatan.objects.filter(kegiatan__program=tambahan.program).update(penanggung_jawab=bidang)
    kinerja = TahunKinerja(banyuasin, 2023)
    assert len(milik_bidang(kinerja.pohon.baris, bidang.pk)) == 5
    assert "aksi.2.13.04+2.persen_k" in angka_aksi(kinerja.pohon)
    assert v14_kode.check(None, kinerja, None).temuan[0].pesan == "Kode sub kegiatan belum diisi."
    assert "Persentase desa tertib: 80 %" in teks(isi_pohon(kinerja).gambar[0][1])
    client = client_for("operator")
    assert "Persentase desa tertib" in client.get(reverse("kinerja:pohon")).content.decode()
    for alamat in ("kinerja:rencanaaksi_grid", "kinerja:evaluasi_grid"):
        halaman = client.get(reverse(alamat) + "?tahun=2023").content.decode()
        assert "↳ Persentase desa tertib" in halaman
    copy_tahun(kabupaten=banyuasin, dari=2023, ke=2024, by="uji")
    assert IndikatorTambahan.objects.filter(program__tahun=2024).count() == 2
    kunci = IndikatorTambahan.objects.get(program__tahun=2024, kegiatan__isnull=False).natural_key()
    assert IndikatorTambahan.objects.get_by_natural_key(*kunci).kegiatan.tahun == 2024
    kunci = PengukuranTambahan.objects.get().natural_key()
    assert PengukuranTambahan.objects.get_by_natural_key(*kunci)
