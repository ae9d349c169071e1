from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.models import PerangkatBelumAda


def tahun_kerja(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """`request.tahun`: tahun yang dipilih pengguna, atau tahun kerja dinasnya."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and "tahun" not in request.session:
            dinas = request.user.kabupaten.dinas_tercatat if request.user.kabupaten else None
            request.session["tahun"] = dinas.tahun_kerja if dinas else 2024
        request.tahun = request.session.get("tahun", 2024)  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


class PerangkatWajib:
    """Halaman yang memerlukan perangkat daerah yang belum dicatat menyebutkannya, bukan gagal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PerangkatBelumAda):
            return None
        context = {
            "judul": "Perangkat daerah belum dicatat",
            "pesan": str(exception),
            "status": 409,
        }
        return render(request, "galat.html", context, status=409)
