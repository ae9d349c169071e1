"""Target: perubahannya beralasan dan tercatat, masanya tunggal, sebutannya dari skala."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from kinerja.models import Indikator, PerubahanTarget, SkalaKualitatif, Target, TingkatKualitatif
from kinerja.pengukuran.actions import tulisan_target

pytestmark = pytest.mark.django_db


def isian_target(client, target, **kolom):
    form = client.get(reverse("kinerja:target_update", args=[target.pk])).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    return client.post(reverse("kinerja:target_update", args=[target.pk]), data | kolom)


def test_target_berganti_menyimpan_yang_lama(client_for, target):
    client = client_for("operator")
    assert (
        "Target semula 90,00 %; tulis alasan"
        in isian_target(client, target, nilai="95").content.decode()
    )
    assert isian_target(client, target, nilai="95", alasan="Perubahan RPJMD").status_code == 302
    row = PerubahanTarget.objects.get()
    assert (row.lama, row.baru, row.alasan) == ("90,00 %", "95,00 %", "Perubahan RPJMD")
    assert "Perubahan RPJMD" in client.get(target.get_absolute_url()).content.decode()
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        PerubahanTarget.objects.update(alasan="lain")


def test_target_tanpa_perubahan_tidak_mencatat(client_for, target):
    assert isian_target(client_for("operator"), target, tercetak="90").status_code == 302
    assert not PerubahanTarget.objects.exists()


def test_masa_bulan_dan_ketunggalannya(client_for, target):
    client, url = client_for("operator"), reverse("kinerja:target_create")
    data = {"indikator": target.indikator_id, "tahun": 2023, "masa": "1-3", "nilai": "10"}
    assert client.post(url, data).status_code == 302
    maret = Target.objects.get(bulan=3)
    assert (maret.triwulan, maret.masa) == (1, "Maret")
    assert (
        "Target indikator ini untuk masa itu sudah ada." in client.post(url, data).content.decode()
    )
    assert "pilihan yang tersedia" in client.post(url, data | {"masa": "9-9"}).content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.create(indikator=target.indikator, tahun=2022, triwulan=2, bulan=1)


def test_indikator_kualitatif(client_for, target):
    skala, lain = (
        SkalaKualitatif.objects.create(kode=k, nama=k, regulasi="uji") for k in ("opini", "lain")
    )
    wtp = TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="WTP")
    asing = TingkatKualitatif.objects.create(skala=lain, urutan=1, nama="AA")
    client = client_for("operator")
    assert (
        "diukur dengan angka"
        in isian_target(client, target, tingkat=wtp.pk, alasan="x").content.decode()
    )
    target.indikator.skala_kualitatif = skala
    target.indikator.save()
    assert (
        "Pilih sebutan dari skala opini"
        in isian_target(client, target, nilai="", alasan="x").content.decode()
    )
    assert (
        "Sebutan ini dari skala lain"
        in isian_target(client, target, nilai="", tingkat=asing.pk, alasan="x").content.decode()
    )
    assert (
        isian_target(client, target, nilai="", tingkat=wtp.pk, alasan="Skala baru").status_code
        == 302
    )
    target.refresh_from_db()
    assert tulisan_target(target) == "WTP"


def test_tulisan_target(target):
    target.nilai, target.tercetak = None, "25 %"
    assert tulisan_target(target) == "25 %"
    target.tercetak = ""
    assert tulisan_target(target) == "belum ada"


def test_tulisan_target_sebutan() -> None:
    assert tulisan_target(Target(tingkat=TingkatKualitatif(nama="BB"))) == "BB"


def test_tulisan_target_berkeadaan() -> None:
    target = Target(keadaan="rentang", rentang_bawah=3, rentang_atas=5, sebab="Menurut Renstra")
    target.indikator = Indikator(satuan="Desa", desimal=0)
    assert tulisan_target(target).startswith("3–5")
