from core.forms import ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import PerjanjianKinerja


class PerjanjianKinerjaForm(PenggantiForm):
    class Meta(ScopedModelForm.Meta):
        model = PerjanjianKinerja
        fields = (
            "tahun", "tingkat", "bidang", "pihak_pertama", "pihak_kedua", "nomor", "tanggal", "menggantikan", "alasan",
        )  # fmt: skip
