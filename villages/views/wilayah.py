"""Perubahan wilayah yang menyisakan riwayat, dan nama pada naskah yang belum cocok."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from core.audit import Refused
from core.querysets import parse_nomor
from core.views import Context, Detail, Scoped, Update
from villages.actions import benarkan_alias, record_riwayat
from villages.forms import CocokForm
from villages.models import AliasNama, Desa, Kecamatan
from villages.reports.wilayah import belum_cocok


class WilayahDetail(Detail):
    """Keadaan kini, dan keadaannya pada tahun kerja bila lain."""

    def get_context_data(self, **kwargs: Any) -> Context:
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        saat = self.model.objects.saat(tahun).get(pk=self.object.pk)
        return super().get_context_data(**kwargs) | {"saat": saat}


class KecamatanDetail(WilayahDetail):
    """Desanya pada tahun kerja, menurut kecamatannya saat itu."""

    def panel(self, nama: str, table: Any) -> tuple[str, Any]:
        if nama != "desa_set":
            return super().panel(nama, table)
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        terlihat = Desa.objects.visible_to(self.request.user).on(tahun)
        rows = terlihat.filter(kecamatan_saat=self.object.pk).select_related("kecamatan")
        judul = f"Desa dan kelurahan tahun {tahun}"
        return judul, table(rows, orderable=False)


class WilayahUpdate(Update):
    """Bila perubahannya berlaku sejak satu tanggal, keadaan lamanya menjadi riwayat."""

    def store(self, form: Any) -> None:
        sejak = form.cleaned_data["sejak"]
        lama = self.model.objects.get(pk=form.instance.pk)
        is_berubah = any(
            getattr(lama, nama) != getattr(form.instance, nama) for nama in lama.BERIWAYAT
        )
        if sejak and not is_berubah:
            raise Refused("Tanggal perubahan diisi, tetapi keadaannya tetap.")
        if sejak:
            record_riwayat(
                lama=lama,
                sejak=sejak,
                dasar=form.cleaned_data["dasar"],
                by=self.request.user,
            )
        super().store(form)


class Cocokkan(Scoped, View):
    """Tiap tulisan yang belum cocok dengan calonnya; yang dibenarkan diingat sebagai alias."""

    action = "add"
    model = AliasNama

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user: Any = request.user
        form = CocokForm(user=user)
        return render(
            request,
            "villages/cocokkan.html",
            {"baris": belum_cocok(user.kabupaten), "form": form},
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user: Any = request.user
        form = CocokForm(request.POST, user=user)
        kecamatan = _kecamatan(request)
        tulisan = request.POST.get("tulisan", "").strip()[:100]
        if kecamatan is None or not tulisan or not form.is_valid():
            messages.error(request, "Pilih dulu desa yang dimaksud.")
            return redirect("villages:aliasnama_cocok")
        try:
            desa = form.cleaned_data["desa"]
            banyak = benarkan_alias(kecamatan=kecamatan, tulisan=tulisan, desa=desa, by=user)
            messages.success(
                request,
                f"“{tulisan}” diingat sebagai {desa}; {banyak} baris formulir dicocokkan.",
            )
        except Refused as error:
            messages.error(request, str(error))
        return redirect("villages:aliasnama_cocok")


def _kecamatan(request: HttpRequest) -> Kecamatan | None:
    """Kecamatan kiriman yang terlihat oleh penggunanya."""
    nomor = parse_nomor(request.POST.get("kecamatan", ""))
    kecamatan: Kecamatan | None = (
        Kecamatan.objects.visible_to(request.user).filter(pk=nomor).first()
    )
    return kecamatan
