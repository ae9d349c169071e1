"""Seberapa tepat angkanya: ditulis kantornya atau diusulkan, dan tercetak pada definisinya."""

import json

import pytest

from accounts.models import User
from documents.jenis import jenis_naskah
from documents.printing import print_html
from documents.snapshot import canonical
from kinerja.models import AKURASI, DefinisiTahun, Indikator, Lkjip, NaskahKinerja
from kinerja.perencanaan.forms import IndikatorForm
from kinerja.tahun.akurasi import akurasi, usulan_akurasi
from kinerja.tahun.sources import SOURCES
from tests import factories

pytestmark = pytest.mark.django_db
BATAS = "Desa pemekaran tahun berjalan belum dinilai."


@pytest.fixture
def ikk(kabupaten):
    return Indikator.objects.get(
        sasaran__periode__perangkat_daerah=kabupaten.dinas,
        sasaran__periode__tahun_awal=2018,
        jenis="ikk",
        nomor=6,
    )


@pytest.mark.parametrize(
    ("sumber", "kata"),
    [
        ("idm.berkembang", "status tiap desa"),
        ("lembaga.pkk_aktif", "rekap lembaga"),
        ("", "Diisi bidang"),
    ],
)
def test_usulan_menurut_sumber_hitungnya(sumber, kata):
    indikator = Indikator(sumber=sumber, keterbatasan=BATAS, sumber_data="Laporan")
    assert kata in usulan_akurasi(indikator)["cara_ukur"]
    baris = {satu.nama: (satu.isi, satu.is_usulan) for satu in akurasi(indikator)}
    assert baris["keterbatasan data"] == (BATAS, False)
    assert baris["sumber data"] == ("Laporan", False)
    assert baris["cara verifikasi"][1] is True


def test_sumber_hitung_tidak_disebut_diisi_tangan():
    tangan = usulan_akurasi(Indikator(sumber=""))
    for sumber in SOURCES:
        usulan = usulan_akurasi(Indikator(sumber=sumber))
        assert usulan.keys() == tangan.keys()
        assert not set(usulan.values()) & set(tangan.values()), sumber
    assert usulan_akurasi(Indikator(sumber="lama.tidak_dikenal")) == tangan


def test_formulir_mengusulkan_tanpa_mengisi(ikk):
    form = IndikatorForm(instance=ikk, user=User.objects.get(username="operator"))
    assert form["cara_ukur"].value() == ""
    assert form.fields["cara_ukur"].help_text.startswith("Usulan: Dihitung sistem")


def test_tercetak_pada_definisi_dan_lkjip(kabupaten, ikk):
    Indikator.objects.filter(pk=ikk.pk).update(keterbatasan=BATAS)
    naskah = NaskahKinerja.objects.get(kabupaten=kabupaten, tahun=2023, jenis="ikk")
    lkjip = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    for satu in (naskah, lkjip):
        assert f"Keterbatasan: {BATAS}" in print_html(satu)


def test_isi_beku_lama_tanpa_akurasi_tetap_terbuka(kabupaten):
    naskah = NaskahKinerja.objects.get(kabupaten=kabupaten, tahun=2023, jenis="ikk")
    isi = naskah.reading().isi
    beku = jenis_naskah(naskah).restore(tanpa_akurasi(isi))
    assert beku.indikator[0].indikator[0].cara_ukur == ""


def tanpa_akurasi(isi):
    polos = json.loads(canonical(isi))
    for sasaran in polos["indikator"]:
        for satu in sasaran["indikator"]:
            for nama in ("cara_ukur", "keterbatasan", "cara_verifikasi"):
                del satu[nama]
    return json.dumps(polos)


def test_tersimpan_menurut_tahunnya_dan_tampil_pada_silsilah(client_for, banyuasin):
    indikator = factories.make_indikator(banyuasin, keterbatasan=BATAS)
    lama = DefinisiTahun(indikator=indikator, tahun=2022)
    lama.follow(indikator)
    lama.save()
    Indikator.objects.filter(pk=indikator.pk).update(keterbatasan="")
    client = client_for("operator")
    for tahun, ada in ((2022, True), (2023, False)):
        jawaban = client.get(indikator.get_absolute_url(), {"tahun": tahun})
        tampil = {satu.isi for satu in jawaban.context["akurasi"]}
        assert (BATAS in tampil) is ada
    assert "usulan, belum ditulis" in jawaban.content.decode()
    assert set(AKURASI) <= {field.name for field in DefinisiTahun._meta.fields}
