"""Banyak baris rekap Indeks Desa diperiksa sekaligus dengan bilangan bulat.

Yang benar seluruhnya diterima di sini; sisanya dirinci sel demi sel oleh `NilaiIndeks`, yang
menyebut masalahnya. Hasil keduanya sama.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any

import numpy as np

from documents.pembaca import Sel
from idm import deret
from idm.impor.indeks_kepala import Baris, KolomAspek, angka_sel
from idm.impor.indeks_nilai import NilaiIndeks, Terbaca, status_tertulis
from idm.impor.indeks_susunan import SusunanLembar
from idm.massal import SKALA_POIN, menurut_ambang, skor_poin
from idm.scoring import DESIMAL_DIMENSI, SKOR_TERTINGGI

Bernomor = tuple[int, Baris]
SEKALI = 4000  # baris yang diperiksa sekaligus
TAK_TERBACA = -1
TERBESAR = 10**6  # seperseratus; jauh di atas plafon mana pun
WAJAR = 1  # seperseratus, seperti `indeks_nilai.WAJAR`


def read_sekaligus(lembar: NilaiIndeks, awal: int) -> dict[int, Terbaca]:
    """Nomor baris → nilai terbitannya, mulai baris `awal`; hanya yang benar seluruhnya."""
    if lembar.susunan is None:
        return {}
    susunan = _Susunan(lembar, lembar.susunan)
    isi_lembar = lembar.tabel.baris[awal - 1 :]
    bernomor = enumerate(isi_lembar, start=awal)
    hasil: dict[int, Terbaca] = {}
    while bagian := list(islice(bernomor, SEKALI)):
        hasil |= susunan.read(bagian)
    return hasil


class _Susunan:
    """Kolom berangka satu lembar: nilai, dimensi, subdimensi, lalu aspeknya.

    `dimensi`, `bagian` dan `aspek` menyebut tempatnya di antara `kolom`, yang memuat letaknya pada
    lembar; `maksimum` poin tertinggi tiap kolom itu.
    """

    def __init__(self, lembar: NilaiIndeks, susunan: SusunanLembar) -> None:
        """Letaknya dicari sekali."""
        peta = lembar.peta
        letak_nilai = peta.nilai[lembar.kunci_nilai]
        self.ambang = susunan.instrumen.ambang()
        self.kolom = [letak_nilai]
        self.maksimum = [100]
        self.dimensi = self._letakkan(susunan.dimensi, peta.dimensi)
        self.bagian: list[tuple[int, list[int]]] = []
        self._letakkan_bagian(susunan, peta.subdimensi)
        self.aspek: list[int] = []
        if susunan.is_aspek_lengkap:
            self._letakkan_aspek(susunan, peta.aspek)
        self.penuh = sum(satu.maksimum for satu in susunan.dimensi)
        self.ambil = itemgetter(*self.kolom)
        self.status = lembar.kolom_status(lembar.kunci_nilai)
        self.angka = _Ingatan(_skala)
        self.tertulis = _Ingatan(status_tertulis)

    def _letakkan(self, semua: Sequence[Any], letak: dict[str, int]) -> list[int]:
        """Tempat tiap bagian di antara kolom yang diperiksa."""
        tempat = []
        for satu in semua:
            kolom = letak[satu.nama]
            nomor = self._tambah(kolom, satu.maksimum)
            tempat.append(nomor)
        return tempat

    def _letakkan_bagian(
        self,
        susunan: SusunanLembar,
        letak: dict[str, int],
    ) -> None:
        """Subdimensi tiap dimensi; jumlahnya hanya diperiksa bila semuanya dimuat."""
        for tempat, dimensi in zip(self.dimensi, susunan.dimensi, strict=True):
            sub = [satu for satu in susunan.sub if satu.dimensi_id == dimensi.pk]
            termuat = [satu for satu in sub if satu.nama in letak]
            semua = self._letakkan(termuat, letak)
            if semua and len(termuat) == len(sub):
                pasangan = (tempat, semua)
                self.bagian.append(pasangan)

    def _letakkan_aspek(
        self,
        susunan: SusunanLembar,
        kolom: Sequence[KolomAspek],
    ) -> None:
        """Menurut urutan deretnya."""
        per_posisi = {satu.posisi: satu.kolom for satu in kolom}
        for satu in susunan.aspek:
            letak = per_posisi[satu.posisi]
            nomor = self._tambah(letak, SKOR_TERTINGGI)
            self.aspek.append(nomor)

    def _tambah(self, kolom: int, maksimum: int) -> int:
        """Tempat kolom yang ditambahkan."""
        self.kolom.append(kolom)
        self.maksimum.append(maksimum)
        return len(self.kolom) - 1

    def read(self, bernomor: Sequence[Bernomor]) -> dict[int, Terbaca]:
        """Baris yang terlalu pendek dirinci sendiri."""
        lebar = max(*self.kolom, self.status or 0)
        utuh = [satu for satu in bernomor if len(satu[1]) > lebar]
        if not utuh:
            return {}
        baris = []
        for _, isi in utuh:
            sel = self.ambil(isi)
            terbaca = self.angka.semua(sel)
            baris.append(terbaca)
        angka = np.array(baris)
        status = menurut_ambang(angka[:, 0], self.ambang, SKALA_POIN)
        sah = self._sah(angka) & self._sah_status(utuh, status)
        pilih = np.flatnonzero(sah)
        nomor = [utuh[letak][0] for letak in pilih]
        hasil = self._hasil(angka[pilih], status[pilih])
        return dict(zip(nomor, hasil, strict=True))

    def _sah(self, angka: np.ndarray) -> np.ndarray:
        """Terbaca, tidak di atas plafonnya, dan semua jumlahnya cocok."""
        tertinggi = np.array(self.maksimum) * SKALA_POIN
        is_terbaca = angka >= 0
        is_wajar = angka <= tertinggi
        sah = (is_terbaca & is_wajar).all(axis=1)
        sisa = angka[:, self.aspek] % SKALA_POIN
        sah &= ~sisa.any(axis=1)
        for letak, semua in self.bagian:
            jumlah = angka[:, semua].sum(axis=1)
            sah &= jumlah == angka[:, letak]
        poin = angka[:, self.dimensi].sum(axis=1)
        terhitung = skor_poin(poin, self.penuh * SKALA_POIN)
        selisih = np.abs(terhitung - angka[:, 0])
        return sah & (selisih <= WAJAR)

    def _sah_status(
        self,
        utuh: Sequence[Bernomor],
        status: np.ndarray,
    ) -> np.ndarray:
        """Tidak tertulis, atau sama dengan menurut skornya."""
        if self.status is None:
            return np.ones(len(utuh), dtype=bool)
        sel = [isi[self.status] for _, isi in utuh]
        tertulis = self.tertulis.semua(sel)
        sah = []
        for satu, hitung in zip(tertulis, status, strict=True):
            is_sama = satu in ("", "-", hitung)
            sah.append(is_sama)
        return np.array(sah)

    def _hasil(self, angka: np.ndarray, status: np.ndarray) -> Iterator[Terbaca]:
        """Satu tiap baris."""
        teks_poin = cache(_teks_poin)
        desimal = cache(_desimal)
        bulat = angka[:, self.aspek] // SKALA_POIN
        aksara = bulat + ord("0")
        semua = zip(
            angka[:, 0].tolist(),
            status.tolist(),
            angka[:, self.dimensi].tolist(),
            aksara.astype(np.uint8),
            strict=True,
        )
        for nilai, nama, dimensi, aspek in semua:
            poin = ";".join(map(teks_poin, dimensi))
            bita = aspek.tobytes()
            skor = desimal(nilai)
            yield Terbaca(skor, nama, poin, bita.decode())


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
            self._kenali(sel)
        return list(map(self.isi.__getitem__, kunci))

    def _kenali(self, sel: Sequence[Sel]) -> None:
        """Tiap sel baru dihitung sekali."""
        for satu in sel:
            kunci = id(satu)
            if kunci not in self.isi:
                self.isi[kunci] = self.hitung(satu)


def _skala(sel: Sel) -> int:
    """Angkanya dalam seperseratus; yang bukan angka atau lebih teliti tidak terbaca di sini."""
    nilai = angka_sel([sel], 0)
    if nilai is None:
        return TAK_TERBACA
    lipat = nilai * SKALA_POIN
    bulat = int(lipat)
    if lipat != bulat or bulat > TERBESAR:
        return TAK_TERBACA
    return bulat


def _desimal(bilangan: int) -> Decimal:
    """Dari seperseratus, dua desimal."""
    return Decimal(bilangan).scaleb(-DESIMAL_DIMENSI)


def _teks_poin(bilangan: int) -> str:
    """Poin satu dimensi sebagaimana tersimpan dalam deretnya."""
    poin = _desimal(bilangan)
    return deret.deret_poin([poin])
