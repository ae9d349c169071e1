"""Rekomendasi di samping meja reviu dan evaluasinya."""

from kinerja.models import EvaluasiAkip, Rekomendasi, Reviu

SemuaRekomendasi = list[Rekomendasi]


def rekomendasi_tersisa(reviu: Reviu) -> SemuaRekomendasi:
    """Sampai tahun naskahnya, yang buktinya belum diterima."""
    rows = Rekomendasi.objects.filter(kabupaten=reviu.kabupaten_id, tahun__lte=reviu.tahun)
    return list(rows.unfinished())


def rekomendasi_akip(evaluasi: EvaluasiAkip) -> SemuaRekomendasi:
    """Rekomendasi evaluasi itu."""
    rows = Rekomendasi.objects.filter(kabupaten=evaluasi.kabupaten_id, tahun=evaluasi.tahun)
    return list(rows.filter(asal=Rekomendasi.AsalRekomendasi.AKIP))
