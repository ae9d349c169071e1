"""Kategori AKIP di samping yang tercetak."""

from typing import Any

from core.views import Context, Detail
from kinerja.tahun.akip import kategori_akip


class EvaluasiAkipDetail(Detail):
    """Kategori dari nilai yang tidak dibulatkan, di samping kategori tercetak."""

    def get_context_data(self, **kwargs: Any) -> Context:
        return super().get_context_data(**kwargs) | {"kategori": kategori_akip(self.object)}
