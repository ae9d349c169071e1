"""Perjanjian kinerja yang dilampirkan: kutipan isi bekunya dengan kode verifikasinya."""

import datetime
from dataclasses import dataclass

from documents.kepala import Orang
from kinerja.naskah.perjanjian.isi import SasaranPerjanjian, UangPerjanjian


@dataclass(frozen=True, slots=True, kw_only=True)
class PerjanjianSah:
    """Kedua pihak, target dan anggarannya."""

    judul: str
    nomor: str
    tanggal: datetime.date | None
    kode: str
    pertama: Orang
    kedua: Orang
    sasaran: tuple[SasaranPerjanjian, ...]
    sebutan: str
    anggaran: tuple[UangPerjanjian, ...]
