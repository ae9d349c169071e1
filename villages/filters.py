import django_filters

from core.filters import FilterSet, TahunFilter, cari
from villages.models import (
    AliasNama,
    AnggotaKerjaSama,
    AngkaIkk,
    BatasDesa,
    BerkasIkk,
    Desa,
    DokumenKerjaSama,
    FormulirKerjaSama,
    Kecamatan,
    KegiatanPkk,
    KerjaSama,
    Lembaga,
    OutcomeIkk,
    OutputIkk,
    Pengurus,
    RekapLembaga,
    RincianLembaga,
    RiwayatKecamatan,
    RiwayatWilayah,
    TautanKerjaSama,
)


def kecamatan(field: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=field, queryset=Kecamatan.objects, label="Kecamatan"
    )


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


class RiwayatKecamatanFilter(FilterSet):
    nama = cari("nama", "Nama lama memuat")
    kode = cari("kode", "Kode lama memuat")

    class Meta:
        model = RiwayatKecamatan
        fields = ("nama", "kode")


class RiwayatWilayahFilter(FilterSet):
    nama = cari("nama", "Nama lama memuat")
    kode = cari("kode", "Kode lama memuat")

    class Meta:
        model = RiwayatWilayah
        fields = ("nama", "kode")


class AliasNamaFilter(FilterSet):
    tulisan = cari("tulisan", "Tulisan memuat")

    class Meta:
        model = AliasNama
        fields = ("tulisan", "kecamatan")


class BatasDesaFilter(FilterSet):
    nama = cari("desa__nama", "Nama memuat")
    kecamatan = kecamatan("desa__kecamatan")

    class Meta:
        model = BatasDesa
        fields = ("nama", "kecamatan")


class KerjaSamaFilter(FilterSet):
    class Meta:
        model = KerjaSama
        fields = ("kecamatan", "jenis", "is_prioritas_nasional")


class TautanKerjaSamaFilter(FilterSet):
    judul = cari("judul", "Judul memuat")

    class Meta:
        model = TautanKerjaSama
        fields = ("judul",)


class DokumenKerjaSamaFilter(FilterSet):
    nama = cari("nama", "Nama memuat")

    class Meta:
        model = DokumenKerjaSama
        fields = ("nama",)


class FormulirKerjaSamaFilter(FilterSet):
    tahun = TahunFilter()
    kecamatan = kecamatan("kerja_sama__kecamatan")

    class Meta:
        model = FormulirKerjaSama
        fields = ("tahun", "kecamatan")


class AnggotaKerjaSamaFilter(FilterSet):
    tahun = TahunFilter()
    nama = cari("nama_tercetak", "Nama memuat")
    kecamatan = kecamatan("kerja_sama__kecamatan")
    jenis = django_filters.ChoiceFilter(
        field_name="kerja_sama__jenis", choices=KerjaSama.Jenis, label="Jenis"
    )

    class Meta:
        model = AnggotaKerjaSama
        fields = ("tahun", "nama", "kecamatan", "jenis", "is_aktif")


class RekapLembagaFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = RekapLembaga
        fields = ("tahun", "kecamatan")


class RincianLembagaFilter(FilterSet):
    tahun = TahunFilter()
    nama = cari("desa__nama", "Nama memuat")
    kecamatan = kecamatan("desa__kecamatan")

    class Meta:
        model = RincianLembaga
        fields = ("tahun", "nama", "kecamatan")


class LembagaFilter(FilterSet):
    nama = cari("nama", "Nama memuat")
    desa = cari("desa__nama", "Desa memuat")
    kecamatan = kecamatan("desa__kecamatan")

    class Meta:
        model = Lembaga
        fields = ("nama", "desa", "kecamatan", "jenis")


class PengurusFilter(FilterSet):
    nama = cari("nama", "Nama memuat")
    lembaga = cari("lembaga__nama", "Lembaga memuat")

    class Meta:
        model = Pengurus
        fields = ("nama", "lembaga")


class KegiatanPkkFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = KegiatanPkk
        fields = ("tahun", "kecamatan")


class OutcomeIkkFilter(FilterSet):
    class Meta:
        model = OutcomeIkk
        fields = ()


class OutputIkkFilter(FilterSet):
    class Meta:
        model = OutputIkk
        fields = ()


class AngkaIkkFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = AngkaIkk
        fields = ("tahun",)


class BerkasIkkFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = BerkasIkk
        fields = ("tahun", "status")
