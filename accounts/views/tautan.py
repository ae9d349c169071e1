"""Memasang kata sandi dengan tautan, dan memintanya lewat surat."""

from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from accounts.actions import issue_tautan, redeem_tautan, send
from accounts.actions.tautan import TIDAK_BERLAKU
from accounts.forms import LupaSandiForm, PasangSandiForm
from accounts.models import Tautan, User
from accounts.views.masuk import masuk
from core.audit import Refused
from core.views.dasar import Context

TERKIRIM = "Bila akun itu ada dan beralamat surat, tautannya sudah dikirim. Berlaku 24 jam."
SEBAB = "{by} membuatkan tautan untuk akun Anda."
ISI_SURAT = """{sebab}

Pasang kata sandi akun {akun} di:
{alamat}

Tautan ini sekali pakai. Jangan diteruskan kepada siapa pun.
"""


def tautan_url(rahasia: str) -> str:
    """Alamat penuhnya, untuk surat dan halaman admin."""
    jalan = reverse("accounts:tautan", args=[rahasia])
    return f"{settings.SITE_URL}{jalan}"


def send_tautan(pengguna: User, rahasia: str, sebab: str) -> bool:
    """Kirim tautannya; `False` bila tidak terkirim."""
    alamat = tautan_url(rahasia)
    isi = ISI_SURAT.format(sebab=sebab, akun=pengguna.username, alamat=alamat)
    return send(pengguna.email, judul="Tautan akun Kinerja DPMD", isi=isi)


@method_decorator([login_not_required, never_cache], name="dispatch")
class TautanPakai(FormView):
    """Pemegang tautannya memilih kata sandi; tautan yang keliru tidak mengatakan sebabnya."""

    template_name = "accounts/tautan.html"
    form_class = PasangSandiForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        rows = Tautan.objects.berlaku().bertanda(kwargs["rahasia"])
        self.tautan = rows.select_related("pengguna").first()
        if self.tautan is None:
            return self.refuse()
        return super().dispatch(request, *args, **kwargs)

    def refuse(self) -> HttpResponse:
        context = {
            "judul": "Tautan tidak berlaku",
            "pesan": f"{TIDAK_BERLAKU} Mintalah yang baru kepada admin dinas Anda.",
            "status": 410,
        }
        return render(self.request, "galat.html", context, status=410)

    def get_form_kwargs(self) -> Context:
        return super().get_form_kwargs() | {"user": self.tautan.pengguna}

    def get_context_data(self, **kwargs: Any) -> Context:
        return super().get_context_data(**kwargs) | {"tautan": self.tautan}

    def form_valid(self, form: Any) -> HttpResponse:
        sandi = form.cleaned_data["new_password1"]
        try:
            pengguna = redeem_tautan(rahasia=self.kwargs["rahasia"], sandi=sandi)
        except Refused:
            return self.refuse()
        messages.success(self.request, "Kata sandi terpasang.")
        return masuk(self.request, pengguna, reverse("beranda"))


@method_decorator(login_not_required, name="dispatch")
class LupaSandi(FormView):
    """Hanya bila ada peladen surat; jawabannya sama apa pun nama yang ditulis."""

    template_name = "accounts/lupa_sandi.html"
    form_class = LupaSandiForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not settings.HAS_SURAT:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        username = form.cleaned_data["username"]
        boleh = ratelimit.consume(self.request, action="reset_password", key=username)
        pengguna = User.objects.filter(username=username, is_active=True).first()
        if boleh and pengguna and pengguna.email:
            rahasia = issue_tautan(pengguna=pengguna, by=pengguna)
            sebab = "Seseorang meminta kata sandi baru untuk akun Anda."
            send_tautan(pengguna, rahasia, sebab)
        messages.info(self.request, TERKIRIM)
        return redirect("accounts:login")
