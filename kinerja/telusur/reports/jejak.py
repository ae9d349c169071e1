"""Siapa memasukkan dan mengubah satu angka, kapan, dan mengapa: menurut jejak audit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from core.audit import Action
from core.models import AuditEvent
from kinerja.models import BuktiRealisasi, DefinisiTahun, Realisasi, Target
from kinerja.tahun.ukuran import Ukuran
from kinerja.telusur.reports.asal import Asal

TERBANYAK = 40


@dataclass(frozen=True)
class JejakAngka:
    """Kejadian atas baris di balik satu angka, terbaru dahulu; `muatan` yang dimuat sekaligus."""

    kejadian: tuple[AuditEvent, ...]
    muatan: tuple[AuditEvent, ...]
    banyak: int

    @property
    def sisa(self) -> int:
        """Kejadian lebih lama yang tidak disebut."""
        return self.banyak - len(self.kejadian)


def jejak(ukuran: Ukuran, asal: Asal, user: Any) -> JejakAngka:
    """Definisi, target, realisasi, bukti, dan baris sumbernya pada tahun itu."""
    milik = AuditEvent.objects.visible_to(user)
    tentang = Q(pk=None)
    for row in _baris(ukuran, asal):
        tentang |= Q(model=row._meta.label, object_id=str(row.pk))
    rows = milik.filter(tentang)
    muatan = milik.filter(action=Action.LOAD).exclude(tentang)
    return JejakAngka(
        tuple(rows[:TERBANYAK]),
        tuple(muatan[:TERBANYAK]),
        rows.count(),
    )


def _baris(ukuran: Ukuran, asal: Asal) -> Iterator[Any]:
    """Tiap baris yang ikut menentukan angkanya."""
    indikator = ukuran.indikator
    yield indikator
    tahunan: Iterable[Any] = (DefinisiTahun, Target, Realisasi)
    for model in tahunan:
        yield from model.objects.filter(indikator=indikator.pk, tahun=ukuran.tahun)
    yield from BuktiRealisasi.objects.filter(
        realisasi__indikator=indikator.pk, realisasi__tahun=ukuran.tahun
    )
    yield from asal.rekap
    if asal.kecamatan is not None:
        for satu in asal.kecamatan.baris:
            yield satu.row
