"""Saringan target, realisasi, pengukuran triwulan dan buktinya."""

import django_filters

from core.filters import FilterSet, TahunFilter, cari
from kinerja.models import (
    BuktiPengukuran,
    BuktiRealisasi,
    Indikator,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    PerubahanTarget,
    Realisasi,
    Target,
)


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


class PeriodeIsianFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = PeriodeIsian
        fields = ("tahun", "triwulan")


class PengukuranProgramFilter(FilterSet):
    tahun = TahunFilter(field_name="program__tahun")

    class Meta:
        model = PengukuranProgram
        fields = ("tahun", "triwulan")


class PengukuranKegiatanFilter(FilterSet):
    tahun = TahunFilter(field_name="kegiatan__program__tahun")

    class Meta:
        model = PengukuranKegiatan
        fields = ("tahun", "triwulan")


class PengukuranTambahanFilter(FilterSet):
    tahun = TahunFilter(field_name="tambahan__program__tahun")

    class Meta:
        model = PengukuranTambahan
        fields = ("tahun", "triwulan")


class PengukuranSubFilter(FilterSet):
    tahun = TahunFilter(field_name="sub_kegiatan__kegiatan__program__tahun")
    nama = cari("sub_kegiatan__nama", "Sub kegiatan memuat")

    class Meta:
        model = PengukuranSub
        fields = ("tahun", "nama", "triwulan")


class BuktiPengukuranFilter(FilterSet):
    tahun = TahunFilter(field_name="pengukuran__sub_kegiatan__kegiatan__program__tahun")
    nama = cari("nama", "Nama berkas memuat")

    class Meta:
        model = BuktiPengukuran
        fields = ("tahun", "nama")


class PerubahanTargetFilter(FilterSet):
    tahun = TahunFilter(field_name="target__tahun")
    nama = cari("target__indikator__nama", "Indikator memuat")

    class Meta:
        model = PerubahanTarget
        fields = ("tahun", "nama")
