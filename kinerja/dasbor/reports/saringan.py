"""Saringan dasbor: yang sama pada alamat, layar, lembar kerja dan kertasnya."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from accounts.models import Bidang
from core.periode import SETAHUN, TRIWULAN
from kinerja.models import Indikator
from kinerja.tahun.pohon import Pohon, Simpul


@dataclass(frozen=True)
class Saringan:
    """Tahun, triwulan terakhir yang dibaca (nol: yang sudah dilaporkan), dan bidangnya."""

    tahun: int
    triwulan: int = SETAHUN
    bidang: Bidang | None = None

    @property
    def kueri(self) -> str:
        """Saringan yang dipilih, untuk tautan."""
        pilihan: dict[str, int] = {"tahun": self.tahun}
        if self.triwulan:
            pilihan["triwulan"] = self.triwulan
        if self.bidang:
            pilihan["bidang"] = self.bidang.pk
        return urlencode(pilihan)

    @property
    def sebutan(self) -> list[str]:
        """Yang disaring selain tahunnya, untuk judul."""
        semua = []
        if self.triwulan:
            semua.append(f"s.d. {TRIWULAN[self.triwulan]}")
        if self.bidang:
            semua.append(str(self.bidang))
        return semua

    def indikator(self, semua: Iterable[Indikator]) -> list[Indikator]:
        """Indikator yang ditanggung bidangnya; tanpa bidang semuanya."""
        return [satu for satu in semua if self._is_milik(satu.penanggung_jawab_id)]

    def baris(self, pohon: Pohon) -> list[Simpul]:
        """Semua program, atau sub kegiatan yang ditanggung bidangnya."""
        if self.bidang is None:
            return list(pohon.program)
        return [simpul for simpul in pohon.sub if self._is_milik(simpul.obj.penanggung_jawab_id)]

    def _is_milik(self, penanggung_jawab: int | None) -> bool:
        return self.bidang is None or penanggung_jawab == self.bidang.pk
