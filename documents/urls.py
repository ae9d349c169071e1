from typing import Any

from django.urls import URLPattern, path

from core.urls import crud_urls
from documents import filters, forms, tables
from documents.models import Pembukaan
from documents.views import kunci, naskah, verifikasi

kunci_patterns = crud_urls(
    Pembukaan,
    prefix="kunci",
    only=("list", "detail", "create", "history"),
    form_class=forms.PembukaanForm,
    table_class=tables.PembukaanTable,
    filterset_class=filters.PembukaanFilter,
    related=("dibuka_by", "kabupaten"),
    custom={"create": kunci.PembukaanCreate},
)
app_name = "documents"
urlpatterns = [
    *kunci_patterns,
    path("verifikasi/", verifikasi.VerifyStart.as_view(), name="verify_start"),
    path("verifikasi/<slug:kode>/", verifikasi.verify, name="verify"),
    path("verifikasi/<slug:kode>/pdf/", verifikasi.verify_pdf, name="verify_pdf"),
]


def document_urls(model: Any, *, prefix: str, has_sheet: bool = True) -> list[URLPattern]:
    """Langkah, pratinjau, PDF dan XLSX untuk satu model naskah."""
    name = model._meta.model_name
    base = f"{prefix}/<int:pk>"
    patterns = [
        path(f"{base}/langkah/<str:step>/", naskah.Advance.as_view(model=model), name=f"{name}_advance"),
        path(f"{base}/pratinjau/", naskah.Preview.as_view(model=model), name=f"{name}_preview"),
        path(f"{base}/pdf/", naskah.Download.as_view(model=model), name=f"{name}_pdf"),
    ]
    if has_sheet:
        patterns.append(path(f"{base}/xlsx/", naskah.Sheet.as_view(model=model), name=f"{name}_xlsx"))
    return patterns
