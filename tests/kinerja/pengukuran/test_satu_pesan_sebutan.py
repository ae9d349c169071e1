"""Sebutan diketik di tempat angkanya: diterima dan ditolak sama di formulir, kisi, XLSX dan CSV."""

import pytest
from django.urls import reverse

from kinerja.models import PengukuranSub, SkalaKualitatif, SubKegiatan, Target, TingkatKualitatif
from kinerja.pengukuran.grids import EvaluasiGrid
from kinerja.perencanaan.grids import TargetBarisGrid
from tests.factories import make_indikator, make_sub
from tests.halaman import HALAMAN
from tests.kinerja.pengukuran.test_satu_pesan import (
    di_formulir,
    di_kisi,
    di_lembar,
    tanpa_masa,
)

pytestmark = pytest.mark.django_db
SALAH = ("ZZ", "80", "3-5", "> 90", "1,234.56", "BB+", "100 %")


@pytest.fixture
def opini(banyuasin):
    skala = SkalaKualitatif.objects.create(kode="opini-uji", nama="Opini uji")
    for urutan, nama in enumerate(("A", "BB", "B"), start=1):
        TingkatKualitatif.objects.create(skala=skala, urutan=urutan, nama=nama)
    return skala


@pytest.fixture
def sub(banyuasin, opini):
    return make_sub(banyuasin, satuan="Kategori", skala_kualitatif=opini, target=None)


def harapan(tulisan):
    return f"“{tulisan}” bukan sebutan Opini uji: A, BB, B."


@pytest.mark.parametrize("salah", SALAH)
def test_yang_salah_satu_pesan(users, sub, salah):
    operator = users["operator"]
    kisi = EvaluasiGrid(operator, 2023)
    assert di_formulir(operator, sub, "kinerja", salah) == harapan(salah)
    for akhiran in ("xlsx", "csv"):
        (pesan,) = di_lembar(kisi, "K", {sub: salah}, akhiran)
        assert tanpa_masa(pesan) == harapan(salah)
    (pesan,) = di_kisi(kisi, "k_1", {sub: salah})
    assert tanpa_masa(pesan) == harapan(salah)


@pytest.mark.parametrize("tulisan", ["BB", "bb ", " Bb"])
def test_sebutan_di_tempat_angkanya_diterima(users, client_for, sub, tulisan):
    kisi = EvaluasiGrid(users["operator"], 2023)
    for akhiran in ("xlsx", "csv"):
        assert di_lembar(kisi, "K", {sub: tulisan}, akhiran) == [""]
    client = client_for("operator")
    data = {"sub_kegiatan": sub.pk, "triwulan": 1, "kinerja": tulisan, "penjelasan": "-"}
    assert client.post(reverse("kinerja:pengukuransub_create"), data).status_code == 302
    row = PengukuranSub.objects.get()
    assert (row.tingkat.nama, row.kinerja) == ("BB", None)


def galat(halaman, bidang):
    return " ".join(halaman.context["form"].errors.get(bidang, ()))


def test_target_dan_realisasi_indikator(client_for, banyuasin, opini):
    client = client_for("operator")
    indikator = make_indikator(banyuasin, skala_kualitatif=opini)
    isi = {
        "indikator": indikator.pk,
        "tahun": 2023,
        "masa": "0-0",
        "mutu": "disusun",
        "penjelasan": "-",
    }
    for model in ("target", "realisasi"):
        url = reverse(f"kinerja:{model}_create")
        halaman = client.post(url, isi | {"nilai": "80"})
        assert galat(halaman, "nilai") == harapan("80")
        assert galat(halaman, "tingkat") == ""
        lain = opini.tingkat.get(nama="A")
        halaman = client.post(url, isi | {"nilai": "BB", "tingkat": lain.pk})
        assert galat(halaman, "tingkat") == "Yang diketik BB, yang dipilih A; isi salah satu."
        assert client.post(url, isi | {"nilai": "BB"}).status_code == 302
    assert Target.objects.get().tingkat.nama == "BB"
    formulir = client.get(url, {"indikator": indikator.pk, "tahun": 2023}).content.decode()
    assert "Boleh sebutannya" in formulir


def test_target_baris_pohon(users, sub):
    """Formulir baris, kisi target: sebutan diterima, yang lain satu pesan."""
    operator = users["operator"]
    kisi = TargetBarisGrid(operator, 2023)
    form_class = HALAMAN[SubKegiatan].form_class
    awal = form_class(instance=sub, user=operator)
    kiriman = {}
    for bidang in awal:
        kiriman[bidang.html_name] = "" if bidang.value() is None else bidang.value()
    form = form_class(kiriman | {"target": "80"}, instance=sub, user=operator)
    assert " ".join(form.errors["target"]) == harapan("80")
    assert di_kisi(kisi, "target", {sub: "80"}) == [harapan("80")]
    form = form_class(
        kiriman | {"target": "bb", "target_renstra": "A"}, instance=sub, user=operator
    )
    assert form.is_valid(), form.errors
    row = form.save(commit=False)
    assert (row.tulisan_target, row.tingkat_renstra.nama, row.target) == ("BB", "A", None)
