"""Indikator yang bersumber dari status desa, kini dan seandainya draf IDM berlaku."""

from dataclasses import replace
from itertools import chain

from accounts.models import Kabupaten
from idm.dampak import DampakIndikator, Pindah
from idm.reports import StatusTahun
from kinerja.models import Indikator
from kinerja.tahun.data import Data
from kinerja.tahun.pengukuran import Pengukuran, ukur
from kinerja.tahun.sources import is_status_desa
from kinerja.tahun.tahun_kinerja import TahunKinerja


def dampak_indikator(
    kabupaten: Kabupaten, tahun: int, status: StatusTahun, pindah: Pindah
) -> list[DampakIndikator]:
    """IKU dan IKK yang bergantung pada status desa, dihitung dengan rumus yang berlaku."""
    kinerja = TahunKinerja(kabupaten, tahun)
    pengukuran = kinerja.pengukuran
    data = kinerja.data
    andai = replace(
        data, status={**data.status, tahun: status}, pindah={**data.pindah, tahun: pindah}
    )
    semua = chain(pengukuran.jenis("iku"), pengukuran.jenis("ikk"))
    return [_satu(pengukuran, andai, i, tahun) for i in semua if is_status_desa(i.sumber)]


def _satu(pengukuran: Pengukuran, andai: Data, indikator: Indikator, tahun: int) -> DampakIndikator:
    """Dampak pada satu indikator."""
    kini = pengukuran.ukur(indikator, tahun)
    draf = ukur(pengukuran.renstra, andai, indikator, tahun)
    return DampakIndikator(
        jenis=indikator.get_jenis_display(),
        nama=indikator.nama,
        satuan=indikator.satuan,
        desimal=indikator.desimal,
        kini=kini.realisasi_cetak,
        draf=draf.realisasi_cetak,
        url=indikator.get_absolute_url(),
    )
