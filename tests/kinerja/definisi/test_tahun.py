"""Definisi tiap tahun: mengubah indikator tidak menggeser tahun yang sudah terbuka."""

import re

import pytest
from django.db import transaction
from django.urls import reverse

from documents.snapshot import canonical
from kinerja.definisi.actions import keep_before_change, open_tahun, opened_tahun
from kinerja.definisi.views import IndikatorUpdate
from kinerja.models import (
    KOLOM_DEFINISI,
    Definisi,
    DefinisiTahun,
    Indikator,
    Lkjip,
    NaskahKinerja,
    Realisasi,
    SkalaKualitatif,
    Target,
)
from kinerja.tahun.definisi import rentang_tahun
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator, make_lkjip, make_realisasi, make_target
from tests.halaman import JALAN
from tests.kinerja.definisi.bahan import BARU, LAMA, TAHUN, ajukan, apply, isian, ubah, ukur

pytestmark = pytest.mark.django_db


def test_mengubah_indikator_tidak_menggeser_tahun_terbuka(client_for, indikator):
    client = client_for("operator")
    jawaban = ubah(client, indikator)
    assert jawaban.url == reverse("kinerja:apply_definisi", args=[indikator.pk])
    for tahun in TAHUN:
        assert ukur(indikator, tahun) == LAMA
    tersimpan = DefinisiTahun.objects.values_list("tahun", flat=True)
    assert list(tersimpan) == [2018, 2019, 2020, 2021, 2022, 2023]
    isi = client.get(jawaban.url).content.decode()
    assert "Tahun 2018–2023 tetap memakai definisi semula." in isi
    assert "60,00 %" in isi and "menjadi 600,00 ‰" in isi


def test_tiap_angka_dan_naskah_tahun_terbuka_tetap(client_for, indikator, operator):
    """Semua yang dapat dirujuk, dan isi tiap naskah yang memuat indikatornya."""
    semula = terbaca(operator.kabupaten)
    ubah(client_for("operator"), indikator)
    assert terbaca(operator.kabupaten) == semula


def terbaca(kabupaten):
    naskah = []
    for jenis in ("iku", "capaian", "rencana_aksi"):
        satu = NaskahKinerja(kabupaten=kabupaten, tahun=2023, jenis=jenis)
        naskah.append(canonical(satu.reading().isi))
    lkjip = Lkjip.objects.filter(kabupaten=kabupaten).first() or make_lkjip(kabupaten)
    angka = dict(TahunKinerja(kabupaten, 2023).rujukan)
    return angka, naskah, canonical(lkjip.reading().isi)


PERUBAHAN = {
    "nama": "Sebutan yang lain",
    "satuan": "desa",
    "rumus_pembilang": "desa lain",
    "rumus_penyebut": "desa seluruhnya",
    "faktor": "1000",
    "desimal": "0",
    "agregasi": "rata",
    "arah": "turun",
    "batas_bawah": "10",
    "batas_atas": "70",
    "sumber": "idm.berkembang",
    "sumber_data": "Laporan lain",
    "keterangan": "Catatan lain",
}
HALAMAN = ("dasbor", "realisasi_list", "target_list", "pohon", "rencanaaksi_grid")


def test_halaman_tahun_terbuka_tetap_apa_pun_yang_diganti(client_for, indikator):
    """Tiap unsur diganti sendiri, lalu dibatalkan."""
    client = client_for("operator")
    sesi = client.session
    sesi["tahun"] = 2023
    sesi.save()
    semula = tampak(client)
    for unsur, baru in PERUBAHAN.items():
        with transaction.atomic():
            jawaban = isian(client, indikator, **{unsur: baru})
            assert jawaban.status_code == 302, jawaban.context["form"].errors
            assert jawaban.url == reverse("kinerja:apply_definisi", args=[indikator.pk])
            assert client.get(jawaban.url).status_code == 200
            assert tampak(client) == semula, unsur
            transaction.set_rollback(True)


def tampak(client):
    """Tulisan tiap halaman setahun, tanpa kuncinya yang berganti tiap permintaan."""
    isi = {}
    semua = [reverse(f"kinerja:{nama}") for nama in HALAMAN]
    for model in (Target, Realisasi):
        semua.append(model.objects.get(tahun=2023).get_absolute_url())
    for nama in semua:
        halaman = client.get(nama).content.decode()
        isi[nama] = re.sub(r"<form.*?</form>|<script.*?</script>|<[^>]+>", " ", halaman, flags=re.S)
    return isi


def test_tahun_sesudah_yang_terbuka_memakai_definisi_baru(client_for, indikator):
    Target.objects.filter(tahun=2023).delete()
    Realisasi.objects.filter(tahun=2023).delete()
    ubah(client_for("operator"), indikator)
    make_target(indikator, "80")
    make_realisasi(indikator, None, pembilang=60, penyebut=100)
    assert ukur(indikator, 2022) == LAMA
    assert ukur(indikator, 2023) == BARU


def test_kata_yang_bukan_definisi_tidak_menyimpan_apa_pun(client_for, indikator):
    jawaban = isian(client_for("operator"), indikator, nomor="7")
    assert jawaban.url == indikator.get_absolute_url()
    assert not DefinisiTahun.objects.exists()


def test_usulan_yang_dipilih_bukan_definisi_baru(banyuasin, operator):
    """Formulir menyimpan cara yang diusulkan; cara setahunnya tetap sama."""
    row = make_indikator(banyuasin, agregasi="")
    make_target(row)
    row.agregasi = row.cara.value
    assert not keep_before_change(indikator=row, by=operator)


def test_naskah_tanpa_isian_juga_membuka_tahunnya(banyuasin, operator):
    row = make_indikator(banyuasin, jenis="iku")
    assert not opened_tahun(row)
    ajukan(row, operator)
    assert opened_tahun(row) == range(2018, 2024)


def test_tahun_dibuka_dengan_sengaja(client_for, indikator, operator, merangin):
    client = client_for("operator")
    client.post(reverse("accounts:set_tahun"), {"tahun": "2021"})
    daftar = reverse("kinerja:definisitahun_list")
    assert "Buka tahun 2021 (1 indikator)" in client.get(daftar).content.decode()
    isi = client.post(reverse("kinerja:definisi_buka"), follow=True).content.decode()
    assert "Tahun 2021 dibuka: 1 definisi disimpan." in isi
    assert "Buka tahun" not in isi
    assert open_tahun(kabupaten=merangin, tahun=2021, by=operator) == 0
    assert client_for("kepala_dinas").post(reverse("kinerja:definisi_buka")).status_code == 403


def test_daftar_dan_isian_menurut_definisi_tahunnya(client_for, indikator):
    client = client_for("operator")
    ubah(client, indikator)
    isi = client.get(reverse("kinerja:realisasi_list"), {"tahun": "2023"}).content.decode()
    assert "‰" not in isi
    row = Realisasi.objects.get(tahun=2023)
    assert row.hitung() == 60
    assert "60,00 %" in client.get(row.get_absolute_url()).content.decode()


def test_naskah_memakai_definisi_tahunnya_dan_v12_menyebut_pergantiannya(
    client_for, indikator, operator
):
    client = client_for("operator")
    url = ubah(client, indikator).url
    apply(client, url)
    hasil = {}
    for tahun in TAHUN:
        naskah = NaskahKinerja.objects.create(
            kabupaten=operator.kabupaten, jenis="capaian", tahun=tahun
        )
        hasil[tahun] = naskah.reading()
    (lama,) = hasil[2022].isi.baris
    (baru,) = hasil[2023].isi.baris
    assert (lama.satuan, baru.satuan) == ("%", "‰")
    assert (baru.lalu.cetak, baru.naik) == ("60,00 %", None)
    pesan = [t.pesan for t in hasil[2023].temuan if t.kelas == "V12"]
    assert pesan == [
        "Definisi 2023 bukan definisi 2022: satuan “%” menjadi “‰”; faktor kali “100” menjadi "
        "“1.000”; rumus capaian “Naik: realisasi / target” menjadi "
        "“Turun: (2 × target − realisasi) / target”."
    ]
    assert [t for t in hasil[2022].temuan if t.kelas == "V12"] == []


def test_isian_diperiksa_menurut_definisi_tahunnya(client_for, banyuasin):
    """Indikator yang kini sebutan tetap menerima angka pada tahun yang masih angka."""
    row = make_indikator(banyuasin, satuan="Desa")
    target = make_target(row, "5")
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    client = client_for("operator")
    isian(client, row, skala_kualitatif=str(skala.pk), agregasi="terakhir")
    url = reverse("kinerja:target_update", args=[target.pk])
    form = client.get(url).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    assert client.post(url, data | {"nilai": "6", "alasan": "a"}).status_code == 302
    assert Indikator.objects.get(pk=row.pk).skala_kualitatif == skala


def test_rentang_tahun():
    assert rentang_tahun(range(2018, 2021)) == "2018–2020"
    assert rentang_tahun(range(2018, 2019)) == "2018"
    assert rentang_tahun(range(0)) == ""


def test_semua_unsur_definisi_tersimpan_dan_satu_jalan_mengubahnya():
    """Kolom baru pada definisi ikut disimpan; indikator hanya ditulis sesudah definisi lamanya."""
    kolom = {field.name for field in Definisi._meta.local_fields}
    assert kolom == set(KOLOM_DEFINISI)
    assert JALAN["kinerja:indikator_update"].callback.view_class is IndikatorUpdate
