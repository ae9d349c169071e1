"""Saringan Renstra, indikator, pohon program, rencana aksi dan acuannya."""

from typing import Any

from core.filters import FilterSet, TahunFilter, cari
from kinerja.models import (
    Dpa,
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    Nomenklatur,
    PeriodeRenstra,
    Program,
    RencanaAksi,
    Sasaran,
    SkalaKualitatif,
    SkalaPredikat,
    SubKegiatan,
    TingkatKualitatif,
    TingkatPredikat,
    Tujuan,
)


class PeriodeRenstraFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = PeriodeRenstra
        fields = ("nama",)


class SasaranFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = Sasaran
        fields = ("nama", "periode")


class IndikatorFilter(FilterSet):
    """Tahun memilih indikator pada periode Renstra yang memuatnya."""

    tahun = TahunFilter(method="in_periode")
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = Indikator
        fields = ("tahun", "nama", "jenis", "penanggung_jawab")

    def in_periode(self, rows: Any, name: str, tahun: int) -> Any:
        return rows.for_tahun(tahun)


class ProgramFilter(FilterSet):
    tahun = TahunFilter()
    nama = cari("nama", "Nama memuat")
    kode = cari("kode", "Kode memuat")

    class Meta:
        model = Program
        fields = ("tahun", "nama", "kode")


class KegiatanFilter(FilterSet):
    tahun = TahunFilter(field_name="program__tahun")
    nama = cari("nama", "Nama memuat")
    kode = cari("kode", "Kode memuat")

    class Meta:
        model = Kegiatan
        fields = ("tahun", "nama", "kode")


class SubKegiatanFilter(FilterSet):
    tahun = TahunFilter(field_name="kegiatan__program__tahun")
    nama = cari("nama", "Nama memuat")
    kode = cari("kode", "Kode memuat")

    class Meta:
        model = SubKegiatan
        fields = ("tahun", "nama", "kode", "penanggung_jawab")


class SkalaPredikatFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = SkalaPredikat
        fields = ("nama",)


class TingkatPredikatFilter(FilterSet):
    class Meta:
        model = TingkatPredikat
        fields = ("skala",)


class TujuanFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = Tujuan
        fields = ("nama", "periode")


class DpaFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = Dpa
        fields = ("tahun", "jenis")


class RencanaAksiFilter(FilterSet):
    tahun = TahunFilter(field_name="sub_kegiatan__kegiatan__program__tahun")
    nama = cari("sub_kegiatan__nama", "Sub kegiatan memuat")

    class Meta:
        model = RencanaAksi
        fields = ("tahun", "nama")


class IndikatorTambahanFilter(FilterSet):
    tahun = TahunFilter(field_name="program__tahun")
    indikator = cari("indikator", "Indikator memuat")

    class Meta:
        model = IndikatorTambahan
        fields = ("tahun", "indikator")


class NomenklaturFilter(FilterSet):
    """Tahun memilih kode yang berlaku pada tahun itu."""

    tahun = TahunFilter(method="valid_in", label="Berlaku tahun")
    kode = cari("kode", "Kode memuat")
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = Nomenklatur
        fields = ("tahun", "kode", "nama", "tingkat")

    def valid_in(self, rows: Any, name: str, tahun: int) -> Any:
        return rows.valid_in(tahun)


class SkalaKualitatifFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = SkalaKualitatif
        fields = ("nama",)


class TingkatKualitatifFilter(FilterSet):
    class Meta:
        model = TingkatKualitatif
        fields = ("skala",)
