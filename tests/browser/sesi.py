"""Orang yang masuk: kali pertama lewat formulirnya, sesudah itu dengan salinan sesinya.

Tiap peramban bersesi sendiri, jadi tahun kerja yang dipilih satu uji tidak terbawa ke uji lain.
"""

from secrets import token_hex

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connections
from playwright.sync_api import BrowserContext, Page

SANDI = "desa-membangun-2023"
PELADEN = "peladen"  # sambungan uji ke basis data peladennya
KUE = "sessionid"


class Pintu:
    """Pintu masuk peladen `url` yang basis datanya `nama`."""

    def __init__(self, url: str, nama: str) -> None:
        self.url = url
        self.asal: dict[str, tuple[Session, UserSession]] = {}
        connections.databases[PELADEN] = connections["default"].settings_dict | {"NAME": nama}

    def masuk(self, page: Page, username: str) -> None:
        """Sesudahnya halaman itu kosong, lewat mana pun masuknya."""
        if username in self.asal:
            kunci = self._copy(*self.asal[username])
            page.context.add_cookies([{"name": KUE, "value": kunci, "url": self.url}])
        else:
            page.goto("/akun/masuk/")
            isi_formulir(page, username)
            self.asal[username] = self._read(page.context)
            page.goto("about:blank")

    def _read(self, context: BrowserContext) -> tuple[Session, UserSession]:
        kue = {satu["name"]: satu["value"] for satu in context.cookies()}
        catatan = UserSession.objects.using(PELADEN).get(session_key=kue[KUE])
        return Session.objects.using(PELADEN).get(pk=kue[KUE]), catatan

    def _copy(self, sesi: Session, catatan: UserSession) -> str:
        """Sesi berkunci baru, juga di daftar sesi akunnya."""
        kunci = token_hex(16)
        sesi.pk = catatan.session_key = kunci
        catatan.pk = None
        for baris in (sesi, catatan):
            baris.save(using=PELADEN, force_insert=True)
        return kunci

    def tutup(self) -> None:
        connections[PELADEN].close()
        del connections[PELADEN]
        del connections.databases[PELADEN]


def isi_formulir(page: Page, username: str) -> None:
    """Isi formulir masuk yang sedang terbuka."""
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", SANDI)
    with page.expect_navigation():
        page.click("main form button")
    assert "/akun/masuk/" not in page.url
