"""Lembar bidang dan pejabat: kantor mulai darinya, dan kesalahannya disebut pada selnya."""

import copy

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Bidang, Pejabat, PerangkatDaerah
from documents.actions.kerja import work
from documents.models import Impor
from tests.kinerja.buku.bahan import KANTOR, berkas, salinan
from tests.kinerja.buku.conftest import URL as BUKU

pytestmark = pytest.mark.django_db
URL = "/kinerja/bidang-pejabat/"


@pytest.fixture
def dinas(banyuasin):
    inspektorat = PerangkatDaerah(
        kabupaten=banyuasin, jenis="inspektorat", nama="Inspektorat", singkatan="Itda"
    )
    inspektorat.save()
    return banyuasin.dinas


@pytest.fixture
def admin(dinas, client_for):
    return client_for("admin")


@pytest.fixture
def load(admin):
    """Unggah lalu, bila tidak bermasalah, terapkan."""

    def jalan(isi):
        unggahan = SimpleUploadedFile("kantor.xlsx", berkas(isi))
        admin.post(URL, {"berkas": unggahan, "tahun_data": 2024})
        work.call()
        impor = Impor.objects.latest("pk")
        admin.post(impor.get_absolute_url())
        work.call()
        impor.refresh_from_db()
        return impor

    return jalan


def test_kantor_mulai_dari_lembarnya(load, dinas, admin):
    impor = load(KANTOR)
    assert (impor.status, impor.kesalahan) == ("diterapkan", [])
    assert list(Bidang.objects.values_list("nama", "urutan")) == [
        ("Sekretariat", 1), ("Bidang Pemerintahan Desa", 2),
    ]  # fmt: skip
    kepala = Pejabat.objects.get(perangkat_daerah=dinas)
    assert (kepala.nip, str(kepala.mulai), kepala.sifat) == (
        "197001011990011001", "2024-01-02", "definitif",
    )  # fmt: skip
    assert kepala.is_kepala
    inspektur = Pejabat.objects.get(perangkat_daerah__jenis="inspektorat")
    assert inspektur.jabatan_lengkap == "Plt. Inspektur"
    unduhan = admin.get("/kinerja/bidang-pejabat/xlsx/").content
    lagi = SimpleUploadedFile("lagi.xlsx", unduhan)
    admin.post(URL, {"berkas": lagi, "tahun_data": 2024})
    work.call()
    lagi = Impor.objects.latest("pk")
    assert (lagi.status, lagi.kesalahan, lagi.banyak_sama) == ("sama", [], 4)
    admin.post(impor.get_absolute_url(), {"batalkan": "1"})
    assert not Bidang.objects.exists()
    assert not Pejabat.objects.exists()


def test_gelar_bertambah_dan_masa_jabatan_berganti(load, dinas):
    load(KANTOR)
    isi = {"Pejabat": copy.deepcopy(KANTOR["Pejabat"][:2])}
    baris = isi["Pejabat"][1]
    baris[0] = "Pejabat Contoh 1, M.Si."
    load(isi)
    assert Pejabat.objects.get(perangkat_daerah=dinas).nama == "Pejabat Contoh 1, M.Si."
    baris[6] = "1 Maret 2025"
    load(isi)
    masa = Pejabat.objects.filter(perangkat_daerah=dinas).values_list("mulai", flat=True)
    assert sorted(map(str, masa)) == ["2024-01-02", "2025-03-01"]


def test_yang_salah_disebut_selnya(load):
    isi = copy.deepcopy(KANTOR)
    isi["Bidang"] += [["Bidang Lain", "dua"], ["B" * 151, None]]
    kepala = isi["Pejabat"][0]
    isi["Pejabat"] = [
        kepala,
        ["Pejabat Contoh 3", "123", "Kepala", None, None, None, "2024-01-02", None],
        ["Pejabat Contoh 4", "197001011990011004", None, None, None, None, "2024-01-02", None],
        ["Pejabat Contoh 5", "197001011990011005", "A", None, "Pj", None, "2024-01-02", None],
        ["Pejabat Contoh 6", "197001011990011006", "A", None, None, None, "kemarin", None],
        ["Pejabat Contoh 7", "197001011990011007", "A", None, None, None, "2024-01-02", "Tiada"],
        ["Pejabat Contoh 8", None, "A", None, None, None, "2024-01-02", "Inspektorat"],
    ]
    impor = load(isi)
    letak = [(k["lembar"], k["sel"]) for k in impor.kesalahan]
    assert letak == [
        ("Bidang", "B4"), ("Bidang", "A5"), ("Pejabat", "B2"), ("Pejabat", "C3"),
        ("Pejabat", "E4"), ("Pejabat", "G5"), ("Pejabat", "H6"), ("Pejabat", "B7"),
    ]  # fmt: skip
    assert not Pejabat.objects.exists()


def test_buku_kerja_memuatnya_bagi_yang_berhak(kantor, client_for, users):
    """Akun berperan dua mengisi semuanya dari satu berkas; operator saja menurut haknya."""

    def send(client):
        isi = KANTOR | salinan("Renstra")
        isi["Pejabat"] = isi["Pejabat"][:2]
        unggahan = SimpleUploadedFile("buku.xlsx", berkas(isi))
        client.post(BUKU, {"berkas": unggahan, "tahun_data": 2024})
        work.call()
        return Impor.objects.latest("pk")

    impor = send(client_for("operator"))
    assert {k["pesan"] for k in impor.kesalahan} == {
        "Peran Anda tidak mengisi bidang.", "Peran Anda tidak mengisi pejabat.",
    }  # fmt: skip
    admin = users["admin"].groups.get()
    users["operator"].groups.add(admin)
    assert send(client_for("operator")).kesalahan == []
