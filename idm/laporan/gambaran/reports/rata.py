"""Rata-rata tiap kecamatan dan kabupaten, `Decimal`, dibulatkan sekali."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from core.angka import bulatkan
from idm.laporan.gambaran.reports.perpindahan import NAMA_STATUS
from idm.reports.ukuran import UKURAN_IDM, Indeks
from villages.sources import Keadaan

Rows = QuerySet[Any]


@dataclass(frozen=True)
class Rata:
    """Rata-rata satu kecamatan atau kabupaten, sebanyak desimal ukurannya."""

    nama: str
    banyak: int
    nilai: Decimal
    status: dict[str, int]


@dataclass(frozen=True)
class Kelompok:
    """Desa satu kecamatan dengan satu status: banyaknya dan jumlah IDM-nya."""

    kecamatan: str
    status: str
    banyak: int
    jumlah: Decimal


SemuaKelompok = list[Kelompok]


def per_kelompok(
    rows: Rows, saat: Mapping[int, Keadaan], ukuran: Indeks = UKURAN_IDM
) -> SemuaKelompok:
    """Menurut kecamatan tahun itu, bukan kecamatan desanya kini."""
    isi: dict[tuple[str, str], list[Decimal]] = {}
    for desa, status, nilai_desa in rows.values_list("desa", "status", ukuran.kolom):
        kecamatan = saat[desa].kecamatan
        sekelompok = isi.setdefault((kecamatan, status), [])
        sekelompok.append(nilai_desa)
    kelompok = []
    for (kecamatan, status), nilai in isi.items():
        jumlah = sum(nilai, Decimal(0))
        kelompok.append(
            Kelompok(
                kecamatan=kecamatan,
                status=status,
                banyak=len(nilai),
                jumlah=jumlah,
            )
        )
    return kelompok


def rata(nama: str, kelompok: SemuaKelompok, ukuran: Indeks = UKURAN_IDM) -> Rata | None:
    """Rata-rata beberapa kelompok, dibulatkan sekali; `None` tanpa desa."""
    if not kelompok:
        return None
    status = dict.fromkeys(NAMA_STATUS, 0)
    jumlah = Decimal(0)
    for satu in kelompok:
        status[satu.status] += satu.banyak
        jumlah += satu.jumlah
    banyak = sum(status.values())
    return Rata(
        nama=nama,
        banyak=banyak,
        nilai=bulatkan(jumlah / banyak, ukuran.desimal),
        status=status,
    )


def per_kecamatan(kelompok: SemuaKelompok, ukuran: Indeks = UKURAN_IDM) -> tuple[Rata, ...]:
    """Kecamatan menurut rata-ratanya, yang tertinggi di atas."""
    per_nama: dict[str, SemuaKelompok] = {}
    for satu in kelompok:
        per_nama.setdefault(satu.kecamatan, []).append(satu)
    hasil = []
    for nama, anggota in per_nama.items():
        satu_kecamatan = rata(nama, anggota, ukuran)
        if satu_kecamatan:
            hasil.append(satu_kecamatan)
    hasil.sort(key=lambda satu: satu.nama)
    hasil.sort(key=lambda satu: satu.nilai, reverse=True)
    return tuple(hasil)
