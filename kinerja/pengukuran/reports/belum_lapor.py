"""Siapa yang belum melaporkan pengukuran triwulan: baris terjadwal tanpa isian, dikelompokkan per penanggung jawab."""

import datetime
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass

from kinerja.aturan.rencana import TRIWULAN, per_triwulan
from kinerja.models import PeriodeIsian
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja

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


def belum_lapor(kinerja: TahunKinerja, hari: datetime.date) -> list[BelumLapor]:
    """Triwulan yang sudah dibuka (atau sudah berakhir bila tanpa masa isian) dan masih ada baris belum diisi."""
    rows = PeriodeIsian.objects.filter(kabupaten=kinerja.kabupaten, tahun=kinerja.tahun)
    periode = {p.triwulan: p for p in rows}
    jatuh_tempo = [n for n in TRIWULAN if hari >= _mulai(periode.get(n), kinerja.tahun, n)]
    if not jatuh_tempo:
        return []
    baris = kinerja.pohon.sub
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
