from typing import Any

from django.urls import URLPattern, path

from core.urls import crud_urls
from core.views.grid import GridView
from documents import filters, forms, tables
from documents.impor import Penerima
from documents.impor.kisi import kisi
from documents.models import Impor, Pembukaan
from documents.views import impor, kunci, naskah, verifikasi

# hubungan yang dibaca tiap halaman naskah
RELATED = ("kabupaten", "pengesahan", "submitted_by", "approved_by", "signed_by", "reviewed_by")

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
impor_patterns = [
    *crud_urls(
        Impor,
        prefix="impor",
        only=("list", "detail"),
        table_class=tables.ImporTable,
        filterset_class=filters.ImporFilter,
        custom={"detail": impor.ImporDetail},
    ),
    path("impor/<int:pk>/berkas/", impor.ImporErrors.as_view(model=Impor), name="impor_errors"),
]
app_name = "documents"
urlpatterns = [
    *kunci_patterns,
    *impor_patterns,
    path("verifikasi/", verifikasi.VerifyStart.as_view(), name="verify_start"),
    path("verifikasi/<slug:kode>/", verifikasi.verify, name="verify"),
    path("verifikasi/<slug:kode>/pdf/", verifikasi.verify_pdf, name="verify_pdf"),
]


def naskah_urls(model: Any, *, prefix: str, has_lembar: bool = True) -> list[URLPattern]:
    """Langkah, pratinjau, PDF dan XLSX untuk satu model naskah."""
    name = model._meta.model_name
    base = f"{prefix}/<int:pk>"
    pages = {
        "advance": ("langkah/<str:step>/", naskah.Advance),
        "preview": ("pratinjau/", naskah.Preview),
        "pdf": ("pdf/", naskah.Download),
    }
    if has_lembar:
        pages["xlsx"] = ("xlsx/", naskah.Lembar)
    patterns = []
    for page, (tail, view) in pages.items():
        page_view = view.as_view(model=model)
        patterns.append(path(f"{base}/{tail}", page_view, name=f"{name}_{page}"))
    return patterns


def grid_urls(
    grid_class: Any,
    *,
    prefix: str,
    name: str,
    app: str,
    **halaman: Any,
) -> list[URLPattern]:
    """Halaman kisi, lembar kerjanya, dan impornya; bernama `<name>`, `<name>_xlsx`, `<name>_impor`.

    `halaman` setelan tambahan halaman kisinya, misalnya `template_name`; `view` kelas halamannya.
    """
    kunci = f"{app}:{name}"
    options = {"grid_class": grid_class, "name": kunci}
    view = halaman.pop("view", GridView)
    lembar = f"{name}_xlsx"
    return [
        path(prefix, view.as_view(**options, **halaman), name=name),
        path(f"{prefix}xlsx/", impor.GridLembar.as_view(**options), name=lembar),
        *impor_urls(
            kisi(grid_class, kunci),
            prefix=f"{prefix}impor/",
            name=name,
            app=app,
            templat=f"{app}:{lembar}",
        ),
    ]


def impor_urls(
    penerima: type[Penerima],
    *,
    prefix: str,
    name: str,
    app: str,
    templat: str = "",
) -> list[URLPattern]:
    """Halaman unggah satu penerima, bernama `<name>_impor`; pratinjaunya sama bagi semua."""
    impor.PENERIMA[f"{app}:{name}"] = penerima
    view = impor.LembarImpor.as_view(name=f"{app}:{name}", templat=templat)
    return [path(prefix, view, name=f"{name}_impor")]
