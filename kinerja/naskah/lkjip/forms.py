"""Formulir kepala dan bagian LKjIP."""

from typing import Any

from django import forms

from core.forms import ScopedModelForm
from kinerja.models import (
    BagianLkjip,
    Lkjip,
    NaskahBaku,
)

# halamannya menjadikannya penyunting naskah; tanpa skrip tetap kotak teks
PENYUNTING = forms.Textarea(attrs={"rows": 22, "data-naskah": ""})


class LkjipForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Lkjip
        fields = ("tahun", "nomor", "tanggal", "menggantikan")
        help_texts = {"menggantikan": "Hanya untuk perbaikan atas LKjIP yang sudah ditandatangani."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["menggantikan"]
        field.queryset = field.queryset.filter(pengesahan__isnull=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        lama = data.get("menggantikan")
        if lama and lama.tahun != data.get("tahun"):
            self.add_error(
                "menggantikan", f"LKjIP yang digantikan bertahun {lama.tahun}; samakan tahunnya."
            )
        return data


class BagianLkjipForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = BagianLkjip
        fields = ("judul", "isi")
        widgets = {"isi": PENYUNTING}


class NaskahBakuForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = NaskahBaku
        fields = ("kode", "judul", "isi")
        widgets = {"isi": PENYUNTING}
