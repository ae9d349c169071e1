"""Halaman pohon kinerja dan penyalinan tahun, dengan data buatan."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from documents import render
from kinerja.models import IndikatorTambahan, Nomenklatur, PengukuranTambahan, SubKegiatan
from kinerja.naskah.evaluasi.reports import baris as baris_evaluasi
from kinerja.perencanaan.actions import copy_year
from kinerja.perencanaan.reports import payload
from kinerja.tahun.angka_aksi import angka_aksi
from kinerja.tahun.pohon import milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v14_kode
from tests.factories import make_bidang, make_sub, make_user
from tests.kinerja.test_pohon import teks

pytestmark = pytest.mark.django_db


def test_tanpa_periode(banyuasin):
    make_sub(banyuasin)
    assert "2.13.04 Program uji" in teks(payload(TahunKinerja(banyuasin, 2023))["ikhtisar"])


def test_halaman_pohon(client_for, banyuasin, monkeypatch):
    make_sub(banyuasin)
    page = client_for("operator").get(reverse("kinerja:pohon") + "?tahun=2023").content.decode()
    assert re.search(r"<details open>.*2\.13\.04 Program uji", page, re.S)
    assert "Belum ada program tahun 2031" in client_for("operator").get("/kinerja/pohon/?tahun=2031").content.decode()
    monkeypatch.setattr(render, "pdf", lambda source: b"%PDF-" + str(len(source)).encode())
    assert client_for("operator").get(reverse("kinerja:pohon_pdf")).content.startswith(b"%PDF-")

    def gagal(source):
        raise render.RenderFailed("memori habis")

    monkeypatch.setattr(render, "pdf", gagal)
    assert client_for("operator").get(reverse("kinerja:pohon_pdf")).url == reverse("kinerja:pohon")


def test_akun_tanpa_kabupaten(client, db):
    client.force_login(make_user("operator", None))
    assert "Belum ada program" in client.get(reverse("kinerja:pohon")).content.decode()
    assert client.get(reverse("kinerja:salin_tahun")).status_code == 403


def test_halaman_salin(client_for, banyuasin):
    make_sub(banyuasin, kode="2.13.04.2.01.18")
    for kode, awal, akhir in (("2.13.04.2.01.18", 2021, 2023), ("2.13.04.2.01.0018", 2024, None)):
        Nomenklatur.objects.create(
            kode=kode, baku="2.13.04.2.01.0018", tingkat="sub", nama="x", tahun_awal=awal, tahun_akhir=akhir
        )
    Nomenklatur.objects.create(
        kode="2.13.04", baku="2.13.04", tingkat="program", nama="x", tahun_awal=2021, tahun_akhir=2023
    )
    client, url = client_for("operator"), reverse("kinerja:salin_tahun")
    assert client.get(url).context["form"].initial == {"dari": 2023, "ke": 2024}
    page = client.post(url, {"dari": 2023, "ke": 2024}, follow=True).content.decode()
    assert "Tersalin 1 program, 1 kegiatan, 1 baris sub kegiatan, 0 rencana aksi; 1 kode berganti" in page
    assert "penerusnya tidak diketahui: 2.13.04." in page
    assert "sudah berisi 1 program" in client.post(url, {"dari": 2023, "ke": 2024}).content.decode()
    assert client_for("kepala_bidang").get(url).status_code == 403


def test_pohon_xlsx(client_for, banyuasin):
    make_sub(banyuasin, nama="=bahaya()")
    page = client_for("operator").get(reverse("kinerja:pohon_xlsx") + "?tahun=2023")
    assert page["Content-Disposition"] == 'attachment; filename="pohon-kinerja-2023.xlsx"'
    sel = [c for row in load_workbook(BytesIO(page.content)).active.iter_rows() for c in row if c.value is not None]
    isi = {str(c.value): c for c in sel}
    assert isi["2.13.04"].font.bold
    assert isi["=bahaya()"].data_type == "s"
    assert [c.value for c in sel].count(1000) == 6  # pagu murni dan berlaku: program, kegiatan, sub kegiatan


def test_indikator_tambahan_pada_pohon_evaluasi_dan_salinan(client_for, banyuasin):
    sub = make_sub(banyuasin)
    program, kegiatan = sub.kegiatan.program, sub.kegiatan
    url = reverse("kinerja:indikatortambahan_create")
    isi = {"program": program.pk, "nomor": 2, "indikator": "Persentase desa tertib", "target": "80", "satuan": "%"}
    client = client_for("operator")
    assert client.post(url, isi).status_code == 302
    assert "sudah dipakai indikator lain pada program itu" in client.post(url, isi).content.decode()
    assert client.post(url, isi | {"kegiatan": kegiatan.pk, "indikator": "Jumlah desa dibina"}).status_code == 302
    lain = make_sub(banyuasin, 2022).kegiatan
    assert "pilih yang seprogram" in client.post(url, isi | {"kegiatan": lain.pk, "nomor": 3}).content.decode()
    tambahan = IndikatorTambahan.objects.get(kegiatan=None)
    PengukuranTambahan.objects.create(tambahan=tambahan, triwulan=1, kinerja=20)
    simpul = [s for s in TahunKinerja(banyuasin, 2023).pohon.baris if s.tingkat == "tambahan"]
    baris = [baris_evaluasi(s, 1, None) for s in simpul]
    assert [(b.nama, b.indikator) for b in baris] == [
        ("Program uji", "Persentase desa tertib"), ("Kegiatan uji", "Jumlah desa dibina"),
    ]  # fmt: skip
    assert (baris[0].persen.k, baris[0].target.rp) == (25, None)
    bidang = make_bidang(banyuasin)
    assert milik_bidang(TahunKinerja(banyuasin, 2023).pohon.baris, bidang.pk) == []
    SubKegiatan.objects.filter(pk=sub.pk).update(penanggung_jawab=bidang)
    assert len(milik_bidang(TahunKinerja(banyuasin, 2023).pohon.baris, bidang.pk)) == 5
    assert "aksi.2.13.04+2.persen_k" in angka_aksi(TahunKinerja(banyuasin, 2023).pohon)
    assert v14_kode.temuan(TahunKinerja(banyuasin, 2023).pohon)[0].pesan == "Kode sub kegiatan belum diisi."
    assert "Persentase desa tertib: 80 %" in teks(payload(TahunKinerja(banyuasin, 2023))["gambar"][0][1])
    assert "Persentase desa tertib" in client.get(reverse("kinerja:pohon")).content.decode()
    for halaman in ("kinerja:rencanaaksi_grid", "kinerja:evaluasi_grid"):
        assert "↳ Persentase desa tertib" in client.get(reverse(halaman) + "?tahun=2023").content.decode()
    copy_year(kabupaten=banyuasin, dari=2023, ke=2024, by="uji")
    assert IndikatorTambahan.objects.filter(program__tahun=2024).count() == 2
    kunci = IndikatorTambahan.objects.get(program__tahun=2024, kegiatan__isnull=False).natural_key()
    assert IndikatorTambahan.objects.get_by_natural_key(*kunci).kegiatan.tahun == 2024
    assert PengukuranTambahan.objects.get_by_natural_key(*PengukuranTambahan.objects.get().natural_key())
