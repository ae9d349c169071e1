"""Formulir naskah kinerja dan Perjanjian Kinerja."""

from typing import Any

from core.forms import ScopedModelForm
from documents.workflow import SIGNED
from kinerja.models import NaskahKinerja, PerjanjianKinerja


class PenggantiForm(ScopedModelForm):
    """Yang dapat digantikan hanya naskah bertanda tangan dengan tahun yang sama."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["menggantikan"]
        field.queryset = field.queryset.filter(status__in=SIGNED)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        lama = data.get("menggantikan")
        if lama and lama.tahun != data.get("tahun"):
            self.add_error("menggantikan", f"Naskah yang digantikan bertahun {lama.tahun}; samakan tahunnya.")
        return data


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
