"""Pedoman AKIP: acuan bersama, versi kantor, dan yang belum dapat dipakai."""

import html
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.urls import reverse

from core import door
from core.audit import Refused
from kinerja.akip.actions import Jawaban
from kinerja.akip.reports.petunjuk import PETUNJUK
from kinerja.models import (
    EvaluasiAkip,
    PedomanAkip,
    SkalaKualitatif,
    SkalaPredikat,
    TingkatKualitatif,
)
from kinerja.reviu.actions import copy_pedoman

pytestmark = pytest.mark.django_db
YA = Jawaban("ya")


def test_pedoman_bersama_88_2021(pedoman):
    """30/30/15/25, tiap komponen 20/30/50, delapan puluh kriteria; urut 1.b.2 sebelum 1.b.10."""
    butir = list(pedoman.butir.all())
    assert pedoman.masalah() == []
    assert [satu.bobot for satu in butir if not satu.induk] == [30, 30, 15, 25]
    for komponen in (satu for satu in butir if not satu.induk):
        bagian = [satu.bobot / komponen.bobot for satu in butir if satu.induk == komponen.kode]
        assert bagian == [Decimal("0.2"), Decimal("0.3"), Decimal("0.5")]
    kriteria = [satu.kode for satu in butir if satu.is_kriteria]
    assert len(kriteria) == 80
    assert kriteria.index("1.b.2") < kriteria.index("1.b.10") < kriteria.index("1.c.1")
    assert {satu.petunjuk for satu in butir} - {""} <= set(PETUNJUK)


def test_pedoman_berversi_dan_bobot_yang_tidak_sejumlah(pedoman, masuk, akun):
    assert "acuan bersama" in pedoman.sebab_lock()
    baru = copy_pedoman(pedoman=pedoman, by=akun["inspektorat"])
    assert (baru.versi, baru.butir.count(), baru.sebab_lock()) == (2, 96, "")
    assert copy_pedoman(pedoman=baru, by=akun["inspektorat"]).versi == 3
    baru.butir.filter(kode="1.c").update(bobot=14)
    pereviu = masuk("inspektorat")
    create = reverse("kinerja:evaluasiakip_create")
    isian = {"tahun": "2025", "pedoman": str(baru.pk), "kiriman": "k"}
    ditolak = html.unescape(pereviu.post(create, isian).content.decode())
    assert "1 berbobot 30, subkomponennya berjumlah 29." in ditolak
    rincian = pereviu.get(baru.get_absolute_url()).content.decode()
    assert "1 berbobot 30, subkomponennya berjumlah 29." in rincian
    baru.butir.filter(kode="1.c").update(bobot=15)
    assert pereviu.post(create, isian).status_code == 302
    assert "sudah dipakai" in PedomanAkip.objects.get(pk=baru.pk).sebab_lock()
    ganda = isian | {"tahun": "2026", "nilai": "70", "kiriman": "k2"}
    assert "salah satu" in pereviu.post(create, ganda).content.decode()
    baru.skala.tingkat.filter(nama="E").update(nilai=None)
    assert "Tingkat E tanpa nilai." in baru.masalah()


def test_skala_sendiri_tetap_sejak_dipakai(pedoman, akun, kabupaten):
    """Dinas tidak mengubah nilai tingkat yang dipakai Inspektorat; yang tidak sah tidak dipakai."""
    baru = copy_pedoman(pedoman=pedoman, by=akun["inspektorat"])
    baru.skala = SkalaKualitatif.objects.create(kabupaten=kabupaten, kode="x", nama="Skala X")
    door.save(baru, by=akun["inspektorat"])
    assert baru.masalah() == ["Skala Skala X tanpa tingkat."]
    tingkat = TingkatKualitatif(skala=baru.skala, urutan=1, nama="Baik", nilai=150)
    door.save(tingkat, by=akun["operator"])
    assert baru.masalah() == ["Tingkat Baik bernilai di luar 0 sampai 100."]
    tingkat.nilai = 100
    door.save(tingkat, by=akun["operator"])
    assert baru.masalah() == []
    EvaluasiAkip.objects.create(kabupaten=kabupaten, tahun=2025, pedoman=baru)
    tingkat.nilai = 1
    with pytest.raises(Refused, match="dipakai evaluasi AKIP"):
        door.save(tingkat, by=akun["operator"])


def test_pedoman_tidak_berganti_sesudah_diisi(evaluasi, masuk, akun, fill):
    baru = copy_pedoman(pedoman=evaluasi.pedoman, by=akun["inspektorat"])
    fill("operator", 1, {"1.a.1": YA})
    pereviu = masuk("inspektorat")
    ubah = reverse("kinerja:evaluasiakip_update", args=[evaluasi.pk])
    form = pereviu.get(ubah).context["form"]
    isian = {kolom.html_name: kolom.value() or "" for kolom in form}
    ditolak = pereviu.post(ubah, isian | {"pedoman": str(baru.pk)}).content.decode()
    assert "sudah diisi menurut pedoman itu" in ditolak
    assert pereviu.post(ubah, isian | {"target": "A"}).status_code == 302


def test_kriteria_tidak_berbobot(pedoman, masuk, akun):
    baru = copy_pedoman(pedoman=pedoman, by=akun["inspektorat"])
    pereviu = masuk("inspektorat")
    create = reverse("kinerja:butirakip_create")
    isian = {"pedoman": str(baru.pk), "uraian": "x", "kiriman": "k"}
    for kode, bobot, sebab in (
        ("1.a.7", "5", "Kriteria tidak berbobot."),
        ("5", "", "Komponen dan subkomponen berbobot."),
        ("1.a.x", "", "Tulis 1 untuk komponen"),
    ):
        ditolak = pereviu.post(create, isian | {"kode": kode, "bobot": bobot}).content.decode()
        assert sebab in ditolak


def test_pemutakhiran_memuat_pedoman_dan_membiarkan_nilai_lama(kabupaten, pedoman):
    """Sama dengan acuan pemasangan baru; tanpa skala predikatnya tidak memuat apa pun."""
    migrasi = import_module("kinerja.migrations.0030_evaluasi_akip")
    acuan = Path(migrasi.ACUAN).read_text()
    assert acuan == Path("fixtures/acuan_akip.json").read_text()
    penyunting = SimpleNamespace(connection=SimpleNamespace(vendor="sqlite"))
    skala = pedoman.skala
    PedomanAkip.objects.all().delete()
    skala.tingkat.all().delete()
    skala.delete()
    migrasi.load_guideline(apps, penyunting)
    termuat = PedomanAkip.objects.get()
    assert (termuat.butir.count(), termuat.masalah()) == (96, [])
    lama = EvaluasiAkip.objects.get(kabupaten=kabupaten, tahun=2023)
    assert (lama.nilai, lama.pedoman) == (Decimal("71.50"), None)
    PedomanAkip.objects.all().delete()
    SkalaPredikat.objects.filter(kode="akip-88-2021").update(kode="lain")
    migrasi.load_guideline(apps, penyunting)
    assert not PedomanAkip.objects.exists()
