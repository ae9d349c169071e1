"""Halaman akun yang diurus admin."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View
from django.views.generic.detail import SingleObjectMixin

from accounts.actions import (
    end_sesi,
    has_orang_kedua,
    issue_tautan,
    lepas_faktor,
    propose,
    revoke_tautan,
    send,
)
from accounts.actions.usul import TANPA_ORANG_KEDUA
from accounts.models import Tautan, User, UsulAkun
from accounts.roles import BERPERSETUJUAN, LABELS, Peran
from accounts.views.tautan import SEBAB, send_tautan, tautan_url
from core.audit import Refused
from core.display import KOSONG, Item
from core.views import Context, Create, Detail, Scoped, Update

AKUN = "akun"  # nama bawaannya `user` akan menggantikan pengguna yang sedang masuk
MENUNGGU = "{peran} menunggu persetujuan orang kedua: admin lain, kepala dinas atau inspektur."


class UserSave:
    """Peran ikut tercatat dalam jejak audit; yang perlu orang kedua diusulkan."""

    request: HttpRequest
    object: User

    def extra(self, form: Any) -> Context:
        before = ", ".join(form.before)
        after = ", ".join(form.berlaku())
        is_new = set(form.berlaku()) - set(form.before)
        extra: Context = {"relations": {"groups": form.groups()}}
        if after != before:
            extra["changes"] = {"peran": [before, after]}
        if not BERPERSETUJUAN.isdisjoint(is_new):
            extra["note"] = TANPA_ORANG_KEDUA
        return extra

    def store(self, form: Any) -> None:
        super().store(form)  # type: ignore[misc]
        ditahan = form.ditahan()
        user: Any = self.request.user
        for peran in ditahan:
            propose(
                pengguna=self.object,
                jenis=UsulAkun.JenisUsul.PERAN,
                peran=peran,
                by=user,
            )
        if ditahan:
            sebutan = ", ".join(LABELS[Peran(peran)] for peran in ditahan)
            messages.warning(self.request, MENUNGGU.format(peran=sebutan))


class UserCreate(UserSave, Create):
    context_object_name = AKUN
    pesan_tersimpan = "Akun dibuat. Undang pemiliknya dengan tautan di bawah."


class UserUpdate(UserSave, Update):
    context_object_name = AKUN

    def store(self, form: Any) -> None:
        """Penanda tangan dan admin diberi tahu di alamat lamanya, juga bila alamatnya diganti."""
        alamat = form.initial["email"]
        super().store(form)
        is_sendiri = self.object == self.request.user
        if not is_sendiri and not BERPERSETUJUAN.isdisjoint(form.before):
            isi = f"{self.request.user} mengubah akun {self.object.username}."
            send(alamat, judul="Akun Anda diubah", isi=isi)


class UserDetail(Detail):
    """Rincian akun, perannya, dan yang dapat dilakukan admin atasnya."""

    context_object_name = AKUN

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        akun = self.object
        tautan = Tautan.objects.berlaku().filter(pengguna=akun)
        context["items"].append(Item("Peran", akun.sebutan_peran or KOSONG))
        context["is_sendiri"] = akun == self.request.user
        context["is_diundang"] = not akun.has_usable_password()
        context["tautan"] = tautan.first()
        context["usul"] = akun.usul.menunggu().select_related("pengguna", "diusulkan_by")
        context["has_faktor"] = is_mfa_enabled(akun)
        context["banyak_sesi"] = len(UserSession.objects.purge_and_list(akun))
        return context


class UserAct(Scoped, SingleObjectMixin, View):
    """Satu tindakan admin atas akun orang lain di kabupatennya."""

    action = "change"
    model = User
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        akun = self.get_object()
        if akun == request.user:
            messages.error(request, "Akun sendiri diurus di halaman Keamanan akun.")
            return redirect(akun.get_absolute_url())
        try:
            return self.act(akun)
        except Refused as error:
            messages.error(request, str(error))
        return redirect(akun.get_absolute_url())

    def done(self, akun: User, pesan: str) -> HttpResponse:
        messages.success(self.request, pesan)
        return redirect(akun.get_absolute_url())

    def act(self, akun: User) -> HttpResponse:
        raise NotImplementedError


class UserTautan(UserAct):
    """Tautan dikirim lewat surat; bila tidak dapat, ditunjukkan sekali kepada admin."""

    def act(self, akun: User) -> HttpResponse:
        user = self.request.user
        rahasia = issue_tautan(pengguna=akun, by=user)
        sebab = SEBAB.format(by=user)
        if send_tautan(akun, rahasia, sebab):
            return self.done(akun, f"Tautan dikirim ke {akun.email}.")
        context = {
            "akun": akun,
            "alamat": tautan_url(rahasia),
            "tautan": Tautan.objects.bertanda(rahasia).get(),
        }
        response = render(self.request, "accounts/tautan_baru.html", context)
        response.headers["Cache-Control"] = "no-store"
        return response


class UserTautanCabut(UserAct):
    def act(self, akun: User) -> HttpResponse:
        revoke_tautan(pengguna=akun, by=self.request.user)
        return self.done(akun, "Tautan dicabut.")


class UserSesi(UserAct):
    """Akhiri semua sesi akun itu."""

    def act(self, akun: User) -> HttpResponse:
        sesi = list(UserSession.objects.filter(user=akun))
        banyak = end_sesi(akun, sesi, by=self.request.user)
        return self.done(akun, f"{banyak} sesi diakhiri.")


class UserFaktor(UserAct):
    """Melepas faktor kedua yang hilang; milik penanda tangan dan admin memerlukan orang kedua."""

    def act(self, akun: User) -> HttpResponse:
        user: Any = self.request.user
        perlu = not BERPERSETUJUAN.isdisjoint(akun.peran)
        if perlu and has_orang_kedua(pengguna=akun, by=user):
            propose(pengguna=akun, jenis=UsulAkun.JenisUsul.FAKTOR, by=user)
            return self.done(akun, "Pelepasan faktor kedua menunggu persetujuan orang kedua.")
        lepas_faktor(akun, by=user, note="melepas faktor kedua")
        return self.done(akun, "Faktor kedua dilepas; pemiliknya memasangnya lagi saat masuk.")
