"""Desa di balik angka satu sumber, dibaca hanya bila diminta."""

from collections.abc import Callable
from itertools import chain
from operator import attrgetter

from idm.reports import desa_berstatus, perpindahan, tabel_tahun
from idm.scoring import Status
from kinerja.tahun.data import Data, DesaPerLabel
from kinerja.tahun.sumber_status import BERKEMBANG_MAJU_MANDIRI, is_naik, label_status

Perinci = Callable[[Data, int], DesaPerLabel]


def is_rinci(data: Data, tahun: int) -> bool:
    """Status tiap desa tahun itu diketahui, bukan hitungannya saja."""
    status = data.status.get(tahun)
    return status is not None and status.is_rinci


def _desa_berstatus(*masa: tuple[Status, int]) -> Perinci:
    """Rincian yang membaca desa tiap status; masa 0 tahun yang diminta, -1 tahun sebelumnya.

    Kosong bila desa tahun yang diminta tidak diketahui.
    """

    def desa(data: Data, tahun: int) -> DesaPerLabel:
        hasil: DesaPerLabel = {}
        if not is_rinci(data, tahun):
            return hasil
        for status, geser in masa:
            ke = tahun + geser
            if is_rinci(data, ke):
                label = label_status(status, ke)
                tabel = tabel_tahun(ke)
                hasil[label] = desa_berstatus(data.kabupaten, ke, status, model=tabel)
        return hasil

    return desa


_tertinggal = _desa_berstatus((Status.TERTINGGAL, -1), (Status.TERTINGGAL, 0))


def _desa_tertinggal(data: Data, tahun: int) -> DesaPerLabel:
    """Desa tertinggal kedua tahun, dan yang naik di antaranya bila desa tahun lalu diketahui."""
    desa = _tertinggal(data, tahun)
    if desa and is_rinci(data, tahun - 1):
        pindah = perpindahan(data.kabupaten, tahun, tabel_tahun(tahun))
        naik = []
        for arah, rows in pindah.items():
            if is_naik(arah):
                naik.append(rows)
        urut = sorted(chain(*naik), key=attrgetter("kode"))
        desa["Desa tertinggal yang naik status"] = urut
    return desa


RINCIAN: dict[str, Perinci] = {
    "idm.berkembang": _desa_berstatus((Status.BERKEMBANG, 0)),
    "idm.berkembang_maju_mandiri": _desa_berstatus(*((s, 0) for s in BERKEMBANG_MAJU_MANDIRI)),
    "idm.pengentasan_tertinggal": _desa_tertinggal,
    "idm.persen_mandiri": _desa_berstatus((Status.MANDIRI, 0)),
    "idm.peningkatan_mandiri": _desa_berstatus(
        (Status.MANDIRI, -1),
        (Status.MANDIRI, 0),
        (Status.BERKEMBANG, -1),
    ),
}


def rincian(sumber: str, data: Data, tahun: int) -> DesaPerLabel:
    """Desa di balik hasil `sumber`, dibaca saat diminta; kosong bila hanya ada hitungannya."""
    function = RINCIAN.get(sumber)
    if function is None:
        return {}
    return function(data, tahun)
