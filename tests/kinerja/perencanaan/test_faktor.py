"""Pengali rumus mengikuti satuannya, pilihan orang dipertahankan, yang tidak cocok disebut."""

import json

import pytest
from django.urls import reverse

from kinerja.models import Indikator, Kegiatan, NaskahKinerja
from tests.factories import make_indikator, make_sub
from tests.kinerja.uji.temuan import temuan_kelas

pytestmark = pytest.mark.django_db
RUMUS = {"rumus_pembilang": "Jumlah desa tertib", "rumus_penyebut": "Jumlah desa"}
BERFAKTOR_SATU = "Satuannya % tetapi rumusnya dikali 1, bukan 100."


@pytest.fixture
def operator(client_for):
    return client_for("operator")


@pytest.fixture
def kegiatan(banyuasin):
    kegiatan = make_sub(banyuasin).kegiatan
    Kegiatan.objects.update(satuan="%", target=100, agregasi="terakhir")
    return kegiatan


def ubah(client, row, **isi):
    """Kesalahan formulir ubahnya; kosong bila tersimpan."""
    url = reverse(f"kinerja:{row._meta.model_name}_update", args=[row.pk])
    form = client.get(url).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    jawaban = client.post(url, data | isi)
    if jawaban.status_code == 302:
        row.refresh_from_db()
        return {}
    return jawaban.context["form"].errors


def test_faktor_menyusul_satuan_dan_rumusnya(operator, kegiatan):
    assert ubah(operator, kegiatan, **RUMUS) == {}
    assert kegiatan.faktor == 100
    assert ubah(operator, kegiatan, satuan="‰") == {}
    assert kegiatan.faktor == 1000
    assert ubah(operator, kegiatan, satuan="per 100.000 penduduk") == {}
    assert kegiatan.faktor == 100_000
    assert ubah(operator, kegiatan, faktor="1.000.000") == {}
    assert kegiatan.faktor == 1_000_000
    assert ubah(operator, kegiatan, satuan="Rasio") == {}
    assert kegiatan.faktor == 1
    assert ubah(operator, kegiatan, satuan="%", faktor="") == {}
    assert kegiatan.faktor == 100


def test_indikator_juga(operator, banyuasin):
    indikator = make_indikator(banyuasin, satuan="%", nama="Persentase desa tertib")
    assert ubah(operator, indikator, **RUMUS) == {}
    assert Indikator.objects.get().faktor == 100


@pytest.mark.parametrize("faktor", ["0", "7", "40000"])
def test_faktor_yang_bukan_pengali_ditolak(operator, kegiatan, faktor):
    assert "faktor" in ubah(operator, kegiatan, faktor=faktor, **RUMUS)
    assert Kegiatan.objects.get().faktor == 1


def test_pilihan_lain_disimpan_dan_disebut_di_mana_pun(operator, kegiatan, banyuasin):
    ubah(operator, kegiatan, **RUMUS)
    assert ubah(operator, kegiatan, faktor="1") == {}
    assert ubah(operator, kegiatan, nama="Kegiatan lain") == {}
    assert kegiatan.faktor == 1
    url = reverse("kinerja:kegiatan_update", args=[kegiatan.pk])
    bantuan = operator.get(url).context["form"].fields["faktor"].help_text
    assert bantuan.endswith(BERFAKTOR_SATU)
    kunci = f"kegiatan-{kegiatan.pk}"
    ubahan = [{"b": kunci, "k": "k_1", "lama": "", "baru": "9/10"}]
    kisi = operator.post(
        "/kinerja/evaluasi/?tahun=2023",
        json.dumps({"ubahan": ubahan}),
        content_type="application/json",
    ).json()
    assert kisi["hasil"][0]["status"] == "tersimpan"
    assert BERFAKTOR_SATU in kisi["pesan_baris"][kunci]
    naskah = NaskahKinerja.objects.create(
        kabupaten=banyuasin, tahun=2023, jenis="evaluasi", triwulan=1
    )
    assert [(t.tempat, t.pesan) for t in temuan_kelas(naskah, "V10")] == [
        (str(kegiatan), BERFAKTOR_SATU)
    ]
