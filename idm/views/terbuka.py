"""Layanan untuk situs desa: terbuka untuk umum, dapat disimpan peminta, dan berbatas per alamat."""

import json
import time
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response

from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from idm import openapi
from idm.naskah.rumusan.reports import contoh, hasil_tetap, jawaban
from idm.rumusan import TIDAK_ADA
from villages.kode import dengan_titik

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
        response = _selain_membaca(request) or _penuh(request)
        if response is None:
            response = view(request, *args, **kwargs)
        for name, value in LINTAS_SITUS.items():
            response.headers[name] = value
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


def _penuh(request: HttpRequest) -> HttpResponse | None:
    """Galat bila alamat itu sudah terlalu sering meminta."""
    tunggu = menunggu(request.META["REMOTE_ADDR"])
    if not tunggu:
        return None
    headers = {"Retry-After": str(tunggu), "Cache-Control": "no-store"}
    return _json(json.dumps(openapi.PENUH), 429, headers)


def menunggu(peminta: str) -> int:
    """Detik sampai boleh meminta lagi; 0 bila masih dalam batas. Dihitung per proses peladen."""
    kini = int(time.time())
    jendela, lewat = divmod(kini, openapi.JENDELA)
    tanda = sha256(peminta.encode())
    kunci = f"rumusan:{jendela}:{tanda.hexdigest()}"
    cache.add(kunci, 0, openapi.JENDELA)
    try:
        banyak = cache.incr(kunci)
    except ValueError:  # terhapus di antara dua baris ini
        return 0
    if banyak > openapi.BATAS:
        return openapi.JENDELA - lewat
    return 0


def _json(isi: str, status: int = 200, headers: dict[str, str] | None = None) -> HttpResponse:
    """Jawaban mesin, galat pun JSON."""
    return HttpResponse(
        isi,
        status=status,
        content_type="application/json",
        headers=headers or {},
    )


def _tersimpan(request: HttpRequest, isi: str) -> HttpResponse:
    """Jawaban ber-ETag; 304 bila peminta sudah memegang isi yang sama."""
    tanda = sha256(isi.encode())
    sidik = tanda.hexdigest()
    etag = f'"{sidik[:32]}"'
    headers = {"ETag": etag, "Cache-Control": f"public, max-age={openapi.MASA_TERSIMPAN}"}
    response = get_conditional_response(
        request,
        etag=etag,
        response=_json(isi, headers=headers),
    )
    if response.status_code == 304:
        response.headers["Cache-Control"] = headers["Cache-Control"]
    return response


@umum
def rumusan(request: HttpRequest, kode: str, tahun: str) -> HttpResponse:
    """Jawaban resmi satu desa; semua yang tidak dapat dilayani mendapat galat resmi yang sama."""
    try:
        tetap = hasil_tetap(dengan_titik(kode), _tahun(tahun))
    except ValueError:
        tetap = None
    if tetap is None:
        return _json(
            json.dumps(TIDAK_ADA, separators=(",", ":")),
            400,
            {"Cache-Control": "public, max-age=60"},
        )
    return _tersimpan(request, jawaban(tetap))


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
