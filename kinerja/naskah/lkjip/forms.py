"""Formulir kepala dan bagian LKjIP."""

from django import forms

from core.forms import ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import BagianLkjip, Lkjip, NaskahBaku

# halamannya menjadikannya penyunting naskah; tanpa skrip tetap kotak teks
PENYUNTING = forms.Textarea(attrs={"rows": 22, "data-naskah": ""})


class LkjipForm(PenggantiForm):
    class Meta(PenggantiForm.Meta):
        model = Lkjip
        fields = ("tahun", "nomor", "tanggal", "menggantikan")
        help_texts = {"menggantikan": "Hanya untuk perbaikan atas LKjIP yang sudah ditandatangani."}


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
