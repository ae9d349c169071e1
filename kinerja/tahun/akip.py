"""Evaluasi AKIP satu tahun dan kategorinya."""

from accounts.models import Kabupaten
from kinerja.aturan.capaian import predikat
from kinerja.models import EvaluasiAkip, SkalaPredikat

SKALA_AKIP = "akip-88-2021"


def read_akip(kabupaten: Kabupaten, tahun: int) -> EvaluasiAkip | None:
    """Hasil evaluasi tahun itu beserta rekomendasinya."""
    rows = EvaluasiAkip.objects.filter(kabupaten=kabupaten, tahun=tahun)
    return rows.prefetch_related("rekomendasi_set").first()


def kategori_akip(evaluasi: EvaluasiAkip | None) -> str | None:
    """Kategori menurut Permenpan-RB 88/2021; nilai tidak dibulatkan dahulu."""
    if evaluasi is None:
        return None
    skala = SkalaPredikat.objects.bersama(SKALA_AKIP)
    if skala is None:
        return None
    return predikat(evaluasi.nilai, skala.tingkat())
