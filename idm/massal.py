"""Indeks dan status banyak desa sekaligus; angka demi angka sama dengan `idm.scoring`.

Dihitung dengan bilangan bulat sepersepuluh ribu, sehingga tidak ada pecahan biner. Untuk perintah dan
laporan, bukan untuk permintaan halaman.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from idm.scoring import AMBANG, DESIMAL, SKOR_TERTINGGI, Ambang, Status

SKALA = 10**DESIMAL
INDEKS = ("iks", "ike", "ikl")


def hitung(skor: Sequence[str], indeks: Sequence[str], ambang: Ambang = AMBANG) -> pd.DataFrame:
    """Kolom `iks ike ikl idm` (sepersepuluh ribu, bilangan bulat) dan `status`, satu baris per deret skor.

    `indeks` menyebut IKS, IKE atau IKL bagi tiap tempat dalam deret. `ValueError` bila panjang deret lain.
    """
    return hitung_angka(angka(skor, len(indeks)), indeks, ambang)


def angka(skor: Sequence[str], panjang: int) -> np.ndarray:
    """Deret skor sebagai tabel angka, satu baris per desa; `ValueError` bila panjang deret lain."""
    if any(len(deret) != panjang for deret in skor):
        raise ValueError(f"Setiap deret harus berisi {panjang} skor.")
    return np.frombuffer("".join(skor).encode(), dtype=np.uint8).reshape(
        len(skor), panjang
    ) - np.uint8(ord("0"))


def hitung_angka(skor: np.ndarray, indeks: Sequence[str], ambang: Ambang = AMBANG) -> pd.DataFrame:
    """Sama dengan `hitung`, dari tabel angka."""
    tempat = [np.array([kode.lower() == nama for kode in indeks]) for nama in INDEKS]
    banyak = [int(t.sum()) for t in tempat]
    if not all(banyak):
        raise ValueError("Tiap indeks harus punya indikator.")
    jumlah = [skor[:, t].sum(axis=1, dtype=np.int64) for t in tempat]
    n1, n2, n3 = banyak
    atas = SKALA * (jumlah[0] * (n2 * n3) + jumlah[1] * (n1 * n3) + jumlah[2] * (n1 * n2))
    idm = _bagi(atas, 3 * SKOR_TERTINGGI * n1 * n2 * n3)
    kolom = {
        nama: _bagi(SKALA * total, SKOR_TERTINGGI * n)
        for nama, total, n in zip(INDEKS, jumlah, banyak, strict=True)
    }
    return pd.DataFrame({**kolom, "idm": idm, "status": _status(idm, ambang)})


def _bagi(atas: np.ndarray, bawah: int) -> np.ndarray:
    """Pembagian bilangan bulat, setengah ke atas."""
    return (2 * atas + bawah) // (2 * bawah)


def _status(idm: np.ndarray, ambang: Ambang) -> np.ndarray:
    """Tingkat ialah banyak batas yang terlampaui; tepat di batas belum melampauinya."""
    naik = list(reversed(ambang))
    batas = np.array([int(nilai * SKALA) for nilai, _ in naik], dtype=np.int64)
    nama = np.array(
        [Status.SANGAT_TERTINGGAL.value, *(status.value for _, status in naik)], dtype=object
    )
    return nama[np.searchsorted(batas, idm, side="left")]
