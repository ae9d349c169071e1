"""LKjIP: membuka, menyunting kepala dan bagian, melihat kelengkapan dan temuan."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from core.audit import Refused
from core.views import Create, Detail, Update
from core.views.dasar import Context, Scoped
from documents.jenis import Reading
from documents.printing import isi_naskah
from documents.views.naskah import NaskahDetail
from documents.workflow import Status
from kinerja.aturan.teks import judul, terisi
from kinerja.models import BagianLkjip, Lkjip, Reviu
from kinerja.naskah.lkjip.actions import (
    copy_tahun_lalu,
    create_lkjip,
    mark_ready,
    recompose,
    restore_draft,
)
from kinerja.naskah.lkjip.naskah_awal.susun import basi
from kinerja.naskah.lkjip.reports.isi_wajib import TEMPAT_BAGIAN, bagian_belum, isi_wajib
from kinerja.naskah.lkjip.reports.kelengkapan import bagian_kosong, bagian_kurang, perhatian
from kinerja.naskah.lkjip.reports.reviu import pernyataan_sah
from kinerja.naskah.lkjip.reports.rujukan import kelompok_rujukan, tulisan
from kinerja.reviu.actions import BELUM_BEKU
from kinerja.tahun.tahun_kinerja import TahunKinerja, tahun_naskah


class LkjipCreate(Create):
    """Membuka LKjIP menyusun naskah awalnya, jadi lewat tindakannya sendiri."""

    pesan_tersimpan = "LKjIP dibuka; naskah awalnya siap disunting."

    def store(self, form: Any) -> None:
        data = form.cleaned_data
        user: Any = self.request.user
        self.object = create_lkjip(
            kabupaten=user.kabupaten,
            tahun=data["tahun"],
            nomor=data["nomor"],
            tanggal=data["tanggal"],
            menggantikan=data["menggantikan"],
            by=user,
            token=data.get("kiriman") or None,
        )


class LkjipDetail(NaskahDetail):
    """Halaman naskah umum dengan bagian-bagian LKjIP."""

    related = (*NaskahDetail.related, "menggantikan")

    def get_context_data(self, **kwargs: Any) -> Context:
        lkjip: Lkjip = self.object
        bagian = list(lkjip.bagian.all())
        return super().get_context_data(**kwargs) | {
            "bagian": bagian,
            "banyak_siap": sum(satu.is_siap for satu in bagian),
            "kosong": bagian_kosong(lkjip),
            "pernyataan_sah": pernyataan_sah(lkjip),
            "reviu": Reviu.objects.of(lkjip),
            "may_reviu": self._may_review(),
            "pernyataan": lkjip.pernyataan_reviu.select_related("lkjip__kabupaten"),
        }

    def uji(self, reading: Reading) -> Context:
        """Bagian yang tertinggal datanya menurut bahan yang sama dengan ujinya."""
        isi = super().uji(reading)
        isi["basi"] = []
        if self.object.status == Status.DRAFT:
            isi["basi"] = basi(self.object, reading.facts)
        return isi

    def _may_review(self) -> bool:
        """Pereviu membuka mejanya sesudah disetujui."""
        is_beku = self.object.status not in BELUM_BEKU
        return is_beku and self.request.user.has_perm("kinerja.add_reviu")


class IsiWajib(Detail):
    """Isi menurut Permenpan-RB 53/2014: letak tiap bagiannya, dan yang belum ada."""

    related = ("kabupaten",)

    def get_template_names(self) -> list[str]:
        return ["kinerja/lkjip_wajib.html"]

    def get_context_data(self, **kwargs: Any) -> Context:
        lkjip: Lkjip = self.object
        kelompok = isi_wajib(lkjip, isi_naskah(lkjip))
        return super().get_context_data(**kwargs) | {
            "kelompok": kelompok,
            "belum": bagian_belum(lkjip),
        }


class SusunLkjip(Scoped, SingleObjectMixin, View):  # type: ignore[type-arg]
    """Bagian yang belum disunting mengikuti datanya yang kini."""

    action = "change"
    http_method_names = ["post"]
    related = ("kabupaten",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        lkjip: Lkjip = self.get_object()
        try:
            is_tambah_saja = "tambah" in request.POST
            banyak = recompose(lkjip=lkjip, by=request.user, is_tambah_saja=is_tambah_saja)
            messages.success(request, _tersusun(banyak))
        except Refused as error:
            messages.error(request, str(error))
        return redirect(lkjip.get_absolute_url())


def _tersusun(banyak: int) -> str:
    if not banyak:
        return "Semua bagian yang belum disunting sudah sesuai datanya."
    return f"{banyak} bagian disusun kembali dari data."


def _restored(bagian: BagianLkjip, by: Any) -> str:
    restore_draft(bagian=bagian, by=by)
    return "Disusun kembali dari data; isi lamanya ada pada riwayat."


def _copied(bagian: BagianLkjip, by: Any) -> str:
    copy_tahun_lalu(bagian=bagian, by=by)
    return "Disalin dari tahun lalu; isi lamanya ada pada riwayat."


def _marked(bagian: BagianLkjip, by: Any) -> str:
    if mark_ready(bagian=bagian, by=by):
        return "Bagian ini dinyatakan siap."
    return "Bagian ini tidak lagi siap."


LANGKAH = {"susun": _restored, "salin": _copied, "siap": _marked}


class LangkahBagian(Scoped, SingleObjectMixin, View):  # type: ignore[type-arg]
    """Satu bagian disusun kembali, disalin dari tahun lalu, atau dinyatakan siap."""

    action = "change"
    http_method_names = ["post"]
    related = ("lkjip__kabupaten",)
    langkah = ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        bagian: BagianLkjip = self.get_object()
        act = LANGKAH[self.langkah]
        try:
            messages.success(request, act(bagian, request.user))
        except Refused as error:
            messages.error(request, str(error))
        return redirect(bagian.get_absolute_url())


class BagianDetail(Detail):
    """Bagian naskah sebagaimana akan tercetak, dan yang menahan pengajuannya."""

    related = ("lkjip__kabupaten",)

    def get_context_data(self, **kwargs: Any) -> Context:
        bagian: BagianLkjip = self.object
        kinerja = tahun_naskah(bagian.lkjip)
        angka = tulisan(kinerja.rujukan)
        return super().get_context_data(**kwargs) | {
            "judul": judul(bagian.judul, angka),
            "isi": terisi(bagian.isi, angka),
            "kurang": bagian_kurang(bagian, kinerja),
            "lalu": bagian.tahun_lalu(),
            "tempat": TEMPAT_BAGIAN.get(bagian.kode, bagian.kode),
            "perhatian": perhatian(bagian, kinerja),
        }


def konteks_penyunting(kinerja: TahunKinerja) -> Context:
    """Angka yang dapat disisipkan, menurut kelompok dan menurut kuncinya."""
    return {
        "rujukan": kelompok_rujukan(kinerja.rujukan),
        "angka": tulisan(kinerja.rujukan),
    }


class BagianUpdate(Update):
    """Penyuntingan naskah, dengan daftar rujukan yang dapat dipakai."""

    related = ("lkjip__kabupaten",)

    def get_context_data(self, **kwargs: Any) -> Context:
        kinerja = tahun_naskah(self.object.lkjip)
        isi = konteks_penyunting(kinerja) | {"perhatian": perhatian(self.object, kinerja)}
        return super().get_context_data(**kwargs) | isi


class BakuMixin:
    """Rujukan naskah baku menurut tahun kerja."""

    request: Any

    def get_context_data(self, **kwargs: Any) -> Context:
        kinerja = TahunKinerja(self.request.user.kabupaten, self.request.tahun)
        context: Context = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | konteks_penyunting(kinerja)


class NaskahBakuDetail(Detail):
    """Naskah baku dengan angka tahun kerja."""

    related = ("kabupaten",)

    def get_context_data(self, **kwargs: Any) -> Context:
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        angka = tulisan(TahunKinerja(self.object.kabupaten, tahun).rujukan)
        return super().get_context_data(**kwargs) | {"isi": terisi(self.object.isi, angka)}


class NaskahBakuCreate(BakuMixin, Create):
    """Naskah baku baru."""


class NaskahBakuUpdate(BakuMixin, Update):
    """Penyuntingan naskah baku."""
