"""Halaman satu model, dinyatakan sekali: daftar, saringan, formulir, panel dan jalannya."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import django_tables2 as tables
from django.db import models
from django.urls import URLPattern, path

from core import views
from core.filters import FilterSet, saringan
from core.forms import ScopedModelForm
from core.tables import Table

KelasFormulir = type[ScopedModelForm]
KelasTabel = type[Table]
Jalan = list[URLPattern]
Bernama = dict[str, Any]  # setelan menurut namanya
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

UrutanNama = tuple[str, ...]
# sebuah nama; atau namanya dengan jalan kolomnya, atau dengan kolom, saringan atau tabelnya
Nama = str | tuple[str, Any]
SemuaNama = tuple[Nama, ...]
Setelan = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Halaman:
    """Yang tidak disebut mengikuti modelnya; kelas sendiri hanya bagi yang berkata lain.

    `table` dan `form` menjadi dasar kelas baru bila `kolom` atau `isian` disebut.
    """

    model: Any
    prefix: str
    only: UrutanNama = READ + WRITE
    related: UrutanNama = ()
    panels: SemuaNama = ()
    kolom: SemuaNama = ()
    table: KelasTabel = Table
    saring: SemuaNama = ()
    filterset: type[FilterSet] | None = None
    isian: UrutanNama = ()
    form: KelasFormulir = ScopedModelForm
    # kunci tamu pada isian → (tulisan tiap pilihannya, kolom yang dibaca sekaligus …)
    sebutan: Setelan = field(default_factory=dict)
    # isian → petunjuk di bawahnya
    petunjuk: Setelan = field(default_factory=dict)
    # halaman → kelas halamannya
    custom: Setelan = field(default_factory=dict)
    # setelan halaman daftarnya
    daftar: Setelan = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.model in HALAMAN:
            raise ValueError(f"Halaman {self.model} dinyatakan dua kali.")
        HALAMAN[self.model] = self

    @cached_property
    def table_class(self) -> KelasTabel:
        """Tabel daftarnya, juga panel pada induknya."""
        if not self.kolom:
            return self.table
        semua_nama, given = _split(self.kolom)
        columns = {}
        for nama, nilai in given.items():
            columns[nama] = nilai
            if isinstance(nilai, str):
                columns[nama] = tables.Column(accessor=nilai)
        return self._derive(
            self.table,
            self._meta(self.table.Meta, fields=semua_nama),
            related=self.related,
            **columns,
        )

    @cached_property
    def filterset_class(self) -> type[FilterSet]:
        """Saringan daftarnya; tanpa saringan tetap ada, kosong."""
        if self.filterset:
            return self.filterset
        semua_nama, given = _split(self.saring)
        filters = {}
        for nama in semua_nama:
            nilai = given.get(nama, nama)
            filters[nama] = nilai
            if isinstance(nilai, str):
                filters[nama] = saringan(self.model, nilai)
        meta = self._meta(object, fields=semua_nama)
        return self._derive(FilterSet, meta, **filters)

    @cached_property
    def form_class(self) -> KelasFormulir:
        """Formulir tambah dan ubahnya."""
        if not self.isian:
            return self.form
        meta = self._meta(
            self.form.Meta,
            fields=self.isian,
            help_texts=dict(self.petunjuk),
        )
        sebutan = {**self.form.sebutan, **self.sebutan}
        return self._derive(self.form, meta, sebutan=sebutan)

    def _meta(self, base: type, **attributes: Any) -> type:
        attributes["model"] = self.model
        return type("Meta", (base,), attributes)

    def _derive(self, base: Any, meta: type, **attributes: Any) -> Any:
        """Turunan `base` untuk model ini, bernama menurut keduanya."""
        nama = self.model.__name__ + base.__name__
        metaclass = type(base)
        attributes["Meta"] = meta
        attributes["__module__"] = self.model.__module__
        return metaclass(nama, (base,), attributes)

    def options(self, halaman: str) -> Bernama:
        """Setelan kelas satu halaman; yang kosong mengikuti kelasnya."""
        given: Bernama = {}
        if halaman in ("create", "update"):
            given["form_class"] = self.form_class
        if self.related and halaman in ("list", "detail"):
            given["related"] = self.related
        if halaman == "list":
            given["table_class"] = self.table_class
            given["filterset_class"] = self.filterset_class
            given |= self.daftar
        if self.panels and halaman == "detail":
            given["panels"] = self._panel_tables()
        return given

    def _panel_tables(self) -> dict[str, KelasTabel]:
        """Relasi balik → tabelnya; bawaannya tabel halaman model itu."""
        related = {}
        for relation in self.model._meta.related_objects:
            related[relation.get_accessor_name()] = relation.related_model
        semua_nama, given = _split(self.panels)
        hasil = {}
        for nama in semua_nama:
            anak = related[nama]
            own = given.get(nama)
            hasil[nama] = own or HALAMAN[anak].table_class
        return hasil

    def urls(self) -> Jalan:
        """Jalan `/<prefix>/…` bernama `<model>_<halaman>`."""
        return [self._route(halaman) for halaman in self.only]

    def _route(self, halaman: str) -> URLPattern:
        """Satu jalan menurut halaman dan kelasnya."""
        view = self.custom.get(halaman) or VIEWS[halaman]
        options = self.options(halaman)
        nama_model = self.model._meta.model_name
        return path(
            f"{self.prefix}/{ROUTES[halaman]}",
            view.as_view(model=self.model, **options),
            name=f"{nama_model}_{halaman}",
        )


def halaman_urls(*semua: Halaman) -> Jalan:
    """Jalan beberapa model sekaligus."""
    patterns: Jalan = []
    for halaman in semua:
        patterns += halaman.urls()
    return patterns


def _split(given: SemuaNama) -> tuple[UrutanNama, Bernama]:
    """Semua nama menurut urutannya, dan yang disebut bersama jalan atau kelasnya."""
    semua_nama = []
    bernama = {}
    for satu in given:
        if isinstance(satu, str):
            semua_nama.append(satu)
        else:
            nama, nilai = satu
            bernama[nama] = nilai
            semua_nama.append(nama)
    return tuple(semua_nama), bernama
