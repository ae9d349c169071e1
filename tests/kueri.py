"""Kueri yang dikirim tiap uji, dan uji yang karenanya perlu diulang pada basis data lain.

Dua basis data hanya dapat menjawab lain bila ditanya. Uji yang semua unsur kuerinya (`unsur.py`)
sudah dijawab uji lain tidak diulang; yang menulis sungguhan dan yang kuerinya tidak tercatat selalu
diulang. Kueri yang gagal tetap utuh: penolakannya dijawab basis datanya.
"""

import json
import math
import os
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from heapq import heappop, heappush
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import DatabaseError, connection

from tests.unsur import bentuk, unsur

PEMBUKA = 20  # kira-kira kueri seharga menyiapkan satu uji


def jenis_nilai(params: Any, many: bool) -> set[tuple[str, ...]]:
    """Jenis nilai yang dikirim bersamanya: kosong, desimal atau tulisan dijawab sendiri-sendiri."""
    return set(map(_jenis, params)) if many else {_jenis(params or ())}


def _jenis(nilai: Any) -> tuple[str, ...]:
    return tuple(type(satu).__name__ for satu in nilai)


@cache
def sidik(tulisan: str) -> str:
    return sha256(tulisan.encode()).hexdigest()[:12]


@cache
def sidik_unsur(sql: str, jenis: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(sidik, unsur(sql, jenis)))


class Catatan(NamedTuple):
    """Kueri satu uji: banyaknya yang dikirim, dan sidik semua unsurnya."""

    banyak: int
    unsur: frozenset[str]


KOSONG = Catatan(0, frozenset())


class Pencatat:
    """Menyimpan unsur kueri tiap uji di satu berkas tiap proses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.uji: dict[str, Catatan] = {}
        self.mulai()

    def mulai(self) -> None:
        self.banyak = 0
        self.unsur: set[str] = set()

    def pytest_sessionstart(self) -> None:
        connection.execute_wrappers.append(self.send)

    def send(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        """Catat, lalu teruskan; sebab gagalnya ikut dicatat."""
        self.banyak += 1
        tulisan = str(sql)
        try:
            hasil = execute(sql, params, many, context)
        except DatabaseError as error:
            self.unsur.add(sidik(f"{bentuk(tulisan)} {type(error).__name__}"))
            raise
        for jenis in jenis_nilai(params, many):
            self.unsur |= sidik_unsur(tulisan, jenis)
        return hasil

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.mulai()
        hasil = yield
        self.store(item.nodeid)
        return hasil

    def store(self, nama: str) -> None:
        self.uji[nama] = Catatan(self.banyak, frozenset(self.unsur))

    def pytest_sessionfinish(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        semua = {nama: [satu.banyak, sorted(satu.unsur)] for nama, satu in self.uji.items()}
        with (self.folder / f"{os.getpid()}.json").open("w") as berkas:
            json.dump(semua, berkas)


class Pemilih:
    """Menyisakan uji yang perlu diulang menurut catatan di `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Sesudah pilihan lain: hanya kueri uji yang akan dijalankan yang diperhitungkan."""
        sungguhan = {item.nodeid for item in items if is_sungguhan(item)}
        semua = catatan(self.folder)
        kueri = {item.nodeid: semua.get(item.nodeid, KOSONG) for item in items}
        ulang = perlu_diulang(kueri, sungguhan)
        lewat = [item for item in items if item.nodeid not in ulang]
        config.hook.pytest_deselected(items=lewat)
        items[:] = [item for item in items if item.nodeid in ulang]


def catatan(folder: Path) -> dict[str, Catatan]:
    """Kueri tiap uji dari semua proses yang mencatat."""
    semua: dict[str, Catatan] = {}
    for berkas in sorted(folder.glob("*.json")):
        for nama, (banyak, miliknya) in json.loads(berkas.read_text()).items():
            semua[nama] = Catatan(banyak, frozenset(miliknya))
    return semua


def is_sungguhan(item: pytest.Item) -> bool:
    """Menulis sungguhan, di luar transaksi yang dibatalkan."""
    tanda = item.get_closest_marker("django_db")
    diminta = "transactional_db" in getattr(item, "fixturenames", ())
    return diminta or bool(tanda and tanda.kwargs.get("transaction"))


def perlu_diulang(kueri: dict[str, Catatan], sungguhan: set[str]) -> set[str]:
    """Nama uji yang selalu diulang, lalu yang menjawab semua unsur selebihnya.

    Yang didahulukan menjawab paling banyak unsur bagi kueri yang dikirimnya; waktu tidak dipakai,
    supaya pilihan dari catatan yang sama tetap sama.
    """
    ulang = {nama for nama, satu in kueri.items() if nama in sungguhan or not satu.unsur}
    terjawab = set().union(*(kueri[nama].unsur for nama in ulang))
    antrean = [(-math.inf, nama) for nama in sorted(kueri.keys() - ulang)]
    while antrean:
        lalu, nama = heappop(antrean)
        kini = _urutan(kueri[nama], terjawab)
        if kini == lalu:
            ulang.add(nama)
            terjawab |= kueri[nama].unsur
        elif kini:
            heappush(antrean, (kini, nama))
    return ulang


def _urutan(satu: Catatan, terjawab: set[str]) -> float:
    """Makin kecil makin didahulukan; nol bila tidak ada unsur yang belum terjawab."""
    baru = len(satu.unsur - terjawab)
    return -baru / (satu.banyak + PEMBUKA)
