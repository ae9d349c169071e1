from django.urls import path, re_path

from core.halaman import halaman_urls
from documents.urls import grid_urls, impor_urls
from documents.views.bukti import BuktiDownload
from idm import grids
from idm.actions.impor import PenerimaIdm
from idm.actions.impor_indeks import PenerimaIndeks
from idm.actions.rumusan import PenerimaRumusan
from idm.halaman import ACUAN, HASIL
from idm.models import BuktiJawaban
from idm.views import (
    daftar,
    dasbor,
    instrumen,
    isian,
    laporan,
    perencana,
    terbuka,
    verifikasi,
)

app_name = "idm"
isian_patterns = [
    path("isian/", daftar.DaftarIsian.as_view(), name="isian_daftar"),
    path("isian/verifikasi/", daftar.VerifikasiSemua.as_view(), name="isian_verifikasi_semua"),
    path("isian/<int:pk>/", isian.Kuesioner.as_view(), name="isian"),
    path("isian/<int:pk>/salin/", isian.CopyBlok.as_view(), name="isian_copy"),
    path("isian/<int:pk>/usul/", isian.Usul.as_view(), name="isian_usul"),
    path("isian/<int:pk>/bukti/", isian.Bukti.as_view(), name="isian_bukti"),
    path("isian/<int:pk>/verifikasi/", verifikasi.Verifikasi.as_view(), name="isian_verifikasi"),
    path("isian/<int:pk>/kembalikan/", verifikasi.Kembalikan.as_view(), name="isian_kembalikan"),
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
    *grid_urls(
        grids.IsianGrid,
        prefix="isian/kisi/",
        nama="isian_grid",
        app="idm",
        template_name="idm/isian_grid.html",
    ),
    *grid_urls(grids.PoinGrid, prefix="indeks-desa/kisi/", nama="poin_grid", app="idm"),
    *grid_urls(grids.BiayaGrid, prefix="biaya/", nama="biaya_grid", app="idm"),
]
instrumen_patterns = [
    path("indikator/<int:pk>/skala/", instrumen.SkalaPastikan.as_view(), name="skala_pastikan"),
    path("instrumen/<int:pk>/salin/", instrumen.CopyInstrumen.as_view(), name="instrumen_copy"),
    *halaman_urls(*ACUAN),
]
urlpatterns = [
    *isian_patterns,
    *instrumen_patterns,
    path("", laporan.ringkasan, name="gambaran"),
    path("pdf/", laporan.ringkasan_pdf, name="gambaran_pdf"),
    path("xlsx/", laporan.ringkasan_xlsx, name="gambaran_xlsx"),
    path("dasbor/", dasbor.dasbor, name="dasbor"),
    path("dasbor/pdf/", dasbor.dasbor_pdf, name="dasbor_pdf"),
    path("dasbor/xlsx/", dasbor.dasbor_xlsx, name="dasbor_xlsx"),
    path("peringkat/", laporan.peringkat, name="peringkat"),
    path("peringkat/pdf/", laporan.peringkat_pdf, name="peringkat_pdf"),
    path("peringkat/xlsx/", laporan.peringkat_xlsx, name="peringkat_xlsx"),
    path("angka/", laporan.AlamatDesa.as_view(), name="angka"),
    path("profil/<int:pk>/", laporan.Profil.as_view(), name="profil"),
    path("profil/<int:pk>/pdf/", laporan.ProfilPdf.as_view(), name="profil_pdf"),
    path("profil/<int:pk>/xlsx/", laporan.ProfilXlsx.as_view(), name="profil_xlsx"),
    path("perencana/", perencana.perencana, name="perencana"),
    path("perencana/pdf/", perencana.perencana_pdf, name="perencana_pdf"),
    path("perencana/xlsx/", perencana.perencana_xlsx, name="perencana_xlsx"),
    *impor_urls(PenerimaIdm, prefix="impor/", nama="idm", app="idm"),
    *impor_urls(PenerimaIndeks, prefix="indeks-desa/impor/", nama="indeks", app="idm"),
    *impor_urls(PenerimaRumusan, prefix="rumusan/impor/", nama="rumusan", app="idm"),
    *halaman_urls(*HASIL),
]
terbuka_patterns = [
    path("", terbuka.petunjuk, name="petunjuk"),
    path("openapi.json", terbuka.uraian, name="uraian"),
    re_path(r"^desa/rumusan/(?P<kode>[^/]+)/(?P<tahun>[^/]+)/?$", terbuka.rumusan, name="rumusan"),
]
