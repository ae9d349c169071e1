"""Pagu tiap versi DPA: dibekukan saat versinya dicatat, lalu disandingkan dengan versi lain."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kinerja.aturan.rencana import jumlah
from kinerja.models import Dpa
from kinerja.tahun.pembagian import Tanggungan, pembagian, sebaris
from kinerja.tahun.pohon import Pohon

Pagu = dict[str, Decimal | None]  # menurut kode, atau nama bila tanpa kode
NOL = Decimal(0)


@dataclass(frozen=True)
class BedaPagu:
    """Satu baris anggaran pada dua versi."""

    kode: str
    nama: str
    semula: Decimal | None
    menjadi: Decimal | None

    @property
    def selisih(self) -> Decimal | None:
        if self.semula is None or self.menjadi is None:
            return None
        return self.menjadi - self.semula


@dataclass(frozen=True)
class BandingPagu:
    """Semua baris dua versi; yang hanya ada pada satu versi bernilai nol pada versi lainnya."""

    baris: tuple[BedaPagu, ...]

    @property
    def jumlah(self) -> BedaPagu:
        semula = jumlah(satu.semula for satu in self.baris)
        menjadi = jumlah(satu.menjadi for satu in self.baris)
        return BedaPagu("", "Jumlah", semula, menjadi)

    @property
    def berubah(self) -> int:
        return sum(satu.semula != satu.menjadi for satu in self.baris)


def rincian(pohon: Pohon, *, is_murni: bool) -> list[dict[str, Any]]:
    """Baris yang dibekukan: sub kegiatan, atau induknya bila uangnya tidak terinci."""
    hasil = []
    for satu in pembagian(pohon, "III").baris:
        pagu = _pagu_murni(satu, pohon) if is_murni else satu.pagu
        obj = satu.simpul.obj
        hasil.append({"kode": obj.kode, "nama": obj.nama, "pagu": _tulisan(pagu)})
    return hasil


def _pagu_murni(satu: Tanggungan, pohon: Pohon) -> Decimal | None:
    if satu.simpul.tingkat != "sub":
        return satu.pagu
    return jumlah(baris.pagu_murni for baris in sebaris(satu.simpul, pohon.sub))


def _tulisan(pagu: Decimal | None) -> str | None:
    return None if pagu is None else format(pagu, "f")


def banding(semula: Iterable[dict[str, Any]], menjadi: Iterable[dict[str, Any]]) -> BandingPagu:
    """Urut versi yang baru, lalu yang dihapus."""
    dahulu, kini = list(semula), list(menjadi)
    pagu_dahulu, pagu_kini = _pagu(dahulu), _pagu(kini)
    nama = {_kunci(row): row for row in (*dahulu, *kini)}
    urut = dict.fromkeys((*pagu_kini, *pagu_dahulu))
    baris = []
    for kunci in urut:
        row = nama[kunci]
        beda = BedaPagu(
            kode=row["kode"],
            nama=row["nama"],
            semula=pagu_dahulu.get(kunci, NOL),
            menjadi=pagu_kini.get(kunci, NOL),
        )
        baris.append(beda)
    return BandingPagu(tuple(baris))


def _pagu(rows: Iterable[dict[str, Any]]) -> Pagu:
    return {_kunci(row): _desimal(row["pagu"]) for row in rows}


def _desimal(tulisan: str | None) -> Decimal | None:
    return None if tulisan is None else Decimal(tulisan)


def _kunci(row: dict[str, Any]) -> str:
    return str(row["kode"] or row["nama"])


def versi_sebelum(dpa: Dpa) -> Dpa | None:
    """Versi yang digantikannya, yang pagunya diketahui."""
    semua = list(Dpa.objects.versi(dpa.perangkat_daerah_id, dpa.tahun))
    lebih_dahulu = semua[: semua.index(dpa)]
    berpagu = [satu for satu in lebih_dahulu if satu.rincian]
    return berpagu[-1] if berpagu else None
