"""Saringan yang tahunnya bukan kolom: masa berlaku indikator dan nomenklatur."""

from typing import Any

from core.filters import FilterSet, TahunFilter, cari
from kinerja.models import Indikator, Nomenklatur


class IndikatorFilter(FilterSet):
    """Tahun memilih indikator pada periode Renstra yang memuatnya."""

    tahun = TahunFilter(method="in_periode")
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = Indikator
        fields = ("tahun", "nama", "jenis", "penanggung_jawab")

    def in_periode(self, rows: Any, nama: str, tahun: int) -> Any:
        return rows.for_tahun(tahun)


class NomenklaturFilter(FilterSet):
    """Tahun memilih kode yang berlaku pada tahun itu."""

    tahun = TahunFilter(method="valid_in", label="Berlaku tahun")
    kode = cari("kode", "Kode memuat")
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = Nomenklatur
        fields = ("tahun", "kode", "nama", "tingkat")

    def valid_in(self, rows: Any, nama: str, tahun: int) -> Any:
        return rows.valid_in(tahun)
