"""Formulir tingkat skala milik kabupaten; acuan bersama terkunci."""

from typing import Any

from core.forms import ScopedModelForm
from kinerja.models import TingkatKualitatif, TingkatPredikat


class TingkatForm(ScopedModelForm):
    """Hanya skala milik kabupaten yang dapat dipilih."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        skala: Any = self.fields["skala"]
        skala.queryset = skala.queryset.owned_by(self.user)


class TingkatKualitatifForm(TingkatForm):
    """Sebutan yang hasilnya bukan angka."""

    class Meta(ScopedModelForm.Meta):
        model = TingkatKualitatif
        fields = ("skala", "urutan", "nama", "keterangan", "nilai")


class TingkatPredikatForm(TingkatForm):
    """Predikat dengan kedua batasnya."""

    class Meta(ScopedModelForm.Meta):
        model = TingkatPredikat
        fields = (
            "skala",
            "urutan",
            "nama",
            "bawah",
            "is_bawah_inklusif",
            "atas",
            "is_atas_inklusif",
        )
