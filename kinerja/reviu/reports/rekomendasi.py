"""Rekomendasi di samping meja reviu dan evaluasinya."""

from django.utils import timezone

from kinerja.models import EvaluasiAkip, Rekomendasi, Reviu

SemuaRekomendasi = list[Rekomendasi]


def lewat_tenggat(rows: SemuaRekomendasi) -> SemuaRekomendasi:
    """Yang belum diterima padahal tenggatnya sudah lewat."""
    hari_ini = timezone.localdate()
    return [satu for satu in rows if satu.is_lewat(hari_ini)]


def rekomendasi_tersisa(reviu: Reviu) -> SemuaRekomendasi:
    """Sampai tahun naskahnya, yang buktinya belum diterima."""
    rows = Rekomendasi.objects.filter(kabupaten=reviu.kabupaten_id, tahun__lte=reviu.tahun)
    return list(rows.unfinished())


def rekomendasi_akip(evaluasi: EvaluasiAkip) -> SemuaRekomendasi:
    """Rekomendasi evaluasi itu."""
    rows = Rekomendasi.objects.filter(kabupaten=evaluasi.kabupaten_id, tahun=evaluasi.tahun)
    return list(rows.filter(asal=Rekomendasi.AsalRekomendasi.AKIP))
