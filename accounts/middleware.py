from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from accounts.models import PerangkatDaerah


def tahun_kerja(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """`request.tahun`: tahun yang dipilih pengguna, atau tahun kerja dinasnya."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and "tahun" not in request.session:
            dinas = PerangkatDaerah.objects.visible_to(request.user).first()
            request.session["tahun"] = dinas.tahun_kerja if dinas else 2024
        request.tahun = request.session.get("tahun", 2024)  # type: ignore[attr-defined]
        return get_response(request)

    return middleware
