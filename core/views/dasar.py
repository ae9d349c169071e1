"""Dasar halaman satu model: hak, baris yang terlihat, templat, dan percobaan yang ditolak."""

from typing import Any, ClassVar

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from core import audit
from core.querysets import at_tahun

EDIT = ("add", "change", "delete")
Context = dict[str, Any]


def perm(model: Any, verb: str) -> str:
    """Nama hak `verb` atas model itu."""
    meta = model._meta
    return f"{meta.app_label}.{verb}_{meta.model_name}"


def nama_url(model: Any, halaman: str) -> str:
    """Nama jalan satu halaman model itu."""
    meta = model._meta
    return f"{meta.app_label}:{meta.model_name}_{halaman}"


class Scoped(PermissionRequiredMixin):
    """Hak dari model dan tindakan; baris dari `visible_to`; percobaan yang ditolak dicatat."""

    action: ClassVar[str] = "view"
    model: Any = None
    request: HttpRequest
    kwargs: Context
    related: tuple[str, ...] = ()

    def get_permission_required(self) -> tuple[str, ...]:
        """Hak menurut model dan tindakan halamannya."""
        return (perm(self.model, self.action),)

    def has_permission(self) -> bool:
        """Akun yang belum ditautkan ke kabupaten tidak membuka apa pun."""
        user = self.request.user
        if getattr(user, "kabupaten_id", None) is None:
            return False
        return super().has_permission()

    def handle_no_permission(self) -> Any:
        """Yang belum masuk diminta masuk; yang tidak berhak dicatat."""
        if not self.request.user.is_authenticated:
            return super().handle_no_permission()
        self.record_denied("tidak berhak")
        raise PermissionDenied

    def record_denied(self, sebab: str) -> None:
        """Sebutan jalannya saja; isi yang dimintanya tidak disalin."""
        request = self.request
        request.is_tercatat = True  # type: ignore[attr-defined]
        audit.record_denied(
            user=request.user,
            model=self.model,
            pk=self.kwargs.get("pk"),
            note=f"{sebab}: {request.path}",
        )

    def get_queryset(self) -> Any:
        """Hanya baris yang terlihat pengguna."""
        manager = self.model._default_manager
        rows = manager.visible_to(self.request.user)
        if not self.related:
            return rows
        return rows.select_related(*self.related)

    def get_object(self, queryset: Any = None) -> Any:
        """Baris kabupaten lain tetap tidak ditemukan, tetapi percobaannya dicatat."""
        try:
            return self._at_tahun(super().get_object(queryset))  # type: ignore[misc]
        except Http404:
            rows = self.model._base_manager.all()
            if rows.filter(pk=self.kwargs["pk"]).exists():
                self.record_denied("milik kabupaten lain")
            raise

    def _at_tahun(self, row: Any) -> Any:
        """Halaman baris bertahun ialah halaman tahun itu; yang lain menurut tahun halamannya."""
        tahun = getattr(row, "tahun", None) or self.request.tahun  # type: ignore[attr-defined]
        self.request.tahun = tahun  # type: ignore[attr-defined]
        return at_tahun(row, tahun)

    def get_context_data(self, **kwargs: Any) -> Context:
        """Nama dan hak yang dipakai semua templat."""
        context: Context = super().get_context_data(**kwargs)  # type: ignore[misc]
        meta = self.model._meta
        may = {}
        for verb in EDIT:
            permission = perm(self.model, verb)
            may[verb] = self.request.user.has_perm(permission)
        context["meta"] = meta
        context["prefix"] = f"{meta.app_label}:{meta.model_name}"
        context["may"] = may
        return context

    def fallback(self, halaman: str) -> list[str]:
        """Templat sendiri bila ada, lalu templat umum."""
        meta = self.model._meta
        own = f"{meta.app_label}/{meta.model_name}_{halaman}.html"
        return [own, f"core/{halaman}.html"]
