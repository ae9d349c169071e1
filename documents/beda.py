"""Beda fakta antara isi beku dan isi kini."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

Kalimat = Iterator[str]
DISEBUT = 5  # banyak fakta berbeda yang disebut satu per satu
# kolom yang disimpulkan dari fakta lain naskahnya; bedanya bukan beda fakta
TURUNAN = {"turunan": True}


@dataclass(frozen=True, slots=True)
class Sandingan:
    """Satu bagian isi beku di samping fakta lama dan fakta kininya."""

    beku: Any
    lama: Any
    kini: Any
    letak: str


SemuaSandingan = Iterator[Sandingan]


def differences(beku: Any, lama: Any, kini: Any, letak: str = "") -> Kalimat:
    """Letak tiap fakta `lama` yang lain pada `kini`.

    Hanya kunci pada isi `beku` yang dibandingkan.
    """
    return _differences(Sandingan(beku, lama, kini, letak))


def _differences(sandingan: Sandingan) -> Kalimat:
    if sandingan.lama == sandingan.kini:
        return
    bagian = _anggota(sandingan)
    if bagian is None:
        yield sandingan.letak
        return
    for satu in bagian:
        yield from _differences(satu)


def _anggota(sandingan: Sandingan) -> Iterable[Sandingan] | None:
    """Bagian yang dibandingkan satu per satu; `None` bila nilainya tunggal atau susunannya lain."""
    lama = sandingan.lama
    kini = sandingan.kini
    if type(lama) is not type(kini):
        return None
    if is_dataclass(lama):
        return _fields(sandingan)
    if isinstance(lama, dict) and lama.keys() == kini.keys():
        return _per_kunci(sandingan)
    if isinstance(lama, tuple) and len(lama) == len(kini):
        return _items(sandingan)
    return None


def _per_kunci(sandingan: Sandingan) -> SemuaSandingan:
    for kunci, dulu in sandingan.lama.items():
        yield Sandingan(
            beku=sandingan.beku[kunci],
            lama=dulu,
            kini=sandingan.kini[kunci],
            letak=f"{sandingan.letak} {kunci}",
        )


def _fields(sandingan: Sandingan) -> SemuaSandingan:
    """Nama kolom ditulis sebagai kata."""
    awal = ""
    if sandingan.letak:
        awal = f"{sandingan.letak} › "
    tipe: Any = type(sandingan.lama)
    turunan = _turunan(tipe)
    for nama, isi in sandingan.beku.items():
        if nama in turunan:
            continue
        sebutan = nama.replace("_", " ")
        yield Sandingan(
            beku=isi,
            lama=getattr(sandingan.lama, nama),
            kini=getattr(sandingan.kini, nama),
            letak=awal + sebutan,
        )


@cache
def _turunan(tipe: Any) -> frozenset[str]:
    """Nama kolom yang bertanda `TURUNAN`."""
    return frozenset(f.name for f in fields(tipe) if "turunan" in f.metadata)


def _items(sandingan: Sandingan) -> SemuaSandingan:
    """Anggota disebut namanya, selainnya nomor urutnya."""
    pasangan = zip(sandingan.beku, sandingan.lama, sandingan.kini, strict=True)
    for nomor, (isi, dulu, sekarang) in enumerate(pasangan, start=1):
        sebutan = getattr(dulu, "nama", "") or nomor
        yield Sandingan(
            beku=isi,
            lama=dulu,
            kini=sekarang,
            letak=f"{sandingan.letak} {sebutan}",
        )


def summary(beda: Sequence[str]) -> str:
    """Sebutan fakta yang berbeda; yang selebihnya dihitung."""
    disebut = ", ".join(beda[:DISEBUT])
    sisa = len(beda) - DISEBUT
    if sisa > 0:
        return f"{disebut}, dan {sisa} lainnya"
    return disebut
