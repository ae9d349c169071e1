"""Pokok uraian triwulan: baris yang diuraikannya, dengan K dan uangnya sampai triwulan itu."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from core.angka import bersatuan, persen, rupiah
from kinerja.aturan.angka_kalimat import PERSEN, RUPIAH, AngkaKalimat
from kinerja.aturan.capaian import SERATUS, bagian_persen
from kinerja.aturan.periode import Cara, Masa, angka, terbanding
from kinerja.aturan.rencana import TRIWULAN, Evaluasi, per_triwulan
from kinerja.aturan.satuan import is_persen
from kinerja.aturan.sebutan import rata
from kinerja.aturan.ujaran import (
    BELANJA,
    CAPAIAN,
    HASIL,
    PAGU,
    REALISASI,
    SERAPAN,
    SISA,
    TARGET,
)
from kinerja.models.keluaran import TARGET_TRIWULAN
from kinerja.tahun.pohon import Simpul
from kinerja.uji.checks.subjek import PERSEN_SEMUA, Angka, Diketahui, SemuaBesaran, Subjek

KEUANGAN = "realisasi keuangan"
FISIK = "realisasi fisik"
UANG = frozenset({PAGU, KEUANGAN, SISA})
_RUPIAH: dict[str, SemuaBesaran] = {
    PAGU: (PAGU,),
    BELANJA: (KEUANGAN, PAGU),
    REALISASI: (KEUANGAN,),
    SERAPAN: (KEUANGAN,),
    SISA: (SISA,),
}
_PERSEN: dict[str, SemuaBesaran] = {
    SERAPAN: (SERAPAN,),
    REALISASI: (SERAPAN, FISIK),
    CAPAIAN: (CAPAIAN,),
    HASIL: (CAPAIAN,),
}
_SATUAN: dict[str, SemuaBesaran] = {
    TARGET: (TARGET,),
    REALISASI: (REALISASI,),
    HASIL: (REALISASI,),
    CAPAIAN: (REALISASI,),
}


@dataclass(frozen=True)
class SubjekBaris(Subjek):
    """Satu baris program sampai tambahan; tiap besarannya setahun, atau triwulan itu sendiri."""

    simpul: Simpul
    triwulan: int

    @property
    def nama(self) -> str:
        return "baris ini"

    def nilai(self, besaran: str, tahun: int) -> Angka:
        semua = self.diketahui([besaran], [tahun])
        return semua[0][2] if semua else None

    def diketahui(self, semua: Iterable[str], tahun: Iterable[int]) -> Diketahui:
        if self.kinerja.tahun not in tahun:
            return []
        hasil: Diketahui = []
        for nama in semua:
            for nilai in self._semua(nama):
                if nilai is not None:
                    hasil.append((nama, self.kinerja.tahun, nilai))
        return hasil

    def _semua(self, besaran: str) -> Iterable[Angka]:
        """Yang pertama angka benarnya."""
        evaluasi = self._evaluasi
        sendiri = evaluasi.triwulan[-1]
        rp = (evaluasi.setahun.rp, sendiri.rp)
        pagu = (self.simpul.pagu, self.simpul.pagu_murni)
        berpagu = list(product(pagu, rp))
        capaian = list(rasio_baris(self.simpul, self.triwulan))
        semua: dict[str, Iterable[Angka]] = {
            TARGET: (evaluasi.target.k, *_target_sampai(self.simpul, self.triwulan)),
            REALISASI: (evaluasi.jumlah.k, evaluasi.setahun.k, sendiri.k),
            CAPAIAN: capaian,
            FISIK: (evaluasi.capaian.rasio, *capaian),
            PAGU: pagu,
            KEUANGAN: rp,
            SERAPAN: (bagian_persen(terserap, dari) for dari, terserap in berpagu),
            SISA: (_sisa(dari, terserap) for dari, terserap in berpagu),
        }
        return semua[besaran]

    @property
    def _evaluasi(self) -> Evaluasi:
        return self.simpul.evaluasi.sampai(self.triwulan)

    @property
    def _satuan(self) -> str:
        return rata(self.simpul.obj.satuan)

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        if angka.satuan == RUPIAH:
            return _RUPIAH.get(disebut, ())
        sendiri = _SATUAN.get(disebut, ())
        if angka.satuan == PERSEN:
            milik = sendiri if is_persen(self._satuan) else ()
            return (*_PERSEN.get(disebut, ()), *milik)
        is_polos = angka.satuan == "" and disebut in (TARGET, REALISASI)
        if is_polos or angka.satuan == self._satuan:
            return sendiri
        return ()

    def tulisan(self, besaran: str, nilai: Decimal) -> str:
        if besaran in {*PERSEN_SEMUA, FISIK}:
            return persen(nilai)
        if besaran in UANG:
            return rupiah(nilai)
        return bersatuan(nilai, self.simpul.obj.satuan)


def _sisa(pagu: Angka, terserap: Angka) -> Angka:
    if pagu is None or terserap is None:
        return None
    return pagu - terserap


def rasio_baris(simpul: Simpul, triwulan: int) -> Iterator[Decimal]:
    """K sampai triwulan itu terhadap target setahunnya dan target triwulannya, dalam persen.

    Target setahun sebelum akhir tahun hanya bila sudah tercapai atau target triwulannya ada.
    """
    evaluasi = simpul.evaluasi.sampai(triwulan)
    setahun = evaluasi.capaian.rasio
    berjadwal = list(_rasio_triwulan(simpul, triwulan))
    is_akhir = triwulan == len(TRIWULAN)
    if setahun is not None and (is_akhir or berjadwal or setahun >= SERATUS):
        yield setahun
    yield from berjadwal


def _rasio_triwulan(simpul: Simpul, triwulan: int) -> Iterator[Decimal]:
    """Terhadap target sampai triwulan itu, lalu K triwulan itu terhadap targetnya sendiri."""
    evaluasi = simpul.evaluasi.sampai(triwulan)
    hasil = (evaluasi.setahun.isi, evaluasi.triwulan[-1].isi)
    target = _target_sampai(simpul, triwulan)
    for seharusnya, isi in zip(target, hasil, strict=True):
        rasio = evaluasi.aturan.capaian(seharusnya, terbanding(isi)).rasio
        if rasio is not None:
            yield rasio


def _target_sampai(simpul: Simpul, triwulan: int) -> tuple[Angka, Angka]:
    """Sampai triwulan itu, lalu triwulan itu sendiri."""
    semua = _target_triwulan(simpul)
    target: dict[Masa, Decimal] = {}
    for nomor in range(1, triwulan + 1):
        if nomor in semua:
            target[nomor, 0] = semua[nomor]
    sampai = simpul.evaluasi.aturan.setahun(target)
    return angka(sampai), semua.get(triwulan)


def _target_triwulan(simpul: Simpul) -> dict[int, Decimal]:
    """Yang ditulis orang, atau bagian target setahun menurut jadwal bulannya."""
    hasil = {}
    for nomor, kolom in zip(TRIWULAN, TARGET_TRIWULAN, strict=True):
        ditulis = getattr(simpul.obj, kolom)
        if ditulis is not None:
            hasil[nomor] = ditulis
    target = simpul.evaluasi.target.k
    if hasil or target is None or simpul.evaluasi.aturan.cara is not Cara.JUMLAH:
        return hasil
    for nomor, bagian in zip(TRIWULAN, per_triwulan(simpul.bulan), strict=True):
        if bagian:
            hasil[nomor] = target * bagian / SERATUS
    return hasil
