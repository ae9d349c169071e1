"""Jalan ke status berikutnya: langkah paling sedikit, atau paling murah, yang menaikkan status IDM satu desa.

Semua dihitung dengan bilangan bulat. Naik satu skor pada indeks yang terdiri atas n indikator menambah IDM
1/(n × 5 × 3); status dibandingkan atas IDM yang dibulatkan sekali ke empat desimal (Permendesa PDTT 2/2016).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import gcd

from idm.scoring import AMBANG, DESIMAL, SKOR_TERTINGGI, Ambang, Status

SKALA = 10**DESIMAL
INDEKS = ("IKS", "IKE", "IKL")


@dataclass(frozen=True)
class ButirRencana:
    """Satu indikator: indeksnya, skor kini, dan skor yang ada pada rubriknya."""

    posisi: int
    indeks: str
    skor: int
    tersedia: tuple[int, ...]
    biaya: dict[int, int] | None = None  # skor tujuan → rupiah satu langkah ke sana


@dataclass(frozen=True)
class Langkah:
    """Naik ke skor berikutnya yang ada; `tambah` pertambahan IDM tanpa pembulatan."""

    posisi: int
    dari: int
    ke: int
    tambah: Decimal
    biaya: int | None


@dataclass(frozen=True)
class Rencana:
    """Langkah terpilih menurut urutan indikator, IDM dan status sesudahnya."""

    langkah: tuple[Langkah, ...]
    idm: Decimal
    status: Status

    @property
    def biaya(self) -> int | None:
        """Jumlah biaya; `None` bila ada langkah yang biayanya tidak diketahui."""
        nilai = [x.biaya for x in self.langkah]
        return None if None in nilai else sum(n for n in nilai if n is not None)


class Desa:
    """Skor satu desa sebagai bilangan bulat: `satuan` per indeks, `total`, dan `penuh` (IDM = total/penuh)."""

    def __init__(self, butir: Sequence[ButirRencana], ambang: Ambang = AMBANG) -> None:
        self.ambang = ambang
        self.butir = sorted(butir, key=lambda b: b.posisi)
        banyak = {i: sum(b.indeks == i for b in butir) for i in INDEKS}
        if not all(banyak.values()):
            raise ValueError("Tiap indeks harus punya indikator.")
        kali = banyak["IKS"] * banyak["IKE"] * banyak["IKL"]
        satuan = {i: kali // n for i, n in banyak.items()}
        bagi = gcd(*satuan.values())
        self.satuan = {i: n // bagi for i, n in satuan.items()}
        self.penuh = 3 * SKOR_TERTINGGI * kali // bagi
        self.total = sum(b.skor * self.satuan[b.indeks] for b in self.butir)

    def idm(self, tambahan: int = 0) -> Decimal:
        """IDM empat desimal sesudah `tambahan`, dibulatkan sekali setengah ke atas."""
        atas = SKALA * (self.total + tambahan)
        return Decimal((2 * atas + self.penuh) // (2 * self.penuh)) / SKALA

    def status(self, tambahan: int = 0) -> Status:
        nilai = self.idm(tambahan)
        return next(
            (nama for batas, nama in self.ambang if nilai > batas), Status.SANGAT_TERTINGGAL
        )

    def ambang_berikutnya(self) -> tuple[Decimal, Status] | None:
        """Ambang dan status di atas status kini; `None` bila sudah Mandiri."""
        naik = [(batas, nama) for batas, nama in reversed(self.ambang) if self.idm() <= batas]
        return naik[0] if naik else None

    def kurang(self, ambang: Decimal) -> int:
        """Tambahan paling sedikit (dalam satuan) agar IDM terbulatkan melampaui `ambang`."""
        batas = int(ambang * SKALA)
        perlu = -(-(2 * batas + 1) * self.penuh // (2 * SKALA))  # IDM × SKALA ≥ batas + ½
        return max(perlu - self.total, 0)

    def tangga(self, b: ButirRencana) -> list[Langkah]:
        """Langkah berurutan satu indikator, hanya ke skor yang ada pada rubriknya."""
        skor = [b.skor, *sorted(s for s in b.tersedia if s > b.skor)]
        biaya = b.biaya or {}
        return [
            Langkah(
                b.posisi, dari, ke, self.desimal((ke - dari) * self.satuan[b.indeks]), biaya.get(ke)
            )
            for dari, ke in pairwise(skor)
        ]

    def desimal(self, tambahan: int) -> Decimal:
        """Pertambahan IDM tanpa pembulatan."""
        return Decimal(tambahan) / Decimal(self.penuh)


def skor_minimal(desa: Desa) -> Decimal | None:
    """SKOR_MINIMAL pada layanan resmi: ambang berikutnya + 0,0001; `None` bila sudah Mandiri."""
    berikut = desa.ambang_berikutnya()
    return berikut[0] + Decimal(1).scaleb(-DESIMAL) if berikut else None


def tersedikit(desa: Desa, ambang: Decimal) -> Rencana | None:
    """Langkah paling sedikit yang melampaui `ambang`; `None` bila rubriknya tidak memungkinkan."""
    return _terbaik(desa, ambang, lambda langkah: 1)


def termurah(desa: Desa, ambang: Decimal) -> Rencana | None:
    """Langkah termurah, hanya dari yang biayanya diketahui; banyak langkah menjadi pemutus bila biayanya sama."""
    return _terbaik(desa, ambang, lambda langkah: langkah.biaya)


def _terbaik(desa: Desa, ambang: Decimal, harga: Callable[[Langkah], int | None]) -> Rencana | None:
    """Pemrograman dinamis: harga terkecil untuk tiap tambahan, terpotong pada tambahan yang diperlukan.

    Pilihan tiap indikator adalah berapa langkah dari tangganya yang diambil; langkah ke-2 menuntut langkah ke-1.
    """
    perlu = desa.kurang(ambang)
    # tambahan tercapai -> (harga, banyak langkah, jejak)
    terbaik: dict[int, tuple[int, int, tuple[Langkah, ...]]] = {0: (0, 0, ())}
    for b in desa.butir:
        pilihan = _pilihan(desa, b, harga)
        baru = dict(terbaik)
        for tambahan, (h, n, jejak) in terbaik.items():
            for tambah, biaya, langkah in pilihan:
                kunci = min(tambahan + tambah, perlu)
                calon = (h + biaya, n + len(langkah))
                if kunci not in baru or calon < baru[kunci][:2]:
                    baru[kunci] = (*calon, (*jejak, *langkah))
        terbaik = baru
    if perlu not in terbaik:
        return None
    langkah = terbaik[perlu][2]
    tambahan = sum((x.ke - x.dari) * desa.satuan[_indeks(desa, x)] for x in langkah)
    return Rencana(langkah, desa.idm(tambahan), desa.status(tambahan))


def _pilihan(
    desa: Desa, b: ButirRencana, harga: Callable[[Langkah], int | None]
) -> list[tuple[int, int, tuple[Langkah, ...]]]:
    """`(tambahan, harga, langkah)` untuk satu, dua, … langkah; berhenti pada langkah yang harganya tidak diketahui."""
    hasil, jumlah, tangga = [], 0, desa.tangga(b)
    for i, langkah in enumerate(tangga, start=1):
        satu = harga(langkah)
        if satu is None:
            break
        jumlah += satu
        hasil.append(((langkah.ke - b.skor) * desa.satuan[b.indeks], jumlah, tuple(tangga[:i])))
    return hasil


def _indeks(desa: Desa, langkah: Langkah) -> str:
    return next(b.indeks for b in desa.butir if b.posisi == langkah.posisi)


def langkah_minimal(desa: Desa, ambang: Decimal) -> int | None:
    """Banyak langkah paling sedikit saja, jauh lebih cepat dari `tersedikit`; `None` bila tidak mungkin.

    Pemrograman dinamis atas tambahan terbesar yang dicapai k langkah, k dinaikkan sampai cukup.
    """
    perlu = desa.kurang(ambang)
    terbesar = [0]  # indeks: banyak langkah
    for b in desa.butir:
        tangga = [(x.ke - b.skor) * desa.satuan[b.indeks] for x in desa.tangga(b)]
        panjang = len(terbesar) + len(tangga)
        terbesar = [
            max(
                terbesar[k - j] + (tangga[j - 1] if j else 0)
                for j in range(min(k, len(tangga)) + 1)
                if k - j < len(terbesar)
            )
            for k in range(panjang)
        ]
    return next((k for k, tambahan in enumerate(terbesar) if tambahan >= perlu), None)


def sebanyak_mungkin(harga: dict[str, int], anggaran: int) -> list[str]:
    """Desa terbanyak yang dapat naik dengan `anggaran` (langkah atau rupiah): dari yang paling ringan."""
    terpilih, sisa = [], anggaran
    for kode, satu in sorted(harga.items(), key=lambda pasangan: (pasangan[1], pasangan[0])):
        if satu > sisa:
            break
        terpilih.append(kode)
        sisa -= satu
    return terpilih
