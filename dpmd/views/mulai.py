"""Halaman mulai: membuka kantor pertama; ada hanya selama pemasangannya kosong."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View

from accounts.models import Kabupaten
from core.audit import Refused
from dpmd.actions import create_kantor, is_kosong, request_daerah
from dpmd.forms import isian, susun, terisi_salah

Isian = dict[str, Any]  # menurut nama kolomnya
ACTOR = "pemasangan awal"
LANJUT = (
    "Masuklah dengan akun admin yang baru dibuat; wilayah dan IDM-nya sedang dimuat, "
    "kemajuannya di daftar Tugas."
)


@method_decorator(login_not_required, name="dispatch")
class Mulai(View):
    """Empat bagian dalam satu kiriman; semuanya tersimpan atau tidak sama sekali."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not is_kosong():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Kunci pada alamat yang dicetak peladennya langsung terisi."""
        return self._halaman(request, susun(daerah={"kunci": request.GET.get("kunci", "")}))

    def post(self, request: HttpRequest) -> HttpResponse:
        bagian = susun(request.POST, request.FILES)
        if terisi_salah(bagian):
            return self._halaman(request, bagian)
        try:
            kabupaten = self._buka(isian(bagian))
        except (Refused, ValidationError) as error:
            bagian["daerah"].add_error(None, str(error))
            return self._halaman(request, bagian)
        messages.success(request, f"{kabupaten} dibuka. {LANJUT}")
        return redirect("accounts:login")

    @transaction.atomic
    def _buka(self, isi: Isian) -> Kabupaten:
        """Kantornya, dan tugas yang memuat isinya."""
        kabupaten = create_kantor(**isi, by=ACTOR, is_pertama=True)
        request_daerah(kabupaten=kabupaten, by=isi["admin"])
        return kabupaten

    def _halaman(self, request: HttpRequest, bagian: Isian) -> HttpResponse:
        is_salah = any(satu.errors for satu in bagian.values())
        context = {"bagian": bagian.values(), "is_salah": is_salah}
        return render(request, "dpmd/mulai.html", context, status=422 if is_salah else 200)
