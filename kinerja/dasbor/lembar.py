"""Tabel dasbor yang juga ada pada kertas; uraiannya milik laporan IDM."""

from core.tabel import Tabel
from idm.laporan.gambaran.lembar.tabel import tabel_perpindahan, tabel_status
from kinerja.naskah.lkjip.isi.lkjip import StatusIdm


def status_desa(idm: StatusIdm) -> dict[str, Tabel | None]:
    """Banyak desa tiap status; perpindahannya bila diketahui per desa."""
    perpindahan = None
    if idm.matriks:
        perpindahan = tabel_perpindahan(idm.matriks)
    return {"status": tabel_status(idm), "perpindahan": perpindahan}
