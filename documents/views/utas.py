"""Satu utas: yang ditanyakan, balasannya, dan formulir bagi yang gilirannya."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.audit import Refused
from core.views import Detail
from core.views.dasar import Context, Scoped
from documents.actions import reply
from documents.forms import BalasanForm
from documents.utas import HAK, LangkahUtas

SELESAI = {
    LangkahUtas.JAWAB: "Jawaban terkirim.",
    LangkahUtas.TERIMA: "Jawaban diterima.",
    LangkahUtas.BUKA_LAGI: "Dibuka lagi dengan catatan Anda.",
}


def form_utas(utas: Any, user: Any) -> BalasanForm | None:
    """Formulir langkah yang terbuka bagi `user`; `None` bila ia hanya membaca."""
    langkah = utas.langkah_bagi(user)
    if not langkah:
        return None
    return BalasanForm(langkah=langkah)


class UtasDetail(Detail):
    """Rincian barisnya, balasan menurut waktunya, dan formulir bagi yang gilirannya."""

    def get_template_names(self) -> list[str]:
        return [self.fallback("detail")[0], "documents/utas_detail.html"]

    def get_context_data(self, **kwargs: Any) -> Context:
        utas: Any = self.object
        return super().get_context_data(**kwargs) | {
            "balasan": utas.balasan(),
            "form_balasan": form_utas(utas, self.request.user),
            "is_lewat": utas.is_lewat(timezone.localdate()),
        }


class Balas(Scoped, SingleObjectMixin, FormView):  # type: ignore[type-arg]
    """Menyimpan satu balasan; yang ditolak kembali ke formulirnya dengan sebabnya."""

    form_class = BalasanForm
    template_name = "documents/balas.html"
    related = ("penanggung",)

    def has_permission(self) -> bool:
        """Selain boleh melihatnya: boleh menjawab atau memutuskan."""
        user = self.request.user
        return super().has_permission() and any(map(user.has_perm, set(HAK.values())))

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Yang tidak punya langkah kembali ke utasnya."""
        if self.has_permission():
            self.object = self.get_object()
            self.langkah = self.object.langkah_bagi(request.user)
            if not self.langkah:
                messages.error(request, "Tidak ada langkah bagi akun Anda pada status ini.")
                return redirect(self.object.get_absolute_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> Context:
        return super().get_form_kwargs() | {"langkah": self.langkah}

    def form_valid(self, form: BalasanForm) -> HttpResponse:
        """Yang ditolak disebut pada formulirnya."""
        data = form.cleaned_data
        langkah = data["langkah"]
        try:
            utas = reply(
                self.object,
                langkah=langkah,
                isi=data["isi"],
                berkas=data.get("bukti") or (),
                by=self.request.user,
            )
        except Refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, SELESAI[LangkahUtas(langkah)])
        return redirect(utas.get_absolute_url())
