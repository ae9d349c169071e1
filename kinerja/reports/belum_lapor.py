"""Siapa yang belum melaporkan pengukuran triwulan: baris terjadwal tanpa isian, dikelompokkan per penanggung jawab."""

import datetime
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass

from accounts.models import Kabupaten
from kinerja.models import PeriodeIsian
from kinerja.rencana import TRIWULAN, per_triwulan
from kinerja.reports.pohon import Pohon, Simpul

TANPA_UNIT = "tanpa penanggung jawab"


@dataclass(frozen=True)
class BelumLapor:
    """Satu triwulan yang sudah waktunya dilaporkan: barisnya, dan banyaknya per unit."""

    triwulan: int
    baris: list[Simpul]
    periode: PeriodeIsian | None

    @property
    def per_unit(self) -> list[tuple[str, int]]:
        """Yang paling banyak berutang di depan."""
        return Counter(str(s.obj.penanggung_jawab or TANPA_UNIT) for s in self.baris).most_common()


def belum_lapor(kabupaten: Kabupaten, tahun: int, hari: datetime.date) -> list[BelumLapor]:
    """Triwulan yang sudah dibuka (atau sudah berakhir bila tanpa masa isian) dan masih ada baris belum diisi."""
    periode = {p.triwulan: p for p in PeriodeIsian.objects.filter(kabupaten=kabupaten, tahun=tahun)}
    jatuh_tempo = [n for n in TRIWULAN if hari >= _mulai(periode.get(n), tahun, n)]
    if not jatuh_tempo:
        return []
    baris = [s for s in Pohon(kabupaten, tahun).turunan() if s.tingkat == "sub"]
    hasil = [BelumLapor(n, [s for s in baris if is_belum(s, n)], periode.get(n)) for n in jatuh_tempo]
    return [b for b in hasil if b.baris]


def is_belum(s: Simpul, triwulan: int) -> bool:
    """Dijadwalkan pada triwulan itu tetapi belum ada isian apa pun, juga penjelasan."""
    return bool(per_triwulan(s.bulan)[triwulan - 1]) and triwulan not in s.ukur


def _mulai(periode: PeriodeIsian | None, tahun: int, triwulan: int) -> datetime.date:
    """Tanggal pertama triwulan itu patut ditagih."""
    if periode is not None:
        return periode.mulai
    bulan = 3 * triwulan
    return datetime.date(tahun, bulan, monthrange(tahun, bulan)[1])
