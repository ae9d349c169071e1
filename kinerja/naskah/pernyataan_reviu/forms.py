from core.forms import Cleaned, ScopedModelForm
from documents.forms import PenggantiForm
from kinerja.models import Lkjip, PernyataanReviu, Reviu


class PernyataanReviuForm(PenggantiForm):
    """Naskahnya dari LKjIP atau mejanya; tahunnya tahun naskah itu."""

    class Meta(ScopedModelForm.Meta):
        model = PernyataanReviu
        fields = ("lkjip", "reviu", "nomor", "tanggal", "pengecualian", "menggantikan")

    def clean(self) -> Cleaned:
        data = self.cleaned_data
        self._pair(data)
        direviu = data.get("lkjip") or data.get("reviu")
        if direviu:
            self.instance.tahun = data["tahun"] = direviu.tahun
        return super().clean()

    def _pair(self, data: Cleaned) -> None:
        """LKjIP yang sudah di meja menyebut mejanya, dan sebaliknya."""
        lkjip = data.get("lkjip")
        reviu = data.get("reviu")
        if reviu is None:
            data["reviu"] = Reviu.objects.of(lkjip) if lkjip else None
        elif lkjip is None:
            data["lkjip"] = _lkjip(reviu)
        elif _lkjip(reviu) != lkjip:
            self.add_error("reviu", "Meja reviu itu untuk naskah lain.")


def _lkjip(reviu: Reviu) -> Lkjip | None:
    naskah = reviu.naskah()
    if isinstance(naskah, Lkjip):
        return naskah
    return None
