from django.urls import path, re_path

from core.urls import crud_urls
from documents.urls import impor_urls
from idm import filters, forms, tables, views
from idm.actions.impor import PenerimaIdm
from idm.actions.rumusan import PenerimaRumusan
from idm.models import IdmDesa, IndikatorIdm, Instrumen, KriteriaSkor, LayananRumusan, RekapStatus
from idm.views import laporan, terbuka

ACUAN = ("list", "detail")  # data acuan bersama dimuat dengan perintah, tidak disunting lewat halaman

app_name = "idm"
urlpatterns = [
    path("", laporan.ringkasan, name="gambaran"),
    path("pdf/", laporan.ringkasan_pdf, name="gambaran_pdf"),
    path("xlsx/", laporan.ringkasan_xlsx, name="gambaran_xlsx"),
    path("peringkat/", laporan.peringkat, name="peringkat"),
    path("peringkat/pdf/", laporan.peringkat_pdf, name="peringkat_pdf"),
    path("peringkat/xlsx/", laporan.peringkat_xlsx, name="peringkat_xlsx"),
    path("profil/<int:pk>/", laporan.Profil.as_view(), name="profil"),
    path("profil/<int:pk>/pdf/", laporan.ProfilPdf.as_view(), name="profil_pdf"),
    path("profil/<int:pk>/xlsx/", laporan.ProfilXlsx.as_view(), name="profil_xlsx"),
    path("perencana/", views.perencana, name="perencana"),
    *impor_urls(PenerimaIdm, prefix="impor/", name="idm", app="idm"),
    *impor_urls(PenerimaRumusan, prefix="rumusan/impor/", name="rumusan", app="idm"),
    *crud_urls(
        IdmDesa,
        prefix="desa",
        form_class=forms.IdmDesaForm,
        table_class=tables.IdmDesaTable,
        filterset_class=filters.IdmDesaFilter,
        related=("desa__kecamatan", "instrumen"),
        custom={
            "list": views.IdmDesaList,
            "detail": views.IdmDesaDetail,
            "create": views.IdmDesaCreate,
            "update": views.IdmDesaUpdate,
        },
    ),
    *crud_urls(
        RekapStatus,
        prefix="rekap-status",
        form_class=forms.RekapStatusForm,
        table_class=tables.RekapStatusTable,
        filterset_class=filters.RekapStatusFilter,
        related=("kabupaten",),
        custom={"detail": views.RekapStatusDetail},
    ),
    *crud_urls(
        Instrumen,
        prefix="instrumen",
        only=ACUAN,
        table_class=tables.InstrumenTable,
        filterset_class=filters.InstrumenFilter,
        custom={"detail": views.InstrumenDetail},
    ),
    *crud_urls(
        IndikatorIdm,
        prefix="indikator",
        only=ACUAN,
        table_class=tables.IndikatorIdmTable,
        filterset_class=filters.IndikatorIdmFilter,
        related=("instrumen",),
        panels={"kriteriaskor_set": tables.KriteriaSkorTable},
        paginate_by=60,
    ),
    *crud_urls(
        KriteriaSkor,
        prefix="kriteria",
        only=ACUAN,
        table_class=tables.KriteriaSkorTable,
        filterset_class=filters.KriteriaSkorFilter,
        related=("indikator",),
    ),
    *crud_urls(
        LayananRumusan,
        prefix="layanan",
        only=("list", "detail", "create", "update", "history"),
        form_class=forms.LayananRumusanForm,
        table_class=tables.LayananRumusanTable,
        filterset_class=filters.LayananRumusanFilter,
        related=("kabupaten",),
        paginate_by=None,  # satu baris tiap kabupaten
        intro="Bila dibuka, situs desa dapat mengambil rumusan IDM yang sudah ditetapkan. Petunjuknya di /open/api/.",
    ),
]
terbuka_patterns = [
    path("", terbuka.petunjuk, name="petunjuk"),
    path("openapi.json", terbuka.uraian, name="uraian"),
    re_path(r"^desa/rumusan/(?P<kode>[^/]+)/(?P<tahun>[^/]+)/?$", terbuka.rumusan, name="rumusan"),
]
