"""Semua naskah kinerja yang dikenal `documents`."""

from typing import Any

from documents.jenis import JenisNaskah
from kinerja.naskah.evaluasi import pendaftaran as evaluasi
from kinerja.naskah.indikator import pendaftaran as indikator
from kinerja.naskah.lkjip import pendaftaran as lkjip
from kinerja.naskah.perjanjian import pendaftaran as perjanjian
from kinerja.naskah.pernyataan_reviu import pendaftaran as pernyataan_reviu
from kinerja.naskah.rencana_aksi import pendaftaran as rencana_aksi

JENIS: dict[str, JenisNaskah[Any]] = {
    **indikator.JENIS,
    **perjanjian.JENIS,
    **rencana_aksi.JENIS,
    **evaluasi.JENIS,
    **lkjip.JENIS,
    **pernyataan_reviu.JENIS,
}
