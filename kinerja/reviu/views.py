"""Meja reviu, catatannya, angka cetakan, pedoman, dan rekomendasi."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import DetailView, FormView, View
from django.views.generic.detail import SingleObjectMixin

from core import spreadsheet
from core.audit import Refused
from core.display import Item
from core.querysets import parse_nomor
from core.views import Create, Detail, List
from core.views.dasar import Context, Scoped
from documents.snapshot import Unreadable
from kinerja.models import IsianReviu, Reviu
from kinerja.reviu.actions import (
    copy_pedoman,
    note_tercetak,
    open_reviu,
    record_commitments,
    store_isian,
)
from kinerja.reviu.forms import AngkaForm, KomitmenForm
from kinerja.reviu.jenis import pilihan_jenis
from kinerja.reviu.reports.angka import angka_cetakan, lembar_isian
from kinerja.reviu.reports.meja import Meja
from kinerja.reviu.reports.rekomendasi import lewat_tenggat, rekomendasi_tersisa
from kinerja.tahun.tahun_kinerja import TahunKinerja

PANJANG_CATATAN = 4000


class ReviuCreate(Create):
    """Membuka meja atas naskah yang dipilih."""

    pesan_tersimpan = "Meja reviu dibuka."

    def get_initial(self) -> Context:
        """Naskah yang disebut alamatnya."""
        return super().get_initial() | {"naskah": self.request.GET.get("naskah", "")}

    def store(self, form: Any) -> None:
        """Meja hanya dibuka tindakannya."""
        self.object = open_reviu(naskah=form.chosen(), by=self.request.user)


class ReviuDetail(Detail):
    """Ketiga bagian pedoman dengan petunjuknya, catatan, dan naskah hasilnya."""

    related = ("kabupaten", "pedoman", "dibuka_by")

    def get_context_data(self, **kwargs: Any) -> Context:
        """Isi beku yang rusak disebut, bukan galat."""
        reviu: Reviu = self.object
        meja = Meja(reviu)
        rekomendasi = rekomendasi_tersisa(reviu)
        isi = super().get_context_data(**kwargs) | {
            "meja": meja,
            "naskah": meja.naskah,
            "bagian": [],
            "rusak": "",
            "hasil": IsianReviu.HasilButir.choices,
            "rekomendasi": rekomendasi,
            "lewat": lewat_tenggat(rekomendasi),
            "is_lewat": reviu.is_lewat(timezone.localdate()),
        }
        try:
            isi["bagian"] = meja.bagian
        except Unreadable as error:
            isi["rusak"] = str(error)
        return isi


class IsiReviu(Scoped, SingleObjectMixin, View):  # type: ignore[type-arg]
    """Semua butir satu halaman tersimpan sekaligus."""

    action = "change"
    related = ("kabupaten", "pedoman")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Pilihan asing bukan jawaban."""
        reviu: Reviu = self.get_object()
        jawaban = {}
        for butir in reviu.pedoman.butir.all():
            hasil = request.POST.get(f"hasil-{butir.pk}", "")
            if hasil not in IsianReviu.HasilButir.values:
                hasil = ""
            catatan = request.POST.get(f"catatan-{butir.pk}", "")
            jawaban[butir.pk] = (hasil, catatan[:PANJANG_CATATAN])
        try:
            banyak = store_isian(reviu=reviu, jawaban=jawaban, by=request.user)
            messages.success(request, f"{banyak} butir tersimpan.")
        except Refused as error:
            messages.error(request, str(error))
        return redirect(reviu.get_absolute_url())


class AngkaReviu(Scoped, SingleObjectMixin, FormView):  # type: ignore[type-arg]
    """Lembar angka cetakan: diunggah, disandingkan, yang beda dipilih menjadi catatan."""

    action = "change"
    form_class = AngkaForm
    template_name = "kinerja/angka_reviu.html"
    related = ("kabupaten",)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.has_permission():
            self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if "catat" in request.POST:
            return self.store_notes(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: AngkaForm) -> HttpResponse:
        """Disandingkan dengan angka menurut data."""
        berkas = form.cleaned_data["berkas"]
        rujukan = TahunKinerja(self.object.kabupaten, self.object.tahun).rujukan
        try:
            angka = angka_cetakan(berkas.name, berkas.read(), rujukan)
        except Refused as error:
            form.add_error("berkas", str(error))
            return self.form_invalid(form)
        context = self.get_context_data(form=form, angka=angka)
        context["sama"] = sum(satu.is_sama for satu in angka)
        context["beda"] = sum(satu.is_beda for satu in angka)
        return self.render_to_response(context)

    def store_notes(self, request: HttpRequest) -> HttpResponse:
        """Yang dicentang menjadi catatan, semuanya atau tidak satu pun."""
        dipilih = request.POST.getlist("pilih")
        kolom = []
        for nama in ("tempat", "tercetak", "dihitung"):
            kolom.append(request.POST.getlist(nama))
        semua = list(zip(*kolom, strict=False))
        beda = []
        for satu in dipilih:
            if _is_urutan(satu, len(semua)):
                beda.append(semua[int(satu)])
        try:
            banyak = note_tercetak(reviu=self.object, beda=beda, by=request.user)
            messages.success(request, f"{banyak} catatan ditulis.")
        except Refused as error:
            messages.error(request, str(error))
        return redirect(self.object.get_absolute_url())


def _is_urutan(tulisan: str, banyak: int) -> bool:
    """Nomor baris yang dikirim ada pada tabelnya."""
    nomor = parse_nomor(tulisan)
    return nomor is not None and nomor < banyak


class AngkaReviuLembar(Scoped, DetailView):  # type: ignore[type-arg]
    """Lembar isian angka cetakan dengan semua kuncinya."""

    related = ("kabupaten",)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reviu: Any = self.get_object()
        rujukan = TahunKinerja(reviu.kabupaten, reviu.tahun).rujukan
        isi = spreadsheet.xlsx(lembar_isian(rujukan, reviu.tahun))
        return HttpResponse(isi, headers=spreadsheet.headers(f"angka-cetakan-{reviu.tahun}.xlsx"))


class PedomanDetail(Detail):
    """Jenis naskahnya dengan sebutannya."""

    def get_context_data(self, **kwargs: Any) -> Context:
        jenis = dict(pilihan_jenis())
        sebutan = jenis.get(self.object.document, self.object.document)
        context = super().get_context_data(**kwargs)
        _, *lain = context["items"]
        return context | {"items": [Item("Jenis naskah", sebutan), *lain]}


class CopyPedoman(Scoped, SingleObjectMixin, View):  # type: ignore[type-arg]
    """Versi baru milik kantor ini, dari acuan bersama atau versi yang sudah dipakai."""

    action = "add"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        baru = copy_pedoman(pedoman=self.get_object(), by=request.user)
        messages.success(request, f"{baru} siap disunting; berlaku bagi yang dibuka kemudian.")
        return redirect(baru.get_absolute_url())


class RekomendasiList(List):
    """Daftarnya dengan kemajuan menurut bukti yang diterima."""

    intro = "Selesai berarti jawabannya diterima Inspektorat bersama berkas buktinya."

    def summary(self) -> str:
        """Kemajuan dan yang lewat tenggat."""
        selesai, semua = self.object_list.kemajuan()
        lewat = self.object_list.overdue(timezone.localdate()).count()
        return f"{selesai} dari {semua} selesai, {lewat} lewat tenggat"


class Komitmen(Scoped, FormView):  # type: ignore[type-arg]
    """Yang disanggupi pada rapat menjadi rekomendasi."""

    action = "add"
    form_class = KomitmenForm
    template_name = "kinerja/komitmen.html"

    def get_initial(self) -> Context:
        return {"tahun": self.request.tahun}  # type: ignore[attr-defined]

    def get_form_kwargs(self) -> Context:
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form: KomitmenForm) -> HttpResponse:
        """Satu rekomendasi tiap barisnya."""
        banyak = record_commitments(by=self.request.user, **form.cleaned_data)
        messages.success(self.request, f"{banyak} komitmen tercatat sebagai rekomendasi.")
        return redirect("kinerja:rekomendasi_list")
