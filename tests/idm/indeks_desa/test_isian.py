"""Kuesioner, kisi, verifikasi dan draf Indeks Desa menurut aspeknya."""

from decimal import Decimal

import pytest
from django.urls import reverse

from core import keutuhan
from core.audit import Refused
from core.grid import Ubahan
from idm.actions.dimensi import (
    batalkan_poin,
    store_poin,
    verifikasi_poin,
    verifikasi_poin_semua,
)
from idm.actions.isian import copy_blok, isian, jawab, kembalikan, verifikasi, verifikasi_semua
from idm.grids import BiayaGrid, IsianGrid
from idm.models import IdmDesa, IndeksDesa, IndikatorIdm, IsianIdm, TerbitanIndeks
from idm.reports.dampak_draf import dampak_draf
from idm.reports.draf import draf_isian, draf_poin
from tests.idm.bahan import client_tahun

pytestmark = pytest.mark.django_db


def penuh(desa, instrumen, by, tahun=2026):
    """Semua aspek berpoin tertinggi."""
    jawaban = dict.fromkeys(range(1, 128), 5)
    return jawab(isian=isian(desa, tahun, instrumen, 127), jawaban=jawaban, by=by)


def test_aspek_menjadi_skor_yang_berlaku_dan_dapat_dibatalkan(edisi, desa, operator, bidang):
    satu = penuh(desa, edisi[1], operator)
    assert not IndeksDesa.objects.exists()
    (draf,) = draf_isian(desa.kecamatan.kabupaten, 2026)
    assert (draf.indeks, draf.nilai, draf.status) == ("Indeks Desa", Decimal(100), "MANDIRI")
    (dampak,) = dampak_draf(desa.kecamatan.kabupaten, 2026)
    assert dampak.indeks == "Indeks Desa"
    verifikasi(isian=satu, by=bidang)
    row = IndeksDesa.objects.get()
    assert (row.skor, row.status, row.sumber) == (Decimal(100), "MANDIRI", "aspek")
    assert (row.poin, row.jawaban) == ("170;85;160;90;50;80", "5" * 127)
    assert row.dasar.startswith("dihitung dari poin aspek")
    assert not IdmDesa.objects.filter(desa=desa, tahun=2026).exists()
    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert not IndeksDesa.objects.exists()
    assert list(keutuhan.verify_chains()) == []


def test_satu_aspek_kosong_menahan_dan_nol_bukan_kosong(edisi, desa, operator, bidang):
    baru = isian(desa, 2026, edisi[1], 127)
    satu = jawab(isian=baru, jawaban=dict.fromkeys(range(1, 127), 5), by=operator)
    with pytest.raises(Refused, match="1 aspek belum dijawab"):
        verifikasi(isian=satu, by=bidang)
    with pytest.raises(Refused, match="skor 0 tidak ada pada rubrik; yang ada 1, 2, 3, 4, 5"):
        jawab(isian=satu, jawaban={1: 0}, by=operator)
    posisi = edisi[1].indikatoridm_set.get(kode="43.1").posisi
    with pytest.raises(Refused, match="yang ada 1, 3, 5"):
        jawab(isian=satu, jawaban={posisi: 2}, by=operator)


def test_isian_aspek_didahulukan_dari_poin_dimensinya(edisi, desa, operator, bidang):
    for dimensi in edisi[1].dimensiindeks_set.all():
        store_poin(desa=desa, tahun=2026, poin={dimensi: Decimal(1)}, by=operator)
    kabupaten = desa.kecamatan.kabupaten
    assert len(draf_poin(kabupaten, 2026)) == 1
    penuh(desa, edisi[1], operator)
    assert draf_poin(kabupaten, 2026) == []
    assert verifikasi_poin_semua(kabupaten=kabupaten, tahun=2026, by=bidang) == (0, [])
    assert verifikasi_semua(kabupaten=kabupaten, tahun=2026, by=bidang) == (1, [])
    assert IndeksDesa.objects.get().sumber == "aspek"


def test_poin_tidak_mendahului_dan_tidak_membatalkan_isian_aspek_yang_berlaku(
    edisi, desa, operator, bidang
):
    """Yang terakhir diverifikasi dibatalkan dahulu; angka dan tahap isiannya selalu sejalan."""
    for dimensi in edisi[1].dimensiindeks_set.all():
        store_poin(desa=desa, tahun=2026, poin={dimensi: Decimal(1)}, by=operator)
    pertama = verifikasi_poin(desa=desa, tahun=2026, by=bidang).skor
    satu = verifikasi(isian=penuh(desa, edisi[1], operator), by=bidang)
    with pytest.raises(Refused, match="kembalikan isian itu dahulu"):
        batalkan_poin(desa=desa, tahun=2026, catatan="Periksa", by=bidang)
    with pytest.raises(Refused, match="kembalikan isian itu dahulu"):
        verifikasi_poin(desa=desa, tahun=2026, by=bidang)
    assert IndeksDesa.objects.get().sumber == "aspek"
    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert (IndeksDesa.objects.get().sumber, IndeksDesa.objects.get().skor) == ("dimensi", pertama)
    batalkan_poin(desa=desa, tahun=2026, catatan="Periksa", by=bidang)
    assert not IndeksDesa.objects.exists()


def test_terbitan_yang_digantikan_berdiri_di_sampingnya(edisi, desa, operator, bidang):
    IndeksDesa.objects.create(
        desa=desa, tahun=2026, instrumen=edisi[1], skor=70, status="MAJU", sumber="terbitan"
    )
    satu = verifikasi(isian=penuh(desa, edisi[1], operator), by=bidang)
    terbitan = TerbitanIndeks.objects.get()
    assert (terbitan.skor, terbitan.status) == (Decimal(70), "MAJU")
    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert IndeksDesa.objects.get().sumber == "terbitan"
    assert not TerbitanIndeks.objects.exists()


def test_tahun_lalu_edisi_lain_disandingkan_menurut_kode(edisi, desa, operator, bidang):
    verifikasi(isian=penuh(desa, edisi[0], operator, 2025), by=bidang)
    baru = isian(desa, 2026, edisi[1], 127)
    assert copy_blok(isian=baru, posisi=range(1, 10), by=operator) == 9
    assert IsianIdm.objects.get(tahun=2026).skor.count("5") == 9


def test_kuesioner_dan_daftarnya(edisi, desa, client):
    halaman = client.get(f"/idm/isian/{desa.pk}/").content.decode()
    assert "0 dari 127 terjawab" in halaman
    assert "rubrik belum diketahui" in halaman
    assert "32. Lembaga ekonomi" not in halaman
    posisi = IndikatorIdm.objects.filter(instrumen=edisi[1], nomor=32).first().posisi
    bloknya = client.get(f"/idm/isian/{desa.pk}/?blok={posisi}").content.decode()
    assert "32. Lembaga ekonomi" in bloknya
    assert "0 dari 170" in halaman
    jawaban = client.post(
        f"/idm/isian/{desa.pk}/", {"posisi": "1", "skor": "4"}, HTTP_HX_REQUEST="true"
    ).content.decode()
    assert "Tersimpan." in jawaban
    assert "4 dari 170" in jawaban
    daftar = client.get("/idm/isian/").content.decode()
    assert "Kisi desa × aspek" in daftar
    assert "1 dari 127" in daftar


def test_kisi_aspek(edisi, desa, operator):
    grid = IsianGrid(operator, 2026)
    assert len(grid.columns()) == 4 + 127
    kunci = str(desa.pk)
    grid.write([Ubahan(kunci, "s1", "", "3")])
    assert IsianIdm.objects.get().skor.startswith("3-")
    assert len(BiayaGrid(operator, 2026).rows()) == 127


def test_verifikasi_semua_lewat_halaman(edisi, desa, operator, bidang):
    penuh(desa, edisi[1], operator)
    halaman = (
        client_tahun(bidang, 2026)
        .post(reverse("idm:isian_verifikasi_semua"), follow=True)
        .content.decode()
    )
    assert "1 isian diverifikasi" in halaman


def test_jawaban_milik_tahun_halamannya(edisi, desa, client):
    """Jendela lain mengganti tahun kerja; halaman yang masih terbuka tidak menulis ke tahun itu."""
    alamat = f"/idm/isian/{desa.pk}/"
    assert '<input type="hidden" name="tahun" value="2026">' in client.get(alamat).content.decode()
    sesi = client.session
    sesi["tahun"] = 2025
    sesi.save()
    client.post(alamat, {"posisi": "1", "skor": "4", "tahun": "2026"})
    client.post(alamat, {"posisi": "2", "skor": "4", "tahun": "dua"})
    assert list(IsianIdm.objects.values_list("tahun", "skor").order_by("tahun")) == [
        (2025, f"-4{'-' * 125}"),
        (2026, f"4{'-' * 126}"),
    ]
