"""Bentuk kepala semua naskah: kop, penanda tangan, nomor, tanggal, judul."""

import datetime
from dataclasses import dataclass

from core.daerah import SEBUTAN, UMUM, Daerah, SebutanWilayah

PERAGAAN = "DATA PERAGAAN: angka buatan, bukan hasil pendataan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Isi kop surat; sebutan dan logo baru dikenal sesudah rilis 0.1.0, wilayah sesudah 0.2.0."""

    kabupaten: str
    sebutan: str = SEBUTAN[Daerah.KABUPATEN]
    provinsi: str
    nama: str
    singkatan: str
    alamat: str
    kode_pos: str
    telepon_kantor: str
    email: str
    situs: str
    tempat: str
    dasar_hukum: str
    logo: str = ""
    wilayah: SebutanWilayah = UMUM

    @property
    def daerah(self) -> str:
        """Daerah dengan sebutannya, misalnya `Kota Palembang`."""
        return f"{self.sebutan} {self.kabupaten}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Orang:
    """Pejabat sebagaimana tercetak."""

    nama: str
    jabatan: str
    pangkat: str
    golongan: str
    nip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KepalaNaskah:
    """Kepala isi satu naskah; isi tiap jenis melanjutkannya.

    `is_peragaan` baru dikenal sesudah rilis 0.1.0.
    """

    judul: str
    tahun: int
    nomor: str
    tanggal: datetime.date | None
    dinas: Kop
    penanda_tangan: Orang | None
    is_peragaan: bool = False

    @property
    def tanda(self) -> str:
        """Pada tiap halaman yang tahunnya memuat angka buatan; kosong bila tidak."""
        if self.is_peragaan:
            return PERAGAAN
        return ""

    @property
    def keterangan(self) -> tuple[str, ...]:
        """Baris di bawah judulnya, misalnya triwulan dan bidang; yang kosong tidak dicetak."""
        return ()


def kepala_laporan(
    judul: str,
    tahun: int,
    dinas: Kop,
    tanggal: datetime.date | None = None,
) -> KepalaNaskah:
    """Kepala cetakan yang bukan naskah bertanda tangan: tanpa nomor dan penanda tangan."""
    return KepalaNaskah(
        judul=judul,
        tahun=tahun,
        nomor="",
        tanggal=tanggal,
        dinas=dinas,
        penanda_tangan=None,
    )
