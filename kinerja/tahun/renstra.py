"""Yang direncanakan dan diisi: periode, skala, indikator, target dan realisasinya."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, product
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten
from core.periode import SETAHUN
from kinerja.aturan.periode import Masa
from kinerja.aturan.predikat import Tingkat
from kinerja.aturan.satuan import desimal_ketikan, is_ukuran
from kinerja.models import (
    Indikator,
    PeriodeRenstra,
    Realisasi,
    SkalaPredikat,
    Target,
    TingkatPredikat,
)

SemuaIndikator = Iterable[Indikator]
Kunci = tuple[int, int]  # indikator dan tahun
PerTahun = Mapping[Kunci, Indikator]
PerMasa = Mapping[Kunci, Mapping[Masa, Any]]
TAHUNAN: Masa = (SETAHUN, 0)


@dataclass(frozen=True)
class Skala:
    """Satu skala predikat, dan tingkatnya dari yang tertinggi."""

    row: SkalaPredikat
    tingkat: tuple[Tingkat, ...]


PerBaris = Mapping[int | None, Skala]  # menurut nomornya


@dataclass(frozen=True)
class Renstra:
    """Semua indikator pada periode yang memuat tahun laporan, dan isiannya di semua tahun.

    `indikator` menurut definisi tahun laporan; tahun lain lewat `pada`.
    """

    tahun: int
    periode: PeriodeRenstra | None
    skala: PerBaris  # menurut nomor barisnya
    indikator: tuple[Indikator, ...]
    target: Mapping[Kunci, Mapping[Masa, Target]]
    realisasi: Mapping[Kunci, Mapping[Masa, Realisasi]]
    menurut_tahun: PerTahun  # tiap tahun yang diukur

    def pada(self, indikator: Indikator, tahun: int) -> Indikator:
        """Indikator menurut definisi `tahun`."""
        return self.menurut_tahun[indikator.pk, tahun]

    def tingkat(self, indikator: Indikator) -> tuple[Tingkat, ...]:
        """Skala yang memberi predikatnya menurut definisinya; kosong bila tanpa skala."""
        skala = self.skala.get(indikator.skala_predikat_id)
        if skala is None:
            return ()
        return skala.tingkat

    @property
    def skala_tahun(self) -> Skala | None:
        """Skala tahun laporan: yang dipakai indikatornya, atau milik periodenya."""
        nomor = None
        if self.periode is not None:
            nomor = self.periode.skala_id
        if self.indikator:
            nomor = self.indikator[0].skala_predikat_id
        return self.skala.get(nomor)

    @property
    def periode_bersumber(self) -> PeriodeRenstra | None:
        """Periodenya bila masa Renstranya diketahui; yang lain tidak disebut naskah."""
        if self.periode is None or not self.periode.is_bersumber:
            return None
        return self.periode

    @property
    def tahun_periode(self) -> list[int]:
        """Tahun dari awal periode sampai tahun laporan."""
        if self.periode is None:
            return []
        return list(range(self.periode.tahun_awal, self.tahun + 1))

    @property
    def tahun_diukur(self) -> list[int]:
        """Seluruh periode, tahun laporan dan tahun sebelumnya."""
        return tahun_diukur(self.periode, self.tahun)

    @property
    def tahun_akhir(self) -> int:
        """Tanpa periode, tahun laporan sendiri."""
        if self.periode:
            return self.periode.tahun_akhir
        return self.tahun


def tahun_diukur(periode: PeriodeRenstra | None, tahun: int) -> list[int]:
    """Tahun yang angkanya dipakai naskah tahun `tahun`."""
    semua = {tahun - 1, tahun}
    if periode is not None:
        semua |= set(range(periode.tahun_awal, periode.tahun_akhir + 1))
    return sorted(semua)


def tahun_dalam(indikator: Indikator, tahun: int) -> int:
    """`tahun` bila indikatornya ada, selain itu tahun terdekat yang memuatnya."""
    tidak_mendahului = max(tahun, indikator.awal)
    return min(tidak_mendahului, indikator.sasaran.periode.tahun_akhir)


def read_periode(kabupaten: Kabupaten, tahun: int) -> PeriodeRenstra | None:
    """Periode kabupaten itu yang memuat `tahun`, menurut tahun itu."""
    rows = PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=kabupaten)
    periode = rows.covering(tahun).select_related("skala").first()
    return periode and periode.pada(tahun)


def read_seperiode(model: Any, periode: PeriodeRenstra, tahun: int) -> list[Any]:
    """Tujuan atau sasaran periode itu yang ada pada `tahun`, menurut tahun itu."""
    rows = model.objects.filter(periode=periode).ada_pada(tahun)
    return [row.pada(tahun) for row in rows]


def read_renstra(periode: PeriodeRenstra | None, tahun: int) -> Renstra:
    """Satu kueri untuk indikator, target, realisasi dan tingkat skalanya masing-masing."""
    kosong: Mapping[Any, Any] = MappingProxyType({})
    if periode is None:
        return Renstra(tahun, None, kosong, (), kosong, kosong, kosong)
    rows = Indikator.objects.filter(sasaran__periode=periode).ada_pada(tahun)
    rows = rows.select_related("sasaran__periode", "penanggung_jawab")
    semua = list(rows.prefetch_related("definisi_tahun", "skala_kualitatif__tingkat"))
    mark_shared_nomor(semua)
    diukur = tahun_diukur(periode, tahun)
    menurut_tahun = _menurut_tahun(semua, diukur)
    target = _isian(Target, periode, menurut_tahun)
    realisasi = _isian(Realisasi, periode, menurut_tahun)
    keep_ketikan(menurut_tahun, (target, realisasi))
    dibaca = [*semua, *menurut_tahun.values()]
    return Renstra(
        tahun,
        periode,
        skala=_skala(periode, dibaca),
        indikator=tuple(menurut_tahun[satu.pk, tahun] for satu in semua),
        target=target,
        realisasi=realisasi,
        menurut_tahun=menurut_tahun,
    )


def _menurut_tahun(semua: SemuaIndikator, tahun: Iterable[int]) -> PerTahun:
    """Tiap indikator menurut definisi tiap tahunnya."""
    hasil = {}
    for indikator, satu in product(semua, tahun):
        hasil[indikator.pk, satu] = indikator.pada(satu)
    return MappingProxyType(hasil)


def _skala(periode: PeriodeRenstra, indikator: SemuaIndikator) -> PerBaris:
    """Tiap skala yang dipakai, dibaca sekaligus."""
    dipakai = {satu.skala_predikat_id for satu in indikator}
    nomor = {periode.skala_id, *dipakai} - {None}
    rows = TingkatPredikat.objects.filter(skala__in=nomor)
    berurut = rows.select_related("skala")
    per_skala = groupby(berurut, key=attrgetter("skala"))
    hasil: dict[int | None, Skala] = {}
    for skala, tingkat in per_skala:
        semua = tuple(row.tingkat for row in tingkat)
        hasil[skala.pk] = Skala(skala, semua)
    return MappingProxyType(hasil)


def mark_shared_nomor(indikator: SemuaIndikator) -> None:
    """Satu saja nomor yang dipakai beberapa sasaran, semua yang sejenis bernomor sasarannya."""
    semua = list(indikator)
    banyak = Counter((satu.jenis, satu.nomor) for satu in semua)
    kembar = {jenis for (jenis, _), berapa in banyak.items() if berapa > 1}
    for satu in semua:
        satu.is_nomor_tunggal = banyak[satu.jenis, satu.nomor] == 1
        satu.is_bersasaran = satu.jenis in kembar


def keep_ketikan(menurut_tahun: PerTahun, isian: Iterable[PerMasa]) -> None:
    """Ukuran (hari, km) tercetak paling sedikit dengan desimal sebagaimana diketik, di semua tahun.

    Pecahan pembilang dan penyebut tidak diketik desimalnya, jadi menurut desimal cetaknya.
    """
    ketikan: Counter[int] = Counter()
    for semua in isian:
        for (nomor, _), setahun in semua.items():
            for row in setahun.values():
                ketikan[nomor] = max(ketikan[nomor], desimal_ketikan(row.isi))
    for (nomor, _), indikator in menurut_tahun.items():
        if is_ukuran(indikator.satuan) and indikator.desimal:
            indikator.desimal = max(indikator.desimal, ketikan[nomor])


def _isian(model: Any, periode: PeriodeRenstra, menurut_tahun: PerTahun) -> PerMasa:
    """`{(indikator, tahun): {(triwulan, bulan): baris}}`; setahun berkunci (0, 0)."""
    hasil: dict[Kunci, dict[Masa, Any]] = {}
    rows = model.objects.filter(indikator__sasaran__periode=periode)
    for row in rows.select_related("tingkat"):
        kunci = (row.indikator_id, row.tahun)
        if kunci in menurut_tahun:
            row.indikator = menurut_tahun[kunci]
            setahun = hasil.setdefault(kunci, {})
            setahun[row.triwulan, row.bulan] = row
    tetap = {kunci: MappingProxyType(isi) for kunci, isi in hasil.items()}
    return MappingProxyType(tetap)
