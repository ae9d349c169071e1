"""Halaman umum angka naskah sah satu kantor, dan unduhannya; tertutup sampai kantornya membuka."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.models import Kabupaten
from core.ekspor import CSV
from core.forms import TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.spreadsheet import teks_csv
from core.views import mesin
from documents.snapshot import canonical
from kinerja.terbuka.isi import IsiTerbuka
from kinerja.terbuka.lembar import KOLOM_CSV, baris_csv, tabel_naskah
from kinerja.terbuka.reports.naskah import angka_terbuka, kantor_terbuka, tahun_terbuka

MASA = {"Cache-Control": "public, max-age=300"}
TERTUTUP = "Tidak ada kantor berkode {kode} yang membuka angkanya."
TAHUN = TahunField(min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR)


@login_not_required
def daftar(request: HttpRequest) -> HttpResponse:
    """Kantor yang membuka angkanya."""
    return render(request, "kinerja/terbuka_daftar.html", {"kantor": kantor_terbuka()})


@login_not_required
def kantor(request: HttpRequest, kode: str) -> HttpResponse:
    """Angka satu tahun menurut naskahnya; tiap naskah bertautan ke halaman verifikasinya."""
    pemilik = kantor_terbuka().filter(kode=kode).first()
    if pemilik is None:
        raise Http404
    tahun = tahun_terbuka(pemilik)
    diminta = _tahun(request, tahun)
    isi = angka_terbuka(pemilik, diminta)
    naskah = [(satu, tabel_naskah(satu)) for satu in isi.naskah]
    context = {"kantor": pemilik, "isi": isi, "naskah": naskah, "pilihan": tahun}
    return render(request, "kinerja/terbuka.html", context)


def _tahun(request: HttpRequest, ada: list[int]) -> int:
    """Yang disebut alamatnya, atau yang terakhir; `BadRequest` bila bukan tahun."""
    disebut = request.GET.get("tahun", "")
    if not disebut:
        return max(ada, default=TAHUN_AWAL)
    try:
        return TAHUN.clean(disebut)
    except ValidationError as error:
        raise BadRequest(f"tahun: {error.messages[0]}") from error


def _unduhan(request: HttpRequest, kode: str) -> IsiTerbuka | HttpResponse:
    """Isinya, atau galatnya sebagai JSON."""
    pemilik: Kabupaten | None = kantor_terbuka().filter(kode=kode).first()
    if pemilik is None:
        return mesin.jawab_galat(404, TERTUTUP.format(kode=kode))
    try:
        tahun = _tahun(request, tahun_terbuka(pemilik))
    except BadRequest as error:
        return mesin.jawab_galat(400, str(error))
    return angka_terbuka(pemilik, tahun)


@login_not_required
def unduh(request: HttpRequest, kode: str, bentuk: str) -> HttpResponse:
    """Angka yang sama sebagai CSV atau JSON."""
    penolakan = mesin.penuh("angka", request)
    if penolakan:
        return penolakan
    isi = _unduhan(request, kode)
    if isinstance(isi, HttpResponse):
        return isi
    if bentuk == "json":
        return mesin.tersimpan(request, canonical(isi), MASA)
    nama = f"angka-{kode}-{isi.tahun}.csv"
    kepala = MASA | {"Content-Disposition": f'attachment; filename="{nama}"'}
    return mesin.tersimpan(request, teks_csv(KOLOM_CSV, baris_csv(isi)), kepala, CSV)
