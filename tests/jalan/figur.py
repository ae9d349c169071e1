"""Satu angka dan semua tempat yang menuliskannya."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

TAK_DIKETAHUI = "—"
SEBUTAN_KOSONG = frozenset(
    {"", "—", "-", "tidak dapat dihitung", "belum dapat dihitung", "belum ada", "tanpa pagu"}
)
ANGKA = re.compile(r"(?:Rp\s*)?([+-]?\d[\d.]*(?:,\d+)?)(?:\s*%|\s+\D.*)?")


class Figur(NamedTuple):
    """Yang diukur: pokoknya (alamat silsilahnya), tahunnya, dan hal yang dikatakan."""

    pokok: str
    tahun: int
    hal: str


class Tertulis(NamedTuple):
    """Satu tulisan atas satu angka."""

    figur: Figur
    tulisan: str


class Kumpulan:
    """Semua tulisan tiap angka menurut tempatnya."""

    def __init__(self) -> None:
        self.figur: dict[Figur, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.tempat: dict[str, int] = defaultdict(int)

    def record(self, tempat: str, semua: Iterator[Tertulis]) -> None:
        """Tempat tanpa satu angka pun tetap dihitung, supaya ketahuan."""
        self.tempat[tempat] += 0
        for figur, tulisan in semua:
            self.figur[figur][baku(tulisan)].append(tempat)
            self.tempat[tempat] += 1

    @property
    def bersama(self) -> dict[Figur, dict[str, list[str]]]:
        """Angka yang tertulis di lebih dari satu tempat."""
        hasil = {}
        for figur, tulisan in self.figur.items():
            semua = {tempat for milik in tulisan.values() for tempat in milik}
            if len(semua) > 1:
                hasil[figur] = tulisan
        return hasil

    @property
    def berbeda(self) -> list[str]:
        """Angka yang tulisannya lebih dari satu, dengan tempat masing-masing."""
        hasil = []
        for figur, tulisan in self.figur.items():
            if len(tulisan) > 1:
                rinci = "; ".join(f"{teks!r}: {sorted(set(di))}" for teks, di in tulisan.items())
                hasil.append(f"{figur.pokok} {figur.tahun} {figur.hal} → {rinci}")
        return sorted(hasil)


def baku(tulisan: str) -> str:
    """Angkanya saja, tanpa rupiah, persen, satuan dan tanda sebagian; tak diketahui satu tanda."""
    baris, *_ = tulisan.removesuffix("*").splitlines() or [""]
    if baris.strip().lower() in SEBUTAN_KOSONG:
        return TAK_DIKETAHUI
    cocok = ANGKA.fullmatch(baris.strip())
    return cocok[1].removeprefix("+") if cocok else baris.strip().lower()
