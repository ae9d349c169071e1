"""Halaman satu model, dinyatakan sekali: daftar, saringan, formulir, panel dan jalannya."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import django_filters
import django_tables2 as tables
from django.db import models
from django.urls import URLPattern, path
from django.utils.text import capfirst
from django_filters.utils import get_model_field

from core import views
from core.filters import FilterSet, TahunFilter, cari
from core.forms import ScopedModelForm
from core.tables import Table

READ = ("list", "detail", "history")
WRITE = ("create", "update", "delete")
ROUTES = {
    "list": "",
    "create": "tambah/",
    "detail": "<int:pk>/",
    "update": "<int:pk>/ubah/",
    "delete": "<int:pk>/hapus/",
    "history": "<int:pk>/riwayat/",
}
VIEWS = {
    "list": views.List,
    "create": views.Create,
    "detail": views.Detail,
    "update": views.Update,
    "delete": views.Delete,
    "history": views.History,
}
# model → halamannya; panel dan uji mencarinya di sini
HALAMAN: dict[type[models.Model], "Halaman"] = {}
# sebuah nama kolom; (nama, jalan kolomnya); atau (nama, kolom atau saringan yang sudah jadi)
Nama = str | tuple[str, Any]


@dataclass(frozen=True, kw_only=True)
class Halaman:
    """Yang tidak disebut mengikuti modelnya; kelas sendiri hanya bagi yang berkata lain.

    `table`, `filterset`, `form` menjadi dasar bila `kolom`, `saring`, `isian` disebut.
    """

    model: Any
    prefix: str
    only: tuple[str, ...] = READ + WRITE
    kolom: tuple[Nama, ...] = ()
    saring: tuple[Nama, ...] = ()
    isian: tuple[str, ...] = ()
    sebutan: Mapping[str, tuple[Callable[..., str], *tuple[str, ...]]] = field(default_factory=dict)
    petunjuk: Mapping[str, str] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    panels: tuple[str | tuple[str, type[Table]], ...] = ()
    table: type[Table] = Table
    filterset: type[FilterSet] = FilterSet
    form: type[ScopedModelForm] = ScopedModelForm
    custom: Mapping[str, Any] = field(default_factory=dict)  # halaman → kelas halamannya
    daftar: Mapping[str, Any] = field(default_factory=dict)  # setelan halaman daftarnya

    def __post_init__(self) -> None:
        if self.model in HALAMAN:
            raise ValueError(f"Halaman {self.model._meta.label} dinyatakan dua kali.")
        HALAMAN[self.model] = self

    @cached_property
    def table_class(self) -> type[Table]:
        if not self.kolom:
            return self.table
        kolom = dict(_pair(one) for one in self.kolom)
        meta = type("Meta", (self.table.Meta,), {"model": self.model, "fields": tuple(kolom)})
        columns = {name: _column(given) for name, given in kolom.items() if given != name}
        return self._derive(self.table, Meta=meta, **columns)

    @cached_property
    def filterset_class(self) -> type[FilterSet]:
        if self.filterset is not FilterSet:
            return self.filterset
        saring = dict(_pair(one) for one in self.saring)
        meta = type("Meta", (), {"model": self.model, "fields": tuple(saring)})
        filters = {name: _filter(self.model, given) for name, given in saring.items()}
        return self._derive(FilterSet, Meta=meta, **filters)

    @cached_property
    def form_class(self) -> type[ScopedModelForm]:
        if not self.isian:
            return self.form
        fields = {"model": self.model, "fields": self.isian, "help_texts": dict(self.petunjuk)}
        meta = type("Meta", (self.form.Meta,), fields)
        sebutan = {**self.form.sebutan, **self.sebutan}
        return self._derive(self.form, Meta=meta, sebutan=sebutan)

    def _derive(self, base: Any, **attributes: Any) -> Any:
        """Turunan `base` untuk model ini, bernama menurut keduanya."""
        name = f"{self.model.__name__}{base.__name__}"
        return type(base)(name, (base,), {"__module__": self.model.__module__, **attributes})

    def options(self, page: str) -> dict[str, Any]:
        """Setelan kelas satu halaman; yang kosong mengikuti kelasnya."""
        if page in ("create", "update"):
            return {"form_class": self.form_class}
        given: dict[str, Any] = {}
        if page == "list":
            given = {
                "table_class": self.table_class,
                "filterset_class": self.filterset_class,
                "related": self.related,
                **self.daftar,
            }
        elif page == "detail":
            given = {"related": self.related, "panels": dict(map(self._panel, self.panels))}
        return {name: value for name, value in given.items() if value != () and value != {}}

    def _panel(self, panel: str | tuple[str, type[Table]]) -> tuple[str, type[Table]]:
        """Relasi balik dan tabelnya; tanpa tabel, tabel halaman model itu."""
        if not isinstance(panel, str):
            return panel
        relations = self.model._meta.related_objects
        relation = next(one for one in relations if one.get_accessor_name() == panel)
        return panel, HALAMAN[relation.related_model].table_class

    def urls(self) -> list[URLPattern]:
        """Jalan `/<prefix>/…` bernama `<model>_<halaman>`."""
        return [self._route(page) for page in self.only]

    def _route(self, page: str) -> URLPattern:
        view = self.custom.get(page, VIEWS[page])
        page_view = view.as_view(model=self.model, **self.options(page))
        name = f"{self.model._meta.model_name}_{page}"
        return path(f"{self.prefix}/{ROUTES[page]}", page_view, name=name)


def halaman_urls(*pages: Halaman) -> list[URLPattern]:
    """Jalan beberapa model sekaligus."""
    patterns: list[URLPattern] = []
    for page in pages:
        patterns += page.urls()
    return patterns


def _pair(one: Nama) -> tuple[str, Any]:
    return (one, one) if isinstance(one, str) else one


def _column(given: Any) -> tables.Column:
    return tables.Column(accessor=given) if isinstance(given, str) else given


def _filter(model: Any, given: Any) -> django_filters.Filter:
    """Tahun, teks yang memuat, atau pilihan, menurut kolom di ujung jalannya."""
    if not isinstance(given, str):
        return given
    if given.rpartition("__")[2] == "tahun":
        return TahunFilter(field_name=given)
    column = get_model_field(model, given)
    label = capfirst(column.verbose_name)
    if isinstance(column, models.CharField | models.TextField) and not column.choices:
        return cari(given, f"{label} memuat")
    chosen = FilterSet.filter_for_field(column, given)
    chosen.label = label
    return chosen
