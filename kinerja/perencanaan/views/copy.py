"""Membuka tahun: langkahnya, salinan tahun lalu dengan pratinjau, urungnya, dan draf naskahnya."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import FormView, TemplateView, View

from core.audit import Refused
from core.views import Context, Scoped
from kinerja.models import Program
from kinerja.perencanaan.actions import (
    BUKAN_SALINAN,
    Salinan,
    copy_holder,
    copy_tahun,
    draft_naskah,
    preview_copy,
    undo_copy,
)
from kinerja.perencanaan.forms import CopyTahunForm
from kinerja.perencanaan.reports import langkah_tahun


def jalan_tahun(tahun: int) -> str:
    """Halaman langkah membuka `tahun`."""
    return f"{reverse('kinerja:buka_tahun')}?tahun={tahun}"


def tahun_disebut(isian: Any, request: HttpRequest) -> int:
    """Tahun pada alamat atau formulirnya, selain itu tahun kerja."""
    diminta = isian.get("tahun", "")
    if diminta.isdecimal() and len(diminta) == 4:
        return int(diminta)
    tahun: int = request.tahun  # type: ignore[attr-defined]
    return tahun


class PembukaanTahun(Scoped, TemplateView):
    """Langkah membuka satu tahun, dan tindakan yang masih dapat dilakukan."""

    model = Program
    template_name = "kinerja/buka_tahun.html"

    def get_context_data(self, **kwargs: Any) -> Context:
        """Tahun yang disebut alamatnya, atau tahun kerja."""
        user: Any = self.request.user
        tahun = tahun_disebut(self.request.GET, self.request)
        langkah = langkah_tahun(user.kabupaten, tahun)
        penahan = copy_holder(user.kabupaten, tahun)
        return super().get_context_data(**kwargs) | {
            "dibuka": tahun,
            "langkah": langkah,
            "selesai": [satu for satu in langkah if satu.is_selesai],
            "is_salinan": penahan != BUKAN_SALINAN.format(tahun=tahun),
            "penahan": penahan,
            "is_berpohon": any(satu.is_selesai for satu in langkah if satu.kunci == "pohon"),
        }


class CopyTahun(Scoped, FormView):
    """Formulir dua tahun; alamat yang memuatnya memperlihatkan yang akan ditulis."""

    model = Program
    action = "add"
    form_class = CopyTahunForm
    template_name = "kinerja/copy_tahun.html"

    def get_form_kwargs(self) -> Context:
        tahun = Program.objects.visible_to(self.request.user).tahun_berisi()
        awal = {"dari": tahun[0], "ke": tahun[0] + 1} if tahun else {}
        kwargs = super().get_form_kwargs() | {"tahun": tahun, "initial": awal}
        if self.is_pratinjau:
            kwargs["data"] = self.request.GET
        return kwargs

    @property
    def is_pratinjau(self) -> bool:
        """Alamatnya menyebut kedua tahun."""
        return self.request.method == "GET" and "ke" in self.request.GET

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        if self.is_pratinjau and form.is_valid():
            user: Any = self.request.user
            try:
                salinan = preview_copy(
                    kabupaten=user.kabupaten,
                    **form.cleaned_data,
                )
                context["salinan"] = salinan
                context["kalimat"] = kalimat(salinan)
            except Refused as error:
                form.add_error(None, str(error))
        return context

    def form_valid(self, form: CopyTahunForm) -> HttpResponse:
        user = self.request.user
        try:
            hasil = copy_tahun(
                kabupaten=user.kabupaten,
                by=user,
                **form.cleaned_data,
            )
        except Refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, f"Tersalin {kalimat(hasil)}")
        if hasil.tanpa_penerus:
            kode = ", ".join(hasil.tanpa_penerus)
            pesan = f"Kode yang tidak berlaku dan penerusnya tidak diketahui: {kode}."
            messages.warning(self.request, pesan)
        return redirect(jalan_tahun(form.cleaned_data["ke"]))


class TindakanTahun(Scoped, View):
    """Satu tombol pada halaman langkah; kembali ke sana dengan kabarnya."""

    model = Program
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        tahun = tahun_disebut(request.POST, request)
        try:
            messages.success(request, self.run(request.user, tahun))
        except Refused as error:
            messages.error(request, str(error))
        return redirect(jalan_tahun(tahun))

    def run(self, user: Any, tahun: int) -> str:
        """Kerjakan, lalu kabarnya; `Refused` bila tidak dapat."""
        raise NotImplementedError


class UndoCopy(TindakanTahun):
    """Salinan setahun dihapus lagi, selama belum ada yang dibangun di atasnya."""

    action = "delete"

    def run(self, user: Any, tahun: int) -> str:
        banyak = undo_copy(kabupaten=user.kabupaten, tahun=tahun, by=user)
        return f"Salinan {tahun} diurungkan: {banyak} baris dihapus."


class PrepareNaskah(TindakanTahun):
    """Draf naskah perencanaan yang belum ada."""

    action = "add"

    def run(self, user: Any, tahun: int) -> str:
        baru = draft_naskah(kabupaten=user.kabupaten, tahun=tahun, by=user)
        return f"{len(baru)} draf naskah {tahun} disiapkan."


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
    return f"{', '.join(bagian)}{ganti}."
