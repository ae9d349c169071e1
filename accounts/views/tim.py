"""Halaman tim kantor: semua orang dalam satu kiriman, lalu semua tautannya sekali tampil."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from accounts.actions.tim import Undangan, create_tim
from accounts.forms.tim import AnggotaForm, semua_bidang, susun_tim, tim_terisi
from accounts.models import User
from accounts.roles import LABELS
from accounts.views.tautan import SEBAB, send_tautan, tautan_url
from core.audit import Refused
from core.views import Context, Scoped


class Tim(Scoped, View):
    """Admin mengisi kursi alur naskah; yang kosong menyusul."""

    action = "add"
    model = User

    def get(self, request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        return self._halaman(susun_tim(user.kabupaten))

    def post(self, request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        semua = susun_tim(user.kabupaten, request.POST)
        tim = tim_terisi(semua)
        if not tim:
            return self._halaman(semua)
        try:
            undangan = create_tim(tim=tim, by=user)
        except (Refused, ValidationError) as error:
            semua[0].add_error(None, str(error))
            return self._halaman(semua)
        context = {"undangan": [self._sampaikan(satu) for satu in undangan]}
        response = render(request, "accounts/tim_tautan.html", context)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _sampaikan(self, satu: Undangan) -> Context:
        """Yang terkirim lewat surat tidak ditunjukkan tautannya."""
        sebab = SEBAB.format(by=self.request.user)
        alamat = tautan_url(satu.rahasia)
        if send_tautan(satu.akun, satu.rahasia, sebab):
            alamat = ""
        ditahan = [LABELS[peran] for peran in satu.ditahan]
        return {"akun": satu.akun, "alamat": alamat, "ditahan": ", ".join(ditahan)}

    def _halaman(self, semua: list[AnggotaForm]) -> HttpResponse:
        user: Any = self.request.user
        is_salah = any(form.errors for form in semua)
        context = {
            "semua": semua,
            "is_salah": is_salah,
            "bidang": semua_bidang(user.kabupaten),
        }
        status = 422 if is_salah else 200
        return render(self.request, "accounts/tim.html", context, status=status)
