"""Matriks perpindahan status: banyak desa dari tiap status tahun lalu ke tiap status tahun ini."""

from dataclasses import dataclass

from idm.reports.status import URUTAN, BanyakPerArah, Nama


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisMatriks:
    """Banyak desa dari satu status ke tiap status tahun ini."""

    dari: str
    sel: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matriks:
    """Matriks perpindahan status."""

    status: Nama
    baris: tuple[BarisMatriks, ...]


def matriks(pindah: BanyakPerArah) -> Matriks | None:
    """Matriks dari banyak desa tiap perpindahan; `None` bila tidak diketahui per desa."""
    if not pindah:
        return None
    status = tuple(satu.value for satu in URUTAN)
    baris = [_baris_matriks(dari, status, pindah) for dari in status]
    return Matriks(status=status, baris=tuple(baris))


def _baris_matriks(dari: str, status: Nama, pindah: BanyakPerArah) -> BarisMatriks:
    """Yang tidak ada perpindahannya nol, sebab semuanya diketahui."""
    sel = []
    for ke in status:
        arah = (dari, ke)
        sel.append(pindah.get(arah, 0))
    return BarisMatriks(dari=dari, sel=tuple(sel))
