"""Tiap indikator dan tahun diukur sekali; sesudahnya hanya dibaca."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import product
from types import MappingProxyType

from kinerja.aturan.periode import Isian, Masa, masa_terpakai, terbanding
from kinerja.aturan.predikat import predikat
from kinerja.models import Indikator, Realisasi, Target
from kinerja.tahun.data import Data, DataSebagian, Hasil
from kinerja.tahun.renstra import TAHUNAN, Kunci, Renstra
from kinerja.tahun.rincian import rincian
from kinerja.tahun.sources import hasil, kurang
from kinerja.tahun.ukuran import Gabungan, Ukuran, isi_target

PerMasa = dict[Masa, Isian]


@dataclass(frozen=True)
class Rata:
    """Rata-rata capaian IKU tanpa pembulatan, banyak yang ikut, dan keadaan yang tidak ikut."""

    rasio: Decimal | None
    ikut: int
    tidak_ikut: tuple[str, ...] = ()

    @property
    def kalimat(self) -> str:
        """`dari 3 IKU; 1 tidak ikut: belum rilis`; kosong bila semuanya ikut."""
        if not self.tidak_ikut:
            return ""
        keadaan = ", ".join(dict.fromkeys(self.tidak_ikut))
        return f"dari {self.ikut} IKU; {len(self.tidak_ikut)} tidak ikut: {keadaan}"


@dataclass(frozen=True)
class Pengukuran:
    """Ukuran semua indikator; `akhir` terhadap target akhir Renstra."""

    renstra: Renstra
    ukuran: Mapping[Kunci, Ukuran]
    akhir: Mapping[int, Ukuran]
    masa: Mapping[int, tuple[Ukuran, ...]]  # triwulan dan bulan pada tahun laporan

    @property
    def is_bertarget_akhir(self) -> bool:
        """Renstranya bersumber, dan paling sedikit satu target tahun terakhirnya diketahui."""
        if self.renstra.periode_bersumber is None:
            return False
        return any(satu.target_cetak is not None for satu in self.akhir.values())

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        """Indikator yang diukur, urut seperti Renstranya."""
        return self.renstra.indikator

    def jenis(self, jenis: str) -> list[Indikator]:
        """IKU saja, atau IKK saja."""
        return [indikator for indikator in self.indikator if indikator.jenis == jenis]

    def ukur(self, indikator: Indikator, tahun: int | None = None) -> Ukuran:
        """Ukuran `indikator` pada tahun laporan, atau pada `tahun`."""
        return self.ukuran[indikator.pk, tahun or self.renstra.tahun]

    def rata_iku(self) -> Rata:
        """Rata-rata capaian semua IKU."""
        return self.rata(self.jenis("iku"))

    def rata(self, indikator: Iterable[Indikator]) -> Rata:
        """Yang tidak berlaku, belum rilis atau rentang tidak ikut; yang lain harus terhitung."""
        rasio: list[Decimal | None] = []
        tidak_ikut: list[str] = []
        for satu in indikator:
            ukuran = self.ukur(satu)
            if ukuran.is_tidak_ikut:
                tidak_ikut.append(ukuran.nama_keadaan)
            else:
                rasio.append(ukuran.capaian.rasio)
        return Rata(_rata(rasio), len(rasio), tuple(tidak_ikut))


def _rata(rasio: Iterable[Decimal | None]) -> Decimal | None:
    """`None` bila kosong atau ada yang tidak diketahui."""
    diketahui: list[Decimal] = []
    for satu in rasio:
        if satu is None:
            return None
        diketahui.append(satu)
    if not diketahui:
        return None
    jumlah = sum(diketahui, Decimal(0))
    return jumlah / len(diketahui)


def pengukuran(renstra: Renstra, data: Data) -> Pengukuran:
    """Semua ukuran satu kabupaten; sesudah ini tidak ada angka indikator yang dihitung lagi."""
    ukuran: dict[Kunci, Ukuran] = {}
    for indikator, tahun in product(renstra.indikator, renstra.tahun_diukur):
        menurut = renstra.pada(indikator, tahun)
        ukuran[indikator.pk, tahun] = ukur(renstra, data, menurut, tahun)
    akhir = {i.pk: _terhadap_akhir(renstra, ukuran, i) for i in renstra.indikator}
    masa = {i.pk: _per_masa(renstra, i) for i in renstra.indikator}
    tetap = MappingProxyType
    return Pengukuran(renstra, tetap(ukuran), tetap(akhir), tetap(masa))


def ukur(
    renstra: Renstra,
    data: Data,
    indikator: Indikator,
    tahun: int,
) -> Ukuran:
    """Ukuran setahun; realisasi dari sumbernya bila datanya lengkap, selain itu dari isian."""
    kunci = (indikator.pk, tahun)
    target = renstra.target.get(kunci, {}).get(TAHUNAN)
    rows = renstra.realisasi.get(kunci, {})
    isian = rows.get(TAHUNAN)
    sebagian = kurang(indikator.sumber, data, tahun)
    simpulkan = partial(_simpulkan, renstra, indikator, tahun, target, sebagian=sebagian)
    dari_sumber = hasil(indikator.sumber, data, tahun)
    if dari_sumber:
        return simpulkan(dari_sumber.nilai, isian, hasil=dari_sumber)
    terisi = isian_masa(rows)
    terpakai = tuple(rows[masa] for masa in masa_terpakai(terisi))
    setahun = indikator.aturan.setahun(terisi)
    if isian is None or isian.isi is None:
        return simpulkan(setahun, isian, masa=terpakai)
    gabungan = None
    if terpakai:
        gabungan = Gabungan(setahun, terpakai)
    return simpulkan(isian.isi, isian, gabungan=gabungan)


def isian_masa(rows: Mapping[Masa, Realisasi]) -> PerMasa:
    """Isian tiap triwulan dan bulan yang sudah diisi."""
    terisi: PerMasa = {}
    for masa, row in rows.items():
        isi = row.isi
        if isi is not None and masa != TAHUNAN:
            terisi[masa] = isi
    return terisi


def _terhadap_akhir(
    renstra: Renstra, ukuran: Mapping[Kunci, Ukuran], indikator: Indikator
) -> Ukuran:
    """Realisasi tahun laporan terhadap target tahun terakhir Renstra yang besarannya sama."""
    kini = ukuran[indikator.pk, renstra.tahun]
    akhir = ukuran[indikator.pk, renstra.tahun_akhir]
    if akhir is kini:
        return kini
    target = None
    if akhir.indikator.is_comparable(indikator):
        target = akhir.sasaran_target
    return _simpulkan(
        renstra,
        indikator,
        renstra.tahun,
        target,
        kini.isi,
        kini.isian,
        hasil=kini.hasil,
        masa=kini.masa,
        sebagian=kini.sebagian,
    )


def _per_masa(renstra: Renstra, indikator: Indikator) -> tuple[Ukuran, ...]:
    """Capaian tiap triwulan dan bulan yang punya target atau realisasi."""
    kunci = (indikator.pk, renstra.tahun)
    target = renstra.target.get(kunci, {})
    isian = renstra.realisasi.get(kunci, {})
    semua = []
    for masa in sorted({*target, *isian} - {TAHUNAN}):
        row = isian.get(masa)
        isi = None
        if row:
            isi = row.isi
        ukuran = _simpulkan(renstra, indikator, renstra.tahun, target.get(masa), isi, row)
        semua.append(ukuran)
    return tuple(semua)


def _simpulkan(
    renstra: Renstra,
    indikator: Indikator,
    tahun: int,
    target: Target | None,
    isi: Isian | None,
    isian: Realisasi | None,
    *,
    hasil: Hasil | None = None,
    masa: tuple[Realisasi, ...] = (),
    gabungan: Gabungan | None = None,
    sebagian: tuple[DataSebagian, ...] = (),
) -> Ukuran:
    """Capaian dan predikat dari target dan realisasi; satu-satunya tempat keduanya disimpulkan."""
    capaian = indikator.aturan.capaian(isi_target(target), terbanding(isi))
    return Ukuran(
        indikator,
        tahun,
        isi,
        capaian,
        predikat(capaian.persen, renstra.tingkat(indikator)),
        hasil,
        isian,
        target,
        masa,
        gabungan,
        sebagian,
    )


def dirinci(ukuran: Ukuran, data: Data) -> Ukuran:
    """Ukuran yang sama, dengan desa di balik angkanya; dibaca hanya bila diminta."""
    if ukuran.hasil is None:
        return ukuran
    desa = rincian(ukuran.indikator.sumber, data, ukuran.tahun)
    return replace(ukuran, hasil=replace(ukuran.hasil, desa=desa))
