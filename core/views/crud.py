"""Halaman umum: daftar, rincian, tambah, ubah, hapus, riwayat. Model cukup dinyatakan."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.text import slugify
from django.views.generic import CreateView, DeleteView, DetailView, UpdateView
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin

from core import audit, display, door
from core.audit import Refused
from core.ekspor import EKSPOR
from core.models import AuditEvent
from core.tables import Table

REPLAYED = "Formulir ini sudah pernah dikirim; data tidak disimpan dua kali."


class Scoped(PermissionRequiredMixin):
    """Hak dari model dan tindakan; baris dari `visible_to`; percobaan yang ditolak dicatat."""

    action: ClassVar[str] = "view"
    model: Any = None
    request: HttpRequest
    related: tuple[str, ...] = ()

    def get_permission_required(self) -> tuple[str, ...]:
        return (f"{self.model._meta.app_label}.{self.action}_{self.model._meta.model_name}",)

    def has_permission(self) -> bool:
        """Akun yang belum ditautkan ke kabupaten tidak membuka apa pun."""
        if getattr(self.request.user, "kabupaten_id", None) is None:
            return False
        return super().has_permission()

    def handle_no_permission(self) -> Any:
        if self.request.user.is_authenticated:
            pk = self.kwargs.get("pk")  # type: ignore[attr-defined]
            note = f"tidak berhak: {self.request.path}"
            audit.record_denied(self.request.user, self.model, pk, note)
            raise PermissionDenied
        return super().handle_no_permission()

    def get_queryset(self) -> Any:
        rows = self.model._default_manager.visible_to(self.request.user)
        return rows.select_related(*self.related) if self.related else rows

    def get_object(self, queryset: Any = None) -> Any:
        try:
            return super().get_object(queryset)  # type: ignore[misc]
        except Http404:
            pk = self.kwargs["pk"]  # type: ignore[attr-defined]
            if self.model._base_manager.filter(pk=pk).exists():
                note = f"milik kabupaten lain: {self.request.path}"
                audit.record_denied(self.request.user, self.model, pk, note)
            raise

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        meta = self.model._meta
        prefix = f"{meta.app_label}:{meta.model_name}"
        return context | {
            "meta": meta,
            "prefix": prefix,
            "may": {
                verb: self.request.user.has_perm(f"{meta.app_label}.{verb}_{meta.model_name}")
                for verb in ("add", "change", "delete")
            },
        }

    def fallback(self, page: str) -> list[str]:
        meta = self.model._meta
        return [f"{meta.app_label}/{meta.model_name}_{page}.html", f"core/{page}.html"]


def kop(user: Any) -> list[str]:
    """Baris kop surat dinas pengguna, untuk lembar kerja."""
    dinas = user.kabupaten.dinas_tercatat if user.kabupaten else None
    return [f"PEMERINTAH {user.kabupaten}".upper(), dinas.nama.upper()] if dinas else []


class List(Scoped, SingleTableMixin, FilterView):
    """`model`, `table_class`, `filterset_class`; potongan htmx dari halaman yang sama."""

    paginate_by = 25
    table_class: Any = None
    filterset_class: Any = None
    intro = ""

    def get_template_names(self) -> list[str]:
        is_part = self.request.htmx  # type: ignore[attr-defined]
        return ["core/_list.html"] if is_part else self.fallback("list")

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Halaman, atau baris tersaring sebagai lembar kerja bila `?ekspor=xlsx` atau `csv`."""
        jenis = self.request.GET.get("ekspor", "")
        if jenis in EKSPOR:
            name = f"{slugify(self.model._meta.verbose_name_plural)}.{jenis}"
            judul = str(self.model._meta.verbose_name_plural)
            return EKSPOR[jenis](context["table"], judul, name, kop(self.request.user))
        return super().render_to_response(context, **kwargs)  # type: ignore[no-any-return]

    def get_filterset_kwargs(self, filterset_class: Any) -> dict[str, Any]:
        kwargs = super().get_filterset_kwargs(filterset_class)
        data = self.request.GET.copy()
        if "tahun" in filterset_class.base_filters and "tahun" not in data:
            data["tahun"] = str(self.request.tahun)  # type: ignore[attr-defined]
        return kwargs | {"data": data}

    def get_table_data(self) -> Any:
        return self.object_list

    def summary(self) -> str:
        """Keterangan di samping banyak baris; `object_list` sudah tersaring."""
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"intro": self.intro, "summary": self.summary()}


class Detail(Scoped, DetailView):
    """Semua kolom, lalu panel baris anak menurut `panels` (nama relasi balik → tabel)."""

    panels: ClassVar[dict[str, type[Table]]] = {}
    masked: frozenset[str] = frozenset({"telepon", "kontak"})

    def get_template_names(self) -> list[str]:
        return self.fallback("detail")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        masked = frozenset() if context["may"]["change"] else self.masked
        lock_reason = self.object.lock_reason()
        return context | {
            "items": display.items(self.object, masked=masked),
            "panels": [
                (*self.panel(name, table), "" if lock_reason else self.add_url(name))
                for name, table in self.panels.items()
            ],
            "lock_reason": lock_reason,
        }

    def panel(self, name: str, table: type[Table]) -> tuple[str, Table]:
        rows = getattr(self.object, name).all()
        if table.related:
            rows = rows.select_related(*table.related)
        return str(rows.model._meta.verbose_name_plural), table(rows, orderable=False)

    def add_url(self, name: str) -> str:
        """Halaman tambah baris anak dengan induknya terpilih.

        Kosong bila pengguna tidak boleh menambahnya.
        """
        relations = self.model._meta.related_objects
        relation = next(one for one in relations if one.get_accessor_name() == name)
        child = relation.related_model._meta
        if not self.request.user.has_perm(f"{child.app_label}.add_{child.model_name}"):
            return ""
        try:
            url = reverse(f"{child.app_label}:{child.model_name}_create")
        except NoReverseMatch:
            return ""
        return f"{url}?{relation.field.name}={self.object.pk}"


class Saving(Scoped):
    """Simpan satu formulir lewat `core.door`; yang ditolaknya menjadi pesan formulir."""

    form_class: Any = None
    success_message = "Tersimpan."

    def get_template_names(self) -> list[str]:
        return self.fallback("form")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.request.user}  # type: ignore[misc]

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with audit.locked(self.request.user.kabupaten.kode):  # type: ignore[union-attr]
                self.store(form)
        except (Refused, audit.Replayed, IntegrityError, ValidationError) as error:
            form.add_error(None, self.reasons(error))
            return self.form_invalid(form)
        messages.success(self.request, self.success_message)
        return redirect(self.get_success_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        for row in form.foreign_choices():
            note = f"memilih baris kabupaten lain: {self.request.path}"
            audit.record_denied(self.request.user, type(row), row.pk, note)
        return super().form_invalid(form)  # type: ignore[misc, no-any-return]

    def reasons(self, error: Exception) -> list[str]:
        if isinstance(error, audit.Replayed):
            return [REPLAYED]
        if isinstance(error, ValidationError):
            return error.messages
        if isinstance(error, Refused):
            return [str(error)]
        return ["Data yang sama sudah ada; tidak disimpan."]

    def store(self, form: Any) -> None:
        data = form.cleaned_data
        self.object = form.save(commit=False)
        token, seen = data.get("kiriman") or None, data.get("versi", "")
        door.save(self.object, by=self.request.user, token=token, seen=seen, **self.extra(form))

    def extra(self, form: Any) -> dict[str, Any]:
        """Isian `door.save` lainnya: relasi yang ikut diganti, atau catatan."""
        return {}

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


class Create(Saving, CreateView):
    action = "add"

    def get_initial(self) -> dict[str, Any]:
        names = {field.name for field in self.model._meta.concrete_fields}
        query = {key: value for key, value in self.request.GET.items() if key in names}
        return {"tahun": self.request.tahun, **query}  # type: ignore[attr-defined]

    def form_invalid(self, form: Any) -> HttpResponse:
        self.object = None  # yang batal tersimpan bukan baris yang ada
        return super().form_invalid(form)


class Update(Saving, UpdateView):
    action = "change"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"lock_reason": self.get_object().lock_reason()}


class Delete(Scoped, DeleteView):
    """Hapus dengan halaman konfirmasi; yang masih dipakai atau terkunci tidak terhapus."""

    action = "delete"

    def get_template_names(self) -> list[str]:
        return self.fallback("confirm_delete")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"lock_reason": self.object.lock_reason()}

    def form_valid(self, form: Any) -> HttpResponse:
        obj = self.object
        try:
            door.delete(obj, by=self.request.user)
        except Refused as error:
            messages.error(self.request, str(error))
            return redirect(obj.get_absolute_url())
        messages.success(self.request, f"{obj} dihapus.")
        return redirect(reverse(f"{self.model._meta.app_label}:{self.model._meta.model_name}_list"))


class History(Scoped, DetailView):
    """Riwayat satu baris: siapa, kapan, kolom apa, sebelum dan sesudah."""

    def get_template_names(self) -> list[str]:
        return self.fallback("history")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        events = AuditEvent.objects.visible_to(self.request.user).of(self.object)
        return super().get_context_data(**kwargs) | {"events": events[:200]}
