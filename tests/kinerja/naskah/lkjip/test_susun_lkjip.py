"""Naskah LKjIP: naskah baku, penyusunan kembali, yang menahan pengajuan, dan peraturannya."""

import pytest
from django.urls import reverse

from core.audit import Invalid
from core.models import AuditEvent
from kinerja.aturan.teks import angka
from kinerja.models import BagianLkjip, Lkjip, NaskahBaku, Peraturan
from kinerja.naskah.lkjip.actions import create_lkjip, recompose, restore_draft
from kinerja.naskah.lkjip.reports.isi_wajib import TEMPAT_BAGIAN
from kinerja.naskah.lkjip.reports.kelengkapan import naskah_kurang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_bidang, make_indikator, make_realisasi, make_target

pytestmark = pytest.mark.django_db


def test_naskah_baku_kantor_dipakai_dengan_angka_tahunnya(banyuasin, merangin):
    NaskahBaku.objects.create(
        kabupaten=banyuasin, kode="saran", judul="Saran kami", isi=f"<p>Tahun {angka('tahun')}.</p>"
    )
    NaskahBaku.objects.create(kabupaten=merangin, kode="ikhtisar", isi="<p>Milik lain.</p>")
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    saran = lkjip.bagian.get(kode="saran")
    assert (saran.judul, saran.is_disunting) == ("Saran kami", False)
    isi = lkjip.reading().isi.naskah
    assert isi["saran"].html == "<p>Tahun 2023.</p>"
    assert "Milik lain" not in isi["ikhtisar"].html


def test_disusun_kembali_bila_belum_disunting(client_for, banyuasin):
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    suntingan = lkjip.bagian.get(kode="saran")
    suntingan.isi = "<p>Suntingan.</p>"
    suntingan.save()
    satu = make_indikator(banyuasin, jenis="iku", nama="Desa maju")
    make_target(satu, "5")
    make_realisasi(satu, "4")
    halaman = client_for("operator").get(lkjip.get_absolute_url()).text
    assert "Datanya berubah sejak disusun: Kata Pengantar, Ikhtisar Eksekutif, " in halaman
    assert recompose(lkjip=lkjip, by="uji") > 5
    assert recompose(lkjip=lkjip, by="uji") == 0
    assert "iku.1.nama" in lkjip.bagian.get(kode="kendala").isi
    suntingan.refresh_from_db()
    assert suntingan.isi == "<p>Suntingan.</p>"
    assert restore_draft(bagian=suntingan, by="uji")
    assert not restore_draft(bagian=suntingan, by="uji")
    kejadian = AuditEvent.objects.of(suntingan).latest("pk")
    assert kejadian.changes["isi"][0] == "<p>Suntingan.</p>"


def test_satu_bagian_disalin_dari_tahun_lalu(client_for, banyuasin):
    """Rujukannya kunci, jadi angkanya menurut tahun laporannya sendiri."""
    client = client_for("operator")
    bagian = create_lkjip(kabupaten=banyuasin, tahun=2024, by="uji").bagian.get(kode="saran")
    jalan = reverse("kinerja:bagianlkjip_copy", args=[bagian.pk])
    assert "tidak memuat" in client.post(jalan, follow=True).text
    lalu = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji").bagian.get(kode="saran")
    lalu.isi, lalu.judul = f"<p>Saran tahun {angka('tahun')}.</p>", "Saran kami"
    lalu.save()
    assert jalan in client.get(bagian.get_absolute_url()).text
    halaman = client.post(jalan, follow=True).text
    assert "Saran tahun 2024." in halaman
    bagian.refresh_from_db()
    assert (bagian.isi, bagian.judul) == (lalu.isi, "Saran kami")
    assert AuditEvent.objects.of(bagian).latest("pk").note == f"Disalin dari {lalu.lkjip}."


def test_siap_sampai_disunting_lagi(client_for, banyuasin):
    client = client_for("operator")
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    bagian = lkjip.bagian.get(kode="saran")
    siap = reverse("kinerja:bagianlkjip_ready", args=[bagian.pk])
    banyak = lkjip.bagian.count()
    assert f"0 dari {banyak} bagian siap" in client.get(lkjip.get_absolute_url()).text
    assert "dinyatakan siap" in client.post(siap, follow=True).text
    assert f"1 dari {banyak} bagian siap" in client.get(lkjip.get_absolute_url()).text
    bagian.refresh_from_db()
    assert AuditEvent.objects.of(bagian).latest("pk").note == "Dinyatakan siap."
    bagian.isi = "<p>Disunting.</p>"
    assert not bagian.is_siap
    assert "tidak lagi siap" in client.post(siap, follow=True).text
    bagian.refresh_from_db()
    assert bagian.sidik_siap == ""


def test_tiap_bagian_menunjuk_tempatnya_pada_buku(nyata):
    lkjip = Lkjip.objects.get(kabupaten__kode="16.07", tahun=2023)
    bab = lkjip.reading().isi.bab
    for bagian in lkjip.bagian.exclude(isi=""):
        assert TEMPAT_BAGIAN.get(bagian.kode, bagian.kode) in bab


def versi(client, halaman):
    return client.get(halaman).context["form"].initial["versi"]


def test_halaman_menyusun_kembali_dan_menandai_yang_menahan(client_for, banyuasin, monkeypatch):
    make_bidang(banyuasin)
    client = client_for("operator")
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    jalan = reverse("kinerja:lkjip_susun", args=[lkjip.pk])
    assert "sudah sesuai datanya" in client.post(jalan, follow=True).text
    bagian = lkjip.bagian.get(kode="saran")
    ubah = reverse("kinerja:bagianlkjip_update", args=[bagian.pk])
    isi = "<p>{iku.9.nama} dan {akip.nilai} <script>alert(1)</script></p>"
    isian = {"judul": "Saran", "isi": isi, "versi": versi(client, ubah)}
    detail = client.post(ubah, isian, follow=True).text
    assert "Rujukan {iku.9.nama} pada bagian “Saran” tidak dikenal." in detail
    assert "<mark>(tidak dapat dihitung)</mark>" in detail
    assert "alert(1)" not in detail
    assert "Nilai evaluasi AKIP belum dapat dihitung" in " ".join(lkjip.reading().missing)
    susun = reverse("kinerja:bagianlkjip_susun", args=[bagian.pk])
    assert "isi lamanya ada pada riwayat" in client.post(susun, follow=True).text
    monkeypatch.setattr(Lkjip, "sebab_lock", lambda self: "LKjIP ini sudah diajukan.")
    for satu in (jalan, susun):
        assert "LKjIP ini sudah diajukan." in client.post(satu, follow=True).text
    panjang = client.post(ubah, {"judul": "Saran", "isi": "a" * 5_000_000})
    assert panjang.status_code == 400


def test_tulisan_tidak_dapat_dihitung_menahan(banyuasin):
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    BagianLkjip.objects.filter(kode="saran").update(isi="<p>Capaian (tidak dapat dihitung).</p>")
    kurang = naskah_kurang(lkjip, TahunKinerja(banyuasin, 2023))
    assert "Pada bagian “Saran” tertulis “(tidak dapat dihitung)”." in kurang
    assert "Bagian “Kendala” masih kosong." in kurang


def test_peraturan_tidak_bertumpang_tindih(client_for, banyuasin):
    umum = {"tingkat": "6", "nama": "Perbup 1", "tentang": "Desa", "is_landasan": "on"}
    client = client_for("operator")
    tambah = reverse("kinerja:peraturan_create")
    masa = {"tahun_awal": "2015", "tahun_akhir": "2020"}
    assert client.post(tambah, umum | masa).status_code == 302
    for awal, akhir in (("2020", ""), ("2010", "2015"), ("2010", "")):
        jawab = client.post(tambah, umum | {"tahun_awal": awal, "tahun_akhir": akhir})
        assert "bertumpang tindih" in jawab.text
    assert client.post(tambah, umum | {"tahun_awal": "2021"}).status_code == 302
    assert "tahun_awal" in client.post(tambah, umum).context["form"].errors
    bersama = Peraturan.objects.create(tingkat=1, nama="UU 1", tentang="Desa", tahun_awal=2014)
    assert bersama.natural_key() == ("UU 1", 2014)
    milik = Peraturan.objects.get(tahun_awal=2021)
    assert Peraturan.objects.get_by_natural_key(*milik.natural_key()) == milik
    ubah = client.get(reverse("kinerja:peraturan_update", args=[bersama.pk]), follow=True)
    assert "Peraturan acuan bersama" in ubah.text


def test_naskah_baku_satu_tiap_bagian(client_for, banyuasin):
    client = client_for("operator")
    tambah = reverse("kinerja:naskahbaku_create")
    isian = {"kode": "saran", "judul": "", "isi": "Tahun {tahun}"}
    halaman = client.post(tambah, isian, follow=True).text
    assert "<p>Tahun 2023</p>" in halaman
    assert "Naskah baku bagian ini sudah ada" in client.post(tambah, isian).text
    with pytest.raises(Invalid):
        create_lkjip(kabupaten=banyuasin, tahun=1, by="uji")


def test_bagian_yang_belum_ada_disusun_sekali_tekan(client_for, banyuasin):
    """Draf yang lebih tua daripada bagiannya; yang sudah ada tidak ikut disusun."""
    lkjip = create_lkjip(kabupaten=banyuasin, tahun=2023, by="uji")
    lkjip.bagian.filter(kode__in=("sistematika", "isu_strategis")).delete()
    make_target(make_indikator(banyuasin, jenis="iku", nama="Desa maju"), "5")
    lama = lkjip.bagian.get(kode="ikhtisar").isi
    operator = client_for("operator")
    wajib = reverse("kinerja:lkjip_wajib", args=[lkjip.pk])
    assert "2 bagian belum ada pada draf ini:" in " ".join(operator.get(wajib).text.split())
    assert "Susun yang belum ada" not in client_for("kepala_dinas").get(wajib).text
    operator.post(reverse("kinerja:lkjip_susun", args=[lkjip.pk]), {"tambah": "1"})
    assert lkjip.bagian.filter(kode="sistematika").exists()
    assert lkjip.bagian.get(kode="ikhtisar").isi == lama
    assert "Susun yang belum ada" not in operator.get(wajib).text
