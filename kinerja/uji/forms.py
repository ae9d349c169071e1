from core.forms import ScopedModelForm
from kinerja.models import (
    AngkaTercetak,
)


class AngkaTercetakForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = AngkaTercetak
        fields = ("tahun", "dokumen", "tempat", "rujukan", "tercetak")
        help_texts = {"rujukan": "Kunci angka yang dihitung sistem, misalnya ikk.6.realisasi."}
