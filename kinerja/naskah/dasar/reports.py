"""Catatan sumber indikator, target dan realisasinya, bagi lembar uji."""

from collections.abc import Iterator
from typing import Any

from kinerja.tahun.tahun_kinerja import TahunKinerja

Catatan = Iterator[tuple[str, str]]


def catatan_sumber(kinerja: TahunKinerja) -> Catatan:
    """Menurut urutan indikatornya, lalu tahunnya."""
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        yield from _berisi(str(indikator), indikator)
        for tahun in pengukuran.renstra.tahun_periode:
            ukuran = pengukuran.ukur(indikator, tahun)
            yield from _berisi(f"Target {indikator}, {tahun}", ukuran.sasaran_target)
            yield from _berisi(f"Realisasi {indikator}, {tahun}", ukuran.isian)


def _berisi(tempat: str, row: Any) -> Catatan:
    if row is not None and row.catatan_sumber:
        yield tempat, row.catatan_sumber
