"""Satu angka sampai ke ujungnya: barisnya, buktinya, riwayatnya, dan tempat ia dipakai."""

from dataclasses import dataclass
from typing import Any

from kinerja.models import BagianLkjip
from kinerja.tahun.data import Data
from kinerja.tahun.ukuran import Ukuran
from kinerja.telusur.reports.asal import Asal, asal
from kinerja.telusur.reports.bukti import BuktiAngka, bukti_angka
from kinerja.telusur.reports.jejak import JejakAngka, jejak
from kinerja.telusur.reports.pemakaian import Pemakaian, menyebut, pemakaian


@dataclass(frozen=True)
class Silsilah:
    """Yang ada di balik satu ukuran, dan yang bergantung padanya."""

    asal: Asal
    bukti: BuktiAngka
    riwayat: JejakAngka
    pemakaian: tuple[Pemakaian, ...]
    bagian: tuple[BagianLkjip, ...]

    @property
    def ditandatangani(self) -> list[Pemakaian]:
        """Naskah yang membekukan angkanya dan sudah sah."""
        return [satu for satu in self.pemakaian if satu.naskah.is_signed and satu.nilai]


def silsilah(ukuran: Ukuran, data: Data, user: Any) -> Silsilah:
    """`ukuran` sudah dirinci desanya; kejadian hanya yang terlihat `user`."""
    barisnya = asal(ukuran, data)
    return Silsilah(
        asal=barisnya,
        bukti=bukti_angka(ukuran),
        riwayat=jejak(ukuran, barisnya, user),
        pemakaian=pemakaian(ukuran),
        bagian=menyebut(ukuran.indikator, ukuran.tahun),
    )
