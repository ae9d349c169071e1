"""Isi dasbor capaian satu kabupaten, menurut saringannya."""

from kinerja.dasbor.reports.capaian import IsiDasbor, dasbor
from kinerja.dasbor.reports.saringan import Saringan
from kinerja.dasbor.reports.uang import penyerapan

__all__ = ["IsiDasbor", "Saringan", "dasbor", "penyerapan"]
