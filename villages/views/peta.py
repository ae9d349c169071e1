"""Peta desa menurut satu sifat tahunan, dan memuat batas dari GeoJSON."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import FormView

from core.audit import Refused
from core.uploads import MAX_BYTES
from core.views import Context, Detail, Scoped
from documents.pembaca import LembarRefused
from villages import atribut
from villages.actions import load_batas
from villages.forms import BatasForm
from villages.impor import batas
from villages.kode import tanpa_titik
from villages.models import BatasDesa, Desa, Kecamatan
from villages.reports.peta import isi
from villages.sources import kode_lama


@permission_required("villages.view_desa", raise_exception=True)
def peta(request: HttpRequest) -> HttpResponse:
    """Gambar dan tabel dari data yang sama."""
    user: Any = request.user
    dipilih = atribut.cari(request.GET.get("sifat", ""))
    tahun: int = request.tahun  # type: ignore[attr-defined]
    hasil = None
    if user.kabupaten:
        hasil = isi(user.kabupaten, tahun, dipilih)
    return render(
        request,
        "villages/peta.html",
        {"isi": hasil, "semua": atribut.semua()},
    )


class BatasDetail(Detail):
    """Cincin koordinatnya panjang; cukup banyaknya yang ditulis."""

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        context["items"] = [item for item in context["items"] if item.label != "Cincin"]
        return context | {"titik": sum(map(len, self.object.cincin))}


class LoadBatas(Scoped, FormView):
    """Satu berkas GeoJSON; semua masalahnya sekaligus, dan tidak ada yang tersimpan separuh."""

    action = "add"
    model = BatasDesa
    form_class = BatasForm
    template_name = "villages/batas_load.html"

    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        try:
            hasil = terbaca(form.cleaned_data["berkas"], user)
            if hasil.masalah:
                return self.render_to_response(
                    self.get_context_data(form=form, masalah=hasil.masalah)
                )
            sumber = form.cleaned_data["sumber"]
            baru, diganti = load_batas(
                kabupaten=user.kabupaten, cincin=hasil.cincin, sumber=sumber, by=user
            )
        except (LembarRefused, Refused) as error:
            form.add_error("berkas", str(error))
            return self.form_invalid(form)
        pesan = f"Batas dimuat: {baru} baru, {diganti} diganti."
        messages.success(self.request, pesan)
        return redirect("villages:peta")


def terbaca(berkas: Any, user: Any) -> batas.BatasTerbaca:
    """Batas wilayah milik `user` dari berkasnya.

    `LembarRefused` bila terlalu besar atau bukan GeoJSON.
    """
    if berkas.size > MAX_BYTES:
        raise LembarRefused(f"Berkas lebih dari {MAX_BYTES // 1024**2} MB.")
    kode = kode_lama(user.kabupaten) | {user.kabupaten.kode: user.kabupaten.kode}
    for model in (Kecamatan, Desa):
        for satu in model.objects.visible_to(user).values_list("kode", flat=True):
            kode[satu] = satu
    tulisan = kode | {tanpa_titik(satu): kini for satu, kini in kode.items()}
    return batas.read(berkas.read(), tulisan)
