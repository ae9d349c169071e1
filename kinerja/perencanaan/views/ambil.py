"""Membawa indikator periode sebelumnya ke satu periode Renstra."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.audit import Refused
from core.views import Context, Scoped
from kinerja.models import PeriodeRenstra
from kinerja.perencanaan.actions import carry_indikator
from kinerja.perencanaan.forms import AmbilIndikatorForm


class AmbilIndikator(Scoped, SingleObjectMixin, FormView):
    """Indikator periode lain yang belum ada di periode ini, dipilih satu per satu."""

    model = PeriodeRenstra
    action = "change"
    form_class = AmbilIndikatorForm
    template_name = "kinerja/ambil_indikator.html"
    object: PeriodeRenstra

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.has_permission():
            self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> Context:
        kwargs: Context = super().get_form_kwargs()
        kwargs["periode"] = self.object
        return kwargs

    def form_valid(self, form: AmbilIndikatorForm) -> HttpResponse:
        try:
            baru = carry_indikator(
                periode=self.object,
                indikator=form.cleaned_data["indikator"],
                by=self.request.user,
            )
        except Refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        pesan = f"{len(baru)} indikator dibawa ke {self.object}; targetnya diisi menurut Renstra."
        messages.success(self.request, pesan)
        return redirect(self.object.get_absolute_url())
