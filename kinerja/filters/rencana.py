"""Saringan daftar rencana aksi, pengukuran, DPA, nomenklatur dan skala kualitatif."""

from typing import Any

from core.filters import FilterSet, TahunFilter, cari
from kinerja.models import (
    BuktiPengukuran,
    Dpa,
    IndikatorTambahan,
    Nomenklatur,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    PerubahanTarget,
    RencanaAksi,
    SkalaKualitatif,
    TingkatKualitatif,
    Tujuan,
)


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


class PeriodeIsianFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = PeriodeIsian
        fields = ("tahun", "triwulan")


class RencanaAksiFilter(FilterSet):
    tahun = TahunFilter(field_name="sub_kegiatan__kegiatan__program__tahun")
    nama = cari("sub_kegiatan__nama", "Sub kegiatan memuat")

    class Meta:
        model = RencanaAksi
        fields = ("tahun", "nama")


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


class IndikatorTambahanFilter(FilterSet):
    tahun = TahunFilter(field_name="program__tahun")
    indikator = cari("indikator", "Indikator memuat")

    class Meta:
        model = IndikatorTambahan
        fields = ("tahun", "indikator")


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
