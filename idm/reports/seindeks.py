"""Status desa menurut indeks yang dipakai pada satu tahun, dengan tahun lain yang seindeks."""

from collections.abc import Mapping

from accounts.models import Kabupaten
from idm.indeks import BERGANTI, IDM, INDEKS_DESA, indeks
from idm.models import IndeksDesa
from idm.reports.status import StatusTahun

Tahunan = Mapping[int, StatusTahun]


def status_seindeks(kabupaten: Kabupaten, tahun: int, idm: Tahunan) -> Tahunan:
    """Hitungan sampai `tahun`; `idm` hitungan baris IDM dan rekap tercetak semua tahun."""
    if indeks(tahun) is IDM:
        return idm
    rekap = {satu: status for satu, status in idm.items() if satu >= BERGANTI}
    return rekap | _terhitung(kabupaten, tahun)


def _terhitung(kabupaten: Kabupaten, tahun: int) -> dict[int, StatusTahun]:
    """Dari baris Indeks Desa tiap desa."""
    rows = IndeksDesa.objects.milik(kabupaten).filter(tahun__lte=tahun)
    hasil = {}
    for satu, counts in rows.counts_per_tahun().items():
        banyak = sum(counts.values())
        hasil[satu] = StatusTahun(
            tahun=satu,
            counts=counts,
            sumber=f"{INDEKS_DESA.nama} {banyak} desa tahun {satu}, baris per desa",
            is_rinci=True,
        )
    return hasil
