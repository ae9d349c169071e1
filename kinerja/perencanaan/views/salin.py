"""Membuka tahun baru dari salinan tahun lalu."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import FormView

from core.audit import Refused
from core.views import Scoped
from kinerja.models import Program
from kinerja.perencanaan.actions import Salinan, copy_year
from kinerja.perencanaan.forms import SalinTahunForm


class SalinTahun(Scoped, FormView):
    """Formulir dua tahun; hasilnya menyebut banyaknya baris dan kode yang berganti."""

    model = Program
    action = "add"
    form_class = SalinTahunForm
    template_name = "kinerja/salin_tahun.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        tahun = Program.objects.visible_to(self.request.user).tahun_berisi()
        awal = {"dari": tahun[0], "ke": tahun[0] + 1} if tahun else {}
        return super().get_form_kwargs() | {"tahun": tahun, "initial": awal}

    def form_valid(self, form: SalinTahunForm) -> HttpResponse:
        user = self.request.user
        try:
            hasil = copy_year(kabupaten=user.kabupaten, by=user, **form.cleaned_data)
        except Refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, kalimat(hasil))
        if hasil.tanpa_penerus:
            kode = ", ".join(hasil.tanpa_penerus)
            pesan = f"Kode yang tidak berlaku dan penerusnya tidak diketahui: {kode}."
            messages.warning(self.request, pesan)
        return redirect(f"{reverse('kinerja:pohon')}?tahun={form.cleaned_data['ke']}")


def kalimat(hasil: Salinan) -> str:
    """Ringkasan penyalinan dalam satu kalimat."""
    bagian = [
        f"{hasil.program} program",
        f"{hasil.kegiatan} kegiatan",
        f"{hasil.sub_kegiatan} baris sub kegiatan",
        f"{hasil.rencana} rencana aksi",
    ]
    berganti = len(hasil.berganti)
    ganti = ""
    if berganti:
        ganti = f"; {berganti} kode berganti menurut nomenklatur tahun itu"
    return f"Tersalin {', '.join(bagian)}{ganti}."
