"""Layanan untuk situs desa: terbuka untuk umum, dapat disimpan peminta, dan berbatas per alamat."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import reverse

from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.views import mesin
from idm import openapi
from idm.naskah.rumusan.reports import contoh, hasil_tetap, jawaban
from idm.rumusan import TIDAK_ADA
from villages.kode import dengan_titik, pesan_bps

Halaman = Callable[..., HttpResponse]
CARA = "GET, HEAD, OPTIONS"
LINTAS_SITUS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": CARA,
    "Access-Control-Allow-Headers": "If-None-Match, Accept, Content-Type",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
}


def umum(view: Halaman) -> Halaman:
    """Boleh dari situs mana pun tanpa masuk, hanya membaca, berbatas laju per alamat."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _selain_membaca(request) or mesin.penuh("rumusan", request)
        if response is None:
            response = view(request, *args, **kwargs)
        for nama, nilai in LINTAS_SITUS.items():
            response.headers[nama] = nilai
        return response

    return login_not_required(inner)


def _selain_membaca(request: HttpRequest) -> HttpResponse | None:
    """Jawaban bagi OPTIONS dan cara yang ditolak; `None` bila permintaan membaca."""
    if request.method in ("GET", "HEAD"):
        return None
    if request.method != "OPTIONS":
        return HttpResponseNotAllowed(CARA.split(", "))
    headers = {"Allow": CARA, "Access-Control-Max-Age": "86400"}
    return HttpResponse(status=204, headers=headers)


def _tersimpan(request: HttpRequest, isi: str) -> HttpResponse:
    """Boleh disimpan siapa pun selama masanya."""
    masa = f"public, max-age={openapi.MASA_TERSIMPAN}"
    return mesin.tersimpan(request, isi, {"Cache-Control": masa})


@umum
def rumusan(request: HttpRequest, kode: str, tahun: str) -> HttpResponse:
    """Jawaban resmi satu desa; yang tidak dapat dilayani mendapat galat resmi dengan sebabnya."""
    try:
        tetap = hasil_tetap(dengan_titik(kode), _tahun(tahun))
    except ValueError as error:
        sebab = pesan_bps(kode) or str(error)
        return mesin.jawab_galat(400, _tidak_ada(sebab), {"Cache-Control": "public, max-age=60"})
    return _tersimpan(request, jawaban(tetap))


def _tidak_ada(sebab: str) -> str:
    """Pesan resminya lebih dahulu, sebab itulah yang dikenali situs desa."""
    resmi = str(TIDAK_ADA["message"])
    if sebab:
        return f"{resmi}: {sebab}"
    return resmi


def _tahun(tulisan: str) -> int:
    """Empat angka dalam rentang yang dikenal."""
    tahun = 0
    is_angka = tulisan.isascii() and tulisan.isdigit()
    if is_angka and len(tulisan) == 4:
        tahun = int(tulisan)
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise ValueError(f"“{tulisan}” bukan tahun.")
    return tahun


def _write(isi: Any) -> str:
    """Dapat dibaca orang juga."""
    return json.dumps(isi, ensure_ascii=False, indent=2, default=float)


@umum
def uraian(request: HttpRequest) -> HttpResponse:
    """Dokumen OpenAPI."""
    dokumen = openapi.uraian(settings.SITE_URL)
    return _tersimpan(request, _write(dokumen))


def _galat() -> list[tuple[str, str, str]]:
    """Kode, arti, dan tulisan jawabannya."""
    semua = []
    for kode, (arti, isi) in openapi.GALAT.items():
        tulisan = json.dumps(isi)
        semua.append((kode, arti, tulisan))
    return semua


@login_not_required
def petunjuk(request: HttpRequest) -> HttpResponse:
    """Petunjuk pemakaian untuk pengelola situs desa."""
    kode, tahun = contoh() or (openapi.KODE_CONTOH, openapi.TAHUN_CONTOH)
    jalan = reverse("terbuka:rumusan", args=[kode, tahun])
    situs = settings.SITE_URL.rstrip("/")
    return render(
        request,
        "idm/petunjuk_layanan.html",
        {
            "contoh": f"{situs}{jalan}",
            "kolom": openapi.KOLOM,
            "galat": _galat(),
            "batas": openapi.BATAS,
            "jendela": openapi.JENDELA,
            "cuplikan": _write(openapi.CONTOH),
            "menit_tersimpan": openapi.MASA_TERSIMPAN // 60,
        },
    )
