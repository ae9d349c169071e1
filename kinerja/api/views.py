"""Jawaban API: token menentukan kantornya, semua galat JSON, berhalaman, dan boleh disimpan."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import EmptyPage, Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from accounts.actions import use_token
from accounts.models import TokenApi
from core.audit import Refused
from core.skema import BATAS, JENDELA
from core.views import mesin
from documents.snapshot import canonical
from kinerja.api.reports.koleksi import Koleksi
from kinerja.api.reports.uraian import GALAT, uraian

Halaman = Callable[..., HttpResponse]
SemuaKoleksi = tuple[Koleksi, ...]
CARA = "GET, HEAD"
MASA = {"Cache-Control": "private, max-age=60", "Vary": "Authorization"}
MASA_URAIAN = {"Cache-Control": "public, max-age=3600"}
MINTA_TOKEN = {"WWW-Authenticate": 'Bearer realm="Kinerja DPMD"'}
TANPA_TOKEN = "Kirim token dari admin kantornya: Authorization: Bearer <token>."
TIDAK_ADA = "Alamat ini tidak ada. Daftarnya di /api/openapi.json."


def bagi_mesin(view: Halaman) -> Halaman:
    """Hanya membaca, berbatas laju, dan hanya JSON; sesi peramban tidak berlaku di sini."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _penolakan(request) or view(request, *args, **kwargs)

    return csrf_exempt(login_not_required(inner))


def _penolakan(request: HttpRequest) -> HttpResponse | None:
    if request.method not in ("GET", "HEAD"):
        return mesin.jawab_galat(405, "API ini hanya dibaca, dengan GET.", {"Allow": CARA})
    if not request.accepts(mesin.JSON):
        return mesin.jawab_galat(406, "Jawaban hanya application/json; sesuaikan Accept.")
    return mesin.penuh("api", request)


def _token(request: HttpRequest) -> TokenApi:
    """Pemilik token pada kepala Authorization; `Refused` bila tidak ada atau tidak berlaku."""
    skema, _, rahasia = request.headers.get("Authorization", "").partition(" ")
    if skema.lower() != "bearer" or not rahasia.strip():
        raise Refused(TANPA_TOKEN)
    return use_token(rahasia.strip())


@bagi_mesin
def koleksi(request: HttpRequest, koleksi: Koleksi) -> HttpResponse:
    """Sehalaman baris satu koleksi milik kantor token."""
    try:
        token = _token(request)
    except Refused as error:
        return mesin.jawab_galat(401, str(error), MINTA_TOKEN)
    form = koleksi.saringan(request.GET, token=token)
    if not form.is_valid():
        return mesin.jawab_galat(400, form.kalimat)
    saringan = form.cleaned_data
    bacaan = koleksi.read(token, saringan)
    halaman = Paginator(bacaan.rows, saringan["per_halaman"])
    try:
        satu = halaman.page(saringan["halaman"])
    except EmptyPage:
        nomor = saringan["halaman"]
        pesan = f"Halaman {nomor} tidak ada; yang terakhir {halaman.num_pages}."
        return mesin.jawab_galat(404, pesan)
    data = [bacaan.bentuk(row) for row in satu.object_list]
    return mesin.tersimpan(request, canonical(_amplop(request, satu, data)), MASA)


def _amplop(request: HttpRequest, satu: Page, data: list[Any]) -> dict[str, Any]:
    """Baris sehalaman, banyak semuanya, dan alamat halaman di sebelahnya."""
    sebelumnya = berikutnya = None
    if satu.has_previous():
        sebelumnya = _alamat(request, satu.number - 1)
    if satu.has_next():
        berikutnya = _alamat(request, satu.number + 1)
    return {
        "data": data,
        "total": satu.paginator.count,
        "halaman": satu.number,
        "per_halaman": satu.paginator.per_page,
        "jumlah_halaman": satu.paginator.num_pages,
        "sebelumnya": sebelumnya,
        "berikutnya": berikutnya,
    }


def _alamat(request: HttpRequest, nomor: int) -> str:
    """Permintaan yang sama pada halaman lain."""
    isian = request.GET.copy()
    isian["halaman"] = str(nomor)
    return f"{settings.SITE_URL}{request.path}?{isian.urlencode()}"


@bagi_mesin
def dokumen(request: HttpRequest, semua: SemuaKoleksi) -> HttpResponse:
    """Uraian OpenAPI; tanpa token."""
    isi = json.dumps(uraian(semua, settings.SITE_URL), ensure_ascii=False, indent=2)
    return mesin.tersimpan(request, isi, MASA_URAIAN)


@bagi_mesin
def tidak_ada(request: HttpRequest, sisa: str) -> HttpResponse:
    """Alamat lain di bawah /api/."""
    return mesin.jawab_galat(404, TIDAK_ADA)


@login_not_required
def petunjuk(request: HttpRequest, semua: SemuaKoleksi) -> HttpResponse:
    """Cara memakai API, bagi pengelola sistem lain."""
    daftar = []
    for satu in semua:
        daftar.append((satu, ", ".join(satu.saringan.base_fields)))
    context = {
        "daftar": daftar,
        "galat": [(kode, arti) for kode, (arti, _) in GALAT.items()],
        "situs": settings.SITE_URL.rstrip("/"),
        "batas": BATAS,
        "jendela": JENDELA,
    }
    return render(request, "kinerja/petunjuk_api.html", context)
