from typing import Any

from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from core.halaman import halaman_urls
from core.views.grid import GridView
from documents.halaman import FORMULIR, IMPOR, PEMBUKAAN, TUGAS, UNDUH_BUKTI
from documents.impor import PENERIMA, Penerima
from documents.impor.kisi import kisi
from documents.models import BuktiFormulir, Impor, Pembukaan, Tugas
from documents.views import formulir, impor, kunci, sertifikat, tugas, verifikasi
from documents.views.bukti import BuktiDownload

app_name = "documents"
urlpatterns = [
    *halaman_urls(PEMBUKAAN, IMPOR, TUGAS, FORMULIR),
    path(
        "kunci/<int:pk>/tutup/",
        require_POST(kunci.PembukaanTutup.as_view(model=Pembukaan)),
        name="pembukaan_tutup",
    ),
    UNDUH_BUKTI,
    path("impor/<int:pk>/berkas/", impor.ImporErrors.as_view(model=Impor), name="impor_errors"),
    path(
        "formulir/<int:pk>/unduh/",
        BuktiDownload.as_view(model=BuktiFormulir),
        name="buktiformulir_download",
    ),
    path("tugas/<int:pk>/hasil/", tugas.TugasHasil.as_view(model=Tugas), name="tugas_hasil"),
    *[
        path(
            f"tugas/<int:pk>/{langkah}/",
            tugas.TugasLangkah.as_view(model=Tugas, langkah=langkah),
            name=f"tugas_{langkah}",
        )
        for langkah in tugas.LANGKAH
    ],
    path("sertifikat/", sertifikat.Sertifikat.as_view(), name="sertifikat"),
    path("verifikasi/", verifikasi.VerifyStart.as_view(), name="verify_start"),
    path("verifikasi/<slug:kode>/", verifikasi.verify, name="verify"),
    path("verifikasi/<slug:kode>/pdf/", verifikasi.verify_pdf, name="verify_pdf"),
]


def grid_urls(
    grid_class: Any,
    *,
    prefix: str,
    nama: str,
    app: str,
    **halaman: Any,
) -> list[URLPattern]:
    """Halaman kisi, lembar kerjanya, dan impornya; bernama `<nama>`, `<nama>_xlsx`, `<nama>_impor`.

    `halaman` setelan tambahan halaman kisinya, misalnya `template_name`; `view` kelas halamannya.
    """
    nama_penuh = f"{app}:{nama}"
    options = {"grid_class": grid_class, "name": nama_penuh}
    view = halaman.pop("view", GridView)
    lembar = f"{nama}_xlsx"
    return [
        path(prefix, view.as_view(**options, **halaman), name=nama),
        path(f"{prefix}xlsx/", impor.GridLembar.as_view(**options), name=lembar),
        *_formulir_urls(options, prefix, nama),
        *impor_urls(
            kisi(grid_class, nama_penuh),
            prefix=f"{prefix}impor/",
            nama=nama,
            app=app,
            templat=f"{app}:{lembar}",
        ),
    ]


def _formulir_urls(options: dict[str, Any], prefix: str, nama: str) -> list[URLPattern]:
    """Formulir kertas tiap baris, bagi kisi yang barisnya dapat dicetak."""
    if not options["grid_class"].is_berformulir:
        return []
    halaman = formulir.KisiFormulir.as_view(**options)
    pdf = formulir.FormulirPdf.as_view(**options)
    return [
        path(f"{prefix}kertas/", halaman, name=f"{nama}_formulir"),
        path(f"{prefix}kertas/pdf/", pdf, name=f"{nama}_formulir_pdf"),
    ]


def impor_urls(
    penerima: type[Penerima],
    *,
    prefix: str,
    nama: str,
    app: str,
    templat: str = "",
) -> list[URLPattern]:
    """Halaman unggah satu penerima, bernama `<nama>_impor`; pratinjaunya sama bagi semua."""
    PENERIMA[f"{app}:{nama}"] = penerima
    view = impor.LembarImpor.as_view(name=f"{app}:{nama}", templat=templat)
    return [path(prefix, view, name=f"{nama}_impor")]
