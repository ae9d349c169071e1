"""Capaian dengan kalimat, sesudah target atau realisasi disimpan."""

from core.angka import persen
from kinerja.aturan.keadaan import keterangan
from kinerja.models import Realisasi, Target
from kinerja.tahun.renstra import TAHUNAN
from kinerja.tahun.tahun_kinerja import tahun_indikator


def kalimat_setahun(row: Realisasi) -> str:
    """Isian setahun yang lain dari gabungan masanya; kosong bila tidak."""
    pengukuran = tahun_indikator(row.indikator, row.tahun).pengukuran
    return pengukuran.ukur(row.indikator).beda_setahun


def kalimat_capaian(row: Target | Realisasi) -> str:
    """Capaian dan predikat masa `row` sesudah disimpan, dengan arah indikatornya."""
    indikator = row.indikator
    pengukuran = tahun_indikator(indikator, row.tahun).pengukuran
    ukuran = pengukuran.ukur(indikator)
    if (row.triwulan, row.bulan) != TAHUNAN:
        semua = pengukuran.masa[indikator.pk]
        ukuran = next(u for u in semua if row in (u.isian, u.sasaran_target))
    if row.khusus is not None and ukuran.capaian.persen is None:
        return f"{keterangan(row.khusus)}. Capaian tidak dihitung."
    arah = ukuran.indikator.rumus.kalimat
    if ukuran.capaian.persen is None:
        return f"Capaian belum dapat dihitung ({arah})."
    predikat = ""
    if ukuran.predikat:
        predikat = f", {ukuran.predikat}"
    return f"Capaian {persen(ukuran.capaian.persen)}{predikat} ({arah})."
