"""Realisasi indikator: digabung, capaiannya langsung terlihat, juga yang kualitatif."""

import pytest
from django.urls import reverse

from kinerja.models import Realisasi, SkalaKualitatif, Target, TingkatKualitatif
from tests.factories import make_indikator, make_lkjip, make_target
from tests.kinerja.pengukuran.bahan import pesan

pytestmark = pytest.mark.django_db


def test_realisasi_bulanan_digabung_dan_capaiannya_langsung_terlihat(client_for, banyuasin):
    indikator = make_indikator(
        banyuasin, satuan="Desa", desimal=0, agregasi="jumlah", batas_atas=120
    )
    make_target(indikator, "10")
    make_target(indikator, "4", triwulan=1)
    client, url = client_for("operator"), reverse("kinerja:realisasi_create")
    isi = {"indikator": indikator.pk, "tahun": 2023, "tercetak": ""}
    halaman = client.post(url, isi | {"masa": "1-0", "nilai": "3"}, follow=True)
    assert "Tersimpan: 3 Desa. Capaian 75,00 % (makin tinggi makin baik)." in pesan(halaman)
    halaman = client.post(url, isi | {"masa": "2-5", "nilai": "9"}, follow=True)
    assert "Capaian belum dapat dihitung (makin tinggi makin baik)." in pesan(halaman)
    halaman = client.get(indikator.get_absolute_url() + "?tahun=2023").content.decode()
    assert "isian Triwulan I–Mei, dijumlahkan" in halaman
    assert "paling tinggi 120,00 %" not in halaman  # 12 dari 10 tepat 120
    client.post(url, isi | {"masa": "3-0", "nilai": "1"})
    halaman = client.get(indikator.get_absolute_url()).content.decode()
    assert "Capaian dibatasi paling tinggi 120,00 %; tanpa batas 130,00 %." in " ".join(
        halaman.split()
    )
    halaman = client.post(url, isi | {"masa": "0-0", "nilai": "8"}, follow=True)
    assert "Capaian 80,00 %" in pesan(halaman)


def test_arah_turun_disebut(client_for, banyuasin):
    target = make_target(make_indikator(banyuasin, arah="turun"), "10")
    halaman = client_for("operator").post(
        reverse("kinerja:realisasi_create"),
        {"indikator": target.indikator_id, "tahun": 2023, "masa": "0-0", "nilai": "8"},
        follow=True,
    )
    assert "Capaian 120,00 % (makin rendah makin baik)." in pesan(halaman)


def test_opini_tercapai_atau_tidak_dapat_dihitung(client_for, banyuasin):
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    wtp, wdp = (
        TingkatKualitatif.objects.create(skala=skala, urutan=n, nama=k)
        for n, k in ((1, "WTP"), (2, "WDP"))
    )
    indikator = make_indikator(banyuasin, skala_kualitatif=skala)
    target = Target.objects.create(indikator=indikator, tahun=2023, tingkat=wtp)
    isi = {"indikator": indikator.pk, "tahun": 2023, "masa": "0-0", "tingkat": wdp.pk}
    halaman = client_for("operator").post(reverse("kinerja:realisasi_create"), isi, follow=True)
    assert "Tersimpan: WDP. Capaian belum dapat dihitung" in pesan(halaman)
    Target.objects.filter(pk=target.pk).update(tingkat=wdp)
    halaman = client_for("operator").get(indikator.get_absolute_url()).content.decode()
    assert "100,00 %" in halaman
    assert "WDP" in halaman


def test_sebutan_ikut_ke_lkjip_dan_dasbor(client_for, banyuasin):
    """IKU kualitatif tercetak dengan sebutannya, dan tidak menggagalkan grafik."""
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    wtp = TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="WTP")
    indikator = make_indikator(banyuasin, jenis="iku", nama="Opini BPK", skala_kualitatif=skala)
    for model in (Target, Realisasi):
        model.objects.create(indikator=indikator, tahun=2023, tingkat=wtp)
    lkjip = make_lkjip(banyuasin)
    assert not [k for k in lkjip.reading().missing if "Opini BPK" in k]
    (sasaran,) = lkjip.reading().isi.setahun["iku"]
    assert sasaran.baris[0].target.cetak == "WTP"
    assert "WTP" in client_for("operator").get(reverse("kinerja:dasbor")).content.decode()
    assert (
        client_for("operator").get(reverse("kinerja:lkjip_preview", args=[lkjip.pk])).status_code
        == 200
    )
