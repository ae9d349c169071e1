"""Kabar sendiri: dibaca, dibuka halamannya, dan dipilih caranya."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from accounts.actions.sebar import choose, mark_read
from accounts.models import CaraKabar, JenisKabar, Kabar, PilihanKabar
from core.forms import PlainForm
from core.views.dasar import Context

SEHALAMAN = 30
# surat yang gagal selalu disebut kepada admin
DIPILIH = tuple(jenis for jenis in JenisKabar if jenis != JenisKabar.SURAT)


def daftar_kabar(request: HttpRequest) -> HttpResponse:
    """Kabar sendiri, yang terbaru di atas."""
    rows = Kabar.objects.visible_to(request.user)
    halaman = Paginator(rows, SEHALAMAN).get_page(request.GET.get("page"))
    context = {"kabar": halaman, "belum": rows.unread().count()}
    return render(request, "accounts/kabar.html", context)


@require_POST
def open_kabar(request: HttpRequest, pk: int) -> HttpResponse:
    """Tandai terbaca, lalu ke halamannya."""
    user: Any = request.user
    kabar = get_object_or_404(Kabar.objects.visible_to(user), pk=pk)
    mark_read(user, kabar.pk)
    return redirect(kabar.halaman or "accounts:kabar")


@require_POST
def read_semua(request: HttpRequest) -> HttpResponse:
    """Tandai semuanya terbaca."""
    user: Any = request.user
    mark_read(user)
    return redirect("accounts:kabar")


class PilihanForm(PlainForm):
    """Satu pilihan tiap jenis kabar."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for jenis in DIPILIH:
            self.fields[jenis.value] = forms.ChoiceField(label=jenis.label, choices=CaraKabar)


class PilihanKabarView(FormView):
    """Cara dikabari tiap jenis, bagi akun sendiri."""

    form_class = PilihanForm
    template_name = "accounts/kabar_pilihan.html"
    success_url = "."

    def get_initial(self) -> Context:
        """Pilihannya kini."""
        pilihan: Context = {jenis.value: CaraKabar.SURAT.value for jenis in DIPILIH}
        for satu in PilihanKabar.objects.visible_to(self.request.user):
            pilihan[satu.jenis] = satu.cara
        return pilihan

    def form_valid(self, form: Any) -> HttpResponse:
        """Simpan, lalu kembali ke daftarnya."""
        user: Any = self.request.user
        berubah = choose(user, form.cleaned_data)
        pesan = f"Tersimpan: {berubah} pilihan." if berubah else "Tidak ada yang berubah."
        messages.success(self.request, pesan)
        return super().form_valid(form)
