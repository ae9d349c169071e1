"""Sesudah mekar: hitungan tahun lalu, kerja sama, IDM dan lembar mengikuti desanya."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.models import Impor
from idm.reports import banyak_pindah
from kinerja.tahun.data import read_data
from kinerja.tahun.sources import hasil
from tests import factories
from tests.jalan.baris import baris
from tests.jalan.halaman import Halaman
from tests.villages.edisi.bahan import MEKAR, apply, mekarkan, muara, upload
from tests.villages.test_batas import geojson, load, poligon
from villages.actions import jumlahkan
from villages.models import (
    AnggotaKerjaSama,
    BatasDesa,
    Desa,
    KegiatanPkk,
    KerjaSama,
    RekapLembaga,
    RincianLembaga,
)
from villages.models.lembaga import LEMBAGA
from villages.reports.kerja_sama import angka
from villages.reports.lembaga import kelembagaan, kelengkapan
from villages.sources import keadaan, kode_lama

pytestmark = pytest.mark.django_db


def test_hitungan_tahun_lalu_memakai_keadaan_tahun_itu(betung, client_for, banyuasin):
    mekarkan(client_for("admin"))
    banyak = {k.kecamatan.nama: k.desa for k in kelengkapan(banyuasin, 2024)}
    assert banyak == {"Betung": 5}
    assert {k.kecamatan.nama: k.desa for k in kelengkapan(banyuasin, 2025)} == {
        "Betung": 3, "Betung Selatan": 3,
    }  # fmt: skip
    assert [b.kecamatan for b in kelembagaan(banyuasin, 2024).baris] == ["BETUNG"]
    dulu = keadaan(banyuasin, 2024)[muara().pk]
    assert (dulu.kode, dulu.kecamatan) == ("16.07.05.2002", "Betung")
    for desa in Desa.objects.on(2024):
        isi = dict.fromkeys(LEMBAGA, 0) | {"posyandu": 1}
        RincianLembaga.objects.create(desa=desa, tahun=2024, **isi)
    rekap = jumlahkan(kecamatan=betung, tahun=2024, by="uji")
    assert isinstance(rekap, RekapLembaga)
    assert (rekap.jumlah_desa, rekap.jumlah_kelurahan, rekap.posyandu) == (4, 1, 5)


def deret(kabupaten):
    """Kerja sama 2024 terhadap 2023, perpindahan status, dan IKK 6 serta 7."""
    kini = angka(kabupaten, 2024)
    data = read_data(kabupaten, (2023, 2024))
    ikk = [
        hasil(f"idm.{nama}", data, 2024)
        for nama in ("pengentasan_tertinggal", "peningkatan_mandiri")
    ]
    return (kini.kini, list(kini.datang), list(kini.pergi), banyak_pindah(kabupaten, 2024), *ikk)


def test_anggota_kerja_sama_dan_idm_mengikuti_desanya(betung, client_for, banyuasin):
    kerja_sama = KerjaSama.objects.create(kabupaten=banyuasin, kecamatan=betung, jenis="kawasan")
    for tahun, status in ((2023, "TERTINGGAL"), (2024, "BERKEMBANG")):
        AnggotaKerjaSama.objects.create(
            kerja_sama=kerja_sama, tahun=tahun, desa=muara(), nama_tercetak="MUARA"
        )
        factories.make_idm(muara(), tahun, status=status)
    for tahun, status in ((2023, "BERKEMBANG"), (2024, "MANDIRI")):
        factories.make_idm(Desa.objects.get(nama="Suka"), tahun, status=status)
    for desa in Desa.objects.on(2024).exclude(jenis="kelurahan").filter(idmdesa=None):
        for tahun in (2023, 2024):
            factories.make_idm(desa, tahun, status="MAJU")
    sebelum = deret(banyuasin)
    mekarkan(client_for("admin"), "2024-04-25")
    assert deret(banyuasin) == sebelum
    kini, datang, pergi, pindah, ikk_6, ikk_7 = sebelum
    assert (kini.desa, datang, pergi) == (1, [], [])
    assert pindah == {
        ("TERTINGGAL", "BERKEMBANG"): 1,
        ("BERKEMBANG", "MANDIRI"): 1,
        ("MAJU", "MAJU"): 2,
    }
    assert (ikk_6.nilai, ikk_7.nilai) == (100, 100)


def test_kode_lama_diterima_lembar(betung, client_for, banyuasin):
    mekarkan(client_for("admin"))
    assert kode_lama(banyuasin) == {
        "16.07.05.2002": "16.07.22.2001",
        "16.07.05.2003": "16.07.22.1002",
    }
    isi = "Kode baris;Posyandu\n16.07.05.2002;4\n"
    berkas = SimpleUploadedFile("rincian.csv", isi.encode())
    client_for("operator").post(
        f"{reverse('villages:rincianlembaga_grid_impor')}?tahun=2025", {"berkas": berkas}
    )
    impor = Impor.objects.latest("pk")
    assert not impor.kesalahan
    assert [u["kunci"] for u in impor.ubahan] == [str(muara().pk)]
    assert impor.catatan[0]["pesan"] == "Kode edisi lain; dibaca sebagai 16.07.22.2001 Muara."


def test_batas_berkode_lama_menjadi_batas_desanya(betung, client_for):
    client = client_for("admin")
    mekarkan(client)
    assert load(client, geojson(poligon("1607052002"))).status_code == 302
    assert BatasDesa.objects.get().desa == muara()


@pytest.fixture
def berbaris(betung, banyuasin, client_for):
    """Baris 2024 dan 2025; sesudahnya Lubuk dan Betung berganti nama, Muara pindah kecamatan."""
    kerja_sama = KerjaSama.objects.create(kabupaten=banyuasin, kecamatan=betung, jenis="kawasan")
    for tahun in (2024, 2025):
        RekapLembaga.objects.create(kecamatan=betung, tahun=tahun)
        KegiatanPkk.objects.create(kecamatan=betung, tahun=tahun)
        for desa in Desa.objects.filter(nama__in=("Lubuk", "Muara")):
            factories.make_idm(desa, tahun, status="MAJU")
            RincianLembaga.objects.create(desa=desa, tahun=tahun, posyandu=1)
            AnggotaKerjaSama.objects.create(
                kerja_sama=kerja_sama, tahun=tahun, desa=desa, nama_tercetak=desa.nama
            )
    isi = MEKAR.replace("05,Betung\n", "05,Betung Raya\n").replace("Lubuk", "Lubuk Besar")
    client = client_for("admin")
    impor = upload(client, isi)
    pilih = {"16.07.22.2003": "baru"}
    halaman = apply(client, impor, "2025-04-25", usul="1", ganti="1", pilih=pilih)
    assert halaman.status_code == 302, list(map(str, halaman.context["messages"]))


# kolom, isinya pada 2024, isinya pada 2025
DESA = ("^Desa$", {"Lubuk", "Muara"}, {"Lubuk Besar", "Muara"})
DESA_FORMULIR = ("^Desa menurut kode$", *DESA[1:])
KECAMATAN_DESA = ("^Kecamatan$", {"Betung"}, {"Betung Raya", "Betung Selatan"})
KECAMATAN = ("^Kecamatan$", {"Betung"}, {"Betung Raya"})


@pytest.mark.parametrize(
    ("daftar", "sebutan"),
    [
        ("idm:idmdesa_list", (DESA, KECAMATAN_DESA)),
        ("villages:rincianlembaga_list", (DESA, KECAMATAN_DESA)),
        ("villages:anggotakerjasama_list", (DESA_FORMULIR, KECAMATAN)),
        ("villages:rekaplembaga_list", (KECAMATAN,)),
        ("villages:kegiatanpkk_list", (KECAMATAN,)),
    ],
)
def test_daftar_menyebut_nama_menurut_tahun_barisnya(berbaris, client_for, daftar, sebutan):
    """Juga pada unduhannya; baris tahun lalu tidak memakai nama edisi baru."""
    client = client_for("operator")
    for kolom, dulu, kini in sebutan:
        for tahun, nama in (("2024", dulu), ("2025", kini)):
            halaman = client.get(reverse(daftar), {"tahun": tahun})
            tabel = Halaman(halaman.content.decode()).tabel
            milik = [b.teks(kolom) for b in baris(tabel, kolom) if b.teks("^Tahun$") == tahun]
            assert {satu.partition(" (kini ")[0] for satu in milik} == nama
            unduhan = client.get(reverse(daftar), {"tahun": tahun, "ekspor": "csv"})
            isi = unduhan.content.decode()
            assert all(f"{satu};" in isi for satu in nama)
