from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from core.alamat import asal, is_dipercaya

GetResponse = Callable[[HttpRequest], HttpResponse]  # lapis berikutnya


def alamat_peminta(get_response: GetResponse) -> GetResponse:
    """`REMOTE_ADDR` menjadi alamat peminta; kepala kiriman orang luar tidak dipercaya.

    Satu tempat bagi kunci sementara, batas laju dan daftar sesi.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        meta = request.META
        sambungan = str(meta.get("REMOTE_ADDR", ""))
        lewat = str(meta.get("HTTP_X_FORWARDED_FOR", ""))
        if not is_dipercaya(sambungan, settings.TRUSTED_PROXIES):
            meta.pop("HTTP_X_FORWARDED_PROTO", None)
        meta["REMOTE_ADDR"] = asal(sambungan, lewat, settings.TRUSTED_PROXIES)
        return get_response(request)

    return middleware
