"""Berkas bukti IKK: angka dan kedua hitungannya tampak sebelum langkah berikutnya."""

from typing import Any

from documents.printing import payload
from documents.snapshot import Unreadable
from documents.views.naskah import NaskahDetail


class BerkasIkkDetail(NaskahDetail):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"isi": _isi(self.object)}


def _isi(berkas: Any) -> Any:
    """Isi yang tercetak; `None` bila isi bekunya rusak, yang dikatakan cetakannya."""
    try:
        return payload(berkas)
    except Unreadable:
        return None
