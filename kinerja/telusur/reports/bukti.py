"""Berkas bukti di balik satu angka: pada realisasinya, dan pada jawaban desanya."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core.views.dasar import nama_url
from idm.models import BuktiJawaban
from kinerja.models import BuktiRealisasi
from kinerja.tahun.ukuran import Ukuran

TERBANYAK = 100  # bukti desa yang disebut satu per satu


@dataclass(frozen=True)
class Berkas:
    """Satu berkas, alamat mengunduhnya, dan baris yang dibuktikannya."""

    row: Any
    pada: str
    url: str


@dataclass(frozen=True)
class BuktiAngka:
    """Berkas satu angka; bukti desa hanya dari desa yang dihitung."""

    sendiri: tuple[Berkas, ...]
    desa: tuple[Berkas, ...]
    banyak_desa: int

    @property
    def sisa(self) -> int:
        """Bukti desa yang tidak disebut."""
        return self.banyak_desa - len(self.desa)


def bukti_angka(ukuran: Ukuran) -> BuktiAngka:
    """Semua masa tahun itu, terbaru terakhir."""
    rows = BuktiRealisasi.objects.filter(
        realisasi__indikator=ukuran.indikator.pk, realisasi__tahun=ukuran.tahun
    ).select_related("realisasi__indikator")
    sendiri = [_berkas(row, row.realisasi.masa) for row in rows]
    jawaban = _jawaban(ukuran)
    desa = []
    for row in jawaban[:TERBANYAK]:
        isian = row.isian
        pada = f"{isian.desa} {isian.tahun}, {row.indikator}"
        desa.append(_berkas(row, pada))
    return BuktiAngka(tuple(sendiri), tuple(desa), jawaban.count())


def _berkas(row: Any, pada: str) -> Berkas:
    nama = nama_url(row, "download")
    url = reverse(nama, args=[row.pk])
    return Berkas(row, pada, url)


def _jawaban(ukuran: Ukuran) -> QuerySet[BuktiJawaban]:
    """Bukti jawaban desa yang dihitung, tahun itu dan setahun sebelumnya."""
    nomor: set[int] = set()
    if ukuran.hasil is not None:
        for desa in ukuran.hasil.desa.values():
            nomor |= {satu.pk for satu in desa}
    rows: QuerySet[BuktiJawaban] = BuktiJawaban.objects.filter(
        isian__desa__in=nomor, isian__tahun__in=(ukuran.tahun - 1, ukuran.tahun)
    )
    return rows.select_related("isian__desa", "indikator").order_by(
        "isian__desa__kode", "isian__tahun", "indikator__posisi"
    )
