"""Semua naskah kinerja yang dikenal `documents`, dan yang dikenal meja reviu."""

from typing import Any

from documents.jenis import JenisNaskah
from kinerja.naskah.evaluasi import pendaftaran as evaluasi
from kinerja.naskah.hasil_evaluasi import pendaftaran as hasil_evaluasi
from kinerja.naskah.hasil_reviu import pendaftaran as hasil_reviu
from kinerja.naskah.indikator import pendaftaran as indikator
from kinerja.naskah.lkjip import pendaftaran as lkjip
from kinerja.naskah.lkjip.reports import petunjuk
from kinerja.naskah.perjanjian import pendaftaran as perjanjian
from kinerja.naskah.pernyataan_reviu import pendaftaran as pernyataan_reviu
from kinerja.naskah.rencana_aksi import pendaftaran as rencana_aksi
from kinerja.reviu.jenis import JenisReviu
from kinerja.reviu.reports import bukti_ikk

JENIS: dict[str, JenisNaskah[Any]] = {
    **indikator.JENIS,
    **perjanjian.JENIS,
    **rencana_aksi.JENIS,
    **evaluasi.JENIS,
    **lkjip.JENIS,
    **hasil_reviu.JENIS,
    **hasil_evaluasi.JENIS,
    **pernyataan_reviu.JENIS,
}
# naskah yang direviu Inspektorat
REVIU: dict[str, JenisReviu] = {
    "kinerja.Lkjip": petunjuk.REVIU,
    "villages.BerkasIkk": bukti_ikk.REVIU,
}
