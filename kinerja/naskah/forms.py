from core.forms import Cleaned, ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import NaskahKinerja


class NaskahKinerjaForm(PenggantiForm):
    """Satu naskah kinerja menurut jenisnya."""

    class Meta(ScopedModelForm.Meta):
        model = NaskahKinerja
        fields = ("jenis", "tahun", "triwulan", "bidang", "nomor", "tanggal", "menggantikan")

    def clean(self) -> Cleaned:
        """Yang digantikan harus sejenis."""
        data = super().clean()
        lama = data.get("menggantikan")
        if lama and lama.jenis != data.get("jenis"):
            self.add_error(
                "menggantikan", f"Naskah yang digantikan berjenis {lama.get_jenis_display()}."
            )
        return data
