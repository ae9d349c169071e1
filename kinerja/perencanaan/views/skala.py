"""Satu skala predikat: tingkatnya, dan apakah batasnya menyambung."""

from typing import Any

from core.views import Context, Detail
from kinerja.aturan.predikat import celah_skala


class SkalaDetail(Detail):
    """Celah di antara tingkat disebut sebelum skalanya dipakai."""

    def get_context_data(self, **kwargs: Any) -> Context:
        celah = celah_skala(self.object.tingkat())
        return super().get_context_data(**kwargs) | {"celah": celah}
