"""Pengukuran kinerja: target, realisasi, capaian dan predikat tiap indikator dan tahun."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan, persen
from core.periode import SETAHUN
from kinerja.capaian import (
    DESIMAL,
    Arah,
    Sebutan,
    Tingkat,
    dibatasi,
    gabungan,
    masa_terpakai,
    predikat,
    rasio,
    rasio_sebutan,
)
from kinerja.models import Indikator, PeriodeRenstra, Realisasi, Target
from kinerja.sources import Data, Hasil, hasil

TAHUNAN = (SETAHUN, 0)


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
    masa: tuple[Realisasi, ...] = ()  # triwulan dan bulan yang digabung bila isian setahun belum ada
    rasio_bebas: Decimal | None = None  # sebelum dibatasi

    @property
    def capaian(self) -> Decimal | None:
        """Persen dua desimal, dibulatkan sekali."""
        return None if self.rasio is None else bulatkan(self.rasio, DESIMAL)

    @property
    def realisasi_cetak(self) -> Decimal | str | None:
        """Realisasi dibulatkan sekali ke desimal cetak indikator, atau sebutannya."""
        if self.realisasi is None:
            return self.sebutan_realisasi or None
        return bulatkan(self.realisasi, self.indikator.desimal)

    @property
    def target_cetak(self) -> Decimal | str | None:
        if self.target is None:
            return self.sebutan_target or None
        return bulatkan(self.target, self.indikator.desimal)

    @property
    def is_dibatasi(self) -> bool:
        """Capaian dipotong oleh batas atas atau batas bawah indikatornya."""
        return self.rasio != self.rasio_bebas

    @property
    def sebutan_target(self) -> str:
        return sebutan_nama(self.sasaran_target)

    @property
    def sebutan_realisasi(self) -> str:
        return sebutan_nama(self.isian)

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
        if self.masa:
            akhir = self.masa[-1]
            return f"isian {self.masa[0].masa}–{akhir.masa}, {self.indikator.get_agregasi_display()}"
        return "isian staf" if self.realisasi is not None or self.sebutan_realisasi else "belum ada"


def sebutan(row: Target | Realisasi | None) -> Sebutan | None:
    """Sebutan target atau realisasi indikator kualitatif."""
    if row is None or row.tingkat is None:
        return None
    return Sebutan(row.tingkat.nama, row.tingkat.urutan, row.tingkat.nilai)


def sebutan_nama(row: Target | Realisasi | None) -> str:
    return row.tingkat.nama if row is not None and row.tingkat is not None else ""


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

    def _by_key(self, model: Any) -> dict[tuple[int, int], dict[tuple[int, int], Any]]:
        """`{(indikator, tahun): {(triwulan, bulan): baris}}`; setahun berkunci (0, 0)."""
        hasil: dict[tuple[int, int], dict[tuple[int, int], Any]] = {}
        for row in model.objects.filter(indikator__in=self.indikator).select_related("indikator", "tingkat"):
            hasil.setdefault((row.indikator_id, row.tahun), {})[row.triwulan, row.bulan] = row
        return hasil

    @property
    def tahun_periode(self) -> list[int]:
        """Tahun dari awal periode sampai tahun laporan."""
        return list(range(self.periode.tahun_awal, self.tahun + 1)) if self.periode else []

    def jenis(self, jenis: str) -> list[Indikator]:
        return [indikator for indikator in self.indikator if indikator.jenis == jenis]

    def ukur(self, indikator: Indikator, tahun: int | None = None, *, rinci: bool = False) -> Ukuran:
        """Ukuran `indikator`; realisasi dari sumbernya bila dapat dihitung, selain itu dari isian."""
        tahun = tahun or self.tahun
        target = self._targets.get((indikator.pk, tahun), {}).get(TAHUNAN)
        isian = self._realisasi.get((indikator.pk, tahun), {}).get(TAHUNAN)
        dari_sumber = hasil(indikator.sumber, self.data, tahun, rinci=rinci)
        masa = () if dari_sumber or isian else self._masa(indikator, tahun)
        if masa:
            nilai = {(r.triwulan, r.bulan): n for r in masa if (n := r.hitung()) is not None}
            realisasi = gabungan(nilai, indikator.agregasi)
        else:
            realisasi = dari_sumber.nilai if dari_sumber else isian.hitung() if isian else None
        return self._ukuran(indikator, tahun, target, realisasi, dari_sumber, isian, masa)

    def _masa(self, indikator: Indikator, tahun: int) -> tuple[Realisasi, ...]:
        """Realisasi triwulan dan bulan yang bernilai, yang dipakai untuk setahun."""
        rows = self._realisasi.get((indikator.pk, tahun), {})
        return tuple(rows[m] for m in masa_terpakai(k for k, r in rows.items() if r.hitung() is not None))

    def _ukuran(
        self,
        indikator: Indikator,
        tahun: int,
        target: Target | None,
        realisasi: Decimal | None,
        dari_sumber: Hasil | None,
        isian: Realisasi | None,
        masa: tuple[Realisasi, ...] = (),
    ) -> Ukuran:
        nilai = target.nilai if target else None
        if indikator.skala_kualitatif_id:
            bebas = rasio_sebutan(sebutan(target), sebutan(isian))
        else:
            bebas = rasio(nilai, realisasi, Arah(indikator.arah))
        angka = dibatasi(bebas, indikator.batas_bawah, indikator.batas_atas)
        simpulan = predikat(None if angka is None else bulatkan(angka, DESIMAL), self.skala)
        return Ukuran(
            indikator, tahun, nilai, realisasi, angka, simpulan, dari_sumber, isian, target, masa, bebas
        )  # fmt: skip

    def per_masa(self, indikator: Indikator, tahun: int) -> list[Ukuran]:
        """Capaian tiap triwulan dan bulan yang punya target atau realisasi."""
        target = self._targets.get((indikator.pk, tahun), {})
        isian = self._realisasi.get((indikator.pk, tahun), {})
        hasil = []
        for kunci in sorted({*target, *isian} - {TAHUNAN}):
            baris = isian.get(kunci)
            realisasi = baris.hitung() if baris else None
            hasil.append(self._ukuran(indikator, tahun, target.get(kunci), realisasi, None, baris))
        return hasil

    def rata_iku(self) -> Decimal | None:
        """Rata-rata capaian IKU tahun laporan tanpa pembulatan; `None` bila ada yang tidak dapat dihitung."""
        angka = [self.ukur(i).rasio for i in self.jenis("iku")]
        if not angka or None in angka:
            return None
        return sum((a for a in angka if a is not None), Decimal(0)) / len(angka)


def kalimat_capaian(row: Target | Realisasi) -> str:
    """Capaian dan predikat masa `row` sesudah disimpan, dengan arah indikatornya."""
    indikator = row.indikator
    pengukuran = Pengukuran(indikator.sasaran.periode.perangkat_daerah.kabupaten, row.tahun)
    if (row.triwulan, row.bulan) == TAHUNAN:
        u = pengukuran.ukur(indikator, row.tahun)
    else:
        semua = pengukuran.per_masa(indikator, row.tahun)
        u = next(u for u in semua if row in (u.isian, u.sasaran_target))
    arah = "makin tinggi makin baik" if indikator.arah == Arah.NAIK else "makin rendah makin baik"
    if u.capaian is None:
        return f"Capaian belum dapat dihitung ({arah})."
    return f"Capaian {persen(u.capaian)}{f', {u.predikat}' if u.predikat else ''} ({arah})."
