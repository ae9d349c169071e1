"""Bentuk isi formulir Identifikasi Kerja Sama Antar Desa."""

from dataclasses import dataclass

from villages.reports.kerja_sama import Hitungan


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaFormulir:
    """Satu baris desa pada formulir cetak; kontaknya tidak dicetak."""

    nama: str
    is_aktif: bool
    perdes: str
    is_berkontak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanFormulir:
    """Satu kerja sama pada formulir cetak.

    `is_berbaris` bila dokumen bersamanya mendapat baris sendiri.
    """

    huruf: str
    nomor: int
    kecamatan: str
    dokumen: str
    keterangan: tuple[str, ...]
    is_berbaris: bool
    desa: tuple[DesaFormulir, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianFormulir:
    """Bagian A atau B."""

    huruf: str
    judul: str
    kecamatan: tuple[KecamatanFormulir, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ganda:
    """Desa yang tercantum pada lebih dari satu daftar."""

    nama: str
    daftar: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulir:
    """Formulir identifikasi kerja sama satu tahun."""

    tahun: int
    bagian: tuple[BagianFormulir, ...]
    jumlah: Hitungan
    ganda: tuple[Ganda, ...]
