from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import TemplateView

from accounts.urls import faktor_patterns
from dpmd import views
from dpmd.halaman import AUDIT
from dpmd.panduan import BAB
from idm.urls import terbuka_patterns
from kinerja.api.urls import urlpatterns as api_patterns
from kinerja.terbuka.urls import urlpatterns as angka_patterns

robots = TemplateView.as_view(template_name="robots.txt", content_type="text/plain; charset=utf-8")

bab_patterns = [
    path(f"{bab.kode}/", views.BabDetail.as_view(bab=bab), name=bab.nama_url)
    for bab in BAB.values()
]
urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("cari/", views.pencarian, name="pencarian"),
    path("data/", views.DataAcuan.as_view(), name="data_acuan"),
    path("mulai/", views.Mulai.as_view(), name="mulai"),
    path("luring/", views.luring, name="luring"),
    path("pekerja.js", views.pekerja, name="pekerja"),
    path("belum-melapor/", views.BelumMelapor.as_view(), name="belum_melapor"),
    path("sehat/", views.sehat, name="sehat"),
    path("bantuan/", views.DaftarBab.as_view(), name="bantuan"),
    path("bantuan/", include(bab_patterns)),
    path("robots.txt", login_not_required(robots), name="robots"),
    path("akun/", include("accounts.urls")),
    path("akun/", include(faktor_patterns)),
    path("", include("documents.urls")),
    path("audit/", include((AUDIT.urls(), "core"))),
    path("wilayah/", include("villages.urls")),
    path("idm/", include("idm.urls")),
    path("open/api/", include((terbuka_patterns, "terbuka"))),
    path("kinerja/", include("kinerja.urls")),
    path("api/", include((api_patterns, "api"))),
    path("angka-terbuka/", include((angka_patterns, "angka"))),
]
handler400 = "dpmd.views.bad_request"
handler403 = "dpmd.views.forbidden"
handler404 = "dpmd.views.tidak_ditemukan"
handler429 = "dpmd.views.too_many"  # dibaca allauth; nama lainnya dibaca Django
handler500 = "dpmd.views.server_error"
