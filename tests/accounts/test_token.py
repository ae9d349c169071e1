"""Token API: dibuat admin, ditunjukkan sekali, tersimpan sebagai sidik, dicabut."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.actions import issue_token, revoke_token, use_token
from accounts.models import Kabupaten, TokenApi, User
from core.audit import Refused
from core.models import AuditEvent

pytestmark = pytest.mark.django_db
DAFTAR = "/akun/token/"


def lusa(hari: int = 30) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=hari)


@pytest.fixture
def admin(client_for: Callable[[str], Client]) -> Client:
    return client_for("admin")


def create(admin: Client, **ubah: Any) -> Any:
    url = f"{DAFTAR}tambah/"
    form = admin.get(url).context["form"]
    isian = {"nama": "Dasbor Bappeda", "berlaku_sampai": lusa()} | ubah
    return admin.post(url, {"kiriman": form.initial["kiriman"]} | isian)


def test_tampil_sekali_dan_tersimpan_sebagai_sidik(admin: Client) -> None:
    halaman = create(admin)
    isi = halaman.content.decode()
    rahasia = isi.split('value="dpmd_')[1].split('"')[0]
    assert halaman.headers["Cache-Control"] == "no-store"
    token = TokenApi.objects.get()
    assert use_token(f"dpmd_{rahasia}") == token
    rincian = admin.get(token.get_absolute_url()).content.decode()
    assert rahasia not in rincian + admin.get(DAFTAR).content.decode()
    tersimpan = " ".join(str(satu.changes) for satu in AuditEvent.objects.all())
    assert rahasia not in tersimpan


@pytest.mark.parametrize("hari", [-1, 366, 4000])
def test_masa_hari_ini_sampai_setahun(admin: Client, hari: int) -> None:
    halaman = create(admin, berlaku_sampai=lusa(hari))
    assert "Pilih tanggal antara hari ini dan" in halaman.content.decode()
    assert not TokenApi.objects.exists()


def test_nama_kembar_dan_kiriman_kedua(admin: Client) -> None:
    url = f"{DAFTAR}tambah/"
    kiriman = admin.get(url).context["form"].initial["kiriman"]
    isian = {"nama": "Dasbor", "berlaku_sampai": lusa(), "kiriman": kiriman}
    admin.post(url, isian)
    assert "tidak disimpan dua kali" in admin.post(url, isian | {"nama": "Lain"}).content.decode()
    assert "Masih dipakai token lain" in create(admin, nama="Dasbor").content.decode()
    assert TokenApi.objects.count() == 1
    revoke_token(TokenApi.objects.get(), by="uji")
    create(admin, nama="Dasbor")
    assert TokenApi.objects.count() == 2


def test_cabut_dari_halamannya(admin: Client) -> None:
    create(admin)
    token = TokenApi.objects.get()
    rincian = admin.get(token.get_absolute_url()).content.decode()
    assert "Cabut token" in rincian
    admin.post(f"{DAFTAR}{token.pk}/cabut/")
    token.refresh_from_db()
    assert token.keadaan == "dicabut"
    assert "Cabut token" not in admin.get(token.get_absolute_url()).content.decode()
    kedua = admin.post(f"{DAFTAR}{token.pk}/cabut/", follow=True).content.decode()
    assert "Token ini sudah dicabut." in kedua
    kejadian = AuditEvent.objects.filter(model="accounts.TokenApi").order_by("nomor")
    assert [(k.action, k.note) for k in kejadian] == [("tambah", ""), ("ubah", "dicabut")]


def test_kantor_lain_tidak_dapat_mencabut(admin: Client, merangin: Kabupaten) -> None:
    token = TokenApi(kabupaten=merangin, nama="Merangin", berlaku_sampai=lusa())
    issue_token(token, by="uji")
    assert admin.post(f"{DAFTAR}{token.pk}/cabut/").status_code == 404
    assert "Merangin" not in admin.get(DAFTAR).content.decode()
    token.refresh_from_db()
    assert token.keadaan == "berlaku"


def test_hanya_admin_yang_membuat_dan_mencabut(
    client_for: Callable[[str], Client], banyuasin: Kabupaten, users: dict[str, User]
) -> None:
    token = TokenApi(kabupaten=banyuasin, nama="Uji", berlaku_sampai=lusa())
    issue_token(token, by=users["admin"])
    for peran in ("operator", "kepala_dinas", "inspektorat"):
        client = client_for(peran)
        assert client.get(f"{DAFTAR}tambah/").status_code == 403
        assert client.post(f"{DAFTAR}{token.pk}/cabut/").status_code == 403


def test_dipakai_sampai_hari_terakhirnya(banyuasin: Kabupaten) -> None:
    token = TokenApi(kabupaten=banyuasin, nama="Uji", berlaku_sampai=lusa(0))
    rahasia = issue_token(token, by="uji")
    assert use_token(rahasia).dipakai_pada == timezone.localdate()
    TokenApi.objects.update(dibuat_pada=lusa(-2), berlaku_sampai=lusa(-1))
    with pytest.raises(Refused, match="lewat masa berlakunya"):
        use_token(rahasia)
    with pytest.raises(Refused, match="tidak dikenal"):
        use_token(rahasia[:-1])


def test_inspektorat_tidak_membuka_angka(admin: Client, banyuasin: Kabupaten) -> None:
    url = "/akun/perangkat-daerah/tambah/"
    isian = {"jenis": "lain", "nama": "Bappeda", "singkatan": "B", "tempat": "X",
             "tahun_kerja": "2024", "is_angka_terbuka": "on"}  # fmt: skip
    assert "Hanya dinas PMD" in admin.post(url, isian).content.decode()
