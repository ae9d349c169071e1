"""Jalan ke status berikutnya atas data nyata: desa di bawah Maju naik ketika langkahnya diambil."""

import time
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from accounts.models import Kabupaten, User
from idm.actions.isian import isian, jawab, verifikasi
from idm.laporan.perencana.lembar import cetakan_perencana
from idm.laporan.perencana.reports import jalan_kabupaten
from idm.models import BiayaLangkah, IdmDesa
from idm.reports.jalan import jalan
from tests.terbaca import tak_terbaca

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(nyata):
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    return client


def satu_langkah(menuju):
    rows = jalan_kabupaten(Kabupaten.objects.get(kode="16.07"), 2024, 0).baris
    return next(c for c in rows if c.langkah == 1 and c.menuju == menuju).row


def test_desa_satu_langkah_di_bawah_maju_naik_ketika_langkahnya_diambil(operator):
    row = satu_langkah("MAJU")
    hasil = jalan(row)
    (langkah,) = hasil.sedikit.langkah
    halaman = operator.get(row.get_absolute_url()).content.decode()
    assert "Langkah paling sedikit: <b>1</b>" in halaman
    deret = list(row.skor)
    deret[langkah.indikator.posisi - 1] = str(langkah.ke)
    satu = isian(row.desa, row.tahun, row.instrumen, len(row.skor))
    jawab(isian=satu, jawaban={langkah.indikator.posisi: langkah.ke}, by="uji")
    halaman = operator.get(row.get_absolute_url()).content.decode()
    assert "Maju, belum berlaku" in halaman
    verifikasi(isian=satu, by=User.objects.get(username="kepala.bidang"))
    row = IdmDesa.objects.get(pk=row.pk)
    assert (row.status, row.idm, row.skor) == ("MAJU", hasil.sedikit.idm, "".join(deret))


def test_seluruh_kabupaten_dengan_jatah(nyata):
    kabupaten, mulai = Kabupaten.objects.get(kode="16.07"), time.monotonic()
    isi = jalan_kabupaten(kabupaten, 2024, 30)
    assert time.monotonic() - mulai < 20
    assert isi.banyak == 288
    assert isi.terpakai <= 30
    assert sum(s.nanti for s in isi.status) == sum(s.kini for s in isi.status) == 288
    paling_dekat = [c.langkah for c in isi.baris[: len(isi.terpilih)]]
    assert sum(paling_dekat) == isi.terpakai
    for c in isi.baris[:5]:
        assert len(jalan(c.row).sedikit.langkah) == c.langkah


def test_halaman_perencana(operator):
    operator.post("/akun/tahun/", {"tahun": 2024, "next": "/"})
    halaman = operator.get("/idm/perencana/?jatah=12").content.decode()
    assert "dari 12 langkah" in halaman
    assert "Lalan" in halaman or "desa dapat naik status" in halaman
    assert operator.get("/idm/perencana/?jatah=banyak").status_code == 200


def test_pdf_perencana(operator):
    """Isinya isi halamannya; tahun tanpa skor kembali ke halaman yang mengatakannya."""
    alamat = "/idm/perencana/pdf/?cara=langkah&jatah=12"
    assert operator.get(alamat).url == "/idm/perencana/"
    operator.post("/akun/tahun/", {"tahun": 2024, "next": "/"})
    kabupaten = Kabupaten.objects.get(kode="16.07")
    isi = jalan_kabupaten(kabupaten, 2024, 12)
    pdf = operator.get(alamat).content
    assert tak_terbaca(cetakan_perencana(isi), pdf) == []


def test_tahun_tanpa_skor_dan_desa_mandiri(operator, nyata):
    assert jalan_kabupaten(Kabupaten.objects.get(kode="16.07"), 2023, 9).banyak == 0
    mandiri = IdmDesa.objects.filter(tahun=2024, status="MANDIRI").exclude(skor="").first()
    assert jalan(mandiri).berikut == ""
    assert "status tertinggi" in operator.get(mandiri.get_absolute_url()).content.decode()
    terbitan = IdmDesa.objects.filter(tahun=2023).select_related("instrumen").first()
    assert jalan(terbitan) is None


@pytest.mark.sekali(
    "pencarian jalan murni Python; jalan dan jatah langkahnya diuji pada keduanya di atas"
)
def test_jalan_termurah_dan_anggaran(operator, nyata):
    """Satu indikator mahal, yang lain murah: jalan termurah menghindari yang mahal."""
    kabupaten = Kabupaten.objects.get(kode="16.07")
    kosong = jalan_kabupaten(kabupaten, 2024, 10**9, "rupiah")
    assert (kosong.terpilih, kosong.tanpa_biaya) == (frozenset(), len(kosong.baris))
    row = satu_langkah("MAJU")
    assert jalan(row).murah is None
    for indikator in row.instrumen.indikatoridm_set.all():
        for skor in range(1, 6):
            biaya = 9_000_000 if indikator.indeks == "IKL" else 1_000_000
            BiayaLangkah.objects.create(
                kabupaten=kabupaten, indikator=indikator, skor=skor, biaya_rupiah=biaya
            )
    hasil = jalan(row)
    assert hasil.murah.biaya == sum(x.biaya for x in hasil.murah.langkah)
    assert {x.indikator.indeks for x in hasil.murah.langkah} <= {"IKS", "IKE"}
    assert len(hasil.setiap) == sum(d != "5" for d in row.skor)
    isi = jalan_kabupaten(kabupaten, 2024, 5_000_000, "rupiah")
    assert 0 < isi.terpakai <= 5_000_000
    assert isi.tanpa_biaya == 0
    operator.post("/akun/tahun/", {"tahun": 2024, "next": "/"})
    halaman = operator.get("/idm/perencana/?cara=rupiah&jatah=5.000.000").content.decode()
    assert "dari Rp 5.000.000" in halaman
    data = operator.get("/idm/perencana/xlsx/?cara=rupiah&jatah=5000000").content
    book = load_workbook(BytesIO(data))
    assert book.sheetnames == ["Status", "Indikator", "Desa", "Langkah"]
    assert book["Langkah"].max_row > 3
    assert operator.get("/idm/perencana/xlsx/").status_code == 200


def test_akibat_pada_iku_dan_ikk(nyata):
    isi = jalan_kabupaten(Kabupaten.objects.get(kode="16.07"), 2024, 40)
    per = {s.status: s for s in isi.status}
    iku, entas, mandiri = isi.dampak
    assert iku.nilai == per["BERKEMBANG"].nanti
    assert per["TERTINGGAL"].kini == 0
    assert (entas.rumus, entas.nilai) == ("0 / 0", None)
    assert mandiri.rumus.endswith(f"/ {per['BERKEMBANG'].kini}")
