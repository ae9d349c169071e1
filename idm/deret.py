"""Deret skor satu desa: satu aksara per indikator, `-` bila belum dijawab."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import bulatkan
from idm import scoring
from idm.scoring import INDEKS, Ambang, Status

Nilai = Decimal | None  # `None` bila tidak diterbitkan
BELUM = "-"
TURUN_BERARTI = 2  # skor yang turun sebanyak ini harus dijelaskan


@dataclass(frozen=True)
class HasilDeret:
    """Indeks 0–1 empat desimal; `None` selama indikatornya belum terjawab semua."""

    iks: Nilai
    ike: Nilai
    ikl: Nilai
    idm: Nilai
    status: Status | None
    terjawab: int
    banyak: int

    @property
    def is_lengkap(self) -> bool:
        """Tidak ada indikator yang belum dijawab."""
        return self.terjawab == self.banyak


def kosong(banyak: int) -> str:
    """Deret yang belum satu pun dijawab."""
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
    if aksara.isdigit():
        return int(aksara)
    return None


def turun(lalu: str, kini: str) -> list[int]:
    """Posisi yang skornya turun dua atau lebih dari deret tahun lalu yang sama panjang."""
    if len(lalu) != len(kini):
        return []
    hasil = []
    terakhir = len(kini)
    for posisi in range(1, terakhir + 1):
        semula = skor(lalu, posisi)
        sekarang = skor(kini, posisi)
        if semula is None or sekarang is None:
            continue
        selisih = semula - sekarang
        if selisih >= TURUN_BERARTI:
            hasil.append(posisi)
    return hasil


def hasil(deret: str, indeks: Sequence[str], ambang: Ambang) -> HasilDeret:
    """Indeks, IDM dan status dari deret; `indeks` kode indeks tiap posisi.

    IDM dibulatkan sekali dari nilai utuhnya.
    """
    iks, ike, ikl = (_indeks(deret, indeks, kode) for kode in INDEKS)
    idm = None
    if iks is not None and ike is not None and ikl is not None:
        idm = scoring.idm(iks, ike, ikl)
    return HasilDeret(
        iks=_bulat(iks),
        ike=_bulat(ike),
        ikl=_bulat(ikl),
        idm=idm,
        status=None if idm is None else scoring.status(idm, ambang),
        terjawab=len(deret) - deret.count(BELUM),
        banyak=len(deret),
    )


def _indeks(deret: str, indeks: Sequence[str], kode: str) -> Nilai:
    """Satu indeks tanpa pembulatan; `None` bila tidak punya indikator atau belum lengkap."""
    nilai = []
    for posisi, milik in enumerate(indeks, start=1):
        if milik != kode:
            continue
        satu = skor(deret, posisi)
        if satu is None:
            return None
        nilai.append(satu)
    if nilai:
        return scoring.indeks(nilai)
    return None


def deret_poin(poin: Sequence[Decimal]) -> str:
    """Poin tiap dimensi menurut posisinya dalam satu tulisan; 90 dan 90,00 tertulis sama."""
    tulisan = []
    for satu in poin:
        ringkas = satu.normalize()
        tulisan.append(format(ringkas, "f"))
    return ";".join(tulisan)


def poin(deret: str) -> list[Decimal]:
    """Kebalikan `deret_poin`; kosong bila poinnya tidak diketahui."""
    if not deret:
        return []
    tulisan = deret.split(";")
    return [Decimal(satu) for satu in tulisan]


def _bulat(nilai: Nilai) -> Nilai:
    """Yang belum diketahui tetap `None`."""
    if nilai is None:
        return None
    return bulatkan(nilai, scoring.DESIMAL)
