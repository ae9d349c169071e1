from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from core.alamat import asal, is_dipercaya

HANYA_KIRIMAN = {
    "status": 405,
    "judul": "Bukan halaman",
    "pesan": "Alamat ini hanya menerima kiriman formulir. Buka halamannya, lalu tekan tombolnya.",
}
METODE = ("GET", "HEAD", "POST", "OPTIONS")
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


def hanya_metode(get_response: GetResponse) -> GetResponse:
    """Selain `METODE` tidak dilayani.

    Kelas halaman Django menerima PUT seperti POST dan menghapus pada DELETE tanpa lewat pintu
    menulis; TRACE mengembalikan kepala peminta beserta kuenya.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in METODE:
            return HttpResponseNotAllowed(METODE)
        return get_response(request)

    return middleware


def galat_metode(get_response: GetResponse) -> GetResponse:
    """Alamat yang hanya menerima kiriman formulir berkata demikian bila dibuka begitu saja."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        is_kosong = isinstance(response, HttpResponseNotAllowed) and not response.content
        if not is_kosong or not request.accepts("text/html"):
            return response
        halaman = render(request, "galat.html", HANYA_KIRIMAN, status=405)
        halaman["Allow"] = response["Allow"]
        return halaman

    return middleware
