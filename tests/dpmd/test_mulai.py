"""Membuka kantor pertama: halaman, perintah, dan yang dimuat bersamanya."""

import datetime
import threading
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Kabupaten, Pejabat, PerangkatDaerah, User
from core.audit import Invalid, Refused
from core.daerah import Daerah, Perangkat
from core.models import AuditEvent
from documents.actions.kerja import work
from documents.models import Tugas
from dpmd import sources
from dpmd.actions import create_kantor, is_kosong, load_daerah, read_daerah
from dpmd.actions.fixtures import load_acuan
from dpmd.forms import KUNCI_SALAH, SANDI_BEDA, kunci_pemasangan
from idm.models import IdmDesa
from villages.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db
BLORA = "33.16"
SANDI = "desa-maju-bersama-7"


def kiriman(**ganti):
    """Kiriman halaman mulai untuk Blora; `ganti` menurut nama isiannya dengan garis bawah ganda."""
    isi = {
        "daerah-kunci": kunci_pemasangan(),
        "daerah-kode": BLORA,
        "dinas-nama": "Dinas Pemberdayaan Masyarakat dan Desa",
        "dinas-singkatan": "DPMD",
        "dinas-tempat": "Blora",
        "dinas-tahun_kerja": "2025",
        "kepala-nama": "Pejabat Contoh 1",
        "kepala-nip": "19700101 199001 1 001",
        "kepala-jabatan": "Kepala Dinas",
        "kepala-sifat": "definitif",
        "kepala-mulai": "2024-01-02",
        "admin-username": "admin",
        "admin-sandi": SANDI,
        "admin-sandi_lagi": SANDI,
    }
    return isi | {nama.replace("__", "-", 1): nilai for nama, nilai in ganti.items()}


def rows(nip="197001011990011001", akun="admin"):
    return {
        "dinas": PerangkatDaerah(nama="Dinas PMD", singkatan="DPMD", tempat="Blora"),
        "kepala": Pejabat(nama="Pejabat Contoh 1", nip=nip, jabatan="Kepala", mulai="2024-01-02"),
        "admin": User(username=akun, password="!"),
    }


@pytest.fixture(scope="module")
def acuan(bersama):
    """Acuan bersama dimuat sekali."""
    load_acuan(by="pemasangan awal")


def test_halaman_membuka_kantor_dan_memuat_daerahnya(client):
    jawaban = client.post(reverse("mulai"), kiriman(), follow=True)
    assert "Kabupaten Blora dibuka." in jawaban.text
    blora = Kabupaten.objects.get()
    masuk = {"username": "admin", "password": SANDI}
    client.post(reverse("accounts:login"), masuk)
    beranda = client.get(reverse("beranda")).text
    assert "Wilayah dan IDM terbitan</a>" in beranda
    work.call()
    tugas = Tugas.objects.get()
    assert tugas.kabar == "16 kecamatan, 271 desa, 24 kelurahan, IDM 2024 271 desa."
    assert "Wilayah dan IDM terbitan</a>" not in client.get(reverse("beranda")).text
    assert (blora.kode, str(blora), blora.provinsi) == (BLORA, "Kabupaten Blora", "Jawa Tengah")
    assert Kecamatan.objects.filter(kabupaten=blora).count() == 16
    assert Desa.objects.filter(lintang=None).count() < 10
    satu = IdmDesa.objects.get(desa__kode="33.16.01.2001")
    (terbit,) = [baris for baris in sources.idm(BLORA) if baris["kode"] == satu.desa.kode]
    assert (f"{satu.idm:.4f}", satu.status) == (
        f"{float(terbit['idm']):.4f}",
        terbit["status"],
    )
    kantor = set(PerangkatDaerah.objects.values_list("jenis", flat=True))
    assert kantor == {Perangkat.DINAS_PMD, Perangkat.KEPALA_DAERAH, Perangkat.INSPEKTORAT}
    admin = User.objects.get()
    assert admin.peran == ("admin",)
    assert "Menuju naskah pertama" in beranda
    call_command("verify_audit", stdout=StringIO())
    pembuka = set(AuditEvent.objects.exclude(actor="admin").values_list("actor", flat=True))
    assert pembuka == {"pemasangan awal"}


def test_halaman_hanya_ada_selama_kosong(acuan, client):
    assert "Belum ada kantor di sini" in client.get(reverse("accounts:login")).text
    awal = client.get(reverse("mulai"), {"kunci": "abc"})
    assert 'value="abc"' in awal.text
    create_kantor(kode="31.01", by="uji", **rows())
    assert client.get(reverse("mulai")).status_code == 404
    assert client.post(reverse("mulai"), kiriman()).status_code == 404
    assert "Belum ada kantor di sini" not in client.get(reverse("accounts:login")).text
    with pytest.raises(CommandError, match="create_office"):
        call_command("mulai")


SALAH = [
    ({"daerah__kunci": "salah"}, KUNCI_SALAH),
    ({"daerah__kode": "99.99"}, "99.99"),
    ({"daerah__kode": ""}, "Kabupaten, kota atau provinsi"),
    ({"kepala__nip": "123"}, "NIP terdiri atas 18 angka."),
    ({"kepala__mulai": "kemarin"}, "Tanggal tidak dikenali."),
    ({"dinas__tahun_kerja": "1800"}, "Tahun kerja"),
    ({"admin__sandi_lagi": "lain"}, SANDI_BEDA),
    ({"admin__sandi": "pendek", "admin__sandi_lagi": "pendek"}, "Kata sandi"),
    ({"admin__username": "a b"}, "Nama pengguna"),
]


@pytest.mark.parametrize(("ganti", "pesan"), SALAH)
def test_isian_salah_disebut_dan_tidak_ada_yang_tersimpan(client, ganti, pesan):
    jawaban = client.post(reverse("mulai"), kiriman(**ganti))
    assert jawaban.status_code == 422
    assert pesan in jawaban.text
    assert is_kosong()
    assert not User.objects.exists()


def test_semua_kesalahan_sekaligus(client):
    jawaban = client.post(reverse("mulai"), {})
    wajib = (
        "Kunci pemasangan",
        "Singkatan",
        "NIP",
        "Menjabat sejak",
        "Nama pengguna",
        "Kata sandi",
    )
    for label in wajib:
        assert f">{label}</a>" in jawaban.text


def test_logo_yang_bukan_gambar_ditolak(client):
    logo = StringIO("<svg onload=alert(1)>")
    logo.name = "logo.png"
    jawaban = client.post(reverse("mulai"), kiriman(dinas__logo=logo))
    assert "SVG tidak dapat dibaca." in jawaban.text
    assert is_kosong()


def test_yang_kedua_ditolak_dan_setengah_jalan_dibatalkan(acuan):
    with pytest.raises(Invalid):
        create_kantor(kode=BLORA, by="uji", **rows(nip="12"))
    assert is_kosong()
    with pytest.raises(Refused, match="tidak ada pada daftar"):
        create_kantor(kode="33.99", by="uji", **rows())
    create_kantor(kode="31.01", by="uji", **rows())
    with pytest.raises(Refused, match="sudah ada pada pemasangan ini"):
        create_kantor(kode="31.01", by="uji", **rows())
    with pytest.raises(Refused, match="sudah dibuka orang lain"):
        create_kantor(kode=BLORA, by="uji", is_pertama=True, **rows())
    assert Kabupaten.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_dua_admin_membuka_bersamaan(client):
    """Tepat satu kantor; yang kedua diberi tahu dan tidak meninggalkan apa pun."""
    mulai, jawaban = threading.Barrier(2), []

    def send(kode, akun):
        isi = kiriman(daerah__kode=kode, admin__username=akun)
        mulai.wait()
        jawaban.append(Client().post(reverse("mulai"), isi))
        connection.close()

    orang = [
        threading.Thread(target=send, args=("33.16", "satu")),
        threading.Thread(target=send, args=("62.13", "dua")),
    ]
    for satu in orang:
        satu.start()
    for satu in orang:
        satu.join()
    status = sorted(satu.status_code for satu in jawaban)
    assert status == [302, 422]
    (kalah,) = [satu for satu in jawaban if satu.status_code == 422]
    assert "Kantor pertama sudah dibuka orang lain." in kalah.text
    assert (Kabupaten.objects.count(), User.objects.count(), Tugas.objects.count()) == (1, 1, 1)


def test_perintah_membuka_kantor_berikutnya(acuan, monkeypatch):
    monkeypatch.setenv("ADMIN_SANDI", SANDI)
    isi = kiriman()
    for nama in ("daerah-kunci", "admin-sandi", "admin-sandi_lagi", "dinas-tahun_kerja"):
        del isi[nama]
    pilihan = [f"--{nama.replace('_', '-')}={nilai}" for nama, nilai in isi.items()]
    keluaran = StringIO()
    call_command("create_office", *pilihan, "--daerah-kode=16", stdout=keluaran)
    assert "Provinsi Sumatera Selatan: 0 kecamatan" in keluaran.getvalue()
    assert PerangkatDaerah.objects.filter(nama="Gubernur").exists()
    dinas = Kabupaten.objects.get().dinas
    assert dinas.tahun_kerja == timezone.localdate().year
    with pytest.raises(CommandError, match="--kepala-nip: NIP terdiri atas 18 angka"):
        call_command("create_office", *pilihan, "--kepala-nip=1")
    with pytest.raises(CommandError, match="--admin-username"):
        call_command("create_office", *pilihan)
    assert Kabupaten.objects.count() == 1


def test_perintah_mencetak_alamat_yang_diterima(client):
    keluaran = StringIO()
    call_command("mulai", stdout=keluaran)
    alamat = keluaran.getvalue().strip().removeprefix("http://127.0.0.1:8000")
    assert kunci_pemasangan() in client.get(alamat).text


def load(kode):
    """Kantor baru berikut isinya, tanpa tugas."""
    kabupaten = create_kantor(kode=kode, by="uji", **rows())
    return load_daerah(kabupaten=kabupaten, isi=read_daerah(kode), by="uji")


def test_pemuatan_berkabar_dan_hanya_sekali(acuan):
    kabupaten = create_kantor(kode="62.13", by="uji", **rows())
    isi = read_daerah("62.13")
    kabar = []
    load_daerah(kabupaten=kabupaten, isi=isi, by="uji", lapor=lambda *satu: kabar.append(satu))
    assert kabar == [(len(isi.kecamatan) + len(isi.desa), isi.banyak)]
    with pytest.raises(Refused, match="Wilayah Kabupaten Barito Timur sudah dimuat"):
        load_daerah(kabupaten=kabupaten, isi=isi, by="uji")


def test_pekerja_mati_sesudah_wilayahnya_tertulis(acuan, client, monkeypatch):
    """Wilayah yang sudah tertulis hilang bersama transaksinya; percobaan kedua memuat sekali."""

    class Mati(BaseException):
        pass

    def mati(*isi):
        assert Desa.objects.count() == 103
        raise Mati

    client.post(reverse("mulai"), kiriman(daerah__kode="62.13"))
    with monkeypatch.context() as sementara:
        sementara.setattr("dpmd.actions.daerah._idm", mati)
        with pytest.raises(Mati):
            work.call()
    assert not Desa.objects.exists()
    lampau = timezone.now() - datetime.timedelta(seconds=1)
    Tugas.objects.update(sampai=lampau)
    work.call()
    assert Tugas.objects.get().status == "selesai"
    assert (Desa.objects.count(), IdmDesa.objects.count()) == (103, 100)


def test_terbitan_yang_bertentangan_disebut_desanya(acuan):
    kantor = load("62.13")
    assert kantor.idm == 100
    (catatan,) = kantor.catatan
    assert catatan.startswith("62.13.06.2003: Status terbitan Berkembang")


def test_baris_terbitan_yang_keliru_tidak_menahan_yang_lain(acuan, monkeypatch):
    asli = sources.idm("62.13")
    asing = asli[0] | {"kode": "62.13.06.2999"}
    monkeypatch.setattr(sources, "idm", lambda kode: [*asli, asing])
    kantor = load("62.13")
    assert kantor.idm == 100
    assert any(catatan.startswith("62.13.06.2999: ") for catatan in kantor.catatan)


def test_desa_tanpa_titik_tetap_dimuat(acuan, monkeypatch):
    asli = sources.wilayah("62.13")
    tanpa = [replace(satu, lintang="", bujur="") for satu in asli]
    monkeypatch.setattr(sources, "wilayah", lambda kode: tanpa)
    load("62.13")
    assert Desa.objects.filter(lintang=None, bujur=None).count() == 103


def test_daftar_senegara_utuh():
    semua = sources.semua_daerah().values()
    banyak = {jenis: sum(satu.jenis is jenis for satu in semua) for jenis in Daerah}
    assert banyak == {Daerah.PROVINSI: 38, Daerah.KABUPATEN: 416, Daerah.KOTA: 98}
    assert str(sources.semua_daerah()["31.71"]) == "Kota Administrasi Jakarta Pusat"
    adat = [w.nama for w in sources.wilayah("91.03") if w.kode[9:10] == "3"]
    assert len(adat) == 14


def test_superuser_tidak_mengatasi_tabel_hak():
    user = User(username="akar", is_superuser=True)
    user.save()
    assert not user.has_perm("kinerja.view_indikator")
    assert not user.has_module_perms("kinerja")
