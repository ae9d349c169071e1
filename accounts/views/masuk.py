"""Masuk, ganti kata sandi, tahun kerja."""

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login as Langkah
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from accounts.forms import GantiSandiForm
from accounts.models import User
from core import door
from core.audit import Refused
from core.forms import TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.views.dasar import Context


def masuk(request: HttpRequest, user: User, tujuan: str) -> HttpResponse:
    """Kata sandinya benar; faktor kedua yang sudah terpasang masih diminta."""
    # baru saja disebut: memasang faktor kedua sesudah ini tidak memintanya lagi
    record_authentication(request, user, "password", reauthenticated=True)
    langkah = Langkah(user=user, redirect_url=tujuan)
    response: HttpResponse = perform_login(request, langkah)
    return response


class Login(LoginView):
    """Kata sandi dahulu, lalu faktor kedua bila terpasang; tercatat sesudah keduanya benar."""

    template_name = "accounts/login.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> Context:
        """Pemasangan tanpa akun mengatakan cara memulainya."""
        context: Context = super().get_context_data(**kwargs)
        context["is_kosong"] = not User.objects.exists()
        context["has_surat"] = settings.HAS_SURAT
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        return masuk(self.request, form.get_user(), self.get_success_url())


class PasswordChange(PasswordChangeView):
    """Sesudah diganti, sesi lain akun itu berakhir dengan sendirinya."""

    template_name = "accounts/password_change.html"
    form_class = GantiSandiForm
    success_url = reverse_lazy("beranda")

    def get_form_kwargs(self) -> Context:
        return super().get_form_kwargs() | {"request": self.request}

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.save(commit=False)
        user.is_sandi_sementara = False
        try:
            door.save(user, by=user, note="mengganti kata sandi")
        except Refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        update_session_auth_hash(self.request, user)
        UserSession.objects.create_from_request(self.request)
        messages.success(self.request, "Kata sandi diganti.")
        return redirect(self.get_success_url())


@require_POST
def set_tahun(request: HttpRequest) -> HttpResponse:
    """Pilih tahun kerja; tahun di luar batas diabaikan dengan pesan."""
    try:
        tahun = TahunField().clean(request.POST.get("tahun", ""))
    except ValidationError:
        tahun = 0
    if TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        request.session["tahun"] = tahun
    else:
        messages.error(request, f"Tahun kerja antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.")
    target = request.POST.get("next", "/")
    is_safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    if not is_safe:
        target = "/"
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponseClientRedirect(target)
    return redirect(target)
