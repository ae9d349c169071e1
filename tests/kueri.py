"""Kueri yang dikirim tiap uji, dan uji yang karenanya perlu diulang pada basis data lain.

Dua basis data hanya dapat menjawab lain bila ditanya. Uji yang semua kuerinya sudah dijawab uji
sebelumnya tidak diulang; yang menulis sungguhan dan yang kuerinya tidak tercatat selalu diulang.
Kueri yang gagal lain dari kueri yang sama yang berhasil: penolakannya dijawab basis datanya.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection

BATAS_TRANSAKSI = re.compile(r"(SAVEPOINT|RELEASE|ROLLBACK) ")
# banyaknya nilai, baris sekaligus, dan baris yang diminta tidak menjadikannya kueri lain
SEJENIS = (
    (re.compile(r"%s(, %s)+"), "%s"),
    (re.compile(r"\(%s\)(, \(%s\))+"), "(%s)"),
    (re.compile(r"(LIMIT|OFFSET) \d+"), r"\1 n"),
)


@cache
def bentuk(sql: str) -> str:
    """Sidik satu kueri tanpa banyaknya nilai; kosong bagi batas transaksi."""
    if BATAS_TRANSAKSI.match(sql):
        return ""
    for pola, ganti in SEJENIS:
        sql = pola.sub(ganti, sql)
    return sha256(sql.encode()).hexdigest()[:16]


def jenis_nilai(params: Any, many: bool) -> str:
    """Jenis nilai yang dikirim bersamanya: kosong, desimal atau tulisan dijawab sendiri-sendiri."""
    baris = params if many else [params or ()]
    jenis = {type(nilai).__name__ for satu in baris for nilai in satu}
    return ",".join(sorted(jenis))


class Pencatat:
    """Menyimpan bentuk kueri tiap uji di satu berkas tiap proses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.uji: dict[str, set[str]] = {}
        self.kini: set[str] = set()

    def pytest_sessionstart(self) -> None:
        connection.execute_wrappers.append(self.kirim)

    def kirim(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        """Catat, lalu teruskan; sebab gagalnya ikut dicatat."""
        sidik = bentuk(str(sql))
        satu = sidik and f"{sidik} {jenis_nilai(params, many)}"
        try:
            hasil = execute(sql, params, many, context)
        except DatabaseError as error:
            self.kini.add(f"{satu} {type(error).__name__}")
            raise
        if satu:
            self.kini.add(satu)
        return hasil

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.kini = self.uji.setdefault(item.nodeid, set())
        return (yield)

    def pytest_sessionfinish(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        semua = {nama: sorted(kueri) for nama, kueri in self.uji.items()}
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
        nama = [item.nodeid for item in items]
        ulang = perlu_diulang(nama, sungguhan, catatan(self.folder))
        lewat = [item for item in items if item.nodeid not in ulang]
        config.hook.pytest_deselected(items=lewat)
        items[:] = [item for item in items if item.nodeid in ulang]


def catatan(folder: Path) -> dict[str, list[str]]:
    """Bentuk kueri tiap uji dari semua proses yang mencatat."""
    semua: dict[str, list[str]] = {}
    for berkas in sorted(folder.glob("*.json")):
        semua |= json.loads(berkas.read_text())
    return semua


def is_sungguhan(item: pytest.Item) -> bool:
    """Menulis sungguhan, di luar transaksi yang dibatalkan."""
    tanda = item.get_closest_marker("django_db")
    diminta = "transactional_db" in getattr(item, "fixturenames", ())
    return diminta or bool(tanda and tanda.kwargs.get("transaction"))


def perlu_diulang(
    nama: Iterable[str], sungguhan: set[str], kueri: dict[str, list[str]]
) -> set[str]:
    """Nama uji yang membawa kueri baru, menulis sungguhan, atau tidak tercatat kuerinya."""
    terjawab: set[str] = set()
    ulang = set()
    for satu in nama:
        miliknya = set(kueri.get(satu, ()))
        if satu in sungguhan or not miliknya or miliknya - terjawab:
            ulang.add(satu)
            terjawab |= miliknya
    return ulang
