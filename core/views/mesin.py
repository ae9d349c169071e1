"""Jawaban bagi mesin: selalu JSON, galatnya satu bentuk, ber-ETag, dan berbatas laju."""

import json
import time
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from core.skema import BATAS, JENDELA, galat

JSON = "application/json"
PENUH = "Terlalu banyak permintaan. Coba lagi sebentar."
Kepala = dict[str, str]  # kepala HTTP


def jawab(
    isi: str,
    status: int = 200,
    kepala: Kepala | None = None,
    jenis: str = JSON,
) -> HttpResponse:
    """Jawaban bagi mesin; bawaannya JSON."""
    return HttpResponse(isi, status=status, content_type=jenis, headers=kepala or {})


def jawab_galat(status: int, pesan: str, kepala: Kepala | None = None) -> HttpResponse:
    """Galat sebagai JSON; tidak disimpan peminta kecuali `kepala` berkata lain."""
    isi = json.dumps(galat(status, pesan), ensure_ascii=False, separators=(",", ":"))
    return jawab(isi, status, {"Cache-Control": "no-store"} | (kepala or {}))


def penuh(ruang: str, request: HttpRequest) -> HttpResponse | None:
    """Galat 429 bila alamat itu sudah terlalu sering meminta di `ruang`; `None` bila belum."""
    tunggu = menunggu(ruang, request.META["REMOTE_ADDR"])
    if not tunggu:
        return None
    return jawab_galat(429, PENUH, {"Retry-After": str(tunggu)})


def menunggu(ruang: str, peminta: str) -> int:
    """Detik sampai boleh meminta lagi; 0 bila masih dalam batas. Dihitung per proses peladen."""
    kini = int(time.time())
    jendela, lewat = divmod(kini, JENDELA)
    tanda = sha256(peminta.encode())
    kunci = f"{ruang}:{jendela}:{tanda.hexdigest()}"
    cache.add(kunci, 0, JENDELA)
    try:
        banyak = cache.incr(kunci)
    except ValueError:  # terhapus di antara dua baris ini
        return 0
    if banyak > BATAS:
        return JENDELA - lewat
    return 0


def tersimpan(
    request: HttpRequest,
    isi: str,
    kepala: Kepala,
    jenis: str = JSON,
) -> HttpResponse:
    """Jawaban ber-ETag dengan `kepala`; 304 bila peminta sudah memegang isi yang sama."""
    tanda = sha256(isi.encode())
    sidik = tanda.hexdigest()
    etag = f'"{sidik[:32]}"'
    response = get_conditional_response(
        request,
        etag=etag,
        response=jawab(isi, kepala={"ETag": etag} | kepala, jenis=jenis),
    )
    for nama, nilai in kepala.items():
        response.headers[nama] = nilai
    return response
