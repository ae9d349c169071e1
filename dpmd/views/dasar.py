"""Beranda menurut peran, pemeriksaan kesehatan, dan halaman galat."""

import sys
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from accounts.models import Kabar, User
from core import audit
from core.uploads import asal_galat, is_disk_penuh
from core.views import mesin
from documents.models import Kunci, Pembukaan
from dpmd.reports import hari_ini, langkah_kantor

PUTUS = (OperationalError, InterfaceError)
TUNGGU = "30"  # detik sebelum mencoba lagi
KABAR = 5  # yang terbaru, di beranda
ERRORS = {
    400: (
        "Permintaan tidak dapat dipahami",
        "Alamat atau isian yang dikirim rusak. Ulangi dari halaman sebelumnya.",
    ),
    403: (
        "Tidak diizinkan",
        "Peran Anda tidak mencakup halaman ini. Percobaan ini dicatat dalam jejak audit.",
    ),
    429: (
        "Terlalu sering",
        "Terlalu banyak percobaan berturut-turut. Tunggu beberapa menit, lalu ulangi.",
    ),
    404: (
        "Halaman tidak ditemukan",
        "Alamatnya keliru, datanya sudah dihapus, atau bukan milik kabupaten Anda.",
    ),
    503: (
        "Basis data belum menjawab",
        "Isian terakhir belum tersimpan. Tunggu setengah menit, lalu ulangi.",
    ),
    507: (
        "Disk peladen penuh",
        "Isian terakhir tidak disimpan. Beri tahu admin agar disknya dikosongkan, lalu ulangi.",
    ),
    500: (
        "Terjadi gangguan",
        "Isian terakhir tidak disimpan. Coba lagi; bila berulang, beri tahu admin.",
    ),
}

BASI = (
    "Formulir ini bukan lagi milik sesi Anda: Anda masuk lagi di jendela lain, atau halamannya "
    "terlalu lama terbuka. Isiannya belum tersimpan. Muat ulang halamannya, lalu kirim lagi."
)


def pembukaan_terbuka(user: Any, tahun: int) -> list[Pembukaan]:
    """Kunci tahun itu yang sedang dibuka."""
    rows = Pembukaan.objects.visible_to(user).for_tahun(tahun)
    return [satu for satu in rows if satu.is_active]


def beranda(request: HttpRequest) -> HttpResponse:
    """Yang dapat dikerjakan pengguna hari ini, yang ditunggunya, yang berubah."""
    user: Any = request.user
    tahun: int = request.tahun  # type: ignore[attr-defined]
    kunci = Kunci.objects.visible_to(user).for_tahun(tahun).select_related("pengesahan")
    context = {
        "hari_ini": hari_ini(user, tahun),
        "kunci": kunci,
        "pembukaan": pembukaan_terbuka(user, tahun),
        "langkah": langkah_kantor(user, tahun),
        "kabar": Kabar.objects.visible_to(user).unread()[:KABAR],
    }
    return render(request, "dpmd/beranda.html", context)


@login_not_required
def sehat(request: HttpRequest) -> JsonResponse:
    """Untuk pemantau: basis data menjawab."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "sehat"})


def _error(request: HttpRequest, status: int, sebab: str = "") -> HttpResponse:
    judul, pesan = ERRORS[status]
    context = {"judul": judul, "pesan": sebab or pesan, "status": status}
    return render(request, "galat.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Sebabnya bila kita yang menolak; kalimat Django tidak ditampilkan."""
    if sementara := _sementara(request, exception):
        return sementara  # sesi yang tidak dapat disimpan
    sebab = ""
    if type(exception) is BadRequest:
        sebab = str(exception)
    if not request.accepts("text/html"):
        return mesin.jawab_galat(400, sebab or ERRORS[400][1])
    return _error(request, 400, sebab)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Percobaannya dicatat di sini bila halamannya sendiri belum mencatatnya."""
    user: Any = request.user
    is_tercatat = getattr(request, "is_tercatat", False)
    if user.is_authenticated and not is_tercatat:
        audit.record_denied(user, User, user.pk, f"tidak berhak: {request.path}")
    return _error(request, 403)


def kiriman_basi(request: HttpRequest, **lain: Any) -> HttpResponse:
    """Tanda formulirnya tidak cocok dengan peramban yang mengirimnya."""
    return _error(request, 403, BASI)


def tidak_ditemukan(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 404)


def too_many(request: HttpRequest) -> HttpResponse:
    return _error(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """503 bila basis datanya tidak menjawab atau disknya penuh, selain itu 500."""
    return _sementara(request, sys.exception()) or _error(request, 500)


def _sementara(request: HttpRequest, error: BaseException | None) -> HttpResponse | None:
    """Jawaban 503 bila sebabnya di luar aplikasi dan dapat berlalu; `None` bila bukan."""
    if is_disk_penuh(error):
        return _belum(request, 507)
    if any(_is_putus(satu) for satu in asal_galat(error)):
        return _belum(request, 503)
    return None


def _is_putus(error: BaseException) -> bool:
    """Basis data yang mati di tengah jawaban dilaporkan psycopg2 tanpa jenis galatnya."""
    return isinstance(error, PUTUS) or type(error) is DatabaseError


def _belum(request: HttpRequest, sebab: int) -> HttpResponse:
    """Tanpa menanyakan apa pun kepada basis data, juga siapa yang meminta."""
    judul, pesan = ERRORS[sebab]
    kepala = {"Retry-After": TUNGGU, "Cache-Control": "no-store"}
    if not request.accepts("text/html"):
        return mesin.jawab_galat(503, pesan, kepala)
    halaman = render_to_string("galat.html", {"judul": judul, "pesan": pesan, "status": 503})
    return HttpResponse(halaman, status=503, headers=kepala)
