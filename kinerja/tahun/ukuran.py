"""Tiap indikator dan tahun diukur tepat sekali: target, realisasi, capaian, predikat dan asalnya."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from types import MappingProxyType

from core.angka import bulatkan
from kinerja.aturan.capaian import Arah, Capaian, Nilai, Sebutan, Tingkat, capaian, gabungan, masa_terpakai, predikat
from kinerja.models import Indikator, Realisasi, Target
from kinerja.tahun.renstra import TAHUNAN, Kunci, Renstra
from kinerja.tahun.sources import Data, Hasil, hasil, rincian


@dataclass(frozen=True)
class Ukuran:
    """Satu indikator pada satu tahun atau masa. `target` dan `realisasi` tanpa pembulatan."""

    indikator: Indikator
    tahun: int
    target: Decimal | None
    realisasi: Decimal | None
    capaian: Capaian
    predikat: str | None
    hasil: Hasil | None
    isian: Realisasi | None
    sasaran_target: Target | None
    masa: tuple[Realisasi, ...] = ()  # yang digabung bila isian setahun belum ada

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
    def sebutan_target(self) -> str:
        return _nama(sebutan(self.sasaran_target))

    @property
    def sebutan_realisasi(self) -> str:
        return _nama(sebutan(self.isian))

    @property
    def pembilang(self) -> Decimal | None:
        asal = self.hasil or self.isian
        return asal.pembilang if asal else None

    @property
    def penyebut(self) -> Decimal | None:
        asal = self.hasil or self.isian
        return asal.penyebut if asal else None

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


def _nama(hasil: Sebutan | None) -> str:
    return hasil.nama if hasil else ""


@dataclass(frozen=True)
class Pengukuran:
    """Ukuran semua indikator; `akhir` terhadap target akhir Renstra."""

    renstra: Renstra
    ukuran: Mapping[Kunci, Ukuran]
    akhir: Mapping[int, Ukuran]
    masa: Mapping[int, tuple[Ukuran, ...]]  # triwulan dan bulan pada tahun laporan

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        return self.renstra.indikator

    def jenis(self, jenis: str) -> list[Indikator]:
        return [indikator for indikator in self.indikator if indikator.jenis == jenis]

    def ukur(self, indikator: Indikator, tahun: int | None = None) -> Ukuran:
        """Ukuran `indikator` pada tahun laporan, atau pada `tahun`."""
        return self.ukuran[indikator.pk, tahun or self.renstra.tahun]

    def rata_iku(self) -> Decimal | None:
        """Rata-rata capaian IKU tanpa pembulatan; `None` bila ada yang tidak dapat dihitung."""
        rasio = [self.ukur(indikator).capaian.rasio for indikator in self.jenis("iku")]
        diketahui = [angka for angka in rasio if angka is not None]
        if not rasio or len(diketahui) < len(rasio):
            return None
        return sum(diketahui, Decimal(0)) / len(diketahui)


def pengukuran(renstra: Renstra, data: Data) -> Pengukuran:
    """Semua ukuran satu kabupaten; sesudah ini tidak ada angka indikator yang dihitung lagi."""
    ukuran: dict[Kunci, Ukuran] = {}
    for indikator, tahun in product(renstra.indikator, renstra.tahun_diukur):
        ukuran[indikator.pk, tahun] = ukur(renstra, data, indikator, tahun)
    akhir = {i.pk: _terhadap_akhir(renstra, ukuran, i) for i in renstra.indikator}
    masa = {i.pk: _per_masa(renstra, i) for i in renstra.indikator}
    tetap = MappingProxyType
    return Pengukuran(renstra, tetap(ukuran), tetap(akhir), tetap(masa))


def ukur(renstra: Renstra, data: Data, indikator: Indikator, tahun: int) -> Ukuran:
    """Ukuran setahun; realisasi dari sumbernya bila dapat dihitung, selain itu dari isian."""
    target = renstra.target.get((indikator.pk, tahun), {}).get(TAHUNAN)
    rows = renstra.realisasi.get((indikator.pk, tahun), {})
    isian = rows.get(TAHUNAN)
    dari_sumber = hasil(indikator.sumber, data, tahun)
    if dari_sumber:
        nilai_sumber = dari_sumber.nilai
        return _simpulkan(renstra.skala, indikator, tahun, target, nilai_sumber, isian, hasil=dari_sumber)
    if isian:
        return _simpulkan(renstra.skala, indikator, tahun, target, isian.hitung(), isian)
    nilai = {masa: angka for masa, row in rows.items() if (angka := row.hitung()) is not None}
    terpakai = tuple(rows[masa] for masa in masa_terpakai(nilai))
    gabung = gabungan(nilai, indikator.agregasi)
    return _simpulkan(renstra.skala, indikator, tahun, target, gabung, None, masa=terpakai)


def _terhadap_akhir(renstra: Renstra, ukuran: Mapping[Kunci, Ukuran], indikator: Indikator) -> Ukuran:
    """Realisasi tahun laporan terhadap target tahun terakhir Renstra."""
    kini = ukuran[indikator.pk, renstra.tahun]
    akhir = ukuran[indikator.pk, renstra.tahun_akhir]
    if akhir is kini:
        return kini
    return _simpulkan(
        renstra.skala, indikator, renstra.tahun, akhir.sasaran_target, kini.realisasi, kini.isian,
        hasil=kini.hasil, masa=kini.masa,
    )  # fmt: skip


def _per_masa(renstra: Renstra, indikator: Indikator) -> tuple[Ukuran, ...]:
    """Capaian tiap triwulan dan bulan yang punya target atau realisasi."""
    target = renstra.target.get((indikator.pk, renstra.tahun), {})
    isian = renstra.realisasi.get((indikator.pk, renstra.tahun), {})
    semua = []
    for masa in sorted({*target, *isian} - {TAHUNAN}):
        row = isian.get(masa)
        nilai = row.hitung() if row else None
        ukuran = _simpulkan(renstra.skala, indikator, renstra.tahun, target.get(masa), nilai, row)
        semua.append(ukuran)
    return tuple(semua)


def _simpulkan(
    skala: tuple[Tingkat, ...],
    indikator: Indikator,
    tahun: int,
    target: Target | None,
    realisasi: Decimal | None,
    isian: Realisasi | None,
    *,
    hasil: Hasil | None = None,
    masa: tuple[Realisasi, ...] = (),
) -> Ukuran:
    """Capaian dan predikat dari target dan realisasi; satu-satunya tempat keduanya disimpulkan."""
    nilai = target.nilai if target else None
    banding: tuple[Nilai, Nilai] = (nilai, realisasi)
    if indikator.skala_kualitatif_id:
        banding = (sebutan(target), sebutan(isian))
    angka = capaian(*banding, Arah(indikator.arah), indikator.batas_bawah, indikator.batas_atas)
    simpulan = predikat(angka.persen, skala)
    return Ukuran(indikator, tahun, nilai, realisasi, angka, simpulan, hasil, isian, target, masa)


def dirinci(ukuran: Ukuran, data: Data) -> Ukuran:
    """Ukuran yang sama, dengan desa di balik angkanya; dibaca hanya bila diminta."""
    if ukuran.hasil is None:
        return ukuran
    desa = rincian(ukuran.indikator.sumber, data, ukuran.tahun)
    return replace(ukuran, hasil=replace(ukuran.hasil, desa=desa))
