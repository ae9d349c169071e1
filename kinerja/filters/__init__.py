from typing import Any

import django_filters

from core.filters import FilterSet, TahunFilter, cari
from kinerja.models import (
    AngkaTercetak,
    BuktiRealisasi,
    EvaluasiAkip,
    Indikator,
    Kegiatan,
    Lkjip,
    NaskahBaku,
    PeriodeRenstra,
    Program,
    Realisasi,
    RekapPegawai,
    Rekomendasi,
    Sasaran,
    SkalaPredikat,
    SubKegiatan,
    Target,
    TingkatPredikat,
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


class TargetFilter(FilterSet):
    tahun = TahunFilter()
    nama = cari("indikator__nama", "Indikator memuat")
    jenis = django_filters.ChoiceFilter(field_name="indikator__jenis", choices=Indikator.Jenis, label="Jenis")

    class Meta:
        model = Target
        fields = ("tahun", "nama", "jenis", "triwulan")


class RealisasiFilter(TargetFilter):
    class Meta(TargetFilter.Meta):
        model = Realisasi


class BuktiRealisasiFilter(FilterSet):
    tahun = TahunFilter(field_name="realisasi__tahun")
    nama = cari("nama", "Nama berkas memuat")

    class Meta:
        model = BuktiRealisasi
        fields = ("tahun", "nama")


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


class RekapPegawaiFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = RekapPegawai
        fields = ("tahun", "kelompok")


class EvaluasiAkipFilter(FilterSet):
    class Meta:
        model = EvaluasiAkip
        fields = ()


class RekomendasiFilter(FilterSet):
    tahun = TahunFilter(field_name="evaluasi__tahun")
    uraian = cari("uraian", "Uraian memuat")

    class Meta:
        model = Rekomendasi
        fields = ("tahun", "uraian")


class AngkaTercetakFilter(FilterSet):
    tahun = TahunFilter()
    tempat = cari("tempat", "Tempat memuat")
    rujukan = cari("rujukan", "Rujukan memuat")

    class Meta:
        model = AngkaTercetak
        fields = ("tahun", "tempat", "rujukan")


class SkalaPredikatFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = SkalaPredikat
        fields = ("nama",)


class TingkatPredikatFilter(FilterSet):
    class Meta:
        model = TingkatPredikat
        fields = ("skala",)


class NaskahBakuFilter(FilterSet):
    judul = cari("judul", "Judul memuat")

    class Meta:
        model = NaskahBaku
        fields = ("judul",)


class LkjipFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = Lkjip
        fields = ("tahun", "status")
