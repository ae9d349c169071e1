"""Hasil satu desa menurut ukurannya: IDM atau Indeks Desa."""

from typing import Any

from idm.models.hasil import IdmDesa
from idm.models.indeks_desa import IndeksDesa
from idm.models.instrumen import Instrumen


def tabel_hasil(instrumen: Instrumen) -> Any:
    """Model hasil yang dihitung `instrumen`."""
    if instrumen.is_dimensi:
        return IndeksDesa
    return IdmDesa
