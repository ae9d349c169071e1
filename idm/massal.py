"""Indeks dan status banyak desa sekaligus; angka demi angka sama dengan `idm.scoring`.

Dihitung dengan bilangan bulat sepersepuluh ribu, Indeks Desa seperseratus, sehingga tidak ada
pecahan biner. Untuk perintah dan laporan, bukan untuk permintaan halaman.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np

from idm.scoring import (
    AMBANG,
    DESIMAL,
    DESIMAL_DIMENSI,
    SKOR_TERTINGGI,
    SUBINDEKS,
    Ambang,
    Status,
)

if TYPE_CHECKING:
    import pandas as pd

Kolom = dict[str, np.ndarray]  # nama → satu nilai tiap desa
Kode = Sequence[str]  # kode butir, berurutan
SKALA = 10**DESIMAL
SKALA_POIN = 10**DESIMAL_DIMENSI


def hitung(skor: Kode, indeks: Kode, ambang: Ambang = AMBANG) -> "pd.DataFrame":
    """Kolom `iks ike ikl idm` (sepersepuluh ribu, bilangan bulat) dan `status`.

    Satu baris per deret skor; `indeks` menyebut IKS, IKE atau IKL bagi tiap tempat dalam deret.
    `ValueError` bila panjang deret lain.
    """
    import pandas as pd  # memuatnya lebih lama daripada menghitung senegara

    kolom = hitung_kolom(skor, indeks, ambang)
    return pd.DataFrame(kolom)


def hitung_kolom(skor: Kode, indeks: Kode, ambang: Ambang = AMBANG) -> Kolom:
    """Sama dengan `hitung`, sebagai kolom."""
    panjang = len(indeks)
    tabel = angka(skor, panjang)
    return hitung_angka(tabel, indeks, ambang)


def angka(skor: Kode, panjang: int) -> np.ndarray:
    """Deret skor sebagai tabel angka, satu baris per desa; `ValueError` bila panjang deret lain."""
    if any(len(deret) != panjang for deret in skor):
        raise ValueError(f"Setiap deret harus berisi {panjang} skor.")
    bersambung = "".join(skor)
    bita = bersambung.encode()
    aksara = np.frombuffer(bita, dtype=np.uint8)
    tabel = aksara.reshape(len(skor), panjang)
    nol = ord("0")
    return tabel - np.uint8(nol)


def hitung_angka(skor: np.ndarray, indeks: Kode, ambang: Ambang = AMBANG) -> Kolom:
    """Sama dengan `hitung_kolom`, dari tabel angka."""
    kode = [satu.lower() for satu in indeks]
    banyak = [kode.count(nama) for nama in SUBINDEKS]
    if not all(banyak):
        raise ValueError("Tiap indeks harus punya indikator.")
    kali = prod(banyak)
    panjang = len(skor)
    atas = np.zeros(panjang, dtype=np.int64)
    kolom = {}
    pasangan = zip(SUBINDEKS, banyak, strict=True)
    for nama, banyak_indikator in pasangan:
        jumlah = _jumlah(skor, kode, nama)
        tertinggi_indeks = SKOR_TERTINGGI * banyak_indikator
        kolom[nama] = _bagi(SKALA * jumlah, tertinggi_indeks)
        pengali = kali // banyak_indikator  # disebut atas penyebut yang sama
        atas += jumlah * pengali
    tertinggi = len(SUBINDEKS) * SKOR_TERTINGGI
    idm = _bagi(SKALA * atas, tertinggi * kali)
    kolom["idm"] = idm
    kolom["status"] = menurut_ambang(idm, ambang)
    return kolom


def hitung_poin(
    jawaban: Kode,
    letak: Kode,
    maksimum: Mapping[str, int],
    ambang: Ambang,
) -> Kolom:
    """Poin tiap dimensi, lalu kolom `skor` (seperseratus, bilangan bulat) dan `status`.

    Satu baris per deret aspek; `letak` menyebut dimensi tiap tempat dalam deret. `ValueError` bila
    panjang deret lain.
    """
    kode = list(letak)
    tabel = angka(jawaban, len(kode))
    semua = np.zeros(len(tabel), dtype=np.int64)
    kolom = {}
    for nama in maksimum:
        poin = _jumlah(tabel, kode, nama)
        kolom[nama] = poin
        semua += poin
    tertinggi = sum(maksimum.values())
    skor = skor_poin(semua, tertinggi)
    kolom["skor"] = skor
    kolom["status"] = menurut_ambang(skor, ambang, SKALA_POIN)
    return kolom


def baris(kolom: Kolom) -> Iterator[tuple[Any, ...]]:
    """Satu tupel tiap desa, berisi bilangan dan tulisan Python menurut urutan kolomnya."""
    semua = [satu.tolist() for satu in kolom.values()]
    return zip(*semua, strict=True)


def skor_poin(poin: np.ndarray, tertinggi: int) -> np.ndarray:
    """Persen dari poin tertinggi, seperseratus."""
    return _bagi(100 * SKALA_POIN * poin, tertinggi)


def _jumlah(skor: np.ndarray, kode: list[str], nama: str) -> np.ndarray:
    """Jumlah skor indikator satu indeks tiap desa."""
    semua = np.array(kode)
    is_milik = semua == nama
    milik = skor[:, is_milik]
    return milik.sum(axis=1, dtype=np.int64)


def _bagi(atas: np.ndarray, bawah: int) -> np.ndarray:
    """Pembagian bilangan bulat, setengah ke atas."""
    pembagi = 2 * bawah
    return (2 * atas + bawah) // pembagi


def menurut_ambang(
    nilai: np.ndarray,
    ambang: Ambang,
    skala: int = SKALA,
) -> np.ndarray:
    """Tingkat ialah banyak batas yang terlampaui; tepat di batas belum melampauinya."""
    naik = list(reversed(ambang))
    batas = []
    nama = [Status.SANGAT_TERTINGGAL.value]
    for satu, status in naik:
        batas.append(int(satu * skala))
        nama.append(status.value)
    tepi = np.array(batas, dtype=np.int64)
    tingkat = np.searchsorted(tepi, nilai, side="left")
    semua = np.array(nama, dtype=object)
    return semua[tingkat]
