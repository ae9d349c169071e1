"""Skala sebutan dan skala predikat tiap tahun: mengubahnya tidak menggeser tahun yang terbuka."""

import pytest
from django.urls import reverse

from core.audit import Refused
from documents.models import Kunci
from kinerja.definisi.actions import take_over, undo_take_over
from kinerja.models import (
    DefinisiTahun,
    Indikator,
    PeriodeRenstra,
    Program,
    Realisasi,
    SkalaKualitatif,
    SkalaPredikat,
    Target,
    TingkatKualitatif,
)
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator, make_penetapan, make_sub
from tests.kinerja.definisi.bahan import TAHUN, apply
from tests.kinerja.definisi.bahan import isian as isi_indikator

pytestmark = pytest.mark.django_db
PREDIKAT = {"lama": "Berhasil", "baru": "Cukup"}


@pytest.fixture
def skala(banyuasin):
    row = SkalaKualitatif.objects.create(kabupaten=banyuasin, kode="opini", nama="Opini")
    for urutan, (nama, nilai) in enumerate((("WTP", 100), ("WDP", 80), ("TW", 40)), start=1):
        row.tingkat.create(urutan=urutan, nama=nama, nilai=nilai)
    return row


@pytest.fixture
def indikator(banyuasin, skala):
    """Target WTP dan realisasi WDP pada dua tahun."""
    row = make_indikator(banyuasin, jenis="iku", skala_kualitatif=skala)
    wtp, wdp, _ = skala.tingkat.all()
    for tahun in TAHUN:
        Target.objects.create(indikator=row, tahun=tahun, tingkat=wtp)
        Realisasi.objects.create(indikator=row, tahun=tahun, tingkat=wdp)
    return row


@pytest.fixture
def predikat(indikator):
    """Dua skala predikat bertingkat satu; periodenya memakai yang lama."""
    hasil = {}
    for kode, nama in PREDIKAT.items():
        row = SkalaPredikat.objects.create(kode=kode, nama=f"Skala {kode}", regulasi="uji")
        row.tingkatpredikat_set.create(urutan=1, nama=nama, bawah=0, is_bawah_inklusif=True)
        hasil[kode] = row
    PeriodeRenstra.objects.update(skala=hasil["lama"])
    return hasil


def ukuran(indikator, tahun=2023):
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten
    return TahunKinerja(kabupaten, 2023).pengukuran.ukur(indikator, tahun)


def capaian(indikator, tahun=2023):
    satu = ukuran(indikator, tahun)
    return satu.realisasi_cetak, satu.capaian.persen


def ubah(client, row, **kolom):
    """Kirim formulir ubahnya dengan kolom yang diganti."""
    url = reverse(f"kinerja:{row._meta.model_name}_update", args=[row.pk])
    form = client.get(url).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    return client.post(url, data | kolom, follow=True).content.decode()


def test_nilai_sebutan_yang_diganti_tidak_menggeser_tahun_terbuka(client_for, indikator, skala):
    client = client_for("operator")
    wdp = skala.tingkat.get(nama="WDP")
    halaman = ubah(client, wdp, nilai="60", nama="Wajar Dengan Pengecualian")
    assert "Tahun 2018–2023 tetap memakai skala semula." in halaman
    assert indikator.get_absolute_url() in halaman  # pemakainya disebut pada halaman skalanya
    assert capaian(indikator) == ("WDP", 80)
    url = reverse("kinerja:apply_definisi", args=[indikator.pk])
    halaman = client.get(url).content.decode()
    assert "WTP 100, WDP 80, TW 40" in halaman
    assert "WTP 100, Wajar Dengan Pengecualian 60, TW 40" in halaman
    assert "80,00 %" in halaman and "menjadi 60,00 %" in halaman
    apply(client, url)
    assert capaian(indikator, 2022) == ("WDP", 80)
    assert capaian(indikator) == ("Wajar Dengan Pengecualian", 60)
    undo_take_over(definisi=DefinisiTahun.objects.get(tahun=2023), by="uji")
    assert capaian(indikator) == ("WDP", 80)


def test_target_dan_realisasi_dihitung_dengan_definisi_yang_sama(client_for, indikator, skala):
    """Nilai target yang berganti ikut pada hitungan seandainya."""
    client = client_for("operator")
    ubah(client, skala.tingkat.get(nama="WTP"), nilai="160")
    url = reverse("kinerja:apply_definisi", args=[indikator.pk])
    assert "menjadi 50,00 %" in client.get(url).content.decode()
    assert capaian(indikator) == ("WDP", 80)


def test_keterangan_sebutan_tidak_menyimpan_apa_pun(client_for, indikator, skala):
    halaman = ubah(client_for("operator"), skala.tingkat.get(nama="WDP"), keterangan="Uraian")
    assert "Tersimpan." in halaman
    assert not DefinisiTahun.objects.exists()


def test_sebutan_baru_dan_yang_dihapus_tetap_pada_tahun_terbuka(client_for, indikator, skala):
    client = client_for("operator")
    baru = {"skala": skala.pk, "urutan": 4, "nama": "TMP", "nilai": "10"}
    client.post(reverse("kinerja:tingkatkualitatif_create"), baru)
    tersimpan = [satu["nama"] for satu in DefinisiTahun.objects.first().tingkat_sebutan]
    assert tersimpan == ["WTP", "WDP", "TW"]
    DefinisiTahun.objects.all().delete()
    tw = skala.tingkat.get(nama="TW")
    client.post(reverse("kinerja:tingkatkualitatif_delete", args=[tw.pk]))
    assert list(skala.tingkat.values_list("nama", flat=True)) == ["WTP", "WDP", "TMP"]
    tersimpan = [satu["nama"] for satu in DefinisiTahun.objects.first().tingkat_sebutan]
    assert tersimpan == ["WTP", "WDP", "TW", "TMP"]


def test_sebutan_yang_pindah_menyimpan_kedua_skalanya(client_for, banyuasin, indikator, skala):
    lain = SkalaKualitatif.objects.create(kabupaten=banyuasin, kode="lain", nama="Lain")
    tw = skala.tingkat.get(nama="TW")
    ubah(client_for("operator"), tw, skala=lain.pk)
    assert DefinisiTahun.objects.get(tahun=2023).tingkat_sebutan[2]["nama"] == "TW"
    assert list(lain.tingkat.all()) == [tw]


def test_sebutan_yang_ditambahkan_sesudahnya_menurut_skala_kini(indikator, skala, client_for):
    ubah(client_for("operator"), skala.tingkat.get(nama="TW"), nilai="30")
    baru = skala.tingkat.create(urutan=4, nama="TMP", nilai=25)
    Realisasi.objects.filter(tahun=2023).update(tingkat=baru)
    assert capaian(indikator) == ("TMP", 25)


@pytest.mark.parametrize(
    ("tindakan", "lingkup"),
    [("update", ""), ("update", "pengukuran-4"), ("delete", "rencana_aksi")],
)
def test_skala_baris_program_yang_terkunci_tetap(client_for, banyuasin, skala, tindakan, lingkup):
    """Baris program melekat pada tahunnya; sebutannya tidak ikut berganti."""
    make_sub(banyuasin)
    Program.objects.update(skala_kualitatif=skala)
    tw = skala.tingkat.get(nama="TW")
    client = client_for("operator")
    ubah(client, tw, nilai="39")
    sah = make_penetapan(banyuasin, 2023).pengesahan
    Kunci.objects.create(kabupaten=banyuasin, tahun=2023, lingkup=lingkup, pengesahan=sah)
    if tindakan == "update":
        halaman = ubah(client, tw, nilai="38")
    else:
        url = reverse("kinerja:tingkatkualitatif_delete", args=[tw.pk])
        halaman = client.post(url, follow=True).content.decode()
    assert "memakai skala ini; buat skala baru." in halaman
    assert TingkatKualitatif.objects.get(pk=tw.pk).nilai == 39


def test_skala_predikat_periode_yang_diganti(client_for, indikator, predikat):
    client = client_for("operator")
    periode = indikator.sasaran.periode
    assert ukuran(indikator).predikat == "Berhasil"
    halaman = ubah(client, periode, skala=predikat["baru"].pk)
    assert "Tahun 2018–2023 tetap memakai skala semula." in halaman
    kini = Indikator.objects.get()
    assert [ukuran(kini, tahun).predikat for tahun in TAHUN] == ["Berhasil", "Berhasil"]
    url = reverse("kinerja:apply_definisi", args=[indikator.pk])
    halaman = client.get(url).content.decode()
    assert "Skala lama" in halaman and "Skala baru" in halaman
    assert "menjadi Cukup" in halaman
    assert "Skala lama" in client.get(reverse("kinerja:dasbor")).content.decode()
    take_over(indikator=kini, tahun=[2023], by="uji", alasan="Edisi baru")
    assert [ukuran(kini, tahun).predikat for tahun in TAHUN] == ["Berhasil", "Cukup"]


def test_periode_yang_skalanya_tetap_tidak_menyimpan_apa_pun(client_for, indikator, predikat):
    ubah(client_for("operator"), indikator.sasaran.periode, nama="Renstra perubahan")
    assert not DefinisiTahun.objects.exists()


def test_skala_yang_berganti_sejak_halamannya_dibuka_ditolak(client_for, indikator, skala):
    client = client_for("operator")
    wdp = skala.tingkat.get(nama="WDP")
    ubah(client, wdp, nilai="60")
    sidik = Indikator.objects.get().sidik
    ubah(client, wdp, nilai="50")
    with pytest.raises(Refused, match="berganti sejak"):
        take_over(indikator=indikator, tahun=[2023], by="uji", alasan="a", seen=sidik)


def test_indikator_tanpa_skala_tidak_bersebutan(client_for, banyuasin):
    row = make_indikator(banyuasin, jenis="iku")
    assert row.tingkat_sebutan == []
    assert isi_indikator(client_for("operator"), row, nomor="5").status_code == 302
