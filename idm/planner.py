"""Jalan ke status berikutnya.

Langkah paling sedikit, atau paling murah, yang menaikkan status satu desa. Semua dihitung dengan
bilangan bulat. Naik satu skor pada indeks yang terdiri atas n indikator menambah IDM
1/(n × 5 × 3); status dibandingkan atas IDM yang dibulatkan sekali ke empat desimal (Permendesa
PDTT 2/2016). Poin aspek Indeks Desa di `idm.planner_poin`.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import gcd, prod

from idm.scoring import AMBANG, DESIMAL, INDEKS, SKOR_TERTINGGI, Ambang, Status, status

Tangga = list[int]


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


Harga = Callable[[Langkah], int | None]  # None: tidak diketahui
Pilihan = tuple[int, int, tuple[Langkah, ...]]  # tambahan, harga, langkah
SemuaPilihan = list[Pilihan]
Capaian = tuple[int, int, tuple[Langkah, ...]]  # harga, banyak langkah, jejak
Terbaik = dict[int, Capaian]  # menurut tambahannya


def _satuan(butir: Sequence[ButirRencana]) -> tuple[dict[str, int], int]:
    """Satuan tiap indeks, dan penyebut bersamanya sesudah disederhanakan."""
    indeks = Counter(satu.indeks for satu in butir)
    banyak = [indeks[nama] for nama in INDEKS]
    if not all(banyak):
        raise ValueError("Tiap indeks harus punya indikator.")
    kali = prod(banyak)
    semula = [kali // satu for satu in banyak]
    bagi = gcd(*semula)
    satuan = {}
    pasangan = zip(INDEKS, semula, strict=True)
    for nama, kelipatan in pasangan:
        satuan[nama] = kelipatan // bagi
    penyebut = kali // bagi
    return satuan, penyebut


class Desa:
    """Skor satu desa sebagai bilangan bulat.

    `satuan` per indeks, `total`, dan `penuh` (IDM = total/penuh).
    """

    desimal = DESIMAL
    faktor = 1

    def __init__(self, butir: Sequence[ButirRencana], ambang: Ambang = AMBANG) -> None:
        """Penyebut semua indeks disamakan, agar tidak ada pecahan."""
        self.ambang = ambang
        self.butir = sorted(butir, key=lambda satu: satu.posisi)
        self.satuan, kali = _satuan(self.butir)
        tertinggi = len(INDEKS) * SKOR_TERTINGGI
        self.penuh = tertinggi * kali
        self.total = 0
        for satu in self.butir:
            satuan_indeks = self.satuan[satu.indeks]
            self.total += satu.skor * satuan_indeks

    @property
    def skala(self) -> int:
        """Sepuluh pangkat desimalnya."""
        return 10**self.desimal

    def idm(self, tambahan: int = 0) -> Decimal:
        """Indeks sesudah `tambahan`, dibulatkan sekali setengah ke atas menurut desimalnya."""
        total = self.total + tambahan
        atas = 2 * self.skala * self.faktor * total
        bawah = 2 * self.penuh
        bulat = (atas + self.penuh) // bawah
        return Decimal(bulat).scaleb(-self.desimal)

    def status(self, tambahan: int = 0) -> Status:
        """Status sesudah `tambahan`, dari IDM yang sudah dibulatkan."""
        nilai = self.idm(tambahan)
        return status(nilai, self.ambang)

    def ambang_berikutnya(self) -> tuple[Decimal, Status] | None:
        """Ambang dan status di atas status kini; `None` bila sudah Mandiri."""
        nilai = self.idm()
        for batas, nama in reversed(self.ambang):
            if nilai <= batas:
                return batas, nama
        return None

    def kurang(self, ambang: Decimal) -> int:
        """Tambahan paling sedikit (dalam satuan) agar indeks terbulatkan melampaui `ambang`."""
        batas = int(ambang * self.skala)
        setengah = (2 * batas + 1) * self.penuh  # indeks × skala ≥ batas + ½
        bawah = 2 * self.skala * self.faktor
        perlu = -(-setengah // bawah)
        return max(perlu - self.total, 0)

    def tangga(self, butir: ButirRencana) -> list[Langkah]:
        """Langkah berurutan satu indikator, hanya ke skor yang ada pada rubriknya."""
        lebih = [skor for skor in butir.tersedia if skor > butir.skor]
        di_atas = sorted(lebih)
        biaya = butir.biaya or {}
        satuan = self.satuan[butir.indeks]
        anak_tangga = [butir.skor, *di_atas]
        langkah = []
        for dari, ke in pairwise(anak_tangga):
            naik = (ke - dari) * satuan
            satu = Langkah(
                posisi=butir.posisi,
                dari=dari,
                ke=ke,
                tambah=self.pertambahan(naik),
                biaya=biaya.get(ke),
            )
            langkah.append(satu)
        return langkah

    def pertambahan(self, tambahan: int) -> Decimal:
        """Pertambahan indeks tanpa pembulatan."""
        return Decimal(tambahan * self.faktor) / Decimal(self.penuh)


def skor_minimal(desa: Desa) -> Decimal | None:
    """SKOR_MINIMAL: ambang berikutnya + satuan terkecil indeksnya; `None` bila sudah Mandiri."""
    berikut = desa.ambang_berikutnya()
    if berikut is None:
        return None
    batas, _ = berikut
    terkecil = Decimal(1).scaleb(-desa.desimal)
    return batas + terkecil


def tersedikit(desa: Desa, ambang: Decimal) -> Rencana | None:
    """Langkah paling sedikit yang melampaui `ambang`; `None` bila rubriknya tidak memungkinkan."""
    return _terbaik(desa, ambang, lambda langkah: 1)


def termurah(desa: Desa, ambang: Decimal) -> Rencana | None:
    """Langkah termurah, hanya dari yang biayanya diketahui.

    Banyak langkah menjadi pemutus bila biayanya sama.
    """
    return _terbaik(desa, ambang, lambda langkah: langkah.biaya)


def _terbaik(desa: Desa, ambang: Decimal, harga: Harga) -> Rencana | None:
    """Pemrograman dinamis: harga terkecil untuk tiap tambahan, terpotong pada yang diperlukan.

    Pilihan tiap indikator adalah berapa langkah dari tangganya yang diambil; langkah ke-2
    menuntut langkah ke-1.
    """
    perlu = desa.kurang(ambang)
    terbaik: Terbaik = {0: (0, 0, ())}
    for butir in desa.butir:
        pilihan = _pilihan(desa, butir, harga)
        terbaik = _bertambah(terbaik, pilihan, perlu)
    if perlu not in terbaik:
        return None
    *_, langkah = terbaik[perlu]
    tambahan = _tambahan(desa, langkah)
    return Rencana(
        langkah=langkah,
        idm=desa.idm(tambahan),
        status=desa.status(tambahan),
    )


def _tambahan(desa: Desa, langkah: Sequence[Langkah]) -> int:
    """Jumlah kenaikan semua langkah, dalam satuan desanya."""
    satuan = {}
    for butir in desa.butir:
        satuan[butir.posisi] = desa.satuan[butir.indeks]
    jumlah = 0
    for satu in langkah:
        naik = satu.ke - satu.dari
        jumlah += naik * satuan[satu.posisi]
    return jumlah


def _bertambah(terbaik: Terbaik, pilihan: SemuaPilihan, perlu: int) -> Terbaik:
    """Capaian sesudah pilihan satu indikator ikut diperhitungkan."""
    baru = dict(terbaik)
    for tambahan, (harga, banyak, jejak) in terbaik.items():
        for tambah, biaya, langkah in pilihan:
            kunci = min(tambahan + tambah, perlu)
            calon = (harga + biaya, banyak + len(langkah))
            if kunci in baru and calon >= baru[kunci][:2]:
                continue
            sejauh_ini = (*jejak, *langkah)
            baru[kunci] = (*calon, sejauh_ini)
    return baru


def _pilihan(desa: Desa, butir: ButirRencana, harga: Harga) -> SemuaPilihan:
    """Satu, dua, … langkah; berhenti pada langkah yang harganya tidak diketahui."""
    hasil: SemuaPilihan = []
    jumlah = 0
    satuan = desa.satuan[butir.indeks]
    tangga = desa.tangga(butir)
    for urut, langkah in enumerate(tangga, start=1):
        satu = harga(langkah)
        if satu is None:
            break
        jumlah += satu
        tambahan = (langkah.ke - butir.skor) * satuan
        diambil = tuple(tangga[:urut])
        hasil.append((tambahan, jumlah, diambil))
    return hasil


def langkah_minimal(desa: Desa, ambang: Decimal) -> int | None:
    """Banyak langkah paling sedikit saja, jauh lebih cepat dari `tersedikit`.

    Pemrograman dinamis atas tambahan terbesar yang dicapai k langkah, k dinaikkan sampai cukup;
    `None` bila tidak mungkin.
    """
    perlu = desa.kurang(ambang)
    terbesar = [0]  # indeks: banyak langkah
    for butir in desa.butir:
        satuan = desa.satuan[butir.indeks]
        tangga = []
        for satu in desa.tangga(butir):
            naik = satu.ke - butir.skor
            tangga.append(naik * satuan)
        terbesar = _secukupnya(_terbesar(terbesar, [0, *tangga]), perlu)
    return len(terbesar) - 1 if terbesar[-1] >= perlu else None


def _secukupnya(terbesar: Tangga, perlu: int) -> Tangga:
    """Sampai banyak langkah pertama yang cukup; yang lebih banyak tidak pernah paling sedikit."""
    cukup = (urut for urut, tambahan in enumerate(terbesar, start=1) if tambahan >= perlu)
    return terbesar[: next(cukup, None)]


def _terbesar(terbesar: Tangga, tangga: Tangga) -> Tangga:
    """Tambahan terbesar tiap banyak langkah, sesudah tangga satu indikator ikut dipilih."""
    terbanyak = len(terbesar) + len(tangga) - 1
    baru = [0] * terbanyak
    for lama, sebelum in enumerate(terbesar):
        for naik, tambah in enumerate(tangga):
            banyak = lama + naik
            capaian = sebelum + tambah
            baru[banyak] = max(baru[banyak], capaian)
    return baru


def sebanyak_mungkin(harga: dict[str, int], anggaran: int) -> list[str]:
    """Desa terbanyak yang naik dengan `anggaran` (langkah, rupiah); yang paling ringan dahulu."""
    terpilih = []
    sisa = anggaran
    for kode in sorted(harga, key=lambda satu: (harga[satu], satu)):
        if harga[kode] > sisa:
            break
        terpilih.append(kode)
        sisa -= harga[kode]
    return terpilih
