from typing import Any

import django_filters
from django import forms
from django.db import models
from django.utils.text import capfirst
from django_filters.utils import get_model_field

from core.forms import TahunField, setempat, without_tag

EMPAT_ANGKA = {"inputmode": "numeric", "size": 4}
YA_TIDAK = (("", "Semua"), ("true", "Ya"), ("false", "Tidak"))


class TahunFilter(django_filters.NumberFilter):
    """Saringan tahun; kosong berarti semua tahun."""

    field_class = TahunField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs=EMPAT_ANGKA)
        kwargs.setdefault("label", "Tahun")
        kwargs.setdefault("widget", widget)
        super().__init__(*args, **kwargs)

    def get_max_validator(self) -> None:
        return None


class FilterSet(django_filters.FilterSet):
    """Dasar saringan: pilihan hanya milik kabupaten pengguna."""

    FILTER_DEFAULTS = django_filters.FilterSet.FILTER_DEFAULTS | {
        models.BooleanField: {
            "filter_class": django_filters.BooleanFilter,
            "extra": lambda field: {"widget": forms.Select(choices=YA_TIDAK)},
        }
    }

    @property
    def form(self) -> forms.Form:
        """Tanpa tanda form: templat daftar yang membukanya."""
        form = super().form
        if not hasattr(form, "helper"):
            form.helper = without_tag(form)
            form.helper.disable_csrf = True
        return form

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.request.user
        for field in self.form.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = self._pilihan(field.queryset.visible_to(user))
        setempat(self.form.fields.values(), user)

    def _pilihan(self, rows: Any) -> Any:
        """Yang keadaannya menurut waktu disebut sebagaimana tahun kerjanya."""
        if hasattr(rows, "saat"):
            return rows.saat(self.request.tahun)
        return rows


def cari(field: str, label: str = "Cari") -> django_filters.CharFilter:
    """Saringan teks: memuat tulisan, tanpa membedakan huruf besar."""
    return django_filters.CharFilter(
        field_name=field,
        lookup_expr="icontains",
        label=label,
    )


def saringan(model: Any, path: str) -> django_filters.Filter:
    """Tahun, teks yang memuat, atau pilihan, menurut kolom di ujung `path`."""
    _, _, nama = path.rpartition("__")
    if nama == "tahun":
        return TahunFilter(field_name=path)
    column = get_model_field(model, path)
    label = capfirst(column.verbose_name)
    is_teks = isinstance(column, models.CharField | models.TextField)
    if is_teks and not column.choices:
        return cari(path, f"{label} memuat")
    chosen = FilterSet.filter_for_field(column, path)
    chosen.label = label
    return chosen
