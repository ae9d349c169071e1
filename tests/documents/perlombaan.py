"""Perlombaan penulis: semua mulai bersama, lalu urutan jejaknya yang diperiksa.

`PERLOMBAAN=32x200` orang dan putaran; bin/faults races memakainya.
"""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import Kabupaten, User
from core import audit, door
from core.audit import Refused
from core.grid import GridRefused
from core.models import AuditChain, AuditEvent
from documents.models import Impor
from tests import factories
from villages.models import RekapLembaga

KLIEN, PUTARAN = (int(satu) for satu in os.environ.get("PERLOMBAAN", "8x2").split("x"))
LEPAS = 12  # putaran tanpa kunci; satu saja yang melanggar sudah cukup
JEDA = 0.01  # detik di antara memeriksa dan menulis, sama dengan dan tanpa kuncinya
NOMOR = count(1000)
ACAK = Random(1)
Pelaku = Callable[[], Any]


@dataclass
class Kancah:
    """Satu kantor baru tiap putaran, sehingga jejaknya hanya berisi putaran itu."""

    kabupaten: Kabupaten
    users: dict[str, User]

    def rekap(self, **kolom: Any) -> RekapLembaga:
        kecamatan = factories.make_kecamatan(self.kabupaten)
        row = RekapLembaga(kecamatan=kecamatan, tahun=factories.TAHUN, **kolom)
        door.save(row, by=self.users["operator"])
        return row

    def impor(self, semua_kunci: list[str]) -> Impor:
        """Lembar yang sudah diperiksa: RT tiap baris menjadi 99."""
        dasar = {"kolom": "rt", "judul": "RT", "lama": "0", "baru": "99"}
        tempat = {"lembar": "Lembar", "sel": "B2"}
        return Impor.objects.create(
            kabupaten=self.kabupaten,
            tahun=factories.TAHUN,
            kisi="villages:rekaplembaga_grid",
            judul="Rekap",
            halaman="/",
            status=Impor.StatusImpor.SIAP,
            ubahan=[{"kunci": satu, "baris": satu} | dasar | tempat for satu in semua_kunci],
            nama="rekap.xlsx",
            ukuran=1,
            sha256="0" * 64,
            uploaded_by="uji",
            uploaded_at=timezone.now(),
        )

    def semua(self, label: str = "", **saringan: Any) -> Any:
        """Kejadian kantor itu menurut urutannya."""
        events = AuditEvent.objects.filter(kabupaten=self.kabupaten.kode, **saringan)
        if label:
            events = events.filter(model=label)
        return events.order_by("nomor")

    def nomor(self, label: str = "", **saringan: Any) -> int:
        """Nomor kejadian terakhir yang cocok; 0 bila tidak ada."""
        terakhir = self.semua(label, **saringan).last()
        return terakhir.nomor if terakhir else 0

    def terlambat(self, label: str, batas: int) -> list[str]:
        """Kejadian atas `label` sesudah kejadian `batas`, yang harus ada."""
        if not batas:
            return ["Tidak pernah ditutup."]
        sesudah = self.semua(label, nomor__gt=batas)
        return [f"{event} sesudah #{batas}" for event in sesudah]


def kancah() -> Kancah:
    nomor = next(NOMOR)
    kabupaten = factories.make_kabupaten(f"{nomor // 100}.{nomor % 100:02d}", f"Kantor {nomor}")
    AuditChain.objects.create(kabupaten=kabupaten.kode)
    return Kancah(kabupaten, factories.make_users(kabupaten))


def berlomba(semua: list[Pelaku]) -> list[str]:
    """Galat selain penolakan yang berkalimat."""
    mulai = Barrier(len(semua))
    galat: list[str] = []

    def jalankan(satu: Pelaku) -> None:
        try:
            mulai.wait()
            satu()
        except (Refused, GridRefused):
            pass
        except Exception as error:
            galat.append(repr(error))
        finally:
            connection.close()

    benang = [Thread(target=jalankan, args=(satu,)) for satu in semua]
    for satu in benang:
        satu.start()
    for satu in benang:
        satu.join()
    return galat


def bagi(*semua: Callable[[int], Pelaku]) -> list[Pelaku]:
    """`KLIEN` pelaku, bergiliran dari tiap pembuat."""
    return [semua[nomor % len(semua)](nomor) for nomor in range(KLIEN)]


def lambat(patch: pytest.MonkeyPatch, tempat: Any, nama: str, *, is_sebelum: bool = False) -> None:
    """Jeda acak sesudah (atau sebelum) fungsi itu: pelaku lain sempat menyela bila boleh."""
    asli = getattr(tempat, nama)

    def pengganti(*args: Any, **kwargs: Any) -> Any:
        if is_sebelum:
            time.sleep(ACAK.uniform(0, JEDA))
            return asli(*args, **kwargs)
        hasil = asli(*args, **kwargs)
        time.sleep(ACAK.uniform(0, JEDA))
        return hasil

    patch.setattr(tempat, nama, pengganti)


def lepas_rantai(patch: pytest.MonkeyPatch) -> None:
    """Ujung rantai dibaca tanpa dipegang."""
    patch.setattr(audit, "hold", lambda kabupaten: None)


def putaran(banyak: int, sekali: Callable[[], list[str]]) -> Iterator[list[str]]:
    for _ in range(banyak):
        yield sekali()


def dijaga(sekali: Callable[[], list[str]]) -> list[str]:
    """Yang dilanggar pada semua putaran."""
    return [satu for hasil in putaran(PUTARAN, sekali) for satu in hasil]


def dilanggar(sekali: Callable[[], list[str]]) -> bool:
    """Pembanding: tanpa kunci ada putaran yang melanggar."""
    return any(putaran(LEPAS, sekali))
