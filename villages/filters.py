import django_filters

from core.filters import FilterSet, TahunFilter, cari
from villages.models import AnggotaKerjaSama, Desa, Kecamatan, KerjaSama, RekapLembaga


def kecamatan(field: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(field_name=field, queryset=Kecamatan.objects, label="Kecamatan")


class KecamatanFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = Kecamatan
        fields = ("nama",)


class DesaFilter(FilterSet):
    nama = cari("nama", "Nama memuat")
    kode = cari("kode", "Kode memuat")

    class Meta:
        model = Desa
        fields = ("nama", "kode", "kecamatan", "jenis")


class KerjaSamaFilter(FilterSet):
    class Meta:
        model = KerjaSama
        fields = ("kecamatan", "jenis", "is_prioritas_nasional")


class AnggotaKerjaSamaFilter(FilterSet):
    tahun = TahunFilter()
    nama = cari("nama_tercetak", "Nama memuat")
    kecamatan = kecamatan("kerja_sama__kecamatan")
    jenis = django_filters.ChoiceFilter(field_name="kerja_sama__jenis", choices=KerjaSama.Jenis, label="Jenis")

    class Meta:
        model = AnggotaKerjaSama
        fields = ("tahun", "nama", "kecamatan", "jenis", "is_aktif")


class RekapLembagaFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = RekapLembaga
        fields = ("tahun", "kecamatan")
