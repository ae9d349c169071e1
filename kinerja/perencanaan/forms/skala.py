"""Formulir skala sebutan milik kabupaten."""

from typing import Any

from core.forms import ScopedModelForm
from kinerja.models import SkalaKualitatif, TingkatKualitatif


class TingkatKualitatifForm(ScopedModelForm):
    """Hanya skala milik kabupaten yang dapat dipilih; acuan bersama terkunci."""

    class Meta(ScopedModelForm.Meta):
        model = TingkatKualitatif
        fields = ("skala", "urutan", "nama", "keterangan", "nilai")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        skala: Any = self.fields["skala"]
        skala.queryset = SkalaKualitatif.objects.owned_by(self.user)
