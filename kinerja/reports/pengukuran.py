"""Pengukuran kinerja: target, realisasi, capaian dan predikat tiap indikator dan tahun."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from core.periode import SETAHUN
from kinerja.capaian import DESIMAL, Arah, Tingkat, capaian, predikat, rasio
from kinerja.models import Indikator, PeriodeRenstra, Realisasi, Target
from kinerja.sources import Data, Hasil, hasil


@dataclass(frozen=True)
class Ukuran:
    """Satu indikator pada satu tahun. `realisasi` dan `rasio` (persen) tanpa pembulatan."""

    indikator: Indikator
    tahun: int
    target: Decimal | None
    realisasi: Decimal | None
    rasio: Decimal | None
    predikat: str | None
    hasil: Hasil | None
    isian: Realisasi | None
    sasaran_target: Target | None

    @property
    def capaian(self) -> Decimal | None:
        """Persen dua desimal, dibulatkan sekali."""
        return None if self.rasio is None else bulatkan(self.rasio, DESIMAL)

    @property
    def realisasi_cetak(self) -> Decimal | None:
        """Realisasi dibulatkan sekali ke desimal cetak indikator."""
        return None if self.realisasi is None else bulatkan(self.realisasi, self.indikator.desimal)

    @property
    def target_cetak(self) -> Decimal | None:
        return None if self.target is None else bulatkan(self.target, self.indikator.desimal)

    @property
    def pembilang(self) -> Decimal | None:
        return self.hasil.pembilang if self.hasil else self.isian.pembilang if self.isian else None

    @property
    def penyebut(self) -> Decimal | None:
        return self.hasil.penyebut if self.hasil else self.isian.penyebut if self.isian else None

    @property
    def asal(self) -> str:
        """Dari mana realisasinya, untuk dibaca orang."""
        if self.hasil:
            return self.hasil.sumber
        return "isian staf" if self.realisasi is not None else "belum ada"


def tahun_dalam(periode: PeriodeRenstra, tahun: int) -> int:
    """`tahun` bila di dalam periode, selain itu ujung periode yang terdekat."""
    return min(max(tahun, periode.tahun_awal), periode.tahun_akhir)


class Pengukuran:
    """Semua indikator satu kabupaten pada periode yang memuat `tahun`, dibaca dengan kueri tetap."""

    def __init__(self, kabupaten: Kabupaten, tahun: int) -> None:
        self.kabupaten, self.tahun = kabupaten, tahun
        self.data = Data(kabupaten)
        self.periode = (
            PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=kabupaten)
            .covering(tahun)
            .select_related("skala")
            .first()
        )
        self.skala: list[Tingkat] = self.periode.skala.tingkat() if self.periode and self.periode.skala else []
        rows = Indikator.objects.filter(sasaran__periode=self.periode) if self.periode else Indikator.objects.none()
        self.indikator: list[Indikator] = list(rows.select_related("sasaran", "penanggung_jawab"))
        self._targets = self._by_key(Target)
        self._realisasi = self._by_key(Realisasi)

    def _by_key(self, model: Any) -> dict[tuple[int, int], Any]:
        rows = model.objects.filter(indikator__in=self.indikator, triwulan=SETAHUN).select_related("indikator")
        return {(row.indikator_id, row.tahun): row for row in rows}

    @property
    def tahun_periode(self) -> list[int]:
        """Tahun dari awal periode sampai tahun laporan."""
        return list(range(self.periode.tahun_awal, self.tahun + 1)) if self.periode else []

    def jenis(self, jenis: str) -> list[Indikator]:
        return [indikator for indikator in self.indikator if indikator.jenis == jenis]

    def ukur(self, indikator: Indikator, tahun: int | None = None, *, rinci: bool = False) -> Ukuran:
        """Ukuran `indikator`; realisasi dari sumbernya bila dapat dihitung, selain itu dari isian."""
        tahun = tahun or self.tahun
        target = self._targets.get((indikator.pk, tahun))
        isian = self._realisasi.get((indikator.pk, tahun))
        dari_sumber = hasil(indikator.sumber, self.data, tahun, rinci=rinci)
        realisasi = dari_sumber.nilai if dari_sumber else isian.hitung() if isian else None
        nilai_target = target.nilai if target else None
        arah = Arah(indikator.arah)
        simpulan = predikat(capaian(nilai_target, realisasi, arah), self.skala)
        angka = rasio(nilai_target, realisasi, arah)
        return Ukuran(indikator, tahun, nilai_target, realisasi, angka, simpulan, dari_sumber, isian, target)

    def rata_iku(self) -> Decimal | None:
        """Rata-rata capaian IKU tahun laporan tanpa pembulatan; `None` bila ada yang tidak dapat dihitung."""
        angka = [self.ukur(i).rasio for i in self.jenis("iku")]
        if not angka or None in angka:
            return None
        return sum((a for a in angka if a is not None), Decimal(0)) / len(angka)
