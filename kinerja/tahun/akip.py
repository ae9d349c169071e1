"""Evaluasi AKIP satu tahun, kategorinya, dan rekomendasinya."""

from accounts.models import Kabupaten
from kinerja.aturan.capaian import predikat
from kinerja.models import EvaluasiAkip, Rekomendasi, SkalaPredikat

SKALA_AKIP = "akip-88-2021"


def read_akip(kabupaten: Kabupaten, tahun: int) -> EvaluasiAkip | None:
    """Hasil evaluasi tahun itu."""
    return EvaluasiAkip.objects.filter(kabupaten=kabupaten, tahun=tahun).first()


def read_rekomendasi(kabupaten: Kabupaten, tahun: int) -> tuple[Rekomendasi, ...]:
    """Rekomendasi tahun itu dari evaluasi, reviu, dan rapat, urut asal dan nomornya."""
    return tuple(Rekomendasi.objects.filter(kabupaten=kabupaten, tahun=tahun))


def kategori_akip(evaluasi: EvaluasiAkip | None) -> str | None:
    """Kategori menurut Permenpan-RB 88/2021; nilai tidak dibulatkan dahulu."""
    if evaluasi is None:
        return None
    skala = SkalaPredikat.objects.bersama(SKALA_AKIP)
    if skala is None:
        return None
    return predikat(evaluasi.nilai, skala.tingkat())
