"""Token API yang diurus admin: dibuat, ditunjukkan sekali, dicabut."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View
from django.views.generic.detail import SingleObjectMixin

from accounts.actions import issue_token, revoke_token
from accounts.models import TokenApi
from core.audit import Refused
from core.display import Item
from core.views import Context, Create, Detail, Scoped


class TokenApiCreate(Create):
    """Rahasianya tampil sekali, pada jawaban formulirnya."""

    pesan_tersimpan = "Token dibuat."
    rahasia = ""

    def store(self, form: Any) -> None:
        """Nomor kirimannya ikut, agar kiriman kedua tidak membuat token kedua."""
        self.object = form.save(commit=False)
        kiriman = form.cleaned_data["kiriman"] or None
        self.rahasia = issue_token(self.object, by=self.request.user, kiriman=kiriman)

    def form_valid(self, form: Any) -> HttpResponse:
        """Yang ditolak kembali ke formulirnya."""
        response = super().form_valid(form)
        if not self.rahasia or response.status_code != 302:
            return response
        context = {"token": self.object, "rahasia": self.rahasia}
        halaman = render(self.request, "accounts/token_baru.html", context)
        halaman.headers["Cache-Control"] = "no-store"
        return halaman


class TokenApiDetail(Detail):
    """Masa berlakunya, terakhir dipakai, dan tombol cabut selama belum dicabut."""

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        token: TokenApi = self.object
        context["items"].append(Item("Keadaan", token.keadaan))
        return context


class TokenApiCabut(Scoped, SingleObjectMixin, View):
    """Token kantornya sendiri tidak berlaku lagi."""

    action = "change"
    model = TokenApi
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        token: TokenApi = self.get_object()
        try:
            revoke_token(token, by=request.user)
        except Refused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Token dicabut.")
        return redirect(token.get_absolute_url())
