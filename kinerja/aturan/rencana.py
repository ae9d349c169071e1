"""Aturan rencana aksi dan evaluasinya: jadwal bulan, jumlah, persen, simpangan.

Sumber: Rencana Aksi serta Pengendalian dan Evaluasi Rencana Aksi (kolom 19–22 menyebut rumusnya).
Uang selalu dijumlahkan; kinerja menurut aturan barisnya (`kinerja.aturan.periode`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import chain

from core.angka import bersatuan, bulatkan
from core.periode import BULAN
from core.periode import TRIWULAN as NAMA
from kinerja.aturan.capaian import DESIMAL, Capaian, Sebutan, capaian
from kinerja.aturan.keadaan import Khusus
from kinerja.aturan.periode import (
    ADITIF,
    Aturan,
    Cara,
    Isian,
    Masa,
    Pecahan,
    angka,
    terbanding,
)
from kinerja.aturan.satuan import DESIMAL_ISIAN, tulisan_isi

SemuaNilai = Iterable[Decimal | None]  # `None` bila tidak diketahui
Jadwal = Sequence[int | None]  # persen tiap bulan, `None` bila tidak diisi
PENUH = 100  # persen jadwal satu baris selama setahun
TRIWULAN = (1, 2, 3, 4)


def is_terjadwal(bulan: Jadwal) -> bool:
    """Ada bulan yang diisi."""
    return any(bulan)


def jumlah_bulan(bulan: Jadwal) -> int | None:
    """Jumlah persen kedua belas bulan; `None` bila tidak dijadwalkan sama sekali."""
    isi = [b for b in bulan if b is not None]
    if not isi:
        return None
    return sum(isi)


def per_triwulan(bulan: Jadwal) -> list[int | None]:
    """Jumlah persen tiap triwulan; `None` untuk triwulan tanpa jadwal."""
    hasil = []
    for n in TRIWULAN:
        hasil.append(jumlah_bulan(bulan[3 * (n - 1) : 3 * n]))
    return hasil


def masalah_bulan(bulan: Jadwal) -> str:
    """Kalimat bila jadwalnya tidak sah; kosong bila kosong seluruhnya atau tepat 100 %."""
    if len(bulan) != len(BULAN):
        return f"Jadwal berisi {len(bulan)} bulan, seharusnya {len(BULAN)}."
    for nama, persen in zip(BULAN, bulan, strict=True):
        if persen is not None and not 0 <= persen <= PENUH:
            return f"{nama} {persen} %; tiap bulan antara 0 dan {PENUH} %."
    jumlah = jumlah_bulan(bulan)
    if jumlah is None or jumlah == PENUH:
        return ""
    lebih = jumlah - PENUH
    selisih = f"lebih {lebih}"
    if lebih < 0:
        selisih = f"kurang {-lebih}"
    return f"Jumlah kedua belas bulan {jumlah} %, harus {PENUH} % ({selisih})."


def jumlah(nilai: SemuaNilai) -> Decimal | None:
    """Jumlah yang diketahui; `None` bila tidak satu pun diketahui."""
    diketahui = [n for n in nilai if n is not None]
    if not diketahui:
        return None
    return sum(diketahui, Decimal(0))


def target_cetak(nilai: Decimal | Sebutan | None, satuan: str) -> str:
    """`25 %` tanpa nol di ekor, atau sebutannya; kosong bila belum ditetapkan."""
    if nilai is None:
        return ""
    if isinstance(nilai, Sebutan):
        return nilai.nama
    return bersatuan(nilai, satuan)


@dataclass(frozen=True)
class Angka:
    """Kinerja (K) dan uang (Rp) sebagaimana dicetak; `None` berarti belum diketahui."""

    k: Decimal | None = None
    rp: Decimal | None = None
    keadaan: str = ""  # K yang bukan angka: sebutan, rentang, tidak berlaku, belum rilis


@dataclass(frozen=True)
class Takaran:
    """K sebagaimana diisi atau digabung, angka maupun bukan, dan uangnya; tanpa pembulatan."""

    isi: Isian | None = None
    rp: Decimal | None = None

    @property
    def k(self) -> Decimal | None:
        """Angkanya; sebutan dan keadaan bukan angka."""
        return angka(self.isi)

    @property
    def cetak(self) -> Angka:
        """Hasil bagi dibulatkan sekali, yang lain tetap seperti isiannya."""
        return self.dicetak(self.is_hasil_bagi)

    @property
    def is_hasil_bagi(self) -> bool:
        """Pecahan, atau jumlah pecahan: desimalnya lebih panjang daripada yang dapat diisi."""
        if self.k is None or isinstance(self.isi, Pecahan):
            return self.k is not None
        return self.k != bulatkan(self.k, DESIMAL_ISIAN)

    def dicetak(self, is_bulat: bool) -> Angka:
        """K dua desimal bila dibulatkan; sebutan dan keadaan menjadi tulisan."""
        desimal = DESIMAL if is_bulat else None
        angka_k = self.k
        if angka_k is not None and desimal is not None:
            angka_k = bulatkan(angka_k, desimal)
        keadaan = ""
        if isinstance(self.isi, Sebutan | Khusus):
            keadaan = tulisan_isi(self.isi, desimal)
        return Angka(angka_k, self.rp, keadaan)


KOSONG = Takaran()


def tercetak(hasil: Takaran, aturan: Aturan) -> Angka:
    """Hasil gabungan sebagaimana dicetak: rata-rata dan hasil bagi dibulatkan sekali."""
    if aturan.cara is Cara.RATA:
        return hasil.dicetak(is_bulat=True)
    return hasil.cetak


@dataclass(frozen=True)
class Evaluasi:
    """Satu baris tabel evaluasi: target setahun, realisasi tiap triwulan dan aturannya.

    Hasil hitungnya dihitung sekali, saat pertama diminta.
    """

    target: Takaran
    triwulan: tuple[Takaran, ...]
    aturan: Aturan = ADITIF
    setahun_rp: Decimal | None = None  # uang setahun yang tidak seluruhnya dari triwulan
    berpagu: "tuple[Evaluasi, ...] | None" = None  # yang pagunya dijumlahkan; `None` ia sendiri

    @cached_property
    def setahun(self) -> Takaran:
        """Uang dijumlahkan, K menurut aturannya; tanpa pembulatan."""
        isian: dict[Masa, Isian] = {}
        for nomor, satu in enumerate(self.triwulan, start=1):
            if satu.isi is not None:
                isian[nomor, 0] = satu.isi
        uang = self.setahun_rp
        if uang is None:
            uang = jumlah(t.rp for t in self.triwulan)
        return Takaran(self.aturan.setahun(isian), uang)

    @cached_property
    def keterangan(self) -> str:
        """Keadaan tiap triwulan yang bukan angka, dengan alasannya."""
        semua = []
        for nomor, satu in enumerate(self.triwulan, start=1):
            if isinstance(satu.isi, Khusus):
                semua.append(f"{NAMA[nomor]} {satu.isi}")
        return "; ".join(semua)

    @cached_property
    def jumlah(self) -> Angka:
        """Kolom 19 dan 20 sebagaimana dicetak."""
        return tercetak(self.setahun, self.aturan)

    @cached_property
    def persen(self) -> Angka:
        """Kolom 21 dan 22: hasil setahun terhadap target."""
        return Angka(k=self.capaian.persen, rp=self.serapan.persen)

    @cached_property
    def capaian(self) -> Capaian:
        """K setahun terhadap targetnya, angka maupun sebutan."""
        target = terbanding(self.target.isi)
        return self.aturan.capaian(target, terbanding(self.setahun.isi))

    @cached_property
    def serapan(self) -> Capaian:
        """Uang setahun terhadap pagunya, keduanya atas baris yang pagunya diketahui saja."""
        return capaian(self.target.rp, self.sebanding)

    @cached_property
    def sebanding(self) -> Decimal | None:
        """Uang setahun baris yang pagunya diketahui."""
        if self.berpagu is None:
            return self.setahun.rp
        return jumlah(satu.setahun.rp for satu in self.berpagu)

    @cached_property
    def simpangan(self) -> Decimal | None:
        """Persen fisik dikurangi persen keuangan, dalam poin; negatif bila uang mendahului."""
        fisik = self.capaian.rasio
        uang = self.serapan.rasio
        if fisik is None or uang is None:
            return None
        return bulatkan(fisik - uang, DESIMAL)

    def sampai(self, triwulan: int) -> "Evaluasi":
        """Hanya triwulan dari awal tahun sampai `triwulan`; uang setahun hanya sampai akhirnya."""
        if triwulan not in self._sampai:
            semua = self.triwulan
            setahun_rp = self.setahun_rp if triwulan == len(semua) else None
            berpagu = self.berpagu
            if berpagu is not None:
                berpagu = tuple(satu.sampai(triwulan) for satu in berpagu)
            self._sampai[triwulan] = replace(
                self, triwulan=semua[:triwulan], setahun_rp=setahun_rp, berpagu=berpagu
            )
        return self._sampai[triwulan]

    @cached_property
    def _sampai(self) -> "dict[int, Evaluasi]":
        return {}

    @property
    def triwulan_akhir(self) -> int:
        """Triwulan terakhir yang uangnya dilaporkan; 0 bila belum ada."""
        dilaporkan = []
        for n, t in enumerate(self.triwulan, start=1):
            if t.rp is not None:
                dilaporkan.append(n)
        return max(dilaporkan, default=0)

    def is_terlapor(self, triwulan: int) -> bool:
        """Uang triwulan itu diisi, atau setahunnya diketahui tanpa rincian triwulan."""
        return self.setahun_rp is not None or self.triwulan[triwulan - 1].rp is not None

    def tanpa_hasil(self, bulan: Jadwal, triwulan: int) -> bool:
        """Dijadwalkan pada `triwulan` tetapi tidak ada K maupun Rp: perlu penjelasan."""
        rencana = per_triwulan(bulan)[triwulan - 1]
        hasil = self.triwulan[triwulan - 1]
        is_bukan_angka = isinstance(hasil.isi, Sebutan | Khusus)
        is_berhasil = bool(hasil.k or hasil.rp or is_bukan_angka)
        return bool(rencana) and not is_berhasil


def jumlah_uang(pagu: Decimal | None, baris: Iterable[Evaluasi]) -> Evaluasi:
    """Uang tiap triwulan dijumlahkan ke atas; pagunya dari anggaran, K tidak dijumlahkan."""
    semua = list(baris)
    triwulan = []
    for urut in range(len(TRIWULAN)):
        rp = jumlah(evaluasi.triwulan[urut].rp for evaluasi in semua)
        triwulan.append(Takaran(rp=rp))
    setahun_rp = None
    if any(evaluasi.setahun_rp is not None for evaluasi in semua):
        setahun_rp = jumlah(evaluasi.setahun.rp for evaluasi in semua)
    berpagu = tuple(chain.from_iterable(map(_berpagu, semua)))
    return Evaluasi(Takaran(rp=pagu), tuple(triwulan), setahun_rp=setahun_rp, berpagu=berpagu)


def _berpagu(evaluasi: Evaluasi) -> tuple[Evaluasi, ...]:
    """Yang uangnya dapat dihadapkan dengan pagunya; kosong bila pagunya tidak diketahui."""
    if evaluasi.berpagu is not None:
        return evaluasi.berpagu
    if evaluasi.target.rp is None:
        return ()
    return (evaluasi,)
