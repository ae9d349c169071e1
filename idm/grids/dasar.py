"""Yang berlaku di samping draf pada kisi desa, dengan tandanya bila buatan."""

from typing import Any

from core.angka import format_angka
from documents.jenis import tanda_tahun
from villages.grids.desa import DesaGrid


class BerlakuGrid(DesaGrid):
    """Kisi draf yang menyebut hasil yang berlaku."""

    def keterangan(self) -> list[str]:
        """Tanda bila hasil tahun itu buatan."""
        return tanda_tahun(self.kabupaten, self.tahun)


def berlaku(hasil: Any, desimal: int) -> str:
    """Angka dan status yang berlaku; kosong bila belum ada."""
    if hasil is None:
        return ""
    nilai = format_angka(hasil.nilai, desimal)
    return f"{nilai} {hasil.get_status_display()}"
