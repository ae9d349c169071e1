"""Saringan rekomendasi."""

from typing import Any

import django_filters
from django import forms
from django.utils import timezone

from core.filters import YA_TIDAK, FilterSet, TahunFilter, cari
from kinerja.models import Rekomendasi


class RekomendasiFilter(FilterSet):
    """Menurut tahun, asal, status, penanggungnya, dan yang lewat tenggat."""

    tahun = TahunFilter(field_name="tahun")
    uraian = cari("uraian", "Uraian memuat")
    lewat = django_filters.BooleanFilter(
        label="Lewat tenggat", method="overdue", widget=forms.Select(choices=YA_TIDAK)
    )

    class Meta:
        model = Rekomendasi
        fields = ("tahun", "asal", "status", "penanggung", "uraian", "lewat")

    def overdue(self, rows: Any, nama: str, nilai: bool) -> Any:
        """Yang lewat tenggat saja, atau selainnya."""
        lewat = rows.overdue(timezone.localdate())
        if nilai:
            return lewat
        return rows.exclude(pk__in=lewat.values("pk"))
