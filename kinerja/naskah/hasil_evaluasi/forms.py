from typing import Any

from core.forms import Cleaned, ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import HasilEvaluasi


class HasilEvaluasiForm(PenggantiForm):
    """Tahunnya tahun evaluasinya; hasil yang disalin tidak dilaporkan dari sini."""

    class Meta(ScopedModelForm.Meta):
        model = HasilEvaluasi
        fields = ("evaluasi", "nomor", "tanggal", "menggantikan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Hanya yang berlembar kerja."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["evaluasi"]
        field.queryset = field.queryset.exclude(pedoman=None)

    def clean(self) -> Cleaned:
        """Tahunnya disalin sebelum penggantinya diperiksa."""
        evaluasi = self.cleaned_data.get("evaluasi")
        if evaluasi:
            self.instance.tahun = self.cleaned_data["tahun"] = evaluasi.tahun
        return super().clean()
