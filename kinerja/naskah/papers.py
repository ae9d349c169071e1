"""Semua naskah kinerja yang dikenal `documents`."""

from typing import Any

from documents.papers import Paper
from kinerja.naskah.evaluasi import papers as evaluasi
from kinerja.naskah.indikator import papers as indikator
from kinerja.naskah.lkjip import papers as lkjip
from kinerja.naskah.perjanjian import papers as perjanjian
from kinerja.naskah.pernyataan_reviu import papers as pernyataan_reviu
from kinerja.naskah.rencana_aksi import papers as rencana_aksi

PAPERS: dict[str, Paper[Any]] = {
    **indikator.PAPERS,
    **perjanjian.PAPERS,
    **rencana_aksi.PAPERS,
    **evaluasi.PAPERS,
    **lkjip.PAPERS,
    **pernyataan_reviu.PAPERS,
}
