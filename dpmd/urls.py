from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import TemplateView

from core.filters import AuditFilter
from core.models import AuditEvent
from core.tables import AuditTable
from core.urls import crud_urls
from dpmd import views
from idm.urls import terbuka_patterns

audit_patterns = crud_urls(
    AuditEvent,
    prefix="jejak",
    only=("list", "detail"),
    table_class=AuditTable,
    filterset_class=AuditFilter,
)
robots = TemplateView.as_view(template_name="robots.txt", content_type="text/plain")

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("sehat/", views.sehat, name="sehat"),
    path("robots.txt", login_not_required(robots), name="robots"),
    path("akun/", include("accounts.urls")),
    path("", include("documents.urls")),
    path("audit/", include((audit_patterns, "core"))),
    path("wilayah/", include("villages.urls")),
    path("idm/", include("idm.urls")),
    path("open/api/", include((terbuka_patterns, "terbuka"))),
    path("kinerja/", include("kinerja.urls")),
]
handler400 = "dpmd.views.bad_request"
handler403 = "dpmd.views.forbidden"
handler404 = "dpmd.views.not_found"
handler500 = "dpmd.views.server_error"
