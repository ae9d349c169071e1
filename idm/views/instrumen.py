"""Instrumen: isinya, salinannya menjadi instrumen berikutnya, dan kepastian skala."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views import View
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.audit import Refused
from core.views import Context, Detail, Scoped
from idm.actions.instrumen import batalkan_kepastian, copy_instrumen, pastikan_skala
from idm.forms import CopyInstrumenForm
from idm.models import IndikatorIdm, Instrumen


class InstrumenDetail(Detail):
    """Semua indikator dengan kriteria tiap skornya."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Yang sudah dipakai tidak bertambah isinya."""
        indikator = self.object.indikatoridm_set.prefetch_related("kriteriaskor_set")
        user: Any = self.request.user
        may_add = user.has_perm("idm.add_indikatoridm") and not self.object.is_dipakai
        return super().get_context_data(**kwargs) | {
            "indikator": indikator,
            "may_add_indikator": may_add,
        }


class CopyInstrumen(Scoped, SingleObjectMixin, FormView):
    """Instrumen baru yang isinya sama, untuk diubah sebelum dipakai."""

    action = "add"
    model = Instrumen
    form_class = CopyInstrumenForm
    template_name = "idm/instrumen_copy.html"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.has_permission():
            self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            baru = copy_instrumen(
                asal=self.object,
                by=self.request.user,
                **form.cleaned_data,
            )
        except Refused as error:
            form.add_error("kode", str(error))
            return self.form_invalid(form)
        messages.success(
            self.request, "Salinan dibuat; sesuaikan indikator, kriteria dan ambangnya."
        )
        return redirect(baru.get_absolute_url())


class SkalaPastikan(Scoped, SingleObjectMixin, View):
    """Skala satu indikator dinyatakan cocok dengan panduannya, atau kepastiannya dibatalkan."""

    action = "change"
    model = IndikatorIdm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Dibuka langsung: kembali ke indikatornya."""
        return redirect(self.get_object().get_absolute_url())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Yang ditolak dikatakan sebabnya."""
        indikator = self.get_object()
        tindakan = pastikan_skala
        if request.POST.get("batal"):
            tindakan = batalkan_kepastian
        try:
            tindakan(indikator=indikator, by=request.user)
            messages.success(request, "Tersimpan.")
        except Refused as error:
            messages.error(request, str(error))
        return redirect(indikator.get_absolute_url())
