"""Aturan rencana aksi dan evaluasinya: jadwal bulan, jumlah, persen, simpangan, Formulir E.81.

Sumber: Rencana Aksi serta Pengendalian dan Evaluasi Rencana Aksi (kolom 19–22 menyebut rumusnya);
Permendagri 86/2017, Formulir E.81 (kolom 12 = 8+9+10+11, 13 = 6+12, 14 = 13/5 × 100).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import bulatkan, ringkas
from core.periode import BULAN
from core.periode import TRIWULAN as NAMA
from kinerja.aturan.capaian import DESIMAL, capaian

PENUH = 100  # persen jadwal satu baris selama setahun
TRIWULAN = (1, 2, 3, 4)


def is_terjadwal(bulan: Sequence[int | None]) -> bool:
    """Ada bulan yang diisi."""
    return any(bulan)


def jumlah_bulan(bulan: Sequence[int | None]) -> int | None:
    """Jumlah persen kedua belas bulan; `None` bila tidak dijadwalkan sama sekali."""
    isi = [b for b in bulan if b is not None]
    return sum(isi) if isi else None


def per_triwulan(bulan: Sequence[int | None]) -> list[int | None]:
    """Jumlah persen tiap triwulan; `None` untuk triwulan tanpa jadwal."""
    return [jumlah_bulan(bulan[3 * (n - 1) : 3 * n]) for n in TRIWULAN]


def masalah_bulan(bulan: Sequence[int | None]) -> str:
    """Kalimat bila jadwalnya tidak sah; kosong bila kosong seluruhnya atau tepat 100 %."""
    if len(bulan) != len(BULAN):
        return f"Jadwal berisi {len(bulan)} bulan, seharusnya {len(BULAN)}."
    for nama, b in zip(BULAN, bulan, strict=True):
        if b is not None and not 0 <= b <= PENUH:
            return f"{nama} {b} %; tiap bulan antara 0 dan {PENUH} %."
    jumlah = jumlah_bulan(bulan)
    if jumlah is None or jumlah == PENUH:
        return ""
    selisih = f"kurang {PENUH - jumlah}" if jumlah < PENUH else f"lebih {jumlah - PENUH}"
    return f"Jumlah kedua belas bulan {jumlah} %, harus {PENUH} % ({selisih})."


def jumlah(nilai: Iterable[Decimal | None]) -> Decimal | None:
    """Jumlah yang diketahui; `None` bila tidak satu pun diketahui."""
    isi = [n for n in nilai if n is not None]
    return sum(isi, Decimal(0)) if isi else None


def target_cetak(nilai: Decimal | None, satuan: str) -> str:
    """`25 %`, tanpa nol di ekor; kosong bila belum ditetapkan."""
    if nilai is None:
        return ""
    return f"{ringkas(nilai)} {satuan}".strip()


@dataclass(frozen=True)
class Angka:
    """Kinerja (K) dan uang (Rp) yang selalu berpasangan; `None` berarti belum diketahui."""

    k: Decimal | None = None
    rp: Decimal | None = None


KOSONG = Angka()


def persen(hasil: Angka, target: Angka) -> Angka:
    """Capaian K dan Rp terhadap targetnya, dua desimal; `None` bila target nol atau tidak ada."""
    return Angka(capaian(target.k, hasil.k).persen, capaian(target.rp, hasil.rp).persen)


@dataclass(frozen=True)
class Evaluasi:
    """Satu baris tabel evaluasi: target setahun dan realisasi tiap triwulan."""

    target: Angka
    triwulan: tuple[Angka, ...]

    @property
    def jumlah(self) -> Angka:
        """Kolom 19 dan 20: jumlah semua triwulan."""
        return Angka(jumlah(t.k for t in self.triwulan), jumlah(t.rp for t in self.triwulan))

    @property
    def persen(self) -> Angka:
        """Kolom 21 dan 22: jumlah/target × 100."""
        return persen(self.jumlah, self.target)

    @property
    def simpangan(self) -> Decimal | None:
        """Persen fisik dikurangi persen keuangan, dalam poin; negatif bila uang mendahului fisik."""
        fisik = capaian(self.target.k, self.jumlah.k).rasio
        uang = capaian(self.target.rp, self.jumlah.rp).rasio
        return None if fisik is None or uang is None else bulatkan(fisik - uang, DESIMAL)

    def sampai(self, triwulan: int) -> "Evaluasi":
        """Hanya triwulan dari awal tahun sampai `triwulan`."""
        return Evaluasi(self.target, self.triwulan[:triwulan])

    @property
    def triwulan_akhir(self) -> int:
        """Triwulan terakhir yang uangnya dilaporkan; 0 bila belum ada."""
        return max((n for n, t in enumerate(self.triwulan, start=1) if t.rp is not None), default=0)

    def tanpa_hasil(self, bulan: Sequence[int | None], triwulan: int) -> bool:
        """Dijadwalkan pada `triwulan` tetapi tidak ada K maupun Rp: perlu penjelasan."""
        rencana = per_triwulan(bulan)[triwulan - 1]
        hasil = self.triwulan[triwulan - 1]
        return bool(rencana) and not hasil.k and not hasil.rp


def jumlah_uang(pagu: Decimal | None, baris: Iterable[Evaluasi]) -> Evaluasi:
    """Uang tiap triwulan dijumlahkan ke atas; pagunya dari anggaran, K tidak dijumlahkan."""
    semua = list(baris)
    triwulan = tuple(Angka(None, jumlah(e.triwulan[n - 1].rp for e in semua)) for n in TRIWULAN)
    return Evaluasi(Angka(None, pagu), triwulan)


@dataclass(frozen=True)
class Terlapor:
    """Realisasi keuangan triwulan yang diketahui, dan dari berapa baris berpagu."""

    rp: Decimal | None
    persen: Decimal | None
    sampai: int
    baris: int
    berpagu: int

    @property
    def kalimat(self) -> str:
        """`s.d. Triwulan I, 33 dari 41 baris berpagu`; kosong bila belum ada yang dilaporkan."""
        if not self.sampai:
            return ""
        return f"s.d. {NAMA[self.sampai]}, {self.baris} dari {self.berpagu} baris berpagu"


def terlapor(total: Evaluasi, baris: Iterable[Evaluasi]) -> Terlapor:
    """Jumlah `total` dengan kelengkapan `baris` sub kegiatan di bawahnya."""
    berpagu = [e for e in baris if e.target.rp]
    banyak = sum(e.jumlah.rp is not None for e in berpagu)
    return Terlapor(total.jumlah.rp, total.persen.rp, total.triwulan_akhir, banyak, len(berpagu))


@dataclass(frozen=True)
class E81:
    """Satu baris Formulir E.81; nomor kolom menurut Permendagri 86/2017."""

    renstra: Angka  # kolom 5
    lalu: Angka  # kolom 6
    evaluasi: Evaluasi  # kolom 7 sampai 12

    @property
    def akhir(self) -> Angka:
        """Kolom 13 = 6 + 12; `None` bila salah satunya tidak diketahui."""
        kini = self.evaluasi.jumlah
        return Angka(_tambah(self.lalu.k, kini.k), _tambah(self.lalu.rp, kini.rp))

    @property
    def persen(self) -> Angka:
        """Kolom 14 = 13/5 × 100, dua desimal."""
        return persen(self.akhir, self.renstra)


def _tambah(satu: Decimal | None, dua: Decimal | None) -> Decimal | None:
    return None if satu is None or dua is None else satu + dua


def rata_rata(persen: Iterable[Decimal | None]) -> Decimal | None:
    """Rata-rata capaian pada kaki E.81, dua desimal; baris yang tidak dapat dihitung tidak ikut."""
    isi = [p for p in persen if p is not None]
    return bulatkan(sum(isi, Decimal(0)) / len(isi), DESIMAL) if isi else None
