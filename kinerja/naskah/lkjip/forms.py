"""Formulir kepala dan bagian LKjIP."""

from django import forms

from core.forms import ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import BagianLkjip, Lkjip


class LkjipForm(PenggantiForm):
    class Meta(PenggantiForm.Meta):
        model = Lkjip
        fields = ("tahun", "nomor", "tanggal", "menggantikan")
        help_texts = {"menggantikan": "Hanya untuk perbaikan atas LKjIP yang sudah ditandatangani."}


class BagianLkjipForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = BagianLkjip
        fields = ("judul", "isi")
        widgets = {"isi": forms.Textarea(attrs={"rows": 22})}
