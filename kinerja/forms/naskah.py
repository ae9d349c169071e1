"""Formulir naskah kinerja dan Perjanjian Kinerja."""

from typing import Any

from core.forms import ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import NaskahKinerja, PerjanjianKinerja, PernyataanReviu


class NaskahKinerjaForm(PenggantiForm):
    class Meta(ScopedModelForm.Meta):
        model = NaskahKinerja
        fields = ("jenis", "tahun", "triwulan", "bidang", "nomor", "tanggal", "menggantikan")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        lama = data.get("menggantikan")
        if lama and lama.jenis != data.get("jenis"):
            self.add_error("menggantikan", f"Naskah yang digantikan berjenis {lama.get_jenis_display()}.")
        return data


class PerjanjianKinerjaForm(PenggantiForm):
    class Meta(ScopedModelForm.Meta):
        model = PerjanjianKinerja
        fields = (
            "tahun", "tingkat", "bidang", "pihak_pertama", "pihak_kedua", "nomor", "tanggal", "menggantikan", "alasan",
        )  # fmt: skip


class PernyataanReviuForm(PenggantiForm):
    """Tahunnya tahun LKjIP yang direviu."""

    class Meta(ScopedModelForm.Meta):
        model = PernyataanReviu
        fields = ("lkjip", "nomor", "tanggal", "menggantikan")

    def clean(self) -> dict[str, Any]:
        lkjip = self.cleaned_data.get("lkjip")
        if lkjip:
            self.instance.tahun = self.cleaned_data["tahun"] = lkjip.tahun
        return super().clean()
