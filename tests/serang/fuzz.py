"""Permintaan acak berbenih atas semua jalan, formulir, berkas dan saringan.

Tiap permintaan disusun dari benih dan nomornya saja, dijalankan pada dunia yang sama, lalu
dibatalkan: satu nomor dapat diulang tanpa yang mendahuluinya.
"""

import re
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.cookies import SimpleCookie
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib.messages import constants
from django.contrib.sessions.backends.cache import KEY_PREFIX
from django.core.cache import cache as singgahan
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from core.models import AuditEvent
from tests.crud import tanpa_templat
from tests.hak import LANGKAH
from tests.hak_kirim import boleh_kirim
from tests.halaman import JALAN
from tests.peramban import TIADA, Dunia, model_of
from tests.serang import acak as janggal
from tests.test_hak_kirim import ISIAN

AKAR = Path(settings.BASE_DIR)
NOMOR, KATA = 987654321, "zq9z"  # pengganti bagian alamat, ditukar sesudah alamatnya tersusun
TULIS = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.I)
DISEBUT = re.compile(r'(?:GET|POST|params|kiriman|isian)\.(?:get|getlist|dict)?\(?\[?"([\w-]+)"')
TITIK = ("core_auditevent", "core_auditchain", "axes_")  # penolakan memang dicatat
SELANG_KABAR = 500  # permintaan
SAMPAI = 15  # detik prosesor satu permintaan


@dataclass
class Temuan:
    """Satu permintaan yang dijawab tidak semestinya."""

    nomor: int
    permintaan: str
    sebab: str
    tempat: str = ""


@dataclass
class Hasil:
    """Yang dikirim dan dijawab seluruhnya."""

    benih: int
    status: Counter[int] = field(default_factory=Counter)
    temuan: list[Temuan] = field(default_factory=list)
    terlama: tuple[float, str] = (0.0, "")

    def kalimat(self) -> str:
        banyak = sum(self.status.values())
        tiap = ", ".join(f"{kode}: {n}" for kode, n in sorted(self.status.items()))
        lama = f"terlama {self.terlama[0]:.1f} detik ({self.terlama[1]})"
        return (
            f"benih {self.benih}: {banyak} permintaan ({tiap}); {lama}; {len(self.temuan)} temuan"
        )


@cache
def kosakata() -> tuple[str, ...]:
    """Nama isian yang dibaca halaman langsung dari alamat atau kirimannya."""
    nama = {"page", "sort", "ekspor", "tahun", "per_page", "next", "q", "versi", "kiriman"}
    for paket in ("core", "accounts", "documents", "villages", "idm", "kinerja", "dpmd"):
        for path in (AKAR / paket).rglob("*.py"):
            nama |= set(DISEBUT.findall(path.read_text()))
    return tuple(sorted(nama))


class Penyerang:
    """Menyusun, mengirim dan memeriksa permintaan bernomor."""

    def __init__(self, dunia: Dunia, benih: int, kabari: Callable[[str], Any]) -> None:
        self.dunia = dunia
        self.kabari = kabari
        self.hasil = Hasil(benih)
        self.jalan = sorted(JALAN)
        self.tamu: Any = Client()
        self.tamu.user = None
        peramban = (*dunia.sendiri.items(), *((f"{h} lain", c) for h, c in dunia.lain.items()))
        self.peramban = (*peramban, ("tamu", self.tamu))
        self.sesi = {huruf: sesi_of(client) for huruf, client in self.peramban}
        self.formulir: dict[tuple[str, str], dict[str, Any]] = {}
        self.banyak = {model._meta.db_table: model for model in apps.get_models()}

    def serang(self, kali: int, mulai: int = 0) -> Hasil:
        for nomor in range(mulai, mulai + kali):
            titik = transaction.savepoint()
            try:
                self.satu(nomor)
            finally:
                transaction.savepoint_rollback(titik)
            if (nomor + 1) % SELANG_KABAR == 0:
                self.kabari(self.hasil.kalimat())
        return self.hasil

    def satu(self, nomor: int) -> None:
        """Satu permintaan, dengan sesi dan hitungan laju sebagaimana semula."""
        acak = Random(f"{self.hasil.benih}:{nomor}")
        huruf, client = self.pengguna(acak)
        nama = acak.choice(self.jalan)
        alamat = self.alamat(acak, nama)
        self.pulihkan(huruf, client)
        permintaan, kirim = self.permintaan(acak, nama, alamat, huruf, client)
        self.pulihkan(huruf, client)
        ditulis: set[str] = set()
        before = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        mulai = time.process_time()
        titik = transaction.savepoint()
        try:
            with tercatat(ditulis):
                jawaban = kirim()
                isi = b"" if jawaban.streaming else jawaban.content
        except Exception as error:
            transaction.savepoint_rollback(titik)
            self.temukan(nomor, permintaan, f"{type(error).__name__}: {error}"[:300], tempat(error))
            self.hasil.status[500] += 1
            return
        finally:
            lama = time.process_time() - mulai
            self.hasil.terlama = max(self.hasil.terlama, (lama, permintaan[:120]))
        self.hasil.status[jawaban.status_code] += 1
        for sebab in self.masalah(jawaban, isi, ditulis, before, client, lama):
            self.temukan(nomor, permintaan, sebab)

    def temukan(self, nomor: int, permintaan: str, sebab: str, tempat: str = "") -> None:
        satu = Temuan(nomor, permintaan[:600], sebab, tempat)
        self.hasil.temuan.append(satu)
        self.kabari(str(satu))

    def pengguna(self, acak: Random) -> tuple[str, Any]:
        """Operator paling sering: ia yang paling banyak menulis."""
        berat = [8 if huruf == "o" else 2 for huruf, _ in self.peramban]
        (satu,) = acak.choices(self.peramban, berat)
        return satu

    def pulihkan(self, huruf: str, client: Any) -> None:
        singgahan.clear()
        kunci, isi = self.sesi[huruf]
        client.cookies = SimpleCookie()
        if kunci:
            client.cookies[settings.SESSION_COOKIE_NAME] = kunci
            singgahan.set(KEY_PREFIX + kunci, isi)

    def nomor_baris(self, nama: str) -> tuple[Any, ...]:
        """Nomor baris sendiri, kabupaten lain dan yang tiada, dari halaman itu."""
        with suppress(AttributeError):
            ada = [row.pk for row in self.dunia.baris(model_of(nama)) if row is not None]
            return (*ada, *ada, TIADA, 2**63, "9" * 400)
        return (1, 2, TIADA)

    def alamat(self, acak: Random, nama: str) -> str:
        """Alamat halaman itu; bagiannya nomor atau kata yang janggal."""
        pola = JALAN[nama].pattern
        pengubah = pola.converters or dict.fromkeys(pola.regex.groupindex)
        isi = {kunci: NOMOR if "Int" in str(satu) else KATA for kunci, satu in pengubah.items()}
        for kunci in isi.keys() & {"langkah"}:
            isi[kunci] = acak.choice(sorted(LANGKAH))
        tersusun = reverse(nama, kwargs=isi)
        tersusun = tersusun.replace(str(NOMOR), str(acak.choice(self.nomor_baris(nama))))
        kata = acak.choice(
            ("16.07", "15.02", "1607012001", "2023", *janggal.TULISAN, *janggal.ANGKA)
        )
        return tersusun.replace(KATA, quote(kata, safe="") or "x")

    def saringan(self, acak: Random, nama: str) -> dict[str, Any]:
        """Nama saringan halaman itu dan kosakata umum, dengan isi yang janggal."""
        awal = JALAN[nama].callback
        kelas = getattr(awal, "view_initkwargs", {}).get("filterset_class")
        dikenal = [*getattr(kelas, "base_filters", {}), *acak.sample(kosakata(), 4)]
        dipilih = acak.sample(dikenal, min(len(dikenal), acak.randrange(1, 4)))
        return {satu: janggal.nilai(acak, self.nomor_baris(nama)) for satu in dipilih}

    def permintaan(
        self, acak: Random, nama: str, alamat: str, huruf: str, client: Any
    ) -> tuple[str, Any]:
        """Uraiannya bagi orang, dan cara mengirimnya."""
        kepala = janggal.kepala(acak)
        if acak.random() < 0.5:
            alamat += "?" + urlencode(self.saringan(acak, nama), doseq=True)
        is_kirim = acak.random() < (0.8 if boleh_kirim(nama) else 0.2)
        if not is_kirim:
            metode = acak.choice(("GET", "GET", "GET", "HEAD", "OPTIONS"))
            uraian = f"{huruf} {metode} {nama} {alamat} {kepala}"
            return uraian, lambda: client.generic(metode, alamat, headers=kepala)
        if acak.random() < 0.2:
            badan, jenis = janggal.mentah(acak, self.nomor_baris(nama))
            uraian = f"{huruf} POST {nama} {alamat} {jenis[:60]} {badan[:200]!r} {kepala}"
            return uraian, lambda: client.generic("POST", alamat, badan, jenis, headers=kepala)
        isi = self.isian(acak, nama, alamat, huruf, client)
        return f"{huruf} POST {nama} {alamat} {isi} {kepala}", lambda: client.post(
            alamat, isi, headers=kepala
        )

    def isian(
        self, acak: Random, nama: str, alamat: str, huruf: str, client: Any
    ) -> dict[str, Any]:
        """Isi formulirnya sebagaimana dibuka, satu atau beberapa diganti yang janggal."""
        isi = dict(self.dibuka(nama, alamat, huruf, client))
        nomor = self.nomor_baris(nama)
        dikenal = [*isi, *acak.sample(kosakata(), 3)]
        banyak = len(dikenal) if acak.random() < 0.1 else min(len(dikenal), acak.randrange(1, 4))
        for satu in acak.sample(dikenal, banyak):
            isi[satu] = janggal.nilai(acak, nomor)
        for satu, semula in isi.items():
            if semula is forms.FileField:
                isi[satu] = janggal.berkas(acak)
        return isi

    def dibuka(self, nama: str, alamat: str, huruf: str, client: Any) -> dict[str, Any]:
        """Isian formulir halaman itu bagi akun itu, dibaca sekali."""
        kunci = nama, huruf
        if kunci not in self.formulir:
            self.formulir[kunci] = ISIAN
            with tanpa_templat(), suppress(Exception), transaction.atomic():
                halaman = client.get(alamat)
                self.formulir[kunci] = isi_formulir(halaman.context_data["form"])
        return self.formulir[kunci]

    def masalah(
        self, jawaban: Any, isi: bytes, ditulis: set[str], before: int, client: Any, lama: float
    ) -> Iterator[str]:
        """Yang tidak boleh terjadi walau jawabannya bukan 5xx."""
        if jawaban.status_code >= 500 or b"Traceback (most recent" in isi:
            yield f"dijawab {jawaban.status_code}"
        if lama > SAMPAI:
            yield f"{lama:.0f} detik"
        baru = AuditEvent.objects.filter(pk__gt=before).exclude(action="ditolak")
        if is_ditolak(jawaban):
            if ditulis and baru.exists():
                yield f"ditolak ({jawaban.status_code}) tetapi tercatat: {list(baru.values())[:2]}"
            return
        kode = client.user.kabupaten.kode if client.user else ""
        if ditulis and kode and baru.exclude(kabupaten__in=("", kode)).exists():
            yield "menulis pada rantai kabupaten lain"


def isi_formulir(form: Any) -> dict[str, Any]:
    isi = {}
    for b in form:
        nilai = "" if b.value() is None else b.value()
        isi[b.html_name] = forms.FileField if isinstance(b.field, forms.FileField) else nilai
    return isi


def sesi_of(client: Any) -> tuple[str, dict[str, Any]]:
    kue = client.cookies.get(settings.SESSION_COOKIE_NAME)
    return (kue.value, dict(client.session.items())) if kue else ("", {})


def is_ditolak(jawaban: Any) -> bool:
    """Kesalahan, formulir yang salah, atau hanya pesan galat pada pengalihannya."""
    if jawaban.status_code >= 400:
        return True
    if jawaban.status_code == 200:
        form = (getattr(jawaban, "context_data", None) or {}).get("form")
        return bool(form is not None and form.is_bound and form.errors)
    semua = getattr(jawaban.wsgi_request, "_messages", None)
    pesan = [satu.level for satu in semua._queued_messages] if semua is not None else []
    return bool(pesan) and set(pesan) == {constants.ERROR}


@contextmanager
def tercatat(ditulis: set[str]) -> Iterator[None]:
    """Tabel yang ditulis permintaannya, selain catatan penolakannya."""

    def jalankan(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        cocok = TULIS.match(sql)
        if cocok and not cocok[1].startswith(TITIK):
            ditulis.add(cocok[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(jalankan):
        yield


def tempat(error: BaseException) -> str:
    """Baris terakhir kode rumah ini, lalu baris terakhirnya."""
    semua = traceback.extract_tb(error.__traceback__)
    rumah = [
        satu
        for satu in semua
        if satu.filename.startswith(str(AKAR)) and ".venv" not in satu.filename
    ]
    rumah = [satu for satu in rumah if "/tests/" not in satu.filename] or [semua[-1]]
    akhir = (rumah[-1], semua[-1])
    return " ← ".join(f"{Path(satu.filename).name}:{satu.lineno}" for satu in akhir)
