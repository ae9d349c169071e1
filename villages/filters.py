"""Saringan wilayah menurut tahun; desa dicari dengan nama kini maupun nama lamanya."""

from typing import Any

import django_filters
from django.db.models import Q

from core.filters import FilterSet, TahunFilter
from core.periode import TAHUN_AKHIR
from villages.models import Desa, Kecamatan


class WilayahTahunFilter(TahunFilter):
    """Wilayah yang ada pada tahun itu; kosong berarti semua yang tercatat, menurut kini."""

    def filter(self, rows: Any, value: Any) -> Any:
        """Tahun jauh di depan adalah keadaan kini."""
        if value is None:
            return rows.saat(TAHUN_AKHIR)
        tahun = int(value)
        return rows.on(tahun)


class WilayahFilterSet(FilterSet):
    """Tahun disaring lebih dahulu: saringan lainnya membaca keadaannya."""

    tahun = WilayahTahunFilter()
    nama = django_filters.CharFilter(label="Nama memuat", method="bernama")

    def bernama(self, rows: Any, nama: str, nilai: str) -> Any:
        """Nama pada tahun itu, atau nama kini."""
        syarat = _memuat("nama", nilai)
        return rows.filter(syarat)


class DesaFilterSet(WilayahFilterSet):
    """Kode, kecamatan dan jenis pada tahun itu."""

    kode = django_filters.CharFilter(label="Kode memuat", method="berkode")
    kecamatan = django_filters.ModelChoiceFilter(
        label="Kecamatan",
        queryset=Kecamatan.objects.all(),
        method="sekecamatan",
    )
    jenis = django_filters.ChoiceFilter(
        label="Jenis",
        choices=Desa.JENIS,
        field_name="jenis_saat",
    )

    def sekecamatan(self, rows: Any, nama: str, nilai: Kecamatan) -> Any:
        """Kecamatannya saat itu."""
        return rows.filter(kecamatan_saat=nilai.pk)

    def berkode(self, rows: Any, nama: str, nilai: str) -> Any:
        """Kode pada tahun itu, atau kode kini."""
        syarat = _memuat("kode", nilai)
        return rows.filter(syarat)


def _memuat(kolom: str, nilai: str) -> Q:
    """Kolomnya saat itu atau kini memuat tulisan itu."""
    saat = {f"{kolom}_saat__icontains": nilai}
    kini = {f"{kolom}__icontains": nilai}
    return Q(**saat) | Q(**kini)


class KecamatanDesaFilter(django_filters.ModelChoiceFilter):
    """Baris desa menurut kecamatannya pada tahun yang disaring, atau pada tahun kerja."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Kecamatan")
        super().__init__(*args, queryset=Kecamatan.objects.all(), **kwargs)

    def filter(self, rows: Any, value: Any) -> Any:
        """Tanpa kecamatan terpilih semua barisnya."""
        if value is None:
            return rows
        induk: Any = self.parent
        tahun = induk.form.cleaned_data.get("tahun") or induk.request.tahun
        sekecamatan = Desa.objects.saat(int(tahun)).filter(kecamatan_saat=value.pk)
        return rows.filter(desa__in=sekecamatan.values("pk"))


class NamaDesaFilter(django_filters.CharFilter):
    """Baris yang desanya kini atau dahulu bernama atau berkode begitu."""

    def __init__(self, kolom: str = "nama", **kwargs: Any) -> None:
        kwargs.setdefault("label", f"{kolom.title()} desa memuat")
        super().__init__(**kwargs)
        self.kolom = kolom

    def filter(self, rows: Any, value: Any) -> Any:
        """Tanpa tulisan semua barisnya."""
        if not value:
            return rows
        kini = {f"{self.kolom}__icontains": value}
        dahulu = {f"riwayatwilayah__{self.kolom}__icontains": value}
        syarat = Q(**kini) | Q(**dahulu)
        desa = Desa.objects.filter(syarat)
        return rows.filter(desa__in=desa.values("pk"))
