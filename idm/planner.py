"""Jalan ke status berikutnya.

Langkah paling sedikit, atau paling murah, yang menaikkan status IDM satu desa. Semua dihitung
dengan bilangan bulat. Naik satu skor pada indeks yang terdiri atas n indikator menambah IDM
1/(n × 5 × 3); status dibandingkan atas IDM yang dibulatkan sekali ke empat desimal (Permendesa
PDTT 2/2016).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import gcd, prod

from idm.scoring import AMBANG, DESIMAL, SKOR_TERTINGGI, Ambang, Status, status

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
        jumlah = 0
        for satu in self.langkah:
            if satu.biaya is None:
                return None
            jumlah += satu.biaya
        return jumlah


Pilihan = tuple[int, int, tuple[Langkah, ...]]  # tambahan, harga, langkah
Capaian = tuple[int, int, tuple[Langkah, ...]]  # harga, banyak langkah, jejak


class Desa:
    """Skor satu desa sebagai bilangan bulat.

    `satuan` per indeks, `total`, dan `penuh` (IDM = total/penuh).
    """

    def __init__(self, butir: Sequence[ButirRencana], ambang: Ambang = AMBANG) -> None:
        self.ambang = ambang
        self.butir = sorted(butir, key=lambda b: b.posisi)
        banyak = Counter(satu.indeks for satu in butir)
        if not all(banyak[nama] for nama in INDEKS):
            raise ValueError("Tiap indeks harus punya indikator.")
        kali = prod(banyak[nama] for nama in INDEKS)
        satuan = {nama: kali // banyak[nama] for nama in INDEKS}
        bagi = gcd(*satuan.values())
        self.satuan = {nama: n // bagi for nama, n in satuan.items()}
        self.penuh = len(INDEKS) * SKOR_TERTINGGI * kali // bagi
        self.total = sum(b.skor * self.satuan[b.indeks] for b in self.butir)

    def idm(self, tambahan: int = 0) -> Decimal:
        """IDM empat desimal sesudah `tambahan`, dibulatkan sekali setengah ke atas."""
        atas = SKALA * (self.total + tambahan)
        bulat = (2 * atas + self.penuh) // (2 * self.penuh)
        return Decimal(bulat) / SKALA

    def status(self, tambahan: int = 0) -> Status:
        return status(self.idm(tambahan), self.ambang)

    def ambang_berikutnya(self) -> tuple[Decimal, Status] | None:
        """Ambang dan status di atas status kini; `None` bila sudah Mandiri."""
        nilai = self.idm()
        for batas, nama in reversed(self.ambang):
            if nilai <= batas:
                return batas, nama
        return None

    def kurang(self, ambang: Decimal) -> int:
        """Tambahan paling sedikit (dalam satuan) agar IDM terbulatkan melampaui `ambang`."""
        batas = int(ambang * SKALA)
        setengah = (2 * batas + 1) * self.penuh  # IDM × SKALA ≥ batas + ½
        perlu = -(-setengah // (2 * SKALA))
        return max(perlu - self.total, 0)

    def tangga(self, b: ButirRencana) -> list[Langkah]:
        """Langkah berurutan satu indikator, hanya ke skor yang ada pada rubriknya."""
        di_atas = sorted(s for s in b.tersedia if s > b.skor)
        biaya = b.biaya or {}
        langkah = []
        for dari, ke in pairwise([b.skor, *di_atas]):
            tambah = self.desimal((ke - dari) * self.satuan[b.indeks])
            langkah.append(
                Langkah(
                    b.posisi,
                    dari,
                    ke,
                    tambah,
                    biaya.get(ke),
                )
            )
        return langkah

    def desimal(self, tambahan: int) -> Decimal:
        """Pertambahan IDM tanpa pembulatan."""
        return Decimal(tambahan) / Decimal(self.penuh)


def skor_minimal(desa: Desa) -> Decimal | None:
    """SKOR_MINIMAL pada layanan resmi: ambang berikutnya + 0,0001; `None` bila sudah Mandiri."""
    berikut = desa.ambang_berikutnya()
    if berikut is None:
        return None
    batas, _ = berikut
    return batas + Decimal(1).scaleb(-DESIMAL)


def tersedikit(desa: Desa, ambang: Decimal) -> Rencana | None:
    """Langkah paling sedikit yang melampaui `ambang`; `None` bila rubriknya tidak memungkinkan."""
    return _terbaik(desa, ambang, lambda langkah: 1)


def termurah(desa: Desa, ambang: Decimal) -> Rencana | None:
    """Langkah termurah, hanya dari yang biayanya diketahui.

    Banyak langkah menjadi pemutus bila biayanya sama.
    """
    return _terbaik(desa, ambang, lambda langkah: langkah.biaya)


def _terbaik(desa: Desa, ambang: Decimal, harga: Callable[[Langkah], int | None]) -> Rencana | None:
    """Pemrograman dinamis: harga terkecil untuk tiap tambahan, terpotong pada yang diperlukan.

    Pilihan tiap indikator adalah berapa langkah dari tangganya yang diambil; langkah ke-2
    menuntut langkah ke-1.
    """
    perlu = desa.kurang(ambang)
    terbaik: dict[int, Capaian] = {0: (0, 0, ())}
    for b in desa.butir:
        terbaik = _bertambah(terbaik, _pilihan(desa, b, harga), perlu)
    if perlu not in terbaik:
        return None
    *_, langkah = terbaik[perlu]
    satuan = {b.posisi: desa.satuan[b.indeks] for b in desa.butir}
    tambahan = sum((satu.ke - satu.dari) * satuan[satu.posisi] for satu in langkah)
    return Rencana(langkah, desa.idm(tambahan), desa.status(tambahan))


def _bertambah(
    terbaik: dict[int, Capaian],
    pilihan: list[Pilihan],
    perlu: int,
) -> dict[int, Capaian]:
    """Capaian sesudah pilihan satu indikator ikut diperhitungkan."""
    baru = dict(terbaik)
    for tambahan, (harga, banyak, jejak) in terbaik.items():
        for tambah, biaya, langkah in pilihan:
            kunci = min(tambahan + tambah, perlu)
            calon = (harga + biaya, banyak + len(langkah))
            if kunci not in baru or calon < baru[kunci][:2]:
                baru[kunci] = (*calon, (*jejak, *langkah))
    return baru


def _pilihan(desa: Desa, b: ButirRencana, harga: Callable[[Langkah], int | None]) -> list[Pilihan]:
    """Satu, dua, … langkah; berhenti pada langkah yang harganya tidak diketahui."""
    hasil: list[Pilihan] = []
    jumlah = 0
    tangga = desa.tangga(b)
    for i, langkah in enumerate(tangga, start=1):
        satu = harga(langkah)
        if satu is None:
            break
        jumlah += satu
        tambahan = (langkah.ke - b.skor) * desa.satuan[b.indeks]
        hasil.append((tambahan, jumlah, tuple(tangga[:i])))
    return hasil


def langkah_minimal(desa: Desa, ambang: Decimal) -> int | None:
    """Banyak langkah paling sedikit saja, jauh lebih cepat dari `tersedikit`.

    Pemrograman dinamis atas tambahan terbesar yang dicapai k langkah, k dinaikkan sampai cukup;
    `None` bila tidak mungkin.
    """
    perlu = desa.kurang(ambang)
    terbesar = [0]  # indeks: banyak langkah
    for b in desa.butir:
        satuan = desa.satuan[b.indeks]
        tangga = [(satu.ke - b.skor) * satuan for satu in desa.tangga(b)]
        terbesar = _terbesar(terbesar, [0, *tangga])
    for banyak, tambahan in enumerate(terbesar):
        if tambahan >= perlu:
            return banyak
    return None


def _terbesar(terbesar: list[int], tangga: list[int]) -> list[int]:
    """Tambahan terbesar tiap banyak langkah, sesudah tangga satu indikator ikut dipilih."""
    baru = [0] * (len(terbesar) + len(tangga) - 1)
    for lama, sebelum in enumerate(terbesar):
        for naik, tambah in enumerate(tangga):
            baru[lama + naik] = max(baru[lama + naik], sebelum + tambah)
    return baru


def sebanyak_mungkin(harga: dict[str, int], anggaran: int) -> list[str]:
    """Desa terbanyak yang dapat naik dengan `anggaran` (langkah atau rupiah).

    Dari yang paling ringan.
    """
    terpilih = []
    sisa = anggaran
    for kode in sorted(harga, key=lambda satu: (harga[satu], satu)):
        if harga[kode] > sisa:
            break
        terpilih.append(kode)
        sisa -= harga[kode]
    return terpilih
