"""Dampak draf: hitungan seandainya draf berlaku, pada laporan dan halamannya."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Kabupaten, User
from idm.actions.isian import ganti_draf, verifikasi, verifikasi_semua
from idm.models import IdmDesa
from idm.reports import banyak_pindah
from idm.reports.dampak_draf import _pindah, dampak_draf
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_desa, make_kecamatan
from tests.idm.bahan import client_tahun, deret_rubrik, jawab_terbaik, terbaik
from villages.models import Desa

pytestmark = pytest.mark.django_db


def test_dampak_draf(kabupaten, desa, instrumen, operator, bidang):
    """Hitungan dan indikator seandainya draf berlaku sama dengan sesudah benar-benar berlaku."""
    assert dampak_draf(kabupaten, 2023) == []
    satu = jawab_terbaik(desa, 2023, instrumen, operator)
    (dampak,) = dampak_draf(kabupaten, 2023)
    assert [(b.status, b.kini, b.draf) for b in dampak.status_beda] == [
        ("MANDIRI", 6, 7),
        ("BERKEMBANG", 200, 199),
    ]
    (draf,) = dampak.desa
    assert (draf.desa, draf.nilai, draf.status, draf.status_kini) == (
        desa,
        Decimal(1),
        "MANDIRI",
        "BERKEMBANG",
    )
    sebelum = {i.url: i.kini for i in dampak.indikator}
    andai = {i.url: i.draf for i in dampak.indikator}
    assert any(i.is_beda for i in dampak.indikator)
    verifikasi(isian=satu, by=bidang)
    assert dampak_draf(kabupaten, 2023) == []
    ukur = TahunKinerja(kabupaten, 2023).pengukuran
    nyata = {
        i.get_absolute_url(): ukur.ukur(i).realisasi_cetak
        for i in ukur.indikator
        if i.sumber[:4] == "idm."
    }
    assert nyata == andai != sebelum


def test_dampak_perpindahan_desa_tertinggal(kabupaten, desa, instrumen, operator):
    """Pengentasan desa tertinggal dari perpindahan; draf menurunkan satu-satunya yang naik."""
    for row in IdmDesa.objects.filter(tahun=2023):
        row.pk, row.tahun = None, 2022
        row.status = "TERTINGGAL" if row.desa_id == desa.pk else row.status
        row.save(force_insert=True)
    rendah = deret_rubrik(instrumen, min)
    ganti_draf(desa=desa, tahun=2023, instrumen=instrumen, skor=rendah, by=operator, note="uji")
    (dampak,) = dampak_draf(kabupaten, 2023)
    andai = {i.url: i.draf for i in dampak.indikator}
    entas = [(i.kini, i.draf) for i in dampak.indikator if i.kini == Decimal("16.67")]
    assert entas == [(Decimal("16.67"), Decimal(0))]  # 1 dari 6 naik, lalu tidak satu pun
    IdmDesa.objects.filter(desa=desa, tahun=2023).update(status="SANGAT TERTINGGAL")
    ukur = TahunKinerja(kabupaten, 2023).pengukuran
    assert andai == {
        i.get_absolute_url(): ukur.ukur(i).realisasi_cetak
        for i in ukur.indikator
        if i.sumber[:4] == "idm."
    }


def test_dampak_desa_yang_belum_punya_angka(kabupaten, desa, instrumen, operator):
    """Desa tanpa angka tahun itu menambah hitungan dan perpindahan, tidak menguranginya."""
    IdmDesa.objects.filter(desa=desa, tahun=2024).delete()
    sebelum = banyak_pindah(kabupaten, 2024)
    ganti_draf(
        desa=desa, tahun=2024, instrumen=instrumen, skor=terbaik(instrumen), by=operator, note="uji"
    )
    (dampak,) = dampak_draf(kabupaten, 2024)
    assert [(b.status, b.selisih) for b in dampak.status_beda] == [("MANDIRI", 1)]
    sesudah = _pindah(kabupaten, 2024, list(dampak.desa), IdmDesa)
    kunci = ("BERKEMBANG", "MANDIRI")
    assert sesudah == sebelum | {kunci: sebelum.get(kunci, 0) + 1}


def test_halaman_menunjukkan_yang_berlaku_draf_dan_dampaknya(
    desa, instrumen, operator, bidang, kabupaten
):
    satu = jawab_terbaik(desa, 2023, instrumen, operator)
    client, row = client_tahun(bidang, 2023), IdmDesa.objects.get(desa=desa, tahun=2023)
    berlaku = f"{row.idm:.4f}".replace(".", ",")
    kuesioner = " ".join(client.get(reverse("idm:isian", args=[desa.pk])).content.decode().split())
    sumber = "Indeks terbitan Kemendesa; tanggal berlaku tidak tercatat"
    for potong in (berlaku, sumber, "Bila draf ini berlaku", "Desa Mandiri: 6 → <b>7</b>"):
        assert potong in kuesioner
    daftar = client.get(reverse("idm:isian_daftar")).content.decode()
    assert "1 draf belum berlaku" in daftar
    assert "Bila draf IDM 2023 berlaku" in daftar
    for alamat in (
        reverse("idm:gambaran"),
        reverse("idm:profil", args=[desa.pk]),
        row.get_absolute_url(),
    ):
        halaman = client.get(alamat).content.decode()
        assert "belum berlaku" in halaman or "Bila draf IDM 2023 berlaku" in halaman, alamat
    halaman = client.post(reverse("idm:isian_verifikasi_semua"), follow=True).content.decode()
    assert "1 isian diverifikasi" in halaman
    assert "Bila draf IDM 2023 berlaku" not in halaman
    halaman = client.post(
        reverse("idm:isian_kembalikan", args=[desa.pk]), {"catatan": "Periksa"}, follow=True
    )
    assert "angka sebelumnya berlaku kembali" in halaman.content.decode()
    assert IdmDesa.objects.get(pk=row.pk).idm == row.idm
    assert satu.tahun == 2023


def test_kabupaten_lain_tidak_ikut(desa, instrumen, operator, bidang, kabupaten):
    merangin = Kabupaten.objects.get(kode="15.02")
    lain = make_desa(make_kecamatan(merangin, kode="15.02.01"))
    orang = User.objects.get(username="operator.merangin")
    jawab_terbaik(lain, 2023, instrumen, orang)
    assert dampak_draf(kabupaten, 2023) == []
    (dampak,) = dampak_draf(merangin, 2023)
    assert [(b.status, b.kini, b.draf) for b in dampak.status if b.draf] == [("MANDIRI", None, 1)]
    client = client_tahun(bidang, 2023)
    assert client.get(reverse("idm:isian", args=[lain.pk])).status_code == 404
    assert client.post(reverse("idm:isian_verifikasi", args=[lain.pk])).status_code == 404
    assert client.post(reverse("idm:poin_verifikasi", args=[lain.pk])).status_code == 404
    assert verifikasi_semua(kabupaten=kabupaten, tahun=2023, by=bidang) == (0, [])
    assert not IdmDesa.objects.filter(desa=lain).exists()


def test_banyak_kueri_tetap(kabupaten, instrumen, operator):
    def kueri():
        with CaptureQueriesContext(connection) as queries:
            dampak_draf(kabupaten, 2023)
        return len(queries)

    rows = list(
        Desa.objects.desa()
        .filter(kecamatan__kabupaten=kabupaten)
        .select_related("kecamatan__kabupaten")[:8]
    )
    hitung = []
    for batas in (1, 8):
        for satu in rows[:batas]:
            ganti_draf(
                desa=satu,
                tahun=2023,
                instrumen=instrumen,
                skor=terbaik(instrumen),
                by=operator,
                note="uji",
            )
        hitung.append(kueri())
    assert hitung[0] == hitung[1] <= 32
