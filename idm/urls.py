from django.urls import path, re_path

from core.urls import crud_urls
from documents.urls import RELATED, grid_urls, impor_urls, naskah_urls
from documents.views.bukti import BuktiDownload
from documents.views.naskah import NaskahDetail
from idm import filters, forms, grids, tables, views
from idm.actions.impor import PenerimaIdm
from idm.actions.rumusan import PenerimaRumusan
from idm.models import (
    AmbangStatus,
    BuktiJawaban,
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    IndikatorIdm,
    Instrumen,
    IsianIdm,
    KriteriaSkor,
    LayananRumusan,
    PenetapanIdm,
    RekapStatus,
    TerbitanIdm,
)
from idm.views import daftar, instrumen, isian, laporan, perencana, terbuka

BACA = ("list", "detail", "history")

app_name = "idm"
isian_patterns = [
    path("isian/", daftar.DaftarIsian.as_view(), name="isian_daftar"),
    path("isian/verifikasi/", daftar.VerifikasiSemua.as_view(), name="isian_verifikasi_semua"),
    path("isian/<int:pk>/", isian.Kuesioner.as_view(), name="isian"),
    path("isian/<int:pk>/salin/", isian.SalinBlok.as_view(), name="isian_salin"),
    path("isian/<int:pk>/bukti/", isian.Bukti.as_view(), name="isian_bukti"),
    path("isian/<int:pk>/verifikasi/", isian.Verifikasi.as_view(), name="isian_verifikasi"),
    path("isian/<int:pk>/kembalikan/", isian.Kembalikan.as_view(), name="isian_kembalikan"),
    path(
        "isian/<int:pk>/poin/verifikasi/", daftar.PoinVerifikasi.as_view(), name="poin_verifikasi"
    ),
    path(
        "isian/<int:pk>/poin/kembalikan/", daftar.PoinKembalikan.as_view(), name="poin_kembalikan"
    ),
    path(
        "bukti/<int:pk>/unduh/",
        BuktiDownload.as_view(model=BuktiJawaban),
        name="buktijawaban_download",
    ),
    *crud_urls(IsianIdm, prefix="isian-riwayat", only=("history",)),
    *grid_urls(
        grids.IsianGrid,
        prefix="isian/kisi/",
        name="isian_grid",
        app="idm",
        view=isian.IsianGridView,
    ),
    *grid_urls(grids.PoinGrid, prefix="indeks-desa/kisi/", name="poin_grid", app="idm"),
    *grid_urls(grids.BiayaGrid, prefix="biaya/", name="biaya_grid", app="idm"),
]
instrumen_patterns = [
    path("instrumen/<int:pk>/salin/", instrumen.SalinInstrumen.as_view(), name="instrumen_salin"),
    *crud_urls(
        Instrumen,
        prefix="instrumen",
        form_class=forms.InstrumenForm,
        table_class=tables.InstrumenTable,
        filterset_class=filters.InstrumenFilter,
        custom={"detail": instrumen.InstrumenDetail},
        panels={
            "ambangstatus_set": tables.AmbangStatusTable,
            "dimensiindeks_set": tables.DimensiIndeksTable,
        },
    ),
    *crud_urls(
        AmbangStatus,
        prefix="ambang",
        form_class=forms.AmbangStatusForm,
        table_class=tables.AmbangStatusTable,
        filterset_class=filters.AmbangStatusFilter,
        related=("instrumen",),
    ),
    *crud_urls(
        DimensiIndeks,
        prefix="dimensi",
        form_class=forms.DimensiIndeksForm,
        table_class=tables.DimensiIndeksTable,
        filterset_class=filters.DimensiIndeksFilter,
        related=("instrumen",),
    ),
    *crud_urls(
        IndikatorIdm,
        prefix="indikator",
        form_class=forms.IndikatorIdmForm,
        table_class=tables.IndikatorIdmTable,
        filterset_class=filters.IndikatorIdmFilter,
        related=("instrumen",),
        panels={"kriteriaskor_set": tables.KriteriaSkorTable},
        paginate_by=60,
    ),
    *crud_urls(
        KriteriaSkor,
        prefix="kriteria",
        form_class=forms.KriteriaSkorForm,
        table_class=tables.KriteriaSkorTable,
        filterset_class=filters.KriteriaSkorFilter,
        related=("indikator__instrumen",),
    ),
]
urlpatterns = [
    *isian_patterns,
    *instrumen_patterns,
    path("", laporan.ringkasan, name="gambaran"),
    path("pdf/", laporan.ringkasan_pdf, name="gambaran_pdf"),
    path("xlsx/", laporan.ringkasan_xlsx, name="gambaran_xlsx"),
    path("peringkat/", laporan.peringkat, name="peringkat"),
    path("peringkat/pdf/", laporan.peringkat_pdf, name="peringkat_pdf"),
    path("peringkat/xlsx/", laporan.peringkat_xlsx, name="peringkat_xlsx"),
    path("profil/<int:pk>/", laporan.Profil.as_view(), name="profil"),
    path("profil/<int:pk>/pdf/", laporan.ProfilPdf.as_view(), name="profil_pdf"),
    path("profil/<int:pk>/xlsx/", laporan.ProfilXlsx.as_view(), name="profil_xlsx"),
    path("perencana/", perencana.perencana, name="perencana"),
    path("perencana/xlsx/", perencana.perencana_xlsx, name="perencana_xlsx"),
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
        TerbitanIdm,
        prefix="terbitan",
        only=BACA,
        table_class=tables.TerbitanIdmTable,
        filterset_class=filters.TerbitanIdmFilter,
        related=("desa__kecamatan",),
    ),
    *crud_urls(
        IndeksDesa,
        prefix="indeks-desa",
        only=BACA,
        table_class=tables.IndeksDesaTable,
        filterset_class=filters.IndeksDesaFilter,
        related=("desa__kecamatan", "instrumen"),
        custom={"list": views.IdmDesaList},
    ),
    *crud_urls(
        PenetapanIdm,
        prefix="penetapan",
        form_class=forms.PenetapanIdmForm,
        table_class=tables.PenetapanIdmTable,
        filterset_class=filters.PenetapanIdmFilter,
        related=(*RELATED, "menggantikan"),
        custom={"detail": NaskahDetail},
    ),
    *naskah_urls(PenetapanIdm, prefix="penetapan"),
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
