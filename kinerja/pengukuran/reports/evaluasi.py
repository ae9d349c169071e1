"""Evaluasi setahun satu baris sub kegiatan dari pengukurannya."""

from kinerja.aturan.rencana import Evaluasi
from kinerja.models import SubKegiatan
from kinerja.tahun.penyusun import evaluasi_sub


def evaluasi(sub: SubKegiatan) -> Evaluasi:
    """Jumlah, persen dan simpangan; pengukurannya dibaca dari `sub`."""
    return evaluasi_sub(
        sub, {row.triwulan: row for row in sub.pengukuran.select_related("tingkat")}
    )
