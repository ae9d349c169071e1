"""Halaman baca: daftar, rincian, riwayat."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.views.generic import DetailView
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin

from core import display
from core.audit import Refused
from core.ekspor import EKSPOR, Daftar, saringan_terpakai
from core.models import AuditEvent
from core.tables import Table
from core.views.dasar import Context, Scoped, nama_url, perm

RIWAYAT_TERBANYAK = 200


class List(Scoped, SingleTableMixin, FilterView):
    """`model`, `table_class`, `filterset_class`; potongan htmx dari halaman yang sama."""

    paginate_by = 25
    table_class: Any = None
    filterset_class: Any = None
    intro = ""

    def get_template_names(self) -> list[str]:
        """Permintaan htmx hanya memerlukan tabelnya."""
        is_bagian = self.request.htmx  # type: ignore[attr-defined]
        if is_bagian:
            return ["core/_list.html"]
        return self.fallback("list")

    def render_to_response(self, context: Context, **kwargs: Any) -> HttpResponse:
        """Halaman, atau baris tersaring sebagai unduhan bila `?ekspor=` menyebut bentuknya."""
        jenis = self.request.GET.get("ekspor", "")
        if jenis:
            return self.ekspor(context, jenis)
        return super().render_to_response(context, **kwargs)  # type: ignore[no-any-return]

    def ekspor(self, context: Context, jenis: str) -> HttpResponse:
        """Baris tersaring yang sama; yang tidak dapat dibuat kembali ke daftarnya."""
        if jenis not in EKSPOR:
            ada = ", ".join(EKSPOR)
            raise BadRequest(f"Bentuk ekspor “{jenis}” tidak dikenal; yang ada: {ada}.")
        write = EKSPOR[jenis]
        try:
            return write(self.daftar(context["table"]))
        except Refused as error:
            messages.error(self.request, str(error))
            return redirect(self.request.path)

    def daftar(self, table: Table) -> Daftar:
        """Baris tersaring dengan yang menerangkannya di atas kertas."""
        kabupaten = self.request.user.kabupaten  # type: ignore[union-attr]
        judul = kabupaten.wilayah.label(self.model._meta.verbose_name_plural)
        form = self.filterset.form
        terpakai: list[str] = []
        if form.is_valid():
            terpakai = saringan_terpakai(form)
        return Daftar(
            table=table,
            judul=capfirst(judul),
            saringan=terpakai,
            user=self.request.user,
            tahun=self.request.tahun,  # type: ignore[attr-defined]
        )

    def get_filterset_kwargs(self, filterset_class: Any) -> Context:
        """Tanpa saringan tahun dari pengguna dipakai tahun kerjanya."""
        kwargs: Context = super().get_filterset_kwargs(filterset_class)
        data = self.request.GET.copy()
        is_bertahun = "tahun" in filterset_class.base_filters
        if is_bertahun and "tahun" not in data:
            data["tahun"] = str(self.request.tahun)  # type: ignore[attr-defined]
        kwargs["data"] = data
        return kwargs

    def get_table_data(self) -> Any:
        """Baris yang sudah tersaring."""
        return self.object_list

    def summary(self) -> str:
        """Keterangan di samping banyak baris; `object_list` sudah tersaring."""
        return ""

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        context["intro"] = self.intro
        context["summary"] = self.summary()
        return context


class Detail(Scoped, DetailView):
    """Semua kolom, lalu panel baris anak menurut `panels` (nama relasi balik → tabel)."""

    panels: ClassVar[dict[str, type[Table]]] = {}
    masked: frozenset[str] = frozenset({"telepon", "kontak"})

    def get_template_names(self) -> list[str]:
        """Templat sendiri hanya bila isinya lain."""
        return self.fallback("detail")

    def get_context_data(self, **kwargs: Any) -> Context:
        """Data pribadi tertutup bagi yang tidak boleh mengubahnya."""
        context = super().get_context_data(**kwargs)
        sebab_lock = self.object.sebab_lock()
        masked = self.masked
        if context["may"]["change"]:
            masked = frozenset()
        panels = []
        for nama, table in self.panels.items():
            add_url = ""
            if not sebab_lock:
                add_url = self.add_url(nama)
            panels.append((*self.panel(nama, table), add_url))
        context["items"] = display.items(self.object, masked=masked)
        context["panels"] = panels
        context["sebab_lock"] = sebab_lock
        return context

    def panel(self, nama: str, table: type[Table]) -> tuple[str, Table]:
        """Baris anak dengan tabel daftarnya sendiri."""
        rows = getattr(self.object, nama).all()
        if table.related:
            rows = rows.select_related(*table.related)
        judul = str(rows.model._meta.verbose_name_plural)
        return judul, table(rows, orderable=False, request=self.request)

    def add_url(self, nama: str) -> str:
        """Halaman tambah baris anak dengan induknya terpilih.

        Kosong bila pengguna tidak boleh menambahnya.
        """
        relation = self.relation(nama)
        anak = relation.related_model
        permission = perm(anak, "add")
        if not self.request.user.has_perm(permission):
            return ""
        try:
            url = reverse(nama_url(anak, "create"))
        except NoReverseMatch:
            return ""
        induk = relation.field.name
        return f"{url}?{induk}={self.object.pk}"

    def relation(self, nama: str) -> Any:
        """Relasi balik menurut nama yang dipakai panelnya."""
        for relation in self.model._meta.related_objects:
            if relation.get_accessor_name() == nama:
                return relation
        raise LookupError(nama)


class History(Scoped, DetailView):
    """Riwayat satu baris: siapa, kapan, kolom apa, sebelum dan sesudah."""

    def get_template_names(self) -> list[str]:
        return self.fallback("history")

    def get_context_data(self, **kwargs: Any) -> Context:
        """Yang terbaru saja; selebihnya di jejak audit."""
        context = super().get_context_data(**kwargs)
        events = AuditEvent.objects.visible_to(self.request.user)
        context["events"] = events.of(self.object)[:RIWAYAT_TERBANYAK]
        return context
