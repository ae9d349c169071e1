"""Satu kotak cari: yang ditemukan, urutannya, haknya, dan tulisan yang buruk."""

import datetime
import random
import re
from itertools import pairwise

import pytest
from django.urls import reverse

from accounts.models import Pejabat, User
from accounts.roles import Peran
from documents.models import naskah_models
from dpmd.menu import MENU, sehari_hari, terbuka
from dpmd.pencarian import cari
from kinerja.models import Indikator, Kegiatan, Peraturan, Program, SubKegiatan
from tests.factories import make_lkjip
from villages.models import Desa, Kecamatan, RiwayatWilayah

TAHUN = 2023
ENAM = 6
TERPENDEK = 3  # bilangan dan kata sambung tidak dicari


@pytest.fixture
def operator(kabupaten):
    return User.objects.get(username="operator")


def ditemukan(user, tulisan, banyak=None):
    return [satu.url for satu in cari(user, TAHUN, tulisan)][:banyak]


NOMOR_TAHUN = re.compile(r"Nomor (\d+) Tahun (\d+)")


def semua_yang_dicari(operator):
    """(label, alamat) wilayah, indikator, pohon program, peraturan, pejabat, naskah, halaman."""
    baris = [
        *Desa.objects.visible_to(operator).saat(TAHUN),
        *Indikator.objects.visible_to(operator),
        *Kecamatan.objects.visible_to(operator).saat(TAHUN),
        *Program.objects.visible_to(operator).pada_tahun(TAHUN),
        *Kegiatan.objects.visible_to(operator).pada_tahun(TAHUN),
        *SubKegiatan.objects.visible_to(operator).pada_tahun(TAHUN),
        *Peraturan.objects.visible_to(operator).pada_tahun(TAHUN),
        *Pejabat.objects.visible_to(operator),
    ]
    for model in naskah_models():
        baris += model.objects.visible_to(operator).for_tahun(TAHUN)
    halaman = [(item.label, item.url) for _, items in terbuka(operator) for item in items]
    return [(str(satu), satu.get_absolute_url()) for satu in baris] + halaman


def enam_huruf(label, semua):
    """Enam aksara yang dipilih orang, yang paling jarang.

    Awal satu kata, awal dua kata, atau nomor dan tahun peraturan.
    """
    kata = [satu.lower() for satu in label.split() if len(satu) >= TERPENDEK]
    kata = [satu for satu in kata if satu != "tentang"]  # kata sambung, bukan isinya
    pilihan = [satu[:ENAM] for satu in kata]
    pilihan += [f"{satu[:3]} {lain[:3]}" for satu, lain in pairwise(kata)]
    pilihan += [f"{nomor} {tahun}"[:ENAM] for nomor, tahun in NOMOR_TAHUN.findall(label)]
    return min(pilihan, key=lambda satu: sum(memuat(lain, satu) for lain, _ in semua))


def memuat(label, tulisan):
    return all(kata in label.lower() for kata in tulisan.split())


def test_empat_puluh_yang_diundi_ada_di_antara_lima_teratas(operator):
    semua = semua_yang_dicari(operator)
    diundi = random.Random(20231231).sample(semua, 40)
    luput = []
    for label, url in diundi:
        tulisan = enam_huruf(label, semua)
        if url not in ditemukan(operator, tulisan, 5):
            luput.append((label, tulisan))
    assert luput == []


def test_jenis_dan_nomornya_menemukan_indikator(operator):
    indikator = Indikator.objects.visible_to(operator).pada_tahun(TAHUN).get(jenis="ikk", nomor=6)
    assert ditemukan(operator, "IKK 6", 1) == [indikator.get_absolute_url()]


def test_kabupaten_lain_dan_tahun_lain_tidak_ikut(operator):
    lain = User.objects.get(username="operator.merangin")
    (milik_lain,) = SubKegiatan.objects.visible_to(lain).pada_tahun(2024)[:1]
    assert milik_lain.get_absolute_url() in [satu.url for satu in cari(lain, 2024, milik_lain.nama)]
    assert milik_lain.get_absolute_url() not in ditemukan(operator, milik_lain.nama)
    (sub,) = SubKegiatan.objects.visible_to(operator).pada_tahun(TAHUN)[:1]
    assert ditemukan(operator, sub.nama, 1) == [sub.get_absolute_url()]
    assert sub.get_absolute_url() not in [satu.url for satu in cari(operator, 2021, sub.nama)]


def test_nama_lama_ditemukan_pada_tahunnya(operator):
    desa = Desa.objects.visible_to(operator)[0]
    RiwayatWilayah.objects.create(
        desa=desa,
        sampai=datetime.date(TAHUN + 1, 5, 1),
        kode=desa.kode,
        nama="Nama Dahulu",
        jenis=desa.jenis,
        kecamatan=desa.kecamatan,
    )
    (lama,) = cari(operator, TAHUN, "nama dahulu")
    assert (lama.label, lama.url) == ("Nama Dahulu", desa.get_absolute_url())
    assert cari(operator, TAHUN + 1, "nama dahulu") == []


@pytest.mark.parametrize("peran", [peran.value for peran in Peran])
def test_hasilnya_hanya_yang_boleh_dibuka(client_for, users, peran):
    client = client_for(peran)
    for kata in ("rekap", "pengguna", "jejak", "buku", "indeks"):
        for satu in cari(users[peran], TAHUN, kata):
            assert client.get(satu.url).status_code == 200, satu


@pytest.mark.parametrize(
    ("tulisan", "pesan"),
    [
        ("a", "dua huruf"),
        ("x" * 81, "80"),
        ("a\0b", "null"),
        ("%_", "Tidak ada yang memuat"),
        ("\ufffdx", "Tidak ada"),
    ],
)
def test_tulisan_buruk_dijawab_dengan_kalimat(client_for, tulisan, pesan):
    halaman = client_for("operator").get(reverse("pencarian"), {"q": tulisan})
    assert halaman.status_code == 200
    assert pesan in halaman.content.decode()


def test_tanpa_skrip_halamannya_sendiri_dan_dengan_skrip_daftarnya_saja(client_for):
    client = client_for("operator")
    penuh = client.get(reverse("pencarian"), {"q": "panduan"}).content.decode()
    daftar = client.get(reverse("pencarian"), {"q": "panduan"}, headers={"HX-Request": "true"})
    assert "<h1>Cari</h1>" in penuh
    assert "<h1>" not in daftar.content.decode()


BATAS_MENU = {
    Peran.KEPALA_DAERAH: 6,
    Peran.INSPEKTORAT: 13,
    Peran.INSPEKTUR: 13,
    Peran.OPERATOR: 26,
    Peran.KEPALA_BIDANG: 18,
    Peran.KEPALA_DINAS: 18,
    Peran.ADMIN: 18,
}


@pytest.mark.parametrize("peran", Peran)
def test_menu_peran_singkat_dan_selebihnya_di_data_dan_acuan(client_for, users, peran):
    user = users[peran.value]
    sehari = [item for _, items in sehari_hari(user.peran) for item in items]
    boleh = [item for _, items in terbuka(user) for item in items]
    assert 2 <= len(sehari) < BATAS_MENU[peran]
    halaman = client_for(peran.value).get(reverse("data_acuan")).content.decode()
    assert [item.label for item in boleh if f'href="{item.url}"' not in halaman] == []
    assert set(sehari) <= set(boleh)


def test_yang_bagi_suatu_peran_boleh_dibukanya(users):
    tertutup = []
    for _, items in MENU:
        for item in items:
            tertutup += [
                (item.label, r.value) for r in item.bagi if not item.is_open(users[r.value])
            ]
    assert tertutup == []


@pytest.mark.parametrize("tulisan", ["desa betung", "kec. betung", "kecamatan betung"])
def test_jenis_di_depan_nama(operator, tulisan):
    assert cari(operator, TAHUN, tulisan)[0].label.startswith("Betung")


@pytest.mark.parametrize("tulisan", ["keamanan akun", "kata sandi", "sertifikat", "faktor kedua"])
def test_pengaturan_akun_sendiri_ditemukan(operator, tulisan):
    assert any(satu.jenis == "Halaman" for satu in cari(operator, TAHUN, tulisan))


@pytest.mark.parametrize(
    ("tulisan", "label"),
    [
        ("53/2014", "Birokrasi Nomor 53 Tahun 2014"),
        ("permenpan 53/2014", "Birokrasi Nomor 53 Tahun 2014"),
        ("perpres 29", "Peraturan Presiden Nomor 29 Tahun 2014"),
        ("21303", "2.13.03 "),
        ("1607012003", "Merah Mata"),
        ("karang taruna", "Rekap lembaga"),
    ],
)
def test_singkatan_nomor_dan_kode_polos(operator, tulisan, label):
    assert label in cari(operator, TAHUN, tulisan)[0].label


def test_naskah_tahun_jauh_menurut_tahun_atau_nomornya(operator):
    jauh = make_lkjip(operator.kabupaten, tahun=2017, nomor="700/17")
    for tulisan in ("lkjip 2017", "700/17"):
        assert ditemukan(operator, tulisan, 1) == [jauh.get_absolute_url()]
    assert jauh.get_absolute_url() not in ditemukan(operator, "lkjip")
