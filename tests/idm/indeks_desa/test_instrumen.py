"""Instrumen Indeks Desa sebagai data: edisi, dimensi, subdimensi, aspek, dan skalanya."""

from collections import Counter
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import User
from core.audit import Refused
from idm.actions.instrumen import batalkan_kepastian, copy_instrumen, pastikan_skala
from idm.models import DimensiIndeks, IndikatorIdm, Instrumen, KriteriaSkor, SubdimensiIndeks
from idm.scoring import SKOR_TERTINGGI
from tests.idm.bahan import client_tahun

pytestmark = pytest.mark.django_db
PLAFON = [170, 85, 160, 90, 50, 80]


def test_edisi_tiap_tahun(edisi):
    assert [i.kode for i in edisi] == ["indeks-desa-2025", "indeks-desa-2026"]
    assert Instrumen.objects.berlaku(2025).first() == edisi[0]
    assert Instrumen.objects.berlaku(2026).first() == edisi[1]
    assert Instrumen.objects.berlaku(2027).first() == edisi[1]
    assert Instrumen.objects.berlaku(2024).first().kode == "idm-2019"


def test_enam_dimensi_tiga_belas_subdimensi_127_aspek(edisi):
    for satu in edisi:
        dimensi = list(satu.dimensiindeks_set.all())
        assert [d.maksimum for d in dimensi] == PLAFON
        assert SubdimensiIndeks.objects.filter(dimensi__instrumen=satu).count() == 13
        aspek = list(satu.indikatoridm_set.all())
        assert [a.posisi for a in aspek] == list(range(1, 128))
        assert len({a.nomor for a in aspek if a.nomor}) == 48
        per_dimensi = Counter(a.dimensi for a in aspek)
        assert [per_dimensi[d.nama] * SKOR_TERTINGGI for d in dimensi] == PLAFON
        for sub in SubdimensiIndeks.objects.filter(dimensi__instrumen=satu):
            milik = satu.indikatoridm_set.filter(variabel=sub.nama).count()
            assert milik * SKOR_TERTINGGI == sub.maksimum


def test_satu_aspek_belum_bernama_dan_dikatakan(edisi):
    for satu in edisi:
        (asing,) = [a for a in satu.indikatoridm_set.all() if a.is_belum_dikenal]
        assert asing.variabel == "Pengelolaan Lingkungan"
        assert "126 dari 127" in satu.catatan
    halaman = client_tahun(User.objects.get(username="operator"), 2026).get(
        edisi[1].get_absolute_url()
    )
    isi = halaman.content.decode()
    assert "belum diketahui namanya" in isi
    assert "Rubrik belum diketahui: 1 sampai 5" in isi
    assert "belum dipastikan" in isi


def test_skala_menurut_terbitan_tidak_ditebak(edisi):
    lama, baru = edisi
    assert not KriteriaSkor.objects.filter(indikator__instrumen=lama).exists()
    berskala = [a for a in baru.indikatoridm_set.all() if a.rubrik]
    assert len(berskala) == 23
    per_kode = {a.kode: a for a in baru.indikatoridm_set.all()}
    assert per_kode["43.1"].tersedia == (1, 3, 5)
    assert per_kode["40.2"].tersedia == (1, 2, 4, 5)
    assert per_kode["1.1"].tersedia == (1, 2, 3, 4, 5)  # rubriknya belum diketahui
    assert per_kode["13.1"].catatan  # lubang terbitannya disebut


def test_skala_dipastikan_orang_lalu_terkunci(edisi):
    aspek = edisi[1].indikatoridm_set.get(kode="43.1")
    admin = User.objects.get(username="admin")
    client = client_tahun(admin, 2026)
    url = reverse("idm:skala_pastikan", args=[aspek.pk])
    assert client.get(url).status_code == 302
    halaman = client.post(url, follow=True).content.decode()
    assert f"dipastikan {admin}" in halaman
    aspek = IndikatorIdm.objects.get(pk=aspek.pk)
    kriteria = aspek.kriteriaskor_set.first()
    assert "sudah dipastikan" in kriteria.sebab_lock()
    with pytest.raises(Refused, match="sudah dipastikan"):
        pastikan_skala(indikator=aspek, by=admin)
    client.post(url, {"batal": "1"})
    aspek = IndikatorIdm.objects.get(pk=aspek.pk)
    assert aspek.kriteriaskor_set.first().sebab_lock() == ""
    with pytest.raises(Refused, match="belum dipastikan"):
        batalkan_kepastian(indikator=aspek, by=admin)
    tanpa = edisi[1].indikatoridm_set.get(kode="1.1")
    assert (
        "belum dimuat"
        in client.post(reverse("idm:skala_pastikan", args=[tanpa.pk]), follow=True).content.decode()
    )


def test_aspek_harus_bersubdimensi_instrumennya(edisi):
    aspek = edisi[1].indikatoridm_set.get(kode="43.1")
    aspek.variabel = "Kesehatan"
    with pytest.raises(ValidationError, match="Bukan subdimensi"):
        aspek.full_clean()
    idm = IndikatorIdm.objects.filter(instrumen__kode="idm-2019").first()
    idm.indeks = ""
    with pytest.raises(ValidationError, match="IKS, IKE atau IKL"):
        idm.full_clean()


def test_salinan_memuat_subdimensi_dan_aspeknya(edisi):
    baru = copy_instrumen(
        asal=edisi[1],
        kode="indeks-desa-2027",
        nama="Edisi 2027",
        regulasi="uji",
        tahun_awal=2027,
        by="uji",
    )
    assert baru.indikatoridm_set.count() == 127
    assert SubdimensiIndeks.objects.filter(dimensi__instrumen=baru).count() == 13
    assert DimensiIndeks.objects.filter(instrumen=baru).count() == 6
    assert (
        KriteriaSkor.objects.filter(indikator__instrumen=baru).count()
        == KriteriaSkor.objects.filter(indikator__instrumen=edisi[1]).count()
    )


def test_pemasangan_lama_mendapat_aspeknya(edisi):
    KriteriaSkor.objects.filter(indikator__instrumen__in=edisi).delete()
    IndikatorIdm.objects.filter(instrumen__in=edisi).delete()
    SubdimensiIndeks.objects.filter(dimensi__instrumen__in=edisi).delete()
    DimensiIndeks.objects.filter(instrumen=edisi[1]).delete()
    edisi[1].ambangstatus_set.all().delete()
    edisi[1].delete()
    isi = import_module("idm.migrations.0006_aspek_indeks_desa").isi_aspek
    isi(apps, None)
    baru = Instrumen.objects.get(kode="indeks-desa-2026")
    assert (baru.indikatoridm_set.count(), baru.ambangstatus_set.count()) == (127, 4)
    assert edisi[0].indikatoridm_set.count() == 127
    assert KriteriaSkor.objects.filter(indikator__instrumen=baru).count() == 70
