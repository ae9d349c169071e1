"""Indeks dan status banyak desa sekaligus; angka demi angka sama dengan `idm.scoring`.

Dihitung dengan bilangan bulat sepersepuluh ribu, sehingga tidak ada pecahan biner. Untuk perintah
dan laporan, bukan untuk permintaan halaman.
"""

from collections.abc import Sequence
from math import prod

import numpy as np
import pandas as pd

from idm.scoring import AMBANG, DESIMAL, SKOR_TERTINGGI, Ambang, Status

SKALA = 10**DESIMAL
INDEKS = ("iks", "ike", "ikl")


def hitung(skor: Sequence[str], indeks: Sequence[str], ambang: Ambang = AMBANG) -> pd.DataFrame:
    """Kolom `iks ike ikl idm` (sepersepuluh ribu, bilangan bulat) dan `status`.

    Satu baris per deret skor; `indeks` menyebut IKS, IKE atau IKL bagi tiap tempat dalam deret.
    `ValueError` bila panjang deret lain.
    """
    return hitung_angka(angka(skor, len(indeks)), indeks, ambang)


def angka(skor: Sequence[str], panjang: int) -> np.ndarray:
    """Deret skor sebagai tabel angka, satu baris per desa; `ValueError` bila panjang deret lain."""
    if any(len(deret) != panjang for deret in skor):
        raise ValueError(f"Setiap deret harus berisi {panjang} skor.")
    aksara = np.frombuffer("".join(skor).encode(), dtype=np.uint8)
    return aksara.reshape(len(skor), panjang) - np.uint8(ord("0"))


def hitung_angka(skor: np.ndarray, indeks: Sequence[str], ambang: Ambang = AMBANG) -> pd.DataFrame:
    """Sama dengan `hitung`, dari tabel angka."""
    kode = np.array([satu.lower() for satu in indeks])
    banyak = [int((kode == nama).sum()) for nama in INDEKS]
    if not all(banyak):
        raise ValueError("Tiap indeks harus punya indikator.")
    kali = prod(banyak)
    atas = np.zeros(len(skor), dtype=np.int64)
    kolom = {}
    for nama, n in zip(INDEKS, banyak, strict=True):
        jumlah = skor[:, kode == nama].sum(
            axis=1,
            dtype=np.int64,
        )
        kolom[nama] = _bagi(SKALA * jumlah, SKOR_TERTINGGI * n)
        atas += jumlah * (kali // n)  # disebut atas penyebut yang sama
    idm = _bagi(SKALA * atas, len(INDEKS) * SKOR_TERTINGGI * kali)
    kolom["idm"] = idm
    kolom["status"] = _status(idm, ambang)
    return pd.DataFrame(kolom)


def _bagi(atas: np.ndarray, bawah: int) -> np.ndarray:
    """Pembagian bilangan bulat, setengah ke atas."""
    return (2 * atas + bawah) // (2 * bawah)


def _status(idm: np.ndarray, ambang: Ambang) -> np.ndarray:
    """Tingkat ialah banyak batas yang terlampaui; tepat di batas belum melampauinya."""
    naik = list(reversed(ambang))
    batas = [int(nilai * SKALA) for nilai, _ in naik]
    nama = [Status.SANGAT_TERTINGGAL.value]
    nama += [status.value for _, status in naik]
    tingkat = np.searchsorted(np.array(batas, dtype=np.int64), idm, side="left")
    return np.array(nama, dtype=object)[tingkat]
