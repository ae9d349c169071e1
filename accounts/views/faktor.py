"""Faktor kedua: hitungannya milik allauth, halamannya dan catatannya milik rumah ini."""

from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator

from accounts.actions import record_faktor
from core import audit
from core.views.dasar import Context

KEAMANAN = reverse_lazy("mfa_index")
PILIHAN_KODE = {"inputmode": "numeric", "autofocus": True, "placeholder": ""}


def sebut(form: Any, nama: str, label: str, **attrs: Any) -> None:
    """Sebutan rumah bagi satu isian formulir allauth."""
    field = form.fields[nama]
    field.label = label
    field.widget.attrs |= attrs


class Tercatat:
    """Perubahan faktor kedua dan kejadian auditnya dalam satu transaksi."""

    request: HttpRequest
    note = ""
    pesan = ""

    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        with audit.locked(user.kabupaten_kode):
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
            record_faktor(user, by=user, note=self.note)
        messages.success(self.request, self.pesan)
        return response


class Yakin:
    """Halaman satu pertanyaan sebelum faktor kedua dilepas atau diganti."""

    template_name = "accounts/faktor_yakin.html"
    judul = ""
    tanya = ""
    tombol = ""

    def get_context_data(self, **kwargs: Any) -> Context:
        context: Context = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | {
            "judul": self.judul,
            "tanya": self.tanya,
            "tombol": self.tombol,
        }


@method_decorator(login_not_required, name="dispatch")
class FaktorMasuk(AuthenticateView):
    """Langkah kedua saat masuk: kode aplikasi, kode pemulihan, atau kunci sandi."""

    template_name = "accounts/faktor_masuk.html"

    def get_context_data(self, **kwargs: Any) -> Context:
        context: Context = super().get_context_data(**kwargs)
        sebut(context["form"], "code", "Kode", **PILIHAN_KODE)
        return context


class SandiLagi(ReauthenticateView):
    """Faktor kedua hanya diubah oleh yang baru saja menyebut kata sandinya."""

    template_name = "accounts/sandi_lagi.html"

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        sebut(form, "password", "Kata sandi", autofocus=True, placeholder="")
        form.fields["password"].help_text = ""
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        """Sesinya berkunci baru; kunci lamanya tidak membuka apa pun."""
        response: HttpResponse = super().form_valid(form)
        self.request.session.cycle_key()
        UserSession.objects.create_from_request(self.request)
        return response


class TotpPasang(Tercatat, ActivateTOTPView):
    template_name = "accounts/totp_pasang.html"
    note = "memasang aplikasi kode"
    pesan = "Aplikasi kode terpasang."

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        sebut(form, "code", "Kode dari aplikasi", **PILIHAN_KODE)
        return form


class TotpLepas(Yakin, Tercatat, DeactivateTOTPView):
    judul = "Lepas aplikasi kode"
    tanya = "Sesudah ini kode dari aplikasi Anda tidak diminta lagi saat masuk."
    tombol = "Lepas aplikasi kode"
    success_url = KEAMANAN
    note = "melepas aplikasi kode"
    pesan = "Aplikasi kode dilepas."


class KunciCreate(Tercatat, AddWebAuthnView):
    template_name = "accounts/kunci_create.html"
    note = "memasang kunci sandi"
    pesan = "Kunci sandi terpasang."

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        sebut(form, "name", "Nama kunci", maxlength=50)
        return form


class KunciDelete(Yakin, Tercatat, RemoveWebAuthnView):
    judul = "Lepas kunci sandi"
    tanya = "Kunci ini tidak dapat dipakai lagi untuk masuk."
    tombol = "Lepas kunci sandi"
    success_url = KEAMANAN
    note = "melepas kunci sandi"
    pesan = "Kunci sandi dilepas."


class KodePemulihanBaru(Yakin, Tercatat, GenerateRecoveryCodesView):
    judul = "Buat kode pemulihan baru"
    tanya = "Semua kode pemulihan yang lama tidak berlaku lagi."
    tombol = "Buat kode baru"
    note = "membuat kode pemulihan baru"
    pesan = "Kode pemulihan baru dibuat."


class KodePemulihan(ViewRecoveryCodesView):
    """Ditunjukkan sekali, sesudah dibuat."""

    template_name = "accounts/kode_pemulihan.html"
