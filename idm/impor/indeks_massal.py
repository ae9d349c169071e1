"""Banyak baris rekap Indeks Desa diperiksa sekaligus dengan bilangan bulat.

Yang benar seluruhnya diterima di sini; sisanya dirinci sel demi sel oleh `NilaiIndeks`, yang
menyebut masalahnya. Hasil keduanya sama.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from operator import itemgetter
from typing import Any

import numpy as np

from documents.pembaca import Sel
from idm import deret
from idm.impor.indeks_kepala import Baris, angka_sel
from idm.impor.indeks_nilai import NilaiIndeks, Terbaca, status_tertulis
from idm.impor.indeks_susunan import SusunanLembar
from idm.massal import SKALA_POIN, menurut_ambang, skor_poin
from idm.scoring import DESIMAL_DIMENSI, SKOR_TERTINGGI

SEKALI = 4000  # baris yang diperiksa sekaligus
TAK_TERBACA = -1
WAJAR = 1  # seperseratus, seperti `indeks_nilai.WAJAR`


def read_sekaligus(lembar: NilaiIndeks, awal: int) -> dict[int, Terbaca]:
    """Nomor baris → nilai terbitannya, mulai baris `awal`; hanya yang benar seluruhnya."""
    if lembar.susunan is None:
        return {}
    susunan = _Susunan(lembar, lembar.susunan)
    bernomor = enumerate(lembar.tabel.baris[awal - 1 :], start=awal)
    hasil: dict[int, Terbaca] = {}
    while bagian := list(islice(bernomor, SEKALI)):
        hasil |= susunan.read(bagian)
    return hasil


class _Susunan:
    """Kolom berangka satu lembar: nilai, dimensi, subdimensi, lalu aspeknya."""

    def __init__(self, lembar: NilaiIndeks, susunan: SusunanLembar) -> None:
        """Letaknya dicari sekali."""
        self.ambang = susunan.instrumen.ambang()
        self.kolom = [lembar.peta.nilai[lembar.kunci_nilai]]
        self.maksimum = [100]
        self.dimensi = self._letakkan(susunan.dimensi, lembar.peta.dimensi)
        self.bagian: list[tuple[int, list[int]]] = []
        for letak, satu in zip(self.dimensi, susunan.dimensi, strict=True):
            sub = [bagian for bagian in susunan.sub if bagian.dimensi_id == satu.pk]
            termuat = [bagian for bagian in sub if bagian.nama in lembar.peta.subdimensi]
            semua = self._letakkan(termuat, lembar.peta.subdimensi)
            if semua and len(termuat) == len(sub):
                self.bagian.append((letak, semua))
        self.aspek: list[int] = []
        if susunan.is_aspek_lengkap:
            per_posisi = {satu.posisi: satu.kolom for satu in lembar.peta.aspek}
            for satu in susunan.aspek:
                self.aspek.append(self._tambah(per_posisi[satu.posisi], SKOR_TERTINGGI))
        self.penuh = sum(satu.maksimum for satu in susunan.dimensi)
        self.ambil = itemgetter(*self.kolom)
        self.status = lembar.kolom_status(lembar.kunci_nilai)
        self.angka = _Ingatan(_skala)
        self.tertulis = _Ingatan(status_tertulis)

    def _letakkan(self, semua: Sequence[Any], letak: dict[str, int]) -> list[int]:
        """Tempat tiap bagian di antara kolom yang diperiksa."""
        return [self._tambah(letak[satu.nama], satu.maksimum) for satu in semua]

    def _tambah(self, kolom: int, maksimum: int) -> int:
        self.kolom.append(kolom)
        self.maksimum.append(maksimum)
        return len(self.kolom) - 1

    def read(self, bernomor: Sequence[tuple[int, Baris]]) -> dict[int, Terbaca]:
        """Baris yang terlalu pendek dirinci sendiri."""
        lebar = max(*self.kolom, self.status or 0)
        utuh = [satu for satu in bernomor if len(satu[1]) > lebar]
        if not utuh:
            return {}
        angka = np.array([self.angka.semua(self.ambil(isi)) for _, isi in utuh])
        status = menurut_ambang(angka[:, 0], self.ambang, SKALA_POIN)
        sah = self._sah(angka) & self._sah_status(utuh, status)
        pilih = np.flatnonzero(sah)
        nomor = [utuh[letak][0] for letak in pilih]
        return dict(zip(nomor, self._hasil(angka[pilih], status[pilih]), strict=True))

    def _sah(self, angka: np.ndarray) -> np.ndarray:
        """Terbaca, tidak di atas plafonnya, dan semua jumlahnya cocok."""
        tertinggi = np.array(self.maksimum) * SKALA_POIN
        sah = ((angka >= 0) & (angka <= tertinggi)).all(axis=1)
        sah &= (angka[:, self.aspek] % SKALA_POIN == 0).all(axis=1)
        for letak, semua in self.bagian:
            sah &= angka[:, semua].sum(axis=1) == angka[:, letak]
        poin = angka[:, self.dimensi].sum(axis=1)
        terhitung = skor_poin(poin, self.penuh * SKALA_POIN)
        return sah & (np.abs(terhitung - angka[:, 0]) <= WAJAR)

    def _sah_status(self, utuh: Sequence[tuple[int, Baris]], status: np.ndarray) -> np.ndarray:
        """Tidak tertulis, atau sama dengan menurut skornya."""
        if self.status is None:
            return np.ones(len(utuh), dtype=bool)
        tertulis = self.tertulis.semua([isi[self.status] for _, isi in utuh])
        pasangan = zip(tertulis, status, strict=True)
        return np.array([satu in ("", "-", hitung) for satu, hitung in pasangan])

    def _hasil(self, angka: np.ndarray, status: np.ndarray) -> Iterator[Terbaca]:
        """Satu tiap baris."""
        poin = _Nilai(_teks_poin)
        skor = _Nilai(_desimal)
        bita = (angka[:, self.aspek] // SKALA_POIN + ord("0")).astype(np.uint8)
        semua = zip(
            angka[:, 0].tolist(),
            status.tolist(),
            angka[:, self.dimensi].tolist(),
            bita,
            strict=True,
        )
        for nilai, nama, dimensi, aspek in semua:
            deret_poin = ";".join(map(poin.__getitem__, dimensi))
            yield Terbaca(skor[nilai], nama, deret_poin, aspek.tobytes().decode())


class _Ingatan:
    """Hasil `hitung` tiap sel; sel yang sama satu benda, maka dikenali menurut pengenalnya."""

    def __init__(self, hitung: Callable[[Sel], Any]) -> None:
        self.hitung = hitung
        self.isi: dict[int, Any] = {}

    def semua(self, sel: Sequence[Sel]) -> list[Any]:
        """Yang belum dikenal dihitung dahulu."""
        kunci = list(map(id, sel))
        try:
            return list(map(self.isi.__getitem__, kunci))
        except KeyError:
            for satu in sel:
                if id(satu) not in self.isi:
                    self.isi[id(satu)] = self.hitung(satu)
        return list(map(self.isi.__getitem__, kunci))


class _Nilai(dict[int, Any]):
    """Hasil `hitung` tiap bilangan."""

    def __init__(self, hitung: Callable[[int], Any]) -> None:
        super().__init__()
        self.hitung = hitung

    def __missing__(self, bilangan: int) -> Any:
        self[bilangan] = hasil = self.hitung(bilangan)
        return hasil


def _skala(sel: Sel) -> int:
    """Angkanya dalam seperseratus; yang bukan angka atau lebih teliti tidak terbaca di sini."""
    nilai = angka_sel([sel], 0)
    if nilai is None:
        return TAK_TERBACA
    lipat = nilai * SKALA_POIN
    if lipat != int(lipat) or abs(lipat) > SKALA_POIN**3:
        return TAK_TERBACA
    return int(lipat)


def _desimal(bilangan: int) -> Decimal:
    return Decimal(bilangan).scaleb(-DESIMAL_DIMENSI)


def _teks_poin(bilangan: int) -> str:
    return deret.deret_poin([_desimal(bilangan)])
