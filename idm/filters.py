import django_filters

from core.filters import FilterSet, TahunFilter, cari
from idm.models import (
    AmbangStatus,
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    IndikatorIdm,
    Instrumen,
    KriteriaSkor,
    LayananRumusan,
    PenetapanIdm,
    RekapStatus,
    TerbitanIdm,
)
from villages.models import Kecamatan


class InstrumenFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = Instrumen
        fields = ("nama",)


class IndikatorIdmFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = IndikatorIdm
        fields = ("nama", "instrumen", "indeks")


class KriteriaSkorFilter(FilterSet):
    indikator = cari("indikator__nama", "Indikator memuat")

    class Meta:
        model = KriteriaSkor
        fields = ("indikator",)


class IdmDesaFilter(FilterSet):
    tahun = TahunFilter()
    desa = cari("desa__nama", "Nama desa memuat")
    kode = cari("desa__kode", "Kode memuat")
    kecamatan = django_filters.ModelChoiceFilter(
        field_name="desa__kecamatan", queryset=Kecamatan.objects, label="Kecamatan"
    )

    class Meta:
        model = IdmDesa
        fields = ("tahun", "desa", "kode", "kecamatan", "status", "sumber")


class RekapStatusFilter(FilterSet):
    class Meta:
        model = RekapStatus
        fields = ()


class LayananRumusanFilter(FilterSet):
    class Meta:
        model = LayananRumusan
        fields = ()


class AmbangStatusFilter(FilterSet):
    class Meta:
        model = AmbangStatus
        fields = ("instrumen",)


class DimensiIndeksFilter(FilterSet):
    class Meta:
        model = DimensiIndeks
        fields = ("instrumen",)


class TerbitanIdmFilter(FilterSet):
    tahun = TahunFilter()
    desa = cari("desa__nama", "Nama desa memuat")

    class Meta:
        model = TerbitanIdm
        fields = ("tahun", "desa", "status")


class IndeksDesaFilter(FilterSet):
    tahun = TahunFilter()
    desa = cari("desa__nama", "Nama desa memuat")
    kecamatan = django_filters.ModelChoiceFilter(
        field_name="desa__kecamatan", queryset=Kecamatan.objects, label="Kecamatan"
    )

    class Meta:
        model = IndeksDesa
        fields = ("tahun", "desa", "kecamatan", "status")


class PenetapanIdmFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = PenetapanIdm
        fields = ("tahun", "status")
