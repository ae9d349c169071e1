"""Mengubah indikator tanpa mengubah tahun yang sudah terbuka, dan menerapkan definisinya."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import FormView, View
from django.views.generic.detail import SingleObjectMixin

from core.audit import Refused
from core.views import Context, Create, Delete, List, Update
from core.views.dasar import Scoped
from kinerja.definisi.actions import (
    keep_before_change,
    keep_before_scale,
    open_tahun,
    opened_tahun,
    refuse_locked_rows,
    take_over,
    undo_take_over,
)
from kinerja.definisi.forms import ApplyForm
from kinerja.definisi.reports import akibat, banding
from kinerja.models import DefinisiTahun, Indikator, SkalaKualitatif, TingkatKualitatif
from kinerja.tahun.definisi import rentang_tahun
from kinerja.tahun.renstra import tahun_dalam
from kinerja.tahun.tahun_kinerja import TahunKinerja, tahun_indikator

MENILAI = frozenset(("skala", "urutan", "nama", "nilai"))  # kolom sebutan yang mengubah capaian


class TetapSemula:
    """Tahun yang terbuka disebut tetap memakai yang semula."""

    tetap = range(0)
    yang_tetap = "definisi"

    @property
    def pesan_tersimpan(self) -> str:
        if not self.tetap:
            return "Tersimpan."
        tahun = rentang_tahun(self.tetap)
        return f"Tersimpan. Tahun {tahun} tetap memakai {self.yang_tetap} semula."


class IndikatorUpdate(TetapSemula, Update):
    """Tahun yang terbuka menyimpan definisi lamanya sebelum indikatornya ditulis."""

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        tersimpan = self.get_object()
        terbuka = opened_tahun(tersimpan)
        context["terbuka"] = rentang_tahun(terbuka)
        return context

    def store(self, form: Any) -> None:
        user = self.request.user
        self.tetap = keep_before_change(indikator=form.instance, by=user)
        super().store(form)

    def get_success_url(self) -> str:
        """Yang definisinya berganti melihat akibatnya bagi tahun yang terbuka."""
        if self.tetap:
            return reverse("kinerja:apply_definisi", args=[self.object.pk])
        return super().get_success_url()


class SkalaDiubah(TetapSemula):
    """Tahun yang terbuka menyimpan skala lamanya sebelum skalanya ditulis."""

    yang_tetap = "skala"
    request: HttpRequest

    def keep(self, **pemakai: Any) -> None:
        """Definisi tiap indikator yang memakainya."""
        rows = Indikator.objects.filter(**pemakai)
        user = self.request.user
        self.tetap = keep_before_scale(indikator=rows, by=user)


class PeriodeUpdate(SkalaDiubah, Update):
    """Skala predikat yang diganti tidak menggeser predikat tahun yang terbuka."""

    def store(self, form: Any) -> None:
        if "skala" in form.changed_data:
            self.keep(sasaran__periode=form.instance)
        super().store(form)


class TingkatSaving(SkalaDiubah):
    """Sebutan yang ditambah atau diubah; juga skala yang ditinggalkannya."""

    def store(self, form: Any) -> None:
        row = form.instance
        if not MENILAI.isdisjoint(form.changed_data):
            semula = TingkatKualitatif.objects.filter(pk=row.pk)
            milik = Q(tingkat__in=semula) | Q(pk=row.skala_id)
            skala = SkalaKualitatif.objects.filter(milik)
            self.keep_scales(skala.distinct())
        super().store(form)  # type: ignore[misc]

    def get_success_url(self) -> str:
        """Yang skalanya dipakai tahun terbuka melihat indikator pemakainya."""
        if self.tetap:
            skala: SkalaKualitatif = self.object.skala  # type: ignore[attr-defined]
            return skala.get_absolute_url()
        return str(super().get_success_url())  # type: ignore[misc]

    def keep_scales(self, skala: Iterable[SkalaKualitatif]) -> None:
        """`Refused` bila baris tahun yang terkunci memakainya."""
        for satu in skala:
            refuse_locked_rows(satu)
        self.keep(skala_kualitatif__in=skala)


class TingkatCreate(TingkatSaving, Create):
    """Sebutan baru menggeser urutan yang di bawahnya."""


class TingkatUpdate(TingkatSaving, Update):
    """Nama, urutan atau nilainya berganti."""


class TingkatDelete(TingkatSaving, Delete):
    """Sebutan yang dihapus tetap ada pada skala tahun yang terbuka."""

    def form_valid(self, form: Any) -> HttpResponse:
        row = self.object
        try:
            self.keep_scales([row.skala])
        except Refused as error:
            messages.error(self.request, str(error))
            return redirect(row.get_absolute_url())
        return super().form_valid(form)


class ApplyDefinisi(Scoped, SingleObjectMixin, FormView):
    """Kedua definisi bersanding, akibatnya tiap tahun, lalu tahun yang mengikutinya."""

    action = "change"
    form_class = ApplyForm
    template_name = "kinerja/apply_definisi.html"
    object: Indikator

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.has_permission():
            self.object = self.get_object()
            self.kinerja = self._kinerja()
            self.akibat = akibat(self.kinerja, self.object)
        return super().dispatch(request, *args, **kwargs)

    def _kinerja(self) -> TahunKinerja:
        """Tahun kerja di dalam periode indikatornya."""
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        return tahun_indikator(self.object, tahun_dalam(self.object, tahun))

    def boleh(self) -> list[int]:
        """Tahun yang tidak tertahan."""
        return [satu.tahun for satu in self.akibat if satu.penahan is None]

    def get_form_kwargs(self) -> Context:
        kwargs: Context = super().get_form_kwargs()
        kwargs["boleh"] = self.boleh()
        return kwargs

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        context["banding"] = banding(self.kinerja, self.object)
        context["akibat"] = self.akibat
        context["is_ada"] = bool(self.boleh())
        context["versi"] = self.object.sidik
        return context

    def form_valid(self, form: ApplyForm) -> HttpResponse:
        data = form.cleaned_data
        try:
            banyak = take_over(
                indikator=self.object,
                tahun=data["tahun"],
                alasan=data["alasan"],
                seen=data["versi"],
                by=self.request.user,
            )
        except Refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        pesan = f"Definisi baru berlaku pada {banyak} tahun."
        messages.success(self.request, pesan)
        return redirect(self.object.get_absolute_url())


class BatalkanDefinisi(Scoped, SingleObjectMixin, View):
    """Definisi yang digantikan berlaku kembali."""

    action = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        definisi: DefinisiTahun = self.get_object()
        try:
            undo_take_over(definisi=definisi, by=request.user)
            pesan = f"Definisi semula {definisi.tahun} berlaku kembali."
            messages.success(request, pesan)
        except Refused as error:
            messages.error(request, str(error))
        return redirect(definisi.indikator.get_absolute_url())


class BukaTahun(Scoped, View):
    """Definisi semua indikator disimpan bagi tahun kerja."""

    action = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        tahun: int = request.tahun  # type: ignore[attr-defined]
        user: Any = request.user
        banyak = open_tahun(kabupaten=user.kabupaten, tahun=tahun, by=user)
        pesan = f"Tahun {tahun} dibuka: {banyak} definisi disimpan."
        messages.success(request, pesan)
        return redirect("kinerja:definisitahun_list")


class DefinisiTahunList(List):
    """Definisi tersimpan; tahun kerja yang belum seluruhnya tersimpan dapat dibuka."""

    intro = (
        "Definisi yang berlaku bagi tiap indikator pada tiap tahun. "
        "Mengubah indikator tidak mengubah tahun yang sudah terbuka."
    )

    def get_context_data(self, **kwargs: Any) -> Context:
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        context = super().get_context_data(**kwargs)
        rows = Indikator.objects.visible_to(self.request.user)
        milik = rows.for_tahun(tahun)
        belum = milik.exclude(definisi_tahun__tahun=tahun)
        context["tahun"] = tahun
        context["belum"] = belum.count()
        return context
