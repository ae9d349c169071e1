"""Sel buku kerja pada baris kualitatif: sebutannya, keadaannya, dan salahnya seperti pada kisi."""

import pytest

from kinerja.models import Indikator, Realisasi, SkalaKualitatif, Target, TingkatKualitatif
from tests.kinerja.buku.bahan import salinan

pytestmark = pytest.mark.django_db


@pytest.fixture
def sakip(apply):
    """Nilai SAKIP diukur dengan sebutan."""
    isi = salinan("Renstra", "Indikator")
    isi["Indikator"] = [baris[:9] for baris in isi["Indikator"]]
    apply(isi)
    skala = SkalaKualitatif.objects.create(kode="akip-uji", nama="Kategori uji")
    for urutan, nama in enumerate(("A", "BB", "B"), start=1):
        TingkatKualitatif.objects.create(skala=skala, urutan=urutan, nama=nama)
    Indikator.objects.filter(nama="Nilai SAKIP").update(skala_kualitatif=skala)
    return skala


def lembar(target, realisasi=None, alasan=None):
    kepala = ["Indikator", "Nomor sasaran", "Target 2024", "Alasan perubahan target"]
    baris = ["Nilai SAKIP", 2, target, alasan]
    if realisasi:
        kepala.append("Realisasi 2023")
        baris.append(realisasi)
    return {"Indikator": [kepala, baris]}


def test_sebutan_dan_keadaan(sakip, apply):
    apply(lembar("bb", "belum rilis: menunggu KemenPAN-RB"))
    assert Target.objects.get().tingkat.nama == "BB"
    assert Realisasi.objects.get().khusus.sebab == "menunggu KemenPAN-RB"
    apply(lembar("BB", "B"))
    row = Realisasi.objects.get()
    assert (row.tingkat.nama, row.keadaan) == ("B", "nilai")
    apply(lembar("A", alasan="Hasil evaluasi"))
    assert Target.objects.get().tingkat.nama == "A"


@pytest.mark.parametrize("salah", ["ZZ", "80", "3-5"])
def test_yang_salah_pesannya_sama_dengan_kisi(sakip, upload, salah):
    impor = upload(lembar(salah))
    (kesalahan,) = impor.kesalahan
    assert kesalahan["pesan"].endswith(f"“{salah}” bukan sebutan Kategori uji: A, BB, B.")
    assert kesalahan["sel"] == "C2"
