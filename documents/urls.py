from typing import Any

from django.urls import URLPattern, path

from documents import views

app_name = "documents"
urlpatterns = [
    path("", views.VerifyStart.as_view(), name="verify_start"),
    path("<slug:kode>/", views.verify, name="verify"),
    path("<slug:kode>/pdf/", views.verify_pdf, name="verify_pdf"),
]


def document_urls(model: Any, *, prefix: str) -> list[URLPattern]:
    """Langkah, pratinjau dan PDF untuk satu jenis naskah."""
    name = model._meta.model_name
    base = f"{prefix}/<int:pk>"
    return [
        path(f"{base}/langkah/<str:step>/", views.Advance.as_view(model=model), name=f"{name}_advance"),
        path(f"{base}/pratinjau/", views.Preview.as_view(model=model), name=f"{name}_preview"),
        path(f"{base}/pdf/", views.Download.as_view(model=model), name=f"{name}_pdf"),
    ]
