"""Tiap indikator dan tahun diukur sekali: target, realisasi, capaian, predikat dan asalnya."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import product
from types import MappingProxyType

from core.angka import bulatkan
from kinerja.aturan.capaian import Capaian, Nilai, Sebutan, Tingkat, predikat
from kinerja.aturan.periode import Isian, Masa, Pecahan, angka, masa_terpakai
from kinerja.models import Indikator, Realisasi, Target
from kinerja.tahun.renstra import TAHUNAN, Kunci, Renstra
from kinerja.tahun.sources import Data, Hasil, hasil, rincian


@dataclass(frozen=True)
class Ukuran:
    """Satu indikator pada satu tahun atau masa; angkanya tanpa pembulatan."""

    indikator: Indikator
    tahun: int
    isi: Isian | None  # realisasinya: angka, pecahan atau sebutan
    capaian: Capaian
    predikat: str | None
    hasil: Hasil | None
    isian: Realisasi | None
    sasaran_target: Target | None
    masa: tuple[Realisasi, ...] = ()  # yang digabung bila isian setahun belum ada

    @property
    def target(self) -> Decimal | None:
        return self.sasaran_target.nilai if self.sasaran_target else None

    @property
    def realisasi(self) -> Decimal | None:
        return angka(self.isi)

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
        return _nama(_target(self.sasaran_target))

    @property
    def sebutan_realisasi(self) -> str:
        return _nama(self.isi)

    @property
    def pembilang(self) -> Decimal | None:
        asal = self._bagian
        return asal.pembilang if asal else None

    @property
    def penyebut(self) -> Decimal | None:
        asal = self._bagian
        return asal.penyebut if asal else None

    @property
    def _bagian(self) -> Hasil | Pecahan | Realisasi | None:
        """Yang menyimpan pembilang dan penyebutnya."""
        gabungan = self.isi if isinstance(self.isi, Pecahan) else None
        return self.hasil or gabungan or self.isian

    @property
    def asal(self) -> str:
        """Dari mana realisasinya, untuk dibaca orang."""
        if self.hasil:
            return self.hasil.sumber
        if self.masa:
            ujung = dict.fromkeys((self.masa[0].masa, self.masa[-1].masa))
            return f"isian {'–'.join(ujung)}, {self.indikator.cara.nama}"
        return "belum ada" if self.isi is None else "isian staf"

    @property
    def is_berisi(self) -> bool:
        """Target atau realisasinya diketahui, angka maupun sebutan."""
        return self.target_cetak is not None or self.isi is not None

    @property
    def is_tidak_tergabung(self) -> bool:
        """Masanya ada isinya, tetapi caranya tidak berlaku bagi isian itu."""
        return bool(self.masa) and self.isi is None


def _target(row: Target | None) -> Nilai:
    """Target sebagai sebutan atau angka."""
    if row is None:
        return None
    return row.tingkat.sebutan if row.tingkat else row.nilai


def _nama(nilai: Isian | None) -> str:
    return nilai.nama if isinstance(nilai, Sebutan) else ""


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
        is_lengkap = len(diketahui) == len(rasio)
        if not rasio or not is_lengkap:
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
    kunci = (indikator.pk, tahun)
    target = renstra.target.get(kunci, {}).get(TAHUNAN)
    rows = renstra.realisasi.get(kunci, {})
    isian = rows.get(TAHUNAN)
    simpulkan = partial(_simpulkan, renstra.skala, indikator, tahun, target)
    dari_sumber = hasil(indikator.sumber, data, tahun)
    if dari_sumber:
        return simpulkan(dari_sumber.nilai, isian, hasil=dari_sumber)
    if isian and isian.isi is not None:
        return simpulkan(isian.isi, isian)
    terisi = isian_masa(rows)
    terpakai = tuple(rows[masa] for masa in masa_terpakai(terisi))
    return simpulkan(indikator.aturan.setahun(terisi), isian, masa=terpakai)


def isian_masa(rows: Mapping[Masa, Realisasi]) -> dict[Masa, Isian]:
    """Isian tiap triwulan dan bulan yang sudah diisi."""
    terisi: dict[Masa, Isian] = {}
    for masa, row in rows.items():
        isi = row.isi
        if isi is not None:
            terisi[masa] = isi
    return terisi


def _terhadap_akhir(
    renstra: Renstra, ukuran: Mapping[Kunci, Ukuran], indikator: Indikator
) -> Ukuran:
    """Realisasi tahun laporan terhadap target tahun terakhir Renstra."""
    kini = ukuran[indikator.pk, renstra.tahun]
    akhir = ukuran[indikator.pk, renstra.tahun_akhir]
    if akhir is kini:
        return kini
    return _simpulkan(
        renstra.skala,
        indikator,
        renstra.tahun,
        akhir.sasaran_target,
        kini.isi,
        kini.isian,
        hasil=kini.hasil,
        masa=kini.masa,
    )


def _per_masa(renstra: Renstra, indikator: Indikator) -> tuple[Ukuran, ...]:
    """Capaian tiap triwulan dan bulan yang punya target atau realisasi."""
    kunci = (indikator.pk, renstra.tahun)
    target = renstra.target.get(kunci, {})
    isian = renstra.realisasi.get(kunci, {})
    semua = []
    for masa in sorted({*target, *isian} - {TAHUNAN}):
        row = isian.get(masa)
        isi = row.isi if row else None
        ukuran = _simpulkan(renstra.skala, indikator, renstra.tahun, target.get(masa), isi, row)
        semua.append(ukuran)
    return tuple(semua)


def _simpulkan(
    skala: tuple[Tingkat, ...],
    indikator: Indikator,
    tahun: int,
    target: Target | None,
    isi: Isian | None,
    isian: Realisasi | None,
    *,
    hasil: Hasil | None = None,
    masa: tuple[Realisasi, ...] = (),
) -> Ukuran:
    """Capaian dan predikat dari target dan realisasi; satu-satunya tempat keduanya disimpulkan."""
    realisasi: Nilai = isi if isinstance(isi, Sebutan) else angka(isi)
    capaian = indikator.aturan.capaian(_target(target), realisasi)
    return Ukuran(
        indikator,
        tahun,
        isi,
        capaian,
        predikat(capaian.persen, skala),
        hasil,
        isian,
        target,
        masa,
    )


def dirinci(ukuran: Ukuran, data: Data) -> Ukuran:
    """Ukuran yang sama, dengan desa di balik angkanya; dibaca hanya bila diminta."""
    if ukuran.hasil is None:
        return ukuran
    desa = rincian(ukuran.indikator.sumber, data, ukuran.tahun)
    return replace(ukuran, hasil=replace(ukuran.hasil, desa=desa))
