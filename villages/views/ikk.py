"""Berkas bukti IKK: angka dan kedua hitungannya tampak sebelum langkah berikutnya."""

from typing import Any

from core.tabel import Tabel
from core.views.dasar import Context
from documents.printing import isi_naskah
from documents.snapshot import Unreadable
from documents.views.naskah import NaskahDetail
from villages.naskah.bukti_ikk.lembar.tabel import tabel_output


class BerkasIkkDetail(NaskahDetail):
    def get_context_data(self, **kwargs: Any) -> Context:
        """Tabelnya seperti pada lembar kerjanya."""
        return super().get_context_data(**kwargs) | {"tabel_output": _tabel(self.object)}


def _tabel(berkas: Any) -> Tabel | None:
    """Dari isi yang tercetak; `None` bila isi bekunya rusak, yang dikatakan cetakannya."""
    try:
        return tabel_output(isi_naskah(berkas))
    except Unreadable:
        return None
