"""Tanpa jaringan: pekerja layanan dari akar situs, dan halaman penggantinya."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PEKERJA = settings.BASE_DIR / "static" / "js" / "pekerja.js"


@login_not_required
def pekerja(request: HttpRequest) -> HttpResponse:
    """Naskah pekerja layanan; dari akar agar mencakup semua halaman, selalu ditengok lagi."""
    naskah = PEKERJA.read_text()
    response = HttpResponse(naskah, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@login_not_required
def luring(request: HttpRequest) -> HttpResponse:
    """Yang dibuka peramban bila halaman yang diminta tidak terjangkau."""
    return render(request, "dpmd/luring.html")
