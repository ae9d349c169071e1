"""Isi Laporan Hasil Evaluasi AKIP: nilai tiap komponen, catatan, dan rekomendasi."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from documents.kepala import KepalaNaskah

Angka = Decimal | None  # `None` bila tidak diketahui


@dataclass(frozen=True, slots=True, kw_only=True)
class KomponenHasil:
    """Satu komponen: nilainya kini, tahun lalu, dan perkiraan dinas; tidak dibulatkan."""

    kode: str
    uraian: str
    bobot: Decimal
    lalu: Angka
    nilai: Angka
    perkiraan: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class SubHasil:
    """Satu subkomponen: tingkat dari Inspektorat, nilainya, dan catatannya."""

    kode: str
    uraian: str
    bobot: Decimal
    tingkat: str
    nilai: Angka
    catatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RekomendasiHasil:
    """Satu rekomendasi dengan penanggung jawab dan tenggatnya."""

    nomor: int
    uraian: str
    penanggung: str
    tenggat: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiHasilEvaluasi(KepalaNaskah):
    """Isi Laporan Hasil Evaluasi; nilai tidak dibulatkan."""

    VERSI: ClassVar[int] = 1

    dievaluasi: str
    pedoman: str
    regulasi: str
    komponen: tuple[KomponenHasil, ...]
    subkomponen: tuple[SubHasil, ...]
    rekomendasi: tuple[RekomendasiHasil, ...]
    nilai: Angka
    predikat: str
    lalu: Angka
    predikat_lalu: str
    perkiraan: Angka
