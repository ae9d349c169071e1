"""Jalan ke status berikutnya atas data nyata: desa satu langkah di bawah Maju naik ketika langkahnya diambil."""

import time

import pytest
from django.test import Client

from accounts.models import Kabupaten, User
from idm.models import IdmDesa
from idm.reports.jalan import jalan, jalan_kabupaten

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(nyata):
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    return client


def satu_langkah(menuju):
    rows = jalan_kabupaten(Kabupaten.objects.get(kode="16.07"), 2024, 0)["baris"]
    return next(c for c in rows if c["langkah"] == 1 and c["menuju"] == menuju)["row"]


def test_desa_satu_langkah_di_bawah_maju_naik_ketika_langkahnya_diambil(operator):
    row = satu_langkah("MAJU")
    hasil = jalan(row)
    (langkah,) = hasil["langkah"]
    page = operator.get(row.get_absolute_url()).content.decode()
    assert "Langkah paling sedikit: <b>1</b>" in page
    deret = list(row.skor)
    deret[langkah["indikator"].posisi - 1] = str(langkah["ke"])
    url = f"/idm/desa/{row.pk}/ubah/"
    form = operator.get(url).context["form"]
    isian = {b.html_name: "" if b.value() is None else b.value() for b in form}
    page = operator.post(url, isian | {"skor": "".join(deret)}, follow=True)
    row = IdmDesa.objects.get(pk=row.pk)
    assert (row.status, row.idm) == ("MAJU", hasil["idm"])
    assert "Maju" in page.content.decode()


def test_seluruh_kabupaten_dengan_jatah(nyata):
    kabupaten, mulai = Kabupaten.objects.get(kode="16.07"), time.monotonic()
    isi = jalan_kabupaten(kabupaten, 2024, 30)
    assert time.monotonic() - mulai < 20
    assert isi["banyak"] == 288
    assert isi["terpakai"] <= 30
    assert sum(s["nanti"] for s in isi["status"]) == sum(s["kini"] for s in isi["status"]) == 288
    paling_dekat = [c["langkah"] for c in isi["baris"][: len(isi["terpilih"])]]
    assert sum(paling_dekat) == isi["terpakai"]
    for c in isi["baris"][:5]:
        assert len(jalan(c["row"])["langkah"]) == c["langkah"]


def test_halaman_perencana(operator):
    operator.post("/akun/tahun/", {"tahun": 2024, "next": "/"})
    page = operator.get("/idm/perencana/?langkah=12").content.decode()
    assert "dari 12 langkah" in page
    assert "Lalan" in page or "desa dapat naik status" in page
    assert operator.get("/idm/perencana/?langkah=banyak").status_code == 200


def test_tahun_tanpa_skor_dan_desa_mandiri(operator, nyata):
    assert jalan_kabupaten(Kabupaten.objects.get(kode="16.07"), 2023, 9)["banyak"] == 0
    mandiri = IdmDesa.objects.filter(tahun=2024, status="MANDIRI").exclude(skor="").first()
    assert jalan(mandiri) == {"berikut": None}
    assert "status tertinggi" in operator.get(mandiri.get_absolute_url()).content.decode()
    terbitan = IdmDesa.objects.filter(tahun=2023).select_related("instrumen").first()
    assert jalan(terbitan) is None
