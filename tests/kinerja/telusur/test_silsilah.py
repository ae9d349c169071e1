"""Satu angka sampai ke desanya, buktinya, riwayatnya, dan tempat ia dipakai."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.models import AuditEvent
from documents.actions import advance
from documents.actions.bukti import attach_bukti
from idm.scoring import Status
from kinerja.models import Indikator, NaskahKinerja, Realisasi, Target
from kinerja.tahun.data import read_data
from kinerja.tahun.pengukuran import dirinci
from kinerja.tahun.rincian import RINCIAN, rincian
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.telusur.reports.asal import asal
from kinerja.telusur.reports.pemakaian import pemakaian
from tests import factories

pytestmark = pytest.mark.django_db
LIMA = {"Pulau Parang", "Bunga Karang", "Sebubus", "Muara Baru", "Air Kumbang Bakti"}


@pytest.fixture
def operator(kabupaten):
    return User.objects.get(username="operator")


@pytest.fixture
def peramban(operator):
    client = Client()
    client.force_login(operator)
    return client


def ikk(nomor):
    return Indikator.objects.get(
        sasaran__periode__perangkat_daerah__kabupaten__kode="16.07",
        sasaran__periode__tahun_awal=2018,
        jenis="ikk",
        nomor=nomor,
    )


def halaman(client, indikator, tahun=2023):
    jawaban = client.get(indikator.get_absolute_url(), {"tahun": tahun})
    assert jawaban.status_code == 200
    return jawaban


def test_81_48_menyebut_kelima_desanya(peramban):
    jawaban = halaman(peramban, ikk(6))
    desa = jawaban.context["ukuran"].hasil.desa
    assert {str(satu) for satu in desa["Desa Tertinggal 2023"]} == LIMA
    isi = jawaban.content.decode()
    assert 'href="#d-desa-tertinggal-2023"' in isi
    assert all(satu.get_absolute_url() in isi for satu in desa["Desa Tertinggal 2023"])
    assert "Rekap status 2022" in isi


def test_naik_dan_tetap_disebut_menurut_desanya(banyuasin):
    kecamatan = factories.make_kecamatan(banyuasin)
    nasib = (Status.TERTINGGAL, Status.BERKEMBANG)
    for ke in nasib:
        desa = factories.make_desa(kecamatan, nama=f"Desa {ke.value}")
        for tahun, status in ((2022, Status.TERTINGGAL), (2023, ke)):
            factories.make_idm(desa, tahun=tahun, status=status)
    indikator = factories.make_indikator(banyuasin, sumber="idm.pengentasan_tertinggal")
    kinerja = TahunKinerja(banyuasin, 2023)
    ukuran = dirinci(kinerja.pengukuran.ukur(indikator), kinerja.data)
    sebutan = {label: [d.nama for d in desa] for label, desa in ukuran.hasil.desa.items()}
    assert sebutan == {
        "Desa Tertinggal 2022": ["Desa TERTINGGAL", "Desa BERKEMBANG"],
        "Desa Tertinggal 2023": ["Desa TERTINGGAL"],
        "Desa tertinggal yang naik status": ["Desa BERKEMBANG"],
    }
    (pindah,) = asal(ukuran, kinerja.data).pindah
    assert (pindah.dari, pindah.ke) == ("Tertinggal", "Berkembang")
    assert [desa.nama for desa in pindah.desa] == ["Desa BERKEMBANG"]


def test_desa_sumber_lain_tidak_menunggu_status(banyuasin, monkeypatch):
    desa = factories.make_desa(factories.make_kecamatan(banyuasin))
    monkeypatch.setitem(RINCIAN, "lembaga.pkk_aktif", lambda data, tahun: {str(tahun): [desa]})
    data = read_data(banyuasin, [2023])
    assert 2023 not in data.status
    assert rincian("lembaga.pkk_aktif", data, 2023) == {"2023": [desa]}
    assert rincian("idm.pengentasan_tertinggal", data, 2023) == {}


def test_bukti_terbuka_sekali_tekan_dan_siapa_melampirkannya(peramban, operator):
    realisasi = Realisasi.objects.get(indikator=ikk(6), tahun=2023)
    berkas = SimpleUploadedFile("berita.pdf", b"%PDF-1.4 berita acara")
    (bukti,) = attach_bukti(pemilik=realisasi, berkas=[berkas], by=operator)
    isi = halaman(peramban, ikk(6)).content.decode()
    alamat = reverse("kinerja:buktirealisasi_download", args=[bukti.pk])
    assert f'<a href="{alamat}">berita.pdf</a>' in isi
    kejadian = AuditEvent.objects.get(model="kinerja.BuktiRealisasi", object_id=str(bukti.pk))
    assert f"kejadian #{kejadian.nomor}" in isi
    assert "berita.pdf" not in halaman(peramban, ikk(6), 2022).content.decode()


def test_naskah_dan_bagian_yang_memakainya(peramban):
    silsilah = halaman(peramban, ikk(6)).context["silsilah"]
    naskah = [(satu.naskah._meta.model_name, satu.naskah.tahun) for satu in silsilah.pemakaian]
    assert naskah == [("lkjip", 2023), ("naskahkinerja", 2023), ("perjanjiankinerja", 2023)]
    assert all("ikk.6" in bagian.isi for bagian in silsilah.bagian)
    assert silsilah.bagian and not silsilah.ditandatangani


def sahkan(naskah, by):
    """Bekukan dan sahkan tanpa mencetak."""
    advance(naskah, langkah="submit", by=by)
    naskah.refresh_from_db()
    return naskah


def test_saat_ditandatangani_dan_sejak_itu(kabupaten, operator):
    naskah = NaskahKinerja.objects.get(kabupaten=kabupaten, tahun=2023, jenis="ikk")
    sahkan(naskah, operator)
    kini = pemakaian(TahunKinerja(kabupaten, 2023).pengukuran.ukur(ikk(6)))
    (beku,) = [satu for satu in kini if satu.naskah == naskah]
    assert [(n.nama, n.tertulis, n.is_sama) for n in beku.nilai] == [("target", "44,44", True)]
    Target.objects.filter(indikator=ikk(6), tahun=2023, triwulan=0).update(nilai="50")
    kini = pemakaian(TahunKinerja(kabupaten, 2023).pengukuran.ukur(ikk(6)))
    (beku,) = [satu for satu in kini if satu.naskah == naskah]
    assert [(n.tertulis, n.kini) for n in beku.berubah] == [("44,44", "50,00")]


def test_naskah_sah_tampil_dengan_yang_berubah_sejak_itu(kabupaten, operator, peramban):
    naskah = NaskahKinerja.objects.get(kabupaten=kabupaten, tahun=2023, jenis="ikk")
    sahkan(naskah, operator)
    advance(naskah, langkah="approve", by=User.objects.get(username="kepala.bidang"))
    kepala = User.objects.get(username="kepala.dinas")
    advance(naskah, langkah="sign", by=kepala, password="desa-membangun-2023")
    assert "Sejak itu tidak berubah." in halaman(peramban, ikk(6)).content.decode()
    Target.objects.filter(indikator=ikk(6), tahun=2023, triwulan=0).update(nilai="50")
    isi = halaman(peramban, ikk(6)).content.decode()
    assert "Sejak itu berubah:" in isi
    assert '<td class="angka">44,44</td>' in isi


@pytest.mark.parametrize("tahun", ["2017", "abc", "99999", ""])
def test_tahun_di_luar_periode_disebut(peramban, tahun):
    jawaban = peramban.get(ikk(6).get_absolute_url(), {"tahun": tahun})
    assert jawaban.status_code == 400
    assert "yang ada 2018–2023" in jawaban.content.decode()


def test_alamat_angka_menuju_silsilahnya(peramban):
    url = reverse("kinerja:angka")
    jawaban = peramban.get(url, {"tahun": 2023, "jenis": "ikk", "nomor": "6"})
    assert jawaban.url == f"{ikk(6).get_absolute_url()}?tahun=2023"
    assert peramban.get(url).url == reverse("kinerja:indikator_list")


@pytest.mark.parametrize(
    ("isian", "status"),
    [
        ({"tahun": "2023", "jenis": "ikk", "nomor": "99"}, 404),
        ({"tahun": "1999", "jenis": "ikk", "nomor": "6"}, 404),
        ({"tahun": "2023", "jenis": "lain", "nomor": "6"}, 400),
        ({"tahun": "2023", "jenis": "ikk", "nomor": "6' or 1"}, 400),
        ({"tahun": "٢٠٢٣", "jenis": "ikk", "nomor": "6"}, 400),
        ({"tahun": "2023"}, 400),
    ],
)
def test_alamat_angka_yang_salah(peramban, isian, status):
    assert peramban.get(reverse("kinerja:angka"), isian).status_code == status


def test_angka_kantor_lain_tercatat(peramban):
    lain = Indikator.objects.get(sasaran__periode__perangkat_daerah__kabupaten__kode="15.02")
    assert peramban.get(lain.get_absolute_url()).status_code == 404
    kejadian = AuditEvent.objects.latest("pk")
    assert (kejadian.action, kejadian.object_id) == ("ditolak", str(lain.pk))
