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
class Part:
    """Satu bagian isi beku di samping fakta lama dan fakta kininya."""

    beku: Any
    lama: Any
    kini: Any
    letak: str


Parts = Iterator[Part]


def differences(beku: Any, lama: Any, kini: Any, letak: str = "") -> Kalimat:
    """Letak tiap fakta `lama` yang lain pada `kini`.

    Hanya kunci pada isi `beku` yang dibandingkan.
    """
    return _differences(Part(beku, lama, kini, letak))


def _differences(part: Part) -> Kalimat:
    if part.lama == part.kini:
        return
    bagian = _parts(part)
    if bagian is None:
        yield part.letak
        return
    for satu in bagian:
        yield from _differences(satu)


def _parts(part: Part) -> Iterable[Part] | None:
    """Bagian yang dibandingkan satu per satu; `None` bila nilainya tunggal atau susunannya lain."""
    lama = part.lama
    kini = part.kini
    if type(lama) is not type(kini):
        return None
    if is_dataclass(lama):
        return _fields(part)
    if isinstance(lama, dict) and lama.keys() == kini.keys():
        return _values(part)
    if isinstance(lama, tuple) and len(lama) == len(kini):
        return _items(part)
    return None


def _values(part: Part) -> Parts:
    for kunci, dulu in part.lama.items():
        yield Part(
            beku=part.beku[kunci],
            lama=dulu,
            kini=part.kini[kunci],
            letak=f"{part.letak} {kunci}",
        )


def _fields(part: Part) -> Parts:
    """Nama kolom ditulis sebagai kata."""
    awal = ""
    if part.letak:
        awal = f"{part.letak} › "
    tipe: Any = type(part.lama)
    turunan = _turunan(tipe)
    for nama, isi in part.beku.items():
        if nama in turunan:
            continue
        sebutan = nama.replace("_", " ")
        yield Part(
            beku=isi,
            lama=getattr(part.lama, nama),
            kini=getattr(part.kini, nama),
            letak=awal + sebutan,
        )


@cache
def _turunan(tipe: Any) -> frozenset[str]:
    """Nama kolom yang bertanda `TURUNAN`."""
    return frozenset(f.name for f in fields(tipe) if "turunan" in f.metadata)


def _items(part: Part) -> Parts:
    """Anggota disebut namanya, selainnya nomor urutnya."""
    pasangan = zip(part.beku, part.lama, part.kini, strict=True)
    for nomor, (isi, dulu, sekarang) in enumerate(pasangan, start=1):
        sebutan = getattr(dulu, "nama", "") or nomor
        yield Part(
            beku=isi,
            lama=dulu,
            kini=sekarang,
            letak=f"{part.letak} {sebutan}",
        )


def summary(beda: Sequence[str]) -> str:
    """Sebutan fakta yang berbeda; yang selebihnya dihitung."""
    disebut = ", ".join(beda[:DISEBUT])
    sisa = len(beda) - DISEBUT
    if sisa > 0:
        return f"{disebut}, dan {sisa} lainnya"
    return disebut
