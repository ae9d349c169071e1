from core.forms import Cleaned, ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import HasilReviu


class HasilReviuForm(PenggantiForm):
    """Tahunnya tahun naskah yang direviu."""

    class Meta(ScopedModelForm.Meta):
        model = HasilReviu
        fields = ("reviu", "nomor", "tanggal", "menggantikan")

    def clean(self) -> Cleaned:
        """Tahunnya disalin sebelum penggantinya diperiksa."""
        reviu = self.cleaned_data.get("reviu")
        if reviu:
            self.instance.tahun = self.cleaned_data["tahun"] = reviu.tahun
        return super().clean()
