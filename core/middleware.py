from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from core.alamat import asal, is_dipercaya

HANYA_KIRIMAN = {
    "status": 405,
    "judul": "Bukan halaman",
    "pesan": "Alamat ini hanya menerima kiriman formulir. Buka halamannya, lalu tekan tombolnya.",
}
NUL = "\x00"
BERNUL = "Alamat atau isiannya memuat aksara yang tidak dapat disimpan. Ketik ulang isiannya."
METODE = ("GET", "HEAD", "POST", "OPTIONS")
MENULIS = ("PUT", "PATCH", "DELETE")
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
    """TRACE dan sejenisnya, yang mengembalikan kepala peminta beserta kuenya, tidak dilayani."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in (*METODE, *MENULIS):
            return HttpResponseNotAllowed(METODE)
        return get_response(request)

    return middleware


class Lapis:
    """Dasar lapis yang bekerja sesudah halamannya dikenal."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)


class TanpaPut(Lapis):
    """Kelas halaman Django menerima PUT seperti POST, dan menghapus pada DELETE tanpa lewat pintu.

    Yang tidak mengenal metodenya, juga layanan bagi mesin, menjawab 405-nya sendiri.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Any,
        view_args: Any,
        view_kwargs: Any,
    ) -> HttpResponse | None:
        """405 sebelum halamannya bekerja."""
        metode = str(request.method)
        kelas = getattr(view_func, "view_class", None)
        is_mesin = getattr(view_func, "csrf_exempt", False)
        is_umum = not getattr(view_func, "login_required", True)
        if metode not in MENULIS or is_mesin or (is_umum and kelas is None):
            return None
        if kelas is not None and not hasattr(kelas, metode.lower()):
            return None
        return HttpResponseNotAllowed(METODE)


class TanpaNul(Lapis):
    """Aksara NUL, yang ditolak PostgreSQL, dijawab kalimat bila formulirnya tidak menolaknya."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """`BadRequest` dengan kalimatnya."""
        if isinstance(exception, ValueError) and _is_bernul(request):
            raise BadRequest(BERNUL) from exception


def _is_bernul(request: HttpRequest) -> bool:
    """Pada alamat, saringan, atau formulirnya."""
    semua = [request.path]
    for isian in (request.GET, request.POST):
        for nama, semua_nilai in isian.lists():
            semua += [nama, *map(str, semua_nilai)]
    return any(NUL in satu for satu in semua)


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
