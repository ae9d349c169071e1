"""Nilai yang diterima satu kolom tabel; yang lain ditolak sebelum ditulis ke mana pun."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.letak import Masalah

Sebaris = Sequence[Any]


# IDM diterbitkan dengan empat desimal, skor Indeks Desa dengan dua
DESIMAL = {"bulat": 0, "rupiah": 0, "persen": 2, "skor": 2, "indeks": 4}
KANAN = frozenset({*DESIMAL, "desimal"})
JENIS_KOLOM = frozenset({*KANAN, "teks", "tanda", "tanggal", "tahun"})


@dataclass(frozen=True)
class Bersatuan:
    """Angka dengan satuannya dan desimal cetaknya: `205 desa`."""

    nilai: Decimal | int
    satuan: str
    desimal: int

    @property
    def bentuk(self) -> str:
        """Bentuk angka Office Open XML dengan satuannya sebagai tulisan."""
        bulat = "#,##0"
        satuan = self.satuan.replace('"', "")
        if self.desimal:
            nol = "0" * self.desimal
            return f'{bulat}.{nol}" {satuan}"'
        return f'{bulat}" {satuan}"'


@dataclass(frozen=True)
class Rumus:
    """Pembilang di atas penyebut pada HTML; sebaris pada lembar kerja dan PDF bertabel."""

    pembilang: str
    penyebut: str
    faktor: int = 1

    def __str__(self) -> str:
        kali = ""
        if self.faktor != 1:
            kali = f" × {self.faktor}"
        return f"({self.pembilang}) / ({self.penyebut}){kali}"


# float membulatkan diam-diam; daftar dan kamus tidak punya tulisan
TERTULIS = (str, bool, int, Decimal, datetime.date, Bersatuan, Rumus)
KOSONG = frozenset({None, ""})  # belum diketahui, dan yang sengaja kosong
ANGKA = (int, Decimal)
# keadaan seperti “belum rilis” menggantikan angka sebagai kata, kecuali pada kolom berjumlah
BOLEH: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(KANAN, (*ANGKA, str, Bersatuan)),
    "teks": TERTULIS,
    "tanda": (str, int),
    "tanggal": (str, datetime.date),
    "tahun": (str, int),
}
TERBILANG = ("bulat", "tahun", "tanda")  # tidak berpecahan


class Pemeriksa:
    """Pemeriksa nilai satu kolom."""

    def __init__(self, jenis: str, *, is_jumlah: bool) -> None:
        self.jenis = jenis
        self.is_jumlah = is_jumlah
        self.boleh = BOLEH[jenis]
        if is_jumlah:
            self.boleh = ANGKA
        # jenis Python yang tidak perlu dilihat nilainya: tabel besar diperiksa sekali jalan
        pasti = {str, int, datetime.date}.intersection(self.boleh)
        self.lancar = frozenset({type(None), *pasti})

    def masalah(self, nilai: Any) -> str:
        """Mengapa nilainya tidak diterima; kosong bila diterima."""
        nama = type(nilai).__name__
        if not _is_tertulis(nilai):
            return f"nilai {nama} tidak dapat ditulis"
        is_asing = isinstance(nilai, bool) and bool not in self.boleh
        if is_asing or not isinstance(nilai, self.boleh):
            return f"nilai {nama} bukan isi kolom {self.sebutan}"
        if isinstance(nilai, Bersatuan):
            nilai = nilai.nilai
        if isinstance(nilai, Decimal):
            return self._masalah_angka(nilai)
        return ""

    @property
    def sebutan(self) -> str:
        """Jenisnya, dan bahwa ia dijumlahkan."""
        if self.is_jumlah:
            return f"{self.jenis} yang dijumlahkan"
        return self.jenis

    def _masalah_angka(self, nilai: Decimal) -> str:
        """Bukan angka, tak berhingga, atau pecahan pada kolom yang tidak berpecahan."""
        if not nilai.is_finite():
            return f"{nilai} bukan bilangan"
        if self.jenis in TERBILANG and nilai % 1:
            return f"{nilai} bukan bilangan bulat"
        return ""


def masalah_isi(baris: Sequence[Sebaris], pemeriksa: Sequence[Pemeriksa]) -> Masalah:
    """Tempat dan sebab tiap nilai yang tidak diterima kolomnya, kolom demi kolom."""
    for urut, satu in enumerate(pemeriksa):
        kolom = [isi[urut] for isi in baris]
        jenis = set(map(type, kolom))
        if jenis <= satu.lancar:
            continue
        nama = f"kolom {urut + 1}"
        for nomor, masalah in _masalah_kolom(kolom, satu):
            yield f"baris {nomor} {nama}: {masalah}"


def _masalah_kolom(kolom: Sebaris, pemeriksa: Pemeriksa) -> Iterator[tuple[int, str]]:
    """Nomor baris dan sebabnya."""
    for nomor, nilai in enumerate(kolom, start=1):
        if type(nilai) in pemeriksa.lancar or nilai == "":
            continue
        masalah = pemeriksa.masalah(nilai)
        if masalah:
            yield nomor, masalah


def _is_tertulis(nilai: Any) -> bool:
    """Tanggal berjam juga tanggal bagi Python, tetapi jamnya akan hilang."""
    if isinstance(nilai, datetime.datetime):
        return False
    return isinstance(nilai, TERTULIS)
