"""Sertifikat tanda tangan milik sendiri."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.views.generic import FormView

from accounts.models import Pejabat
from core.audit import Refused
from core.views import Context, Scoped
from documents import signing
from documents.actions import store_certificate
from documents.forms import SertifikatForm
from documents.workflow import Langkah


class Sertifikat(Scoped, FormView):
    """Penanda tangan memasangnya sendiri; tanpa pejabat ber-NIP halamannya menyebut sebabnya."""

    model = Pejabat
    template_name = "documents/sertifikat.html"
    form_class = SertifikatForm
    success_url = reverse_lazy("mfa_index")

    def get_permission_required(self) -> tuple[str, ...]:
        return (f"documents.{Langkah.SIGN}",)

    @property
    def pejabat(self) -> Pejabat | None:
        """Pejabat akun ini bila ber-NIP: sertifikatnya disimpan menurut NIP."""
        pejabat: Pejabat | None = self.request.user.pejabat  # type: ignore[union-attr]
        if pejabat is None or not pejabat.nip:
            return None
        return pejabat

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        pejabat = self.pejabat
        context["pejabat"] = pejabat
        context["is_terpasang"] = pejabat is not None and signing.has_certificate(pejabat.nip)
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        pejabat = self.pejabat
        if pejabat is None:
            return self.form_invalid(form)
        data = form.cleaned_data
        try:
            store_certificate(
                pejabat=pejabat,
                data=data["berkas"],
                passphrase=data["passphrase"],
                by=self.request.user,
            )
        except Refused as error:
            form.add_error("passphrase", str(error))
            return self.form_invalid(form)
        messages.success(self.request, "Sertifikat tanda tangan terpasang.")
        return redirect(self.get_success_url())
