"""Memutus usul perubahan akun."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views import View
from django.views.generic.detail import SingleObjectMixin

from accounts.actions import decide_usul
from accounts.models import UsulAkun
from core.audit import Refused
from core.views import Context, Detail, Scoped


class UsulDetail(Detail):
    """Usul dan tombol putusannya, bagi yang boleh memutusnya."""

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        pihak = (self.object.diusulkan_by_id, self.object.pengguna_id)
        is_pihak = self.request.user.pk in pihak
        context["is_pihak"] = is_pihak
        context["can_putus"] = self.object.is_menunggu and not is_pihak
        return context


class UsulPutus(Scoped, SingleObjectMixin, View):
    """Setuju atau tolak, oleh orang selain pengusul dan pemilik akunnya."""

    action = "change"
    model = UsulAkun
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        usul = self.get_object()
        user: Any = request.user
        is_setuju = request.POST.get("putusan") == "setuju"
        try:
            decide_usul(usul=usul, by=user, is_setuju=is_setuju)
        except Refused as error:
            messages.error(request, str(error))
        else:
            usul.refresh_from_db()
            messages.success(request, f"Usul {usul.get_status_display().lower()}.")
        return redirect(usul.get_absolute_url())
