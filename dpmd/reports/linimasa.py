"""Tanggal penting setahun: masa isian, akhir tahun, penyampaian LKjIP, tenggat rekomendasi."""

import datetime
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.utils import timezone

from core.periode import akhir_tahun
from dpmd.reports.belum_diisi import batas_lkjip
from kinerja.models import PeriodeIsian, Rekomendasi


@dataclass(frozen=True)
class Tonggak:
    """Satu tanggal pada linimasa; `keadaan` kosong bila tanggalnya saja sudah cukup."""

    tanggal: datetime.date
    judul: str
    keadaan: str = ""

    @property
    def is_lewat(self) -> bool:
        return self.tanggal < timezone.localdate()


def linimasa(user: Any, tahun: int) -> list[Tonggak]:
    """Tonggak `tahun` menurut tanggalnya."""
    tonggak = [
        *_masa_isian(user, tahun),
        Tonggak(akhir_tahun(tahun), f"Tahun {tahun} berakhir"),
        Tonggak(batas_lkjip(tahun), f"LKjIP {tahun} disampaikan", "Perpres 29/2014: dua bulan."),
        *_rekomendasi(user, tahun),
    ]
    return sorted(tonggak, key=attrgetter("tanggal"))


def _masa_isian(user: Any, tahun: int) -> list[Tonggak]:
    today = timezone.localdate()
    rows = PeriodeIsian.objects.visible_to(user).for_tahun(tahun)
    tonggak = []
    for periode in rows:
        nama = periode.get_triwulan_display()
        keadaan = periode.sebab(today) or "Terbuka hari ini."
        if periode.mulai > today:
            tonggak.append(Tonggak(periode.mulai, f"Isian {nama} dibuka"))
        tonggak.append(Tonggak(periode.sampai, f"Isian {nama} ditutup", keadaan))
    return tonggak


def _rekomendasi(user: Any, tahun: int) -> list[Tonggak]:
    rows = Rekomendasi.objects.visible_to(user).unanswered().exclude(tenggat=None)
    rows = rows.filter(tenggat__year=tahun)
    return [Tonggak(row.tenggat, f"Tindak lanjut {row}") for row in rows]
