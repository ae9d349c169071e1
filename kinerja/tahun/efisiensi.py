"""Efisiensi tiap program dan seluruh dinas, disimpulkan sekali menurut aturan periodenya."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from kinerja.aturan.capaian import bagian_persen
from kinerja.aturan.efisiensi import AturanEfisiensi, CaraEfisiensi, NilaiEfisiensi
from kinerja.models import PeriodeRenstra
from kinerja.tahun.anggaran import Anggaran, Uang
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.pohon import Simpul


@dataclass(frozen=True)
class EfisiensiTahun:
    """Simpulan tiap program menurut kuncinya, tiap sub kegiatan, dan seluruh dinas."""

    cara: CaraEfisiensi
    aturan: AturanEfisiensi  # sebagaimana dicetak
    program: Mapping[int, NilaiEfisiensi]
    total: NilaiEfisiensi

    def sub(self, simpul: Simpul) -> NilaiEfisiensi:
        """Capaian K satu baris sub kegiatan terhadap penyerapannya."""
        capaian = simpul.evaluasi.capaian.rasio
        serapan = bagian_persen(simpul.obj.jumlah_realisasi, simpul.pagu)
        return NilaiEfisiensi(capaian, serapan, self.cara)


def efisiensi_tahun(
    periode: PeriodeRenstra | None, pengukuran: Pengukuran, anggaran: Anggaran
) -> EfisiensiTahun:
    """Capaian program: rata-rata IKU sasaran yang didukungnya, di mana pun disimpulkan."""
    cara = CaraEfisiensi.SELISIH
    aturan = cara.aturan
    if periode:
        cara = CaraEfisiensi(periode.efisiensi)
        aturan = periode.aturan_efisiensi
    program = {}
    for uang in anggaran.baris:
        capaian = _capaian(pengukuran, uang)
        program[uang.program.pk] = NilaiEfisiensi(capaian, uang.terserap.rasio, cara)
    total = NilaiEfisiensi(pengukuran.rata_iku().rasio, anggaran.terserap.rasio, cara)
    return EfisiensiTahun(cara, aturan, MappingProxyType(program), total)


def _capaian(pengukuran: Pengukuran, uang: Uang) -> Decimal | None:
    """Yang tercetak di sampingnya; penunjang tidak mendukung satu IKU pun, jadi tidak diketahui."""
    if uang.is_penunjang:
        return None
    sasaran = uang.program.sasaran_id
    iku = pengukuran.jenis("iku")
    milik = [i for i in iku if sasaran in (None, i.sasaran_id)]
    return pengukuran.rata(milik).rasio
