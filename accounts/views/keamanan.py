"""Keamanan akun sendiri: kata sandi, faktor kedua, sesi."""

from typing import Any

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.mfa.base.views import IndexView
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.actions import end_sesi
from accounts.middleware import KEAMANAN, kurang_faktor
from accounts.peramban import sebutan
from core.querysets import parse_nomor
from core.views.dasar import Context

LAIN = "lain"


class Keamanan(IndexView):
    """Yang terpasang, dan di mana saja akun ini sedang masuk."""

    template_name = "accounts/keamanan.html"

    def get_context_data(self, **kwargs: Any) -> Context:
        context: Context = super().get_context_data(**kwargs)
        user: Any = self.request.user
        context["kurang_faktor"] = kurang_faktor(user)
        context["sesi"] = daftar_sesi(user, self.request.session.session_key)
        return context


def daftar_sesi(pengguna: Any, kini: str | None) -> list[Context]:
    """Sesi yang masih terbuka, yang terbaru lebih dahulu."""
    terbuka = UserSession.objects.purge_and_list(pengguna)
    baris = []
    for sesi in reversed(terbuka):
        baris.append(
            {
                "pk": sesi.pk,
                "peramban": sebutan(sesi.user_agent),
                "alamat": sesi.ip,
                "sejak": sesi.created_at,
                "is_kini": sesi.session_key == kini,
            }
        )
    return baris


@require_POST
def end_own(request: HttpRequest) -> HttpResponse:
    """Akhiri satu sesi sendiri menurut nomornya, atau semua selain sesi ini.

    Kata sandinya ditanyakan lagi bila sudah lama tidak disebut.
    """
    if not did_recently_reauthenticate(request):
        messages.info(request, "Ketik kata sandi Anda, lalu akhiri sesinya.")
        lagi = reverse("account_reauthenticate")
        return redirect(f"{lagi}?next={reverse(KEAMANAN)}")
    user: Any = request.user
    banyak = end_sesi(user, _terpilih(request), by=user)
    messages.success(request, f"{banyak} sesi diakhiri.")
    return redirect(KEAMANAN)


def _terpilih(request: HttpRequest) -> list[UserSession]:
    """Sesi orang itu yang disebutnya, selain yang sedang dipakainya; 404 bila tidak ada."""
    pilihan = request.POST.get("sesi", "")
    lain = UserSession.objects.filter(user=request.user)
    lain = lain.exclude(session_key=request.session.session_key)
    if pilihan == LAIN:
        return list(lain)
    nomor = parse_nomor(pilihan)
    satu = list(lain.filter(pk=nomor))
    if not satu:
        raise Http404
    return satu
