"""Hasil satu deret menurut susunan instrumennya.

IDM dari ketiga indeksnya, Indeks Desa dari dimensinya.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from idm import deret, scoring
from idm.scoring import INDEKS, Ambang, Status

Nilai = Decimal | None  # `None` bila belum lengkap


@dataclass(frozen=True)
class Bagian:
    """Satu indeks IDM (0–1, empat desimal), atau poin satu dimensi; `poin` yang sudah terjawab."""

    nama: str
    nilai: Nilai
    poin: int = 0
    maksimum: int | None = None


@dataclass(frozen=True)
class Hasil:
    """IDM 0–1 atau Indeks Desa 0–100; `nilai` dan `status` kosong selama belum terjawab semua."""

    bagian: tuple[Bagian, ...]
    nilai: Nilai
    status: Status | None
    terjawab: int
    banyak: int

    @property
    def is_lengkap(self) -> bool:
        """Tidak ada butir yang belum dijawab."""
        return self.terjawab == self.banyak

    @property
    def poin(self) -> list[Decimal]:
        """Poin tiap dimensi menurut urutannya; kosong selama ada yang belum lengkap."""
        semua = []
        for satu in self.bagian:
            if satu.maksimum is None or satu.nilai is None:
                return []
            semua.append(satu.nilai)
        return semua


@dataclass(frozen=True)
class Susunan:
    """`letak` indeks atau dimensi tiap posisi; `maksimum` poin tertinggi tiap dimensi.

    Tanpa `maksimum` instrumennya IDM: rata-rata ketiga indeks. Dengan `maksimum` Indeks Desa:
    jumlah poin terhadap jumlah poin tertinggi, kali 100. Ambang keduanya lebih besar dari.
    """

    letak: tuple[str, ...]
    ambang: Ambang
    maksimum: Mapping[str, int]

    @property
    def is_dimensi(self) -> bool:
        """Indeks Desa."""
        return bool(self.maksimum)

    @property
    def desimal(self) -> int:
        """Sebagaimana diterbitkan."""
        if self.is_dimensi:
            return scoring.DESIMAL_DIMENSI
        return scoring.DESIMAL

    def hasil(self, skor: str) -> Hasil:
        """Bagian yang sudah lengkap dihitung; seluruhnya bila semuanya lengkap."""
        if self.is_dimensi:
            return self._dimensi(skor)
        return self._indeks(skor)

    def _indeks(self, skor: str) -> Hasil:
        """IKS, IKE, IKL dan rata-ratanya."""
        hitung = deret.hasil(skor, self.letak, self.ambang)
        nilai = (hitung.iks, hitung.ike, hitung.ikl)
        bagian = []
        for nama, satu in zip(INDEKS, nilai, strict=True):
            bagian.append(Bagian(nama, satu))
        return Hasil(
            bagian=tuple(bagian),
            nilai=hitung.idm,
            status=hitung.status,
            terjawab=hitung.terjawab,
            banyak=hitung.banyak,
        )

    def _dimensi(self, skor: str) -> Hasil:
        """Poin tiap dimensi, dan jumlahnya terhadap poin tertinggi."""
        bagian = [self._satu_dimensi(skor, nama) for nama in self.maksimum]
        poin = {}
        for satu in bagian:
            if satu.nilai is not None:
                poin[satu.nama] = satu.nilai
        nilai = scoring.skor_dimensi(poin, self.maksimum)
        return Hasil(
            bagian=tuple(bagian),
            nilai=nilai,
            status=None if nilai is None else scoring.status(nilai, self.ambang),
            terjawab=len(skor) - skor.count(deret.BELUM),
            banyak=len(skor),
        )

    def _satu_dimensi(self, skor: str, nama: str) -> Bagian:
        """Dimensi tanpa aspek atau yang belum lengkap tidak bernilai."""
        jumlah = 0
        is_lengkap = nama in self.letak
        for posisi, milik in enumerate(self.letak, start=1):
            if milik != nama:
                continue
            satu = deret.skor(skor, posisi)
            if satu is None:
                is_lengkap = False
            else:
                jumlah += satu
        nilai = None
        if is_lengkap:
            nilai = Decimal(jumlah)
        return Bagian(nama, nilai, poin=jumlah, maksimum=self.maksimum[nama])
