"""Satu uraian tabel; darinya dibuat layar, lembar kerja dan PDF (`core.tampilan`)."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.angka import bersatuan, format_angka, ringkas
from core.kaki import SEBAGIAN, bertanda, sebagian
from core.letak import Letak, Masalah, Rentang, dalam, di_luar, masalah_gabung, masalah_kepala
from core.nilai import DESIMAL, JENIS_KOLOM, KANAN, KOSONG, Bersatuan, Pemeriksa, masalah_isi
from core.periode import tanggal_panjang

NomorBaris = frozenset[int]
SemuaTulisan = Sequence[str]
Isi = Sequence[Any]  # nilai sebaris
LEBAR_BIASA = 12
RATA = frozenset({"", "kiri", "tengah", "kanan"})
KERTAS = frozenset({"A4", "F4", "A3"})


@dataclass(frozen=True)
class Kepala:
    """Satu sel kepala tabel; `lebar` kolom dan `tinggi` baris yang digabungkan."""

    teks: str
    lebar: int = 1
    tinggi: int = 1
    is_nomor: bool = False  # nomor urut kolom di bawah judulnya
    rata: str = ""  # letaknya di layar; kertas menengahkan semuanya

    def __post_init__(self) -> None:
        if self.rata not in RATA:
            raise ValueError(f"Kepala “{self.teks}”: rata {self.rata!r} tidak dikenal.")
        if self.lebar < 1 or self.tinggi < 1:
            raise ValueError(f"Kepala “{self.teks}” tidak menutup satu sel pun.")


@dataclass(frozen=True)
class Kolom:
    """`jenis`: teks tanda bulat rupiah desimal persen tanggal tahun skor indeks; `lebar` aksara."""

    jenis: str = "teks"
    lebar: int = LEBAR_BIASA
    is_jumlah: bool = False  # dijumlahkan di kaki tabel
    is_perubahan: bool = False  # yang naik ditulis dengan tanda tambah
    is_status: bool = False  # kata status; pada layar bertanda warna
    is_nama: bool = False  # menyebut barisnya; pada layar kepala baris
    pilihan: tuple[str, ...] = ()  # ditawarkan sel lembar kerjanya; tulisan lain tetap boleh

    def __post_init__(self) -> None:
        if self.jenis not in JENIS_KOLOM:
            raise ValueError(f"Kolom berjenis {self.jenis!r} tidak dikenal.")
        if self.lebar < 1:
            raise ValueError(f"Kolom {self.jenis} selebar {self.lebar} aksara.")

    @property
    def rata(self) -> str:
        """`kanan` untuk angka, `tengah` untuk tanda, selain itu `kiri`."""
        if self.jenis in KANAN:
            return "kanan"
        if self.jenis == "tanda":
            return "tengah"
        return "kiri"


@dataclass(frozen=True)
class Rupa:
    """Bagaimana satu sel tampak di layar; dari PDF `url`-nya juga terbuka."""

    url: str = ""
    arah: str = ""  # naik, turun
    is_status: bool = False


BIASA = Rupa()
TAK_DIKETAHUI = "—"  # pada layar; pada kertas kosongnya bagian formulir


@dataclass(frozen=True)
class Tabel:
    """Judul, kepala bertingkat, kolom, isi, baris tebal, jumlah, dan catatan di bawahnya."""

    nama: str
    kolom: Sequence[Kolom]
    kepala: Sequence[Sequence[Kepala]]
    baris: Sequence[Isi]
    judul: SemuaTulisan = ()
    tebal: NomorBaris = frozenset()
    jumlah: str = ""  # tulisan di awal baris jumlah; kosong berarti tanpa baris jumlah
    kurang: str = ""  # catatan di bawahnya tentang yang tidak ikut dijumlahkan
    tanpa_jumlah: NomorBaris = frozenset()  # baris kelompok yang tidak ikut dijumlahkan
    kertas: str = "A4"
    is_lanskap: bool = False
    # (baris, kolom, baris akhir, kolom akhir) dalam isi
    gabung: Sequence[Rentang] = ()
    catatan: SemuaTulisan = ()
    kaki: SemuaTulisan = ()  # penanda tangan; pada PDF digantikan blok tanda tangan
    kosong: str = ""  # kalimat bila tanpa baris
    huruf: Decimal = Decimal(8)  # poin pada PDF
    rupa: Mapping[Letak, Rupa] = field(default_factory=dict)  # menurut baris dan kolom

    @property
    def tulisan_jumlah(self) -> str:
        """Tulisan baris jumlahnya, bertanda bila ada yang belum seluruhnya diketahui."""
        return bertanda(self.jumlah, self.catatan_jumlah)

    @property
    def catatan_jumlah(self) -> str:
        """Yang tidak ikut dijumlahkan; kosong bila semuanya ikut, atau tanpa baris jumlah."""
        if self.kurang or not self.jumlah:
            return self.kurang
        return SEBAGIAN if any(sebagian(self)) else ""

    @property
    def semua_catatan(self) -> SemuaTulisan:
        """Catatannya, dan arti tanda jumlah bila ada yang belum seluruhnya diketahui."""
        if self.catatan_jumlah:
            return (*self.catatan, self.catatan_jumlah)
        return self.catatan

    @property
    def bagian_lebar(self) -> list[int]:
        """Lebar tiap kolom dalam perseribu lebar tabel."""
        semua = sum(kolom.lebar for kolom in self.kolom)
        bagian = []
        for kolom in self.kolom:
            perseribu = 1000 * kolom.lebar
            bagian.append(perseribu // semua)
        return bagian

    @property
    def lebar_persen(self) -> list[str]:
        """Lebar tiap kolom sebagai persen HTML; jumlahnya tidak melampaui tabelnya."""
        hasil = []
        for satu in self.bagian_lebar:
            persen, sepersepuluh = divmod(satu, 10)
            hasil.append(f"{persen}.{sepersepuluh}%")
        return hasil

    def __post_init__(self) -> None:
        """Yang tidak dapat dinyatakan uraian gagal di sini, bukan pada salah satu keluarannya."""
        for masalah in _masalah(self):
            raise ValueError(f"{self.nama}: {masalah}.")


def _masalah(tabel: Tabel) -> Masalah:
    """Apa yang salah dan di mana, menurut urutan bacanya; bentuknya dahulu."""
    yield from _masalah_lembar(tabel)
    yield from _masalah_kepala(tabel)
    yield from _masalah_panjang(tabel)
    pemeriksa = []
    for satu in tabel.kolom:
        isinya = Pemeriksa(satu.jenis, is_jumlah=satu.is_jumlah)
        pemeriksa.append(isinya)
    yield from masalah_isi(tabel.baris, pemeriksa)
    baris = len(tabel.baris)
    kolom = len(tabel.kolom)
    yield from masalah_gabung(tabel.gabung, baris, kolom)
    yield from _masalah_tertutup(tabel)
    yield from _masalah_sebutan(tabel)
    yield from _masalah_jumlah(tabel)


def _masalah_lembar(tabel: Tabel) -> Masalah:
    """Kertas tanpa ukuran, huruf yang tidak terlihat, tulisan yang terbaca seaksara sebaris."""
    if tabel.kertas not in KERTAS:
        yield f"kertas {tabel.kertas!r} tidak dikenal"
    if tabel.huruf <= 0:
        yield f"huruf {tabel.huruf} poin"
    for nama in ("judul", "catatan", "kaki"):
        tulisan = getattr(tabel, nama)
        if isinstance(tulisan, str):
            yield f"{nama} bukan daftar tulisan"


def _masalah_kepala(tabel: Tabel) -> Masalah:
    """Tanpa kolom, tanpa kepala, atau kepala yang tidak menutup kolomnya."""
    if not tabel.kolom:
        yield "tanpa kolom"
    if not tabel.kepala:
        yield "tanpa kepala"
    kepala = []
    for sebaris in tabel.kepala:
        ukuran = [(sel.lebar, sel.tinggi) for sel in sebaris]
        kepala.append(ukuran)
    banyak = len(tabel.kolom)
    yield from masalah_kepala(kepala, banyak)


def _masalah_panjang(tabel: Tabel) -> Masalah:
    """Banyak sel tiap baris."""
    banyak = len(tabel.kolom)
    for nomor, isi in enumerate(tabel.baris, start=1):
        if isinstance(isi, str):
            yield f"baris {nomor} bukan daftar sel"
        terisi = len(isi)
        if terisi != banyak:
            yield f"baris {nomor}: {terisi} sel untuk {banyak} kolom"


def _masalah_tertutup(tabel: Tabel) -> Masalah:
    """Isi di balik gabungan yang lain dari sel pojoknya, atau yang terjumlah dua kali."""
    for rentang in tabel.gabung:
        (baris, kolom), *tertutup = dalam(rentang)
        pojok = tabel.baris[baris][kolom]
        for satu, urut in tertutup:
            nilai = tabel.baris[satu][urut]
            if nilai in KOSONG:
                continue
            terjumlah = tabel.kolom[urut].is_jumlah
            if terjumlah or nilai != pojok:
                tempat = f"baris {satu + 1} kolom {urut + 1}"
                yield f"{tempat} berisi tetapi tertutup gabungan"


def _masalah_jumlah(tabel: Tabel) -> Masalah:
    """Baris jumlah tanpa yang dijumlahkan, atau tanpa kolom bagi tulisannya."""
    if not tabel.jumlah:
        return
    berjumlah = [kolom.is_jumlah for kolom in tabel.kolom]
    if not any(berjumlah):
        yield "baris jumlah tanpa kolom yang dijumlahkan"
    if berjumlah[0]:
        yield "kolom pertama dijumlahkan; tulisan jumlah tidak bertempat"


def _masalah_sebutan(tabel: Tabel) -> Masalah:
    """Baris dan sel yang disebut uraian tetapi tidak ada."""
    berbaris = {baris for baris, _ in tabel.rupa}
    disebut = berbaris.union(tabel.tebal, tabel.tanpa_jumlah)
    banyak = len(tabel.baris)
    yield from _tak_ada("baris", disebut, banyak)
    berkolom = {kolom for _, kolom in tabel.rupa}
    banyak = len(tabel.kolom)
    yield from _tak_ada("kolom", berkolom, banyak)


def _tak_ada(apa: str, disebut: Iterable[int], banyak: int) -> Masalah:
    for nomor in di_luar(disebut, banyak):
        yield f"{apa} {nomor + 1} disebut, isinya {banyak} {apa}"


def ya_tidak(nilai: bool) -> str:
    """Kata, bukan 1 dan 0."""
    if nilai:
        return "Ya"
    return "Tidak"


def tulisan(nilai: Any, kolom: Kolom) -> str:
    """Isi satu sel sebagaimana dibaca orang; yang tidak diketahui kosong."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return ya_tidak(nilai)
    if isinstance(nilai, int | Decimal):
        return _angka(nilai, kolom)
    if isinstance(nilai, Bersatuan):
        return bersatuan(nilai.nilai, nilai.satuan, nilai.desimal)
    if isinstance(nilai, datetime.date):
        return tanggal_panjang(nilai)
    return str(nilai)


def _angka(nilai: int | Decimal, kolom: Kolom) -> str:
    """Desimal menurut jenisnya, atau menurut nilainya; yang naik bertanda; tahun tanpa titik."""
    if kolom.jenis == "tahun":
        return str(nilai)
    angka = ringkas(nilai)
    if kolom.jenis in DESIMAL:
        desimal = DESIMAL[kolom.jenis]
        angka = format_angka(nilai, desimal)
    if kolom.is_perubahan and nilai > 0:
        return f"+{angka}"
    return angka


def tabel_polos(
    nama: str,
    kolom: Sequence[tuple[str, Kolom]],
    baris: Sequence[Any],
    **lain: Any,
) -> Tabel:
    """Kolomnya sekaligus kepalanya."""
    return Tabel(
        nama,
        [k for _, k in kolom],
        [[Kepala(teks, rata=k.rata) for teks, k in kolom]],
        baris,
        **lain,
    )
