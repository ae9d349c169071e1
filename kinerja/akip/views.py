"""Lembar kerja evaluasi AKIP, catatan yang menjadi rekomendasi, dan pedomannya."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.datastructures import MultiValueDict
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from core.audit import Refused
from core.views import Detail
from core.views.dasar import Context, Scoped
from kinerja.akip.actions import (
    HAK_ISI,
    Pihak,
    pihak_dari,
    recommend,
    store_isian,
)
from kinerja.akip.forms import KirimanAkip
from kinerja.akip.lembar import gambar_tren, tabel_tren
from kinerja.akip.reports.lembar_kerja import TANPA, LembarKerja, SemuaJawaban
from kinerja.akip.reports.tren import tren
from kinerja.models import EvaluasiAkip, PedomanAkip
from kinerja.reviu.reports.rekomendasi import lewat_tenggat, rekomendasi_akip
from kinerja.tahun.akip import hasil_akip

RELATED = ("kabupaten", "pedoman__skala", "pedoman__predikat")
DITOLAK = 422


class EvaluasiDetail(Detail):
    """Lembar kerjanya bila berpedoman; trennya, rekomendasinya, dan laporannya."""

    related = RELATED
    kiriman: SemuaJawaban = TANPA

    def get_context_data(self, **kwargs: Any) -> Context:
        evaluasi: EvaluasiAkip = self.object
        context = super().get_context_data(**kwargs)
        lembar = None
        komponen = []
        if evaluasi.pedoman:
            lembar = self.lembar(context["sebab_lock"])
            komponen = lembar.anak("")
        isi = tren(evaluasi.kabupaten, komponen)
        rekomendasi = rekomendasi_akip(evaluasi)
        return context | {
            "lembar": lembar,
            "hasil": hasil_akip(evaluasi),
            "gambar_tren": gambar_tren(isi),
            "tabel_tren": tabel_tren(isi),
            "rekomendasi": rekomendasi,
            "lewat": lewat_tenggat(rekomendasi),
            "laporan": evaluasi.hasil.order_by("pk"),
        }

    def lembar(self, sebab_lock: str) -> LembarKerja:
        """Yang tetap hanya dibaca."""
        pihak = pihak_dari(self.request.user)
        if sebab_lock:
            pihak = ""
        return LembarKerja(self.object, pihak, self.kiriman)


class IsiAkip(EvaluasiDetail):
    """Satu komponen tersimpan sekaligus; yang ditolak tampil lagi dengan isian pengirimnya."""

    def get_permission_required(self) -> tuple[str, ...]:
        """Kedua kantor mengisi lembarnya, walau evaluasinya milik Inspektorat."""
        return (HAK_ISI,)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Kembali ke komponennya."""
        self.object = self.get_object()
        try:
            banyak = self.store(request)
        except Refused as error:
            messages.error(request, str(error))
            return self.render_to_response(self.get_context_data(), status=DITOLAK)
        messages.success(request, f"{banyak} butir tersimpan.")
        return redirect(f"{self.object.get_absolute_url()}#komponen-{self.komponen}")

    @property
    def komponen(self) -> str:
        """Kode komponen yang dikirim."""
        return self.request.POST.get("komponen", "")

    def store(self, request: HttpRequest) -> int:
        """Banyak butir yang berubah; komponen yang tidak dikenal tidak ditemukan."""
        evaluasi = self.object
        pedoman = get_object_or_404(PedomanAkip, pk=evaluasi.pedoman_id)
        komponen = get_object_or_404(pedoman.butir.all(), kode=self.komponen)
        butir = pedoman.butir.filter(kode__startswith=f"{komponen.kode}.")
        berkas = request.FILES if pihak_dari(request.user) == Pihak.DINAS else MultiValueDict()
        kiriman = KirimanAkip(request.POST, berkas, pedoman.skala.tingkat.all())
        self.kiriman = tertulis = kiriman.jawaban(butir)
        return store_isian(
            evaluasi=evaluasi,
            komponen=f"{komponen.kode}.",
            jawaban=kiriman.terperiksa(butir, tertulis),
            sidik=request.POST.get("sidik", ""),
            by=request.user,
        )


class Recommend(Scoped, SingleObjectMixin, View):  # type: ignore[type-arg]
    """Catatan satu subkomponen menjadi rekomendasi."""

    related = ("kabupaten",)

    def get_permission_required(self) -> tuple[str, ...]:
        """Yang boleh menulis rekomendasi."""
        return ("kinerja.add_rekomendasi",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Kembali ke rekomendasinya."""
        evaluasi: EvaluasiAkip = self.get_object()
        pedoman = get_object_or_404(PedomanAkip, pk=evaluasi.pedoman_id)
        kode = request.POST.get("butir", "")
        butir = get_object_or_404(pedoman.butir.all(), kode=kode)
        try:
            row = recommend(evaluasi=evaluasi, butir=butir, by=request.user)
            messages.success(request, f"{row} dibuat; lengkapi penanggung jawab dan tenggatnya.")
        except Refused as error:
            messages.error(request, str(error))
        return redirect(f"{evaluasi.get_absolute_url()}#rekomendasi")


class PedomanAkipDetail(Detail):
    """Yang membuatnya belum dapat dipakai disebut."""

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        return context | {"masalah": self.object.masalah()}
