from core.forms import Cleaned, ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import PernyataanReviu


class PernyataanReviuForm(PenggantiForm):
    """Tahunnya tahun LKjIP yang direviu."""

    class Meta(ScopedModelForm.Meta):
        model = PernyataanReviu
        fields = ("lkjip", "nomor", "tanggal", "menggantikan")

    def clean(self) -> Cleaned:
        lkjip = self.cleaned_data.get("lkjip")
        if lkjip:
            self.instance.tahun = self.cleaned_data["tahun"] = lkjip.tahun
        return super().clean()
