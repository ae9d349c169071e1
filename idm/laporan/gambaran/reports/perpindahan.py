"""Perpindahan status dari tahun lalu: banyak desa tiap arah, dan desanya bila bergeser."""

from dataclasses import dataclass

from accounts.models import Kabupaten
from idm.reports import URUTAN, banyak_pindah, perpindahan
from idm.reports.status import Arah, BanyakPerArah, DesaPerArah
from idm.reports.ukuran import Indeks
from villages.sources import DesaSaat

NAMA_STATUS = [status.value for status in URUTAN]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelPindah:
    """Banyak desa dari satu status ke `ke`; `arah` naik, turun atau tetap.

    Desanya disebut hanya bila bergeser.
    """

    ke: str
    arah: str
    banyak: int
    desa: tuple[DesaSaat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPindah:
    """Desa yang tahun lalu berstatus `dari`, menurut statusnya tahun ini."""

    dari: str
    sel: tuple[SelPindah, ...]


SemuaPindah = tuple[BarisPindah, ...]


def matriks_desa(kabupaten: Kabupaten, tahun: int, ukuran: Indeks) -> SemuaPindah:
    """Perpindahan seluruh kabupaten pada satu ukuran; kosong bila tidak diketahui."""
    banyak = banyak_pindah(kabupaten, tahun, ukuran.model)
    pindah = perpindahan(kabupaten, tahun, ukuran.model)
    return susun_matriks(banyak, pindah)


def susun_matriks(banyak: BanyakPerArah, pindah: DesaPerArah) -> SemuaPindah:
    """Satu baris per status asal; tiap sel banyaknya, dan desanya bila bergeser."""
    if not banyak:
        return ()
    baris = []
    for dari in NAMA_STATUS:
        sel = [_sel_pindah((dari, ke), banyak, pindah) for ke in NAMA_STATUS]
        baris.append(BarisPindah(dari=dari, sel=tuple(sel)))
    return tuple(baris)


def _sel_pindah(arah: Arah, banyak: BanyakPerArah, pindah: DesaPerArah) -> SelPindah:
    """Yang tidak ada perpindahannya nol, sebab semuanya diketahui."""
    dari, ke = arah
    return SelPindah(
        ke=ke,
        arah=_arah(dari, ke),
        banyak=banyak.get(arah, 0),
        desa=tuple(pindah.get(arah, ())),
    )


def _arah(dari: str, ke: str) -> str:
    """Menurut urutan status, bukan nilai IDM."""
    selisih = NAMA_STATUS.index(dari) - NAMA_STATUS.index(ke)
    if selisih == 0:
        return "tetap"
    if selisih > 0:
        return "naik"
    return "turun"
