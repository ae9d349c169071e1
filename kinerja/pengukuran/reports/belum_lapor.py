"""Siapa yang belum melaporkan triwulan: baris terjadwal tanpa isian, per penanggung jawab."""

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
    terjadwal: int  # baris yang patut dilaporkan, juga yang sudah

    @property
    def tenggat(self) -> datetime.date | None:
        """Hari terakhir masa isiannya; tanpa masa isian tidak ada tenggat."""
        if self.periode:
            return self.periode.sampai
        return None

    def tertutup(self, hari: datetime.date) -> str:
        """Mengapa pada `hari` tidak dapat diisi; kosong bila dapat."""
        if self.periode:
            return self.periode.sebab(hari)
        return ""

    @property
    def per_unit(self) -> list[tuple[str, int]]:
        """Yang paling banyak berutang di depan."""
        unit = [s.obj.penanggung_jawab or TANPA_UNIT for s in self.baris]
        return Counter(map(str, unit)).most_common()


def belum_lapor(kinerja: TahunKinerja, hari: datetime.date) -> list[BelumLapor]:
    """Triwulan yang sudah dibuka, atau berakhir bila tanpa masa isian, dan belum terisi semua."""
    rows = PeriodeIsian.objects.filter(kabupaten=kinerja.kabupaten, tahun=kinerja.tahun)
    periode = {p.triwulan: p for p in rows}
    mulai = {n: _mulai(periode.get(n), kinerja.tahun, n) for n in TRIWULAN}
    jatuh_tempo = [n for n in TRIWULAN if mulai[n] <= hari]
    if not jatuh_tempo:
        return []
    hasil = []
    for triwulan in jatuh_tempo:
        terjadwal = [s for s in kinerja.pohon.sub if is_patut(s, triwulan)]
        baris = [s for s in terjadwal if is_belum(s, triwulan)]
        if baris:
            satu = BelumLapor(triwulan, baris, periode.get(triwulan), len(terjadwal))
            hasil.append(satu)
    return hasil


def is_patut(s: Simpul, triwulan: int) -> bool:
    """Dijadwalkan pada triwulan itu."""
    return bool(per_triwulan(s.bulan)[triwulan - 1])


def is_belum(s: Simpul, triwulan: int) -> bool:
    """Dijadwalkan pada triwulan itu tetapi belum ada isian apa pun, juga penjelasan."""
    return is_patut(s, triwulan) and triwulan not in s.ukur


def _mulai(periode: PeriodeIsian | None, tahun: int, triwulan: int) -> datetime.date:
    """Tanggal pertama triwulan itu patut ditagih."""
    if periode is not None:
        return periode.mulai
    bulan = 3 * triwulan
    _, hari_terakhir = monthrange(tahun, bulan)
    return datetime.date(tahun, bulan, hari_terakhir)
