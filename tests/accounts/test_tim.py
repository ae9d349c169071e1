"""Tim kantor sekali isi: bidang, pejabat, akun dan tautannya; salah satu salah, tidak ada."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse

from accounts.actions.tim import Anggota, create_tim
from accounts.models import Bidang, Pejabat, PerangkatDaerah, Tautan, User, UsulAkun
from accounts.roles import Peran
from core.audit import Invalid, Refused
from core.daerah import Perangkat
from core.models import AuditEvent
from tests import factories

pytestmark = pytest.mark.django_db
URL = reverse("accounts:tim")
NIP = "19700101 199001 1 01"
BIDANG = {
    "bidang_1-bidang": "Bidang Baru",
    "bidang_1-nama": "Pejabat Contoh 4",
    "bidang_1-nip": f"{NIP}4",
    "bidang_1-jabatan": "Kepala Bidang",
    "bidang_1-mulai": "2024-01-02",
    "bidang_1-username": "kabid.baru",
}
OPERATOR = {
    "operator_1-bidang": "bidang baru",
    "operator_1-nama": "Pegawai Contoh 1",
    "operator_1-username": "operator.baru",
}


@pytest.fixture
def kosong(banyuasin):
    """Kantor yang baru dibuka: satu admin, kepala dinas sudah tercatat."""
    for jenis in (Perangkat.KEPALA_DAERAH, Perangkat.INSPEKTORAT):
        PerangkatDaerah.objects.get_or_create(
            kabupaten=banyuasin, jenis=jenis, defaults={"nama": jenis, "singkatan": jenis}
        )
    for peran in Peran:
        Group.objects.get_or_create(name=peran.value)
    factories.make_pejabat(banyuasin, nama="Pejabat Contoh 1", mulai="2020-01-01")
    return factories.make_user("admin", banyuasin, username="pengurus")


@pytest.fixture
def admin(kosong, client):
    client.force_login(kosong)
    return client


def test_semua_kursi_dalam_satu_kiriman(admin, kosong):
    assert "Kepala dinas: Pejabat Contoh 1" in admin.get(URL).text
    kepala = {
        "kepala_dinas-username": "kadis",
        "kepala_daerah-nama": "Pejabat Contoh 2",
        "kepala_daerah-jabatan": "Bupati",
        "kepala_daerah-mulai": "2024-01-02",
        "kepala_daerah-username": "bupati",
    }
    halaman = admin.post(URL, kepala | BIDANG | OPERATOR)
    assert halaman.headers["Cache-Control"] == "no-store"
    assert len(set(re.findall(r"/akun/tautan/([\w-]+)/", halaman.text))) == 4
    akun = {user.username: user for user in User.objects.exclude(pk=kosong.pk)}
    assert {nama: user.peran for nama, user in akun.items()} == {
        "kadis": ("kepala_dinas",),
        "bupati": ("kepala_daerah",),
        "kabid.baru": ("kepala_bidang",),
        "operator.baru": ("operator",),
    }
    assert akun["kadis"].pejabat.nama == "Pejabat Contoh 1"
    assert akun["bupati"].pejabat.is_kepala_daerah
    assert akun["kabid.baru"].bidang == akun["operator.baru"].bidang == Bidang.objects.get()
    assert (akun["operator.baru"].pejabat, str(akun["operator.baru"])) == (None, "Pegawai Contoh 1")
    assert Tautan.objects.berlaku().count() == 4
    kejadian = AuditEvent.objects.of(akun["kadis"]).get()
    assert kejadian.changes["peran"] == ["", "kepala_dinas"]
    assert "tanpa orang kedua" in kejadian.note
    assert AuditEvent.objects.of(akun["operator.baru"]).get().note == ""
    # kursi kepala yang sudah terisi tidak ditanyakan lagi
    lagi = admin.get(URL).text
    assert "kepala_dinas-username" not in lagi
    assert "sudah ada: Bidang Baru." in lagi


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"bidang_1-nip": "12"}, "NIP terdiri atas 18 angka."),
        ({"bidang_1-nip": "197013412005011001"}, "19701341 bukan tanggal"),
        ({"bidang_1-nip": "197001012005131001"}, "13 bukan bulan"),
        ({"bidang_1-nama": ""}, "Kolom ini wajib diisi."),
        ({"bidang_1-username": "pengurus"}, "sudah ada"),
        ({"bidang_1-username": "a b"}, "nama pengguna"),
        ({"operator_1-username": "kabid.baru"}, "ditulis dua kali"),
        ({"bidang_1-mulai": "kemarin"}, "Tanggal tidak dikenali."),
    ],
)
def test_satu_salah_tidak_ada_yang_tersimpan(admin, ganti, pesan):
    halaman = admin.post(URL, BIDANG | OPERATOR | ganti)
    assert halaman.status_code == 422
    assert pesan.casefold() in halaman.text.casefold()
    assert (User.objects.count(), Bidang.objects.count(), Pejabat.objects.count()) == (1, 0, 1)


def test_tanpa_satu_orang_pun(admin):
    assert "Isi paling sedikit satu orang." in admin.post(URL, {}).text


def test_yang_bersurat_tidak_ditunjukkan_tautannya(admin, settings):
    settings.HAS_SURAT = True
    halaman = admin.post(URL, OPERATOR | {"operator_1-email": "operator@contoh.id"})
    assert "Dikirim ke operator@contoh.id." in halaman.text
    assert "/akun/tautan/" not in halaman.text
    assert "/akun/tautan/" in mail.outbox[0].body


def test_orang_kedua_yang_sudah_ada_memutus_penanda_tangan(admin, kosong):
    factories.make_user("kepala_dinas", kosong.kabupaten, username="kadis")
    halaman = admin.post(URL, BIDANG | OPERATOR)
    assert "Kepala Bidang/Sekretaris menunggu persetujuan orang kedua." in halaman.text
    assert User.objects.get(username="kabid.baru").peran == ()
    assert User.objects.get(username="operator.baru").peran == ("operator",)
    assert UsulAkun.objects.get().peran == "kepala_bidang"


def test_pintu_menolak_isi_yang_tidak_sah(kosong):
    dinas = kosong.kabupaten.dinas
    tim = [
        Anggota(dinas, (Peran.OPERATOR,), User(username="satu")),
        Anggota(dinas, (Peran.OPERATOR,), User(username="pengurus")),
    ]
    with pytest.raises(Invalid):
        create_tim(tim=tim, by=kosong)
    assert not User.objects.filter(username="satu").exists()


def test_yang_ditolak_pintunya_menjadi_pesan(admin, monkeypatch):
    def tolak(**isi):
        raise Refused("Direbut orang lain.")

    monkeypatch.setattr("accounts.views.tim.create_tim", tolak)
    halaman = admin.post(URL, OPERATOR)
    assert (halaman.status_code, "Direbut orang lain." in halaman.text) == (422, True)
