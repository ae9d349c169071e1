"""Kabar: sekali tiap kejadian, menurut pilihan penerimanya, suratnya harian dan dicoba lagi."""

import datetime
from collections.abc import Callable
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db.models import F
from django.test import Client
from django.utils import timezone

from accounts.actions.sebar import CalonKabar, announce, choose, mark_read, send_letters
from accounts.models import CaraKabar, JenisKabar, Kabar, Kabupaten, PilihanKabar, User
from accounts.models.kabar import JEDA, PERCOBAAN
from core.models import AuditEvent

pytestmark = pytest.mark.django_db
HARI = datetime.timedelta(days=1)
SIANG = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def operator(users: dict[str, User]) -> User:
    user = users["operator"]
    User.objects.filter(pk=user.pk).update(email="operator@contoh.id")
    user.refresh_from_db()
    return user


def calon(user: User, kunci: str = "satu", jenis: JenisKabar = JenisKabar.SAH) -> CalonKabar:
    return CalonKabar(user, jenis, kunci, f"Judul {kunci}", "Isi.", "/halaman/")


def sebar(kabupaten: Kabupaten, *semua: CalonKabar) -> int:
    return announce(kabupaten, semua, by="uji")


def test_sekali_saja_dan_tercatat(banyuasin: Kabupaten, operator: User) -> None:
    assert sebar(banyuasin, calon(operator), calon(operator)) == 1
    assert sebar(banyuasin, calon(operator), calon(operator, "dua")) == 1
    assert sebar(banyuasin, calon(operator)) == 0
    assert list(Kabar.objects.values_list("kunci", flat=True)) == ["dua", "satu"]
    events = AuditEvent.objects.filter(action="muat", note__startswith="Kabar disebar.")
    assert [event.actor for event in events] == ["uji", "uji"]


def test_pilihan_tiap_jenis(banyuasin: Kabupaten, operator: User) -> None:
    pilihan = {JenisKabar.SAH.value: CaraKabar.MATI.value, JenisKabar.SK.value: "layar"}
    assert choose(operator, pilihan) == 2
    assert choose(operator, pilihan) == 0
    sebar(
        banyuasin,
        calon(operator, "sah"),
        calon(operator, "sk", JenisKabar.SK),
        calon(operator, "lewat", JenisKabar.LEWAT),
    )
    disebar = dict(Kabar.objects.values_list("kunci", "is_surat"))
    assert disebar == {"sk": False, "lewat": True}
    assert choose(operator, {JenisKabar.SAH.value: CaraKabar.SURAT.value}) == 1
    assert PilihanKabar.objects.get(jenis=JenisKabar.SAH).cara == CaraKabar.SURAT


def test_surat_harian_satu_bagi_semuanya(banyuasin: Kabupaten, operator: User) -> None:
    sebar(banyuasin, calon(operator, "satu"), calon(operator, "dua"))
    assert send_letters(SIANG.replace(hour=5)) == (0, 0)
    assert send_letters(SIANG) == (1, 0)
    (surat,) = mail.outbox
    assert surat.to == ["operator@contoh.id"]
    assert surat.subject == "2 kabar dari Kinerja DPMD"
    assert "- Judul satu\n  Isi.\n  http://127.0.0.1:8000/halaman/" in surat.body
    assert "/akun/kabar/pilihan/" in surat.body
    sebar(banyuasin, calon(operator, "tiga"))
    assert send_letters(SIANG) == (0, 0)
    assert send_letters(SIANG + HARI) == (1, 0)
    assert mail.outbox[1].subject == "Judul tiga"


def test_yang_sudah_dibaca_tidak_disurati(banyuasin: Kabupaten, operator: User) -> None:
    sebar(banyuasin, calon(operator))
    mark_read(operator)
    assert send_letters(SIANG) == (0, 0)


def test_yang_gagal_dicoba_lagi_lalu_berhenti_dengan_sebabnya(
    banyuasin: Kabupaten, operator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mati(surat: EmailMessage) -> None:
        raise SMTPException("alamat ditolak")

    sebar(banyuasin, calon(operator))
    saat = SIANG
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", mati)
        assert send_letters(saat) == (0, 1)
        assert send_letters(saat) == (0, 0)
        for kali in range(1, PERCOBAAN):
            saat += JEDA * 2**kali + HARI
            assert send_letters(saat) == (0, 1)
        assert send_letters(saat + 30 * HARI) == (0, 0)
    kabar = Kabar.objects.undelivered().get()
    assert (kabar.galat, kabar.percobaan) == ("alamat ditolak", PERCOBAAN)


def test_gagal_lalu_terkirim(
    banyuasin: Kabupaten, operator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mati(surat: EmailMessage) -> None:
        raise OSError("sambungan putus")

    sebar(banyuasin, calon(operator))
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", mati)
        send_letters(SIANG)
    assert Kabar.objects.get().galat == "sambungan putus"
    assert send_letters(SIANG + 2 * JEDA) == (1, 0)
    kabar = Kabar.objects.get()
    assert (kabar.galat, kabar.dikirim_at) == ("", SIANG + 2 * JEDA)


def test_tanpa_peladen_surat_menjadi_berkas(
    banyuasin: Kabupaten, operator: User, settings: Any, tmp_path: Any
) -> None:
    settings.EMAIL_BACKEND = settings.BERKAS_SURAT
    settings.EMAIL_FILE_PATH = tmp_path / "surat"
    sebar(banyuasin, calon(operator))
    assert send_letters(SIANG) == (1, 0)
    (berkas,) = (tmp_path / "surat").iterdir()
    assert "To: operator@contoh.id" in berkas.read_text()


def test_kabar_yang_direbut_pekerja_lain_tidak_disurati_dua_kali(
    banyuasin: Kabupaten, operator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def direbut(kolom: str) -> F:
        Kabar.objects.update(percobaan=1, dicoba_at=SIANG)
        return F(kolom)

    sebar(banyuasin, calon(operator))
    monkeypatch.setattr("accounts.actions.sebar.F", direbut)
    assert send_letters(SIANG) == (0, 1)
    assert mail.outbox == []


def test_kabar_tanpa_halaman_disurati_tanpa_alamatnya(banyuasin: Kabupaten, operator: User) -> None:
    sebar(banyuasin, CalonKabar(operator, JenisKabar.SAH, "satu", "Judul", "Isi.", ""))
    assert send_letters(SIANG) == (1, 0)
    _, _, butir = str(mail.outbox[0].body).partition("- Judul")
    assert butir.split("Mengatur")[0].split() == ["Isi."]


def test_halaman_kabar(
    banyuasin: Kabupaten, operator: User, client_for: Callable[[str], Client]
) -> None:
    sebar(banyuasin, calon(operator))
    client = client_for("operator")
    assert "Judul satu" in client.get("/").content.decode()
    assert "1 belum dibaca" in client.get("/akun/kabar/").content.decode()
    kabar = Kabar.objects.get()
    assert client_for("admin").post(f"/akun/kabar/{kabar.pk}/").status_code == 404
    assert client.post(f"/akun/kabar/{kabar.pk}/").url == "/halaman/"
    assert "Tidak ada yang belum dibaca" in client.get("/akun/kabar/").content.decode()
    sebar(banyuasin, calon(operator, "dua"))
    client.post("/akun/kabar/baca/")
    assert not Kabar.objects.unread().exists()


def test_halaman_pilihan(client_for: Callable[[str], Client]) -> None:
    client = client_for("operator")
    dipilih = set(JenisKabar) - {JenisKabar.SURAT}
    isian = {jenis.value: CaraKabar.SURAT.value for jenis in dipilih}
    isian[JenisKabar.SK.value] = CaraKabar.MATI.value
    halaman = client.post("/akun/kabar/pilihan/", isian, follow=True).content.decode()
    assert "Tersimpan: 1 pilihan." in halaman
    event = AuditEvent.objects.get(model="accounts.PilihanKabar")
    assert event.changes["cara"] == [None, "mati"]
    isian[JenisKabar.SK.value] = "semua"
    ditolak = client.post("/akun/kabar/pilihan/", isian)
    assert list(ditolak.context["form"].errors) == [JenisKabar.SK.value]
    assert PilihanKabar.objects.get().cara == CaraKabar.MATI
