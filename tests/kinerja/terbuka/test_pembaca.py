"""Tiap angka terbuka ada pada isi bekunya, di letak yang disebutnya; data pribadi tidak ikut."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.angka import bulatkan
from documents.kepala import Orang
from documents.snapshot import canonical
from kinerja.terbuka.isi import BarisTerbuka
from kinerja.terbuka.reports.naskah import PEMBACA
from tests import emas

pytestmark = pytest.mark.django_db
DIBACA = emas.pilih(
    "capaian", "e81", "evaluasi", "ikk", "iku", "lkjip", "penetapan_idm", "perjanjian",
    "rencana_aksi",
)  # fmt: skip
LANGKAH = re.compile(r"(\w+)|\[(\d+)\]")


def terbaca(berkas: Path) -> tuple[Any, list[BarisTerbuka]]:
    isi = emas.naskah(berkas).restore(berkas.read_text())
    return isi, list(PEMBACA[type(isi)](isi))


def di(isi: Any, letak: str) -> Any:
    """Bagian isi beku di `letak`."""
    for nama, nomor in LANGKAH.findall(letak):
        if nomor:
            isi = isi[int(nomor)]
        else:
            isi = isi[nama] if isinstance(isi, dict) else getattr(isi, nama)
    return isi


def semua_angka(bagian: Any) -> set[Decimal]:
    """Semua bilangan di dalam satu bagian isi beku, juga yang dibulatkan ke dua desimal."""
    tulisan = canonical(bagian)
    ada = {Decimal(satu) for satu in re.findall(r"-?\d+(?:\.\d+)?", tulisan)}
    return ada | {bulatkan(satu, desimal) for satu in ada for desimal in (0, 2, 4)}


@pytest.mark.parametrize("berkas", DIBACA, ids=emas.sebutan)
def test_tiap_angka_ada_di_letaknya(berkas: Path) -> None:
    isi, semua = terbaca(berkas)
    letak = [baris.letak for baris in semua]
    assert len(letak) == len(set(letak))
    for baris in semua:
        ada = semua_angka(di(isi, baris.letak))
        for satu in baris.angka:
            nilai = satu.angka.nilai
            assert nilai is None or nilai in ada, (baris.letak, satu)
            assert (nilai is None) == (satu.angka.keadaan != "nilai")
            assert (nilai is None) or satu.angka.tulisan


@pytest.mark.parametrize("berkas", DIBACA, ids=emas.sebutan)
def test_tanpa_data_pribadi(berkas: Path) -> None:
    isi, semua = terbaca(berkas)
    tulisan = canonical(semua)
    for orang in (getattr(isi, nama, None) for nama in ("penanda_tangan", "pertama", "kedua")):
        if isinstance(orang, Orang) and orang.nama:
            assert orang.nama not in tulisan
            assert not orang.nip or orang.nip not in tulisan
    assert not re.search(r"\b\d{18}\b", tulisan)


def test_lkjip_menyebut_pembilang_penyebut_dan_rumusnya() -> None:
    _, semua = terbaca(next(p for p in DIBACA if p.name == "lkjip.json"))
    (satu,) = [b for b in semua if b.uraian == "Persentase Pengentasan Desa Tertinggal"]
    nilai = {a.ukuran: a.angka.nilai for a in satu.angka}
    assert nilai["realisasi"] == Decimal("81.48")
    assert (nilai["pembilang"], nilai["penyebut"]) == (22, 27)
    assert satu.rumus.startswith("(")


def test_semua_jenis_dibaca_atau_memang_tanpa_angka_kinerja() -> None:
    """Yang tidak dibaca: bukti IKK memuat daftar nama."""
    dibaca = {emas.jenis(berkas) for berkas in DIBACA}
    assert set(emas.LABEL) - dibaca == {"bukti_ikk"}
    assert json.loads(canonical({"a": Decimal("1.50")})) == {"a": "1.50"}
