"""Nilai AKIP beberapa tahun, seluruhnya dan tiap komponen bila diketahui."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from accounts.models import Kabupaten
from kinerja.models import ButirAkip, EvaluasiAkip
from kinerja.tahun.akip import HasilAkip, hasil_akip


@dataclass(frozen=True)
class TahunAkip:
    """Satu tahun; `hasil` `None` selama laporannya belum sah."""

    evaluasi: EvaluasiAkip
    hasil: HasilAkip | None

    @property
    def nilai(self) -> Decimal | None:
        """Tidak diketahui sebelum laporannya sah."""
        return self.hasil.nilai if self.hasil else None

    def komponen(self, kode: str) -> Decimal | None:
        """Tidak diketahui bagi hasil yang disalin."""
        return self.hasil.komponen.get(kode) if self.hasil else None


SemuaTahun = Sequence[TahunAkip]


@dataclass(frozen=True)
class Tren:
    """Semua tahun dari yang terlama; `komponen` kolom tabelnya."""

    tahun: SemuaTahun
    komponen: Sequence[ButirAkip]


def tren(kabupaten: Kabupaten, komponen: Sequence[ButirAkip]) -> Tren:
    """Evaluasi satu kabupaten menurut tahunnya."""
    rows = EvaluasiAkip.objects.filter(kabupaten=kabupaten).order_by("tahun")
    return Tren([TahunAkip(satu, hasil_akip(satu)) for satu in rows], komponen)
