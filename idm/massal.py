"""Indeks dan status banyak desa sekaligus; angka demi angka sama dengan `idm.scoring`.

Dihitung dengan bilangan bulat sepersepuluh ribu, sehingga tidak ada pecahan biner. Untuk perintah dan
laporan, bukan untuk permintaan halaman.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from idm.scoring import AMBANG, DESIMAL, SKOR_TERTINGGI, Status

SKALA = 10**DESIMAL


def hitung(skor: Sequence[str], panjang: tuple[int, int, int]) -> pd.DataFrame:
    """Kolom `iks ike ikl idm` (sepersepuluh ribu, bilangan bulat) dan `status`, satu baris per deret skor.

    `panjang` banyak indikator IKS, IKE, IKL menurut urutan deret. `ValueError` bila panjang deret lain.
    """
    if any(len(deret) != sum(panjang) for deret in skor):
        raise ValueError(f"Setiap deret harus berisi {sum(panjang)} skor.")
    angka = np.frombuffer("".join(skor).encode(), dtype=np.uint8).reshape(len(skor), -1).astype(np.int64) - ord("0")
    potongan = np.split(angka, np.cumsum(panjang)[:-1], axis=1)
    jumlah = [bagian.sum(axis=1) for bagian in potongan]
    n1, n2, n3 = panjang
    atas = SKALA * (jumlah[0] * (n2 * n3) + jumlah[1] * (n1 * n3) + jumlah[2] * (n1 * n2))
    idm = _bagi(atas, 3 * SKOR_TERTINGGI * n1 * n2 * n3)
    kolom = {
        nama: _bagi(SKALA * total, SKOR_TERTINGGI * n)
        for nama, total, n in zip(("iks", "ike", "ikl"), jumlah, panjang, strict=True)
    }
    return pd.DataFrame({**kolom, "idm": idm, "status": _status(idm)})


def _bagi(atas: np.ndarray, bawah: int) -> np.ndarray:
    """Pembagian bilangan bulat, setengah ke atas."""
    return (2 * atas + bawah) // (2 * bawah)


def _status(idm: np.ndarray) -> pd.Series:
    naik = list(reversed(AMBANG))
    batas = [-1, *(int(nilai * SKALA) for nilai, _ in naik), SKALA]
    nama = [Status.SANGAT_TERTINGGAL.value, *(status.value for _, status in naik)]
    return pd.Series(pd.cut(idm, bins=batas, labels=nama)).astype(str)
