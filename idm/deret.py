"""Deret skor satu desa: satu aksara per indikator, `-` bila belum dijawab."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import bulatkan
from idm import scoring
from idm.scoring import Ambang, Status

BELUM = "-"
TURUN_BERARTI = 2  # skor yang turun sebanyak ini harus dijelaskan
INDEKS = ("IKS", "IKE", "IKL")


@dataclass(frozen=True)
class HasilDeret:
    """Indeks 0–1 empat desimal; `None` selama indikatornya belum terjawab semua."""

    iks: Decimal | None
    ike: Decimal | None
    ikl: Decimal | None
    idm: Decimal | None
    status: Status | None
    terjawab: int
    banyak: int

    @property
    def is_lengkap(self) -> bool:
        return self.terjawab == self.banyak


def kosong(banyak: int) -> str:
    return BELUM * banyak


def ganti(deret: str, jawaban: Mapping[int, int]) -> str:
    """Deret dengan skor baru per posisi (mulai 1)."""
    aksara = list(deret)
    for posisi, skor in jawaban.items():
        aksara[posisi - 1] = str(skor)
    return "".join(aksara)


def skor(deret: str, posisi: int) -> int | None:
    """Skor pada posisi (mulai 1); `None` bila belum dijawab atau di luar deret."""
    aksara = deret[posisi - 1 : posisi]
    return int(aksara) if aksara.isdigit() else None


def turun(lalu: str, kini: str) -> list[int]:
    """Posisi yang skornya turun dua atau lebih dari deret tahun lalu yang sama panjang."""
    if len(lalu) != len(kini):
        return []
    pasangan = [(i, skor(lalu, i), skor(kini, i)) for i in range(1, len(kini) + 1)]
    return [i for i, a, b in pasangan if a is not None and b is not None and a - b >= TURUN_BERARTI]


def hasil(deret: str, indeks: Sequence[str], ambang: Ambang) -> HasilDeret:
    """Indeks, IDM dan status dari deret; `indeks` kode indeks tiap posisi. IDM dibulatkan sekali dari nilai utuhnya."""
    nilai: dict[str, Decimal | None] = {}
    for kode in INDEKS:
        bagian = [skor(deret, i) for i, milik in enumerate(indeks, start=1) if milik == kode]
        terisi = [n for n in bagian if n is not None]
        nilai[kode] = scoring.indeks(terisi) if bagian and len(terisi) == len(bagian) else None
    iks, ike, ikl = (nilai[kode] for kode in INDEKS)
    idm = None if iks is None or ike is None or ikl is None else scoring.idm(iks, ike, ikl)
    return HasilDeret(
        _bulat(iks),
        _bulat(ike),
        _bulat(ikl),
        idm,
        None if idm is None else scoring.status(idm, ambang),
        len(deret) - deret.count(BELUM),
        len(deret),
    )


def _bulat(nilai: Decimal | None) -> Decimal | None:
    return None if nilai is None else bulatkan(nilai, scoring.DESIMAL)
