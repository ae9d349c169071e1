"""Besar naik atau turun yang disebut kalimat, dan angka sesudahnya."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kinerja.aturan.bilangan import berangka
from kinerja.aturan.capaian import bagian_persen
from kinerja.aturan.kalimat import GERAK, Disebut
from kinerja.aturan.kalimat_status import STATUS
from kinerja.aturan.satuan import is_persen

_N = r"(?:\d[\d.]*\d|\d)(?:,\d+)?"
_BESAR = re.compile(
    rf"{GERAK}\s*({_N})\s*"
    r"(%|persen|kali|desa|poin|unit|orang|kelompok|lembaga)(?!\w)"
    rf"(?!\s+{STATUS})",
    re.IGNORECASE,
)
_SESUDAH = re.compile(
    rf"{GERAK}[^.;]*?\bmenjadi\s+(?!20\d\d\b)({_N})"
    r"(?!\d|[.,]\d|\s*(?:%|persen|juta|miliar|milyar))",
    re.IGNORECASE,
)
_DARI = re.compile(r"\bdari\b[^.;]*\bmenjadi\b", re.IGNORECASE)
KALI = "kali"


@dataclass(frozen=True)
class Selisih:
    """Satu besar naik atau turun, dengan satuannya."""

    disebut: Disebut
    satuan: str

    @property
    def tulisan(self) -> str:
        return f"{self.disebut.tulisan} {self.satuan}"

    def besar(self, sebelum: Decimal, sesudah: Decimal) -> list[Decimal]:
        """Yang boleh ditulis; persen boleh selisih persennya atau persen dari semula."""
        if self.satuan == KALI:
            return kelipatan(sebelum, sesudah)
        selisih = abs(sesudah - sebelum)
        semua: list[Decimal | None] = [selisih]
        if is_persen(self.satuan):
            nisbi = bagian_persen(selisih, sebelum)
            semua.append(nisbi)
        return [satu for satu in semua if satu is not None]


def kelipatan(sebelum: Decimal, sesudah: Decimal) -> list[Decimal]:
    """Yang besar dibagi yang kecil; kosong bila dari atau menjadi nol."""
    kecil = min(sebelum, sesudah)
    besar = max(sebelum, sesudah)
    if not kecil:
        return []
    return [besar / kecil]


def selisih_disebut(kalimat: str) -> list[Selisih]:
    """“naik 3 desa”, “meningkat 44,28 persen”, “naik dua kali lipat”."""
    hasil = []
    for tulisan, satuan in _BESAR.findall(berangka(kalimat)):
        disebut = Disebut("", tulisan)
        satu = Selisih(disebut, satuan.lower())
        hasil.append(satu)
    return [satu for satu in hasil if satu.disebut.is_terbaca]


def sesudah_disebut(kalimat: str) -> Disebut | None:
    """“naik menjadi 77”; yang juga menyebut semulanya dibaca berpasangan."""
    cocok = _SESUDAH.search(berangka(kalimat))
    if cocok is None or _DARI.search(kalimat):
        return None
    disebut = Disebut("", cocok[1])
    return disebut if disebut.is_terbaca else None
