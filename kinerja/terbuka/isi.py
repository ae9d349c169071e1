"""Bentuk angka yang dibaca orang luar; kolomnya juga skema OpenAPI-nya."""

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from core.angka import bersatuan, bulatkan, rupiah
from kinerja.aturan.capaian import DESIMAL
from kinerja.naskah.dasar.besaran import Besaran

SATUAN_PERSEN = "%"
SATUAN_UANG = "rupiah"
SEBAGIAN = "Jumlah yang diketahui saja."
ATAS_DIKETAHUI = "Atas pagu yang diketahui saja."
Nilai = Decimal | None  # `None` bila tidak diketahui


class KeadaanAngka(StrEnum):
    """Apa yang diketahui tentang satu angka."""

    NILAI = "nilai"
    SEBUTAN = "sebutan"
    RENTANG = "rentang"
    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_RILIS = "belum_rilis"
    BELUM_DIISI = "belum_diisi"
    TIDAK_TERHITUNG = "tidak_terhitung"


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaTertulis:
    """Satu angka sebagaimana tercetak; yang tidak diketahui tidak pernah nol."""

    nilai: Annotated[Decimal | None, "Sebanyak desimal cetaknya; null bila bukan angka."]
    satuan: Annotated[str, "Satuannya; uang dalam rupiah penuh."]
    tulisan: Annotated[str, "Sebagaimana tercetak; kosong bila tidak ada."]
    keadaan: Annotated[KeadaanAngka, "“nilai” bila berangka; selain itu mengapa tidak."]
    sebab: Annotated[str, "Alasan dari kantornya, atau yang belum dimuat; kosong bila tidak ada."]


def angka(
    nilai: Nilai,
    satuan: str,
    desimal: int | None = None,
    *,
    tanpa: KeadaanAngka = KeadaanAngka.BELUM_DIISI,
    sebab: str = "",
) -> AngkaTertulis:
    """Angka pada desimal cetaknya; `tanpa` keadaannya bila `nilai` tidak ada."""
    if nilai is None:
        return AngkaTertulis(nilai=None, satuan=satuan, tulisan="", keadaan=tanpa, sebab=sebab)
    if desimal is not None:
        nilai = bulatkan(nilai, desimal)
    return AngkaTertulis(
        nilai=nilai,
        satuan=satuan,
        tulisan=bersatuan(nilai, satuan, desimal),
        keadaan=KeadaanAngka.NILAI,
        sebab=sebab,
    )


def sebagian(is_sebagian: bool) -> str:
    """Keterangan jumlah yang belum memuat semuanya."""
    return SEBAGIAN if is_sebagian else ""


def uang(nilai: Nilai, sebab: str = "") -> AngkaTertulis:
    """Rupiah penuh; sen hanya bila ada. `sebab` menyebut yang belum dimuatnya."""
    terbaca = angka(nilai, SATUAN_UANG, sebab=sebab)
    if nilai is None:
        return terbaca
    return replace(terbaca, tulisan=rupiah(nilai))


def penyerapan(nilai: Nilai, kurang: str | bool) -> AngkaTertulis:
    """Persennya, dengan keterangan bila pagunya belum memuat semuanya."""
    return persen(nilai, ATAS_DIKETAHUI if kurang else "")


def persen(nilai: Nilai, sebab: str = "") -> AngkaTertulis:
    """Hasil bagi dua desimal; tanpa nilai berarti tidak dapat dihitung."""
    return angka(
        nilai,
        SATUAN_PERSEN,
        DESIMAL,
        tanpa=KeadaanAngka.TIDAK_TERHITUNG,
        sebab=sebab,
    )


def dari_besaran(
    besaran: Besaran,
    satuan: str,
    desimal: int | None,
    sebab: str = "",
) -> AngkaTertulis:
    """Angka, sebutan atau keadaan yang tercetak pada naskah."""
    if besaran.angka is not None or not besaran.sebutan:
        return angka(besaran.angka, satuan, desimal)
    return AngkaTertulis(
        nilai=None,
        satuan=satuan,
        tulisan=besaran.bersatuan(satuan),
        keadaan=KeadaanAngka(besaran.keadaan or KeadaanAngka.SEBUTAN),
        sebab=sebab,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaTerbuka:
    """Satu ukuran satu baris."""

    ukuran: Annotated[str, "target, realisasi, capaian, pagu, jumlah, …"]
    angka: AngkaTertulis


SemuaAngka = tuple[AngkaTerbuka, ...]


def berukuran(**semua: AngkaTertulis) -> SemuaAngka:
    """Angka menurut nama ukurannya."""
    hasil = []
    for ukuran, satu in semua.items():
        hasil.append(AngkaTerbuka(ukuran=ukuran, angka=satu))
    return tuple(hasil)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTerbuka:
    """Satu baris naskah sah yang berangka, dengan asal-usulnya."""

    letak: Annotated[str, "Tempatnya pada isi beku naskahnya."]
    kelompok: Annotated[str, "IKU, IKK, program, status desa, …"]
    uraian: Annotated[str, "Yang diukur."]
    rumus: Annotated[str, "Rumusnya; kosong bila angkanya bukan hasil hitung."] = ""
    asal: Annotated[str, "Sumber data sebagaimana tertulis pada naskahnya."] = ""
    angka: SemuaAngka


@dataclass(frozen=True, slots=True, kw_only=True)
class NaskahTerbuka:
    """Satu naskah sah, cara memeriksanya, dan angka di dalamnya."""

    judul: str
    nomor: str
    tanggal: datetime.date
    kode: Annotated[str, "Kode verifikasi."]
    alamat: Annotated[str, "Halaman yang menyatakan keasliannya."]
    sha256: Annotated[str, "Sidik isi bekunya."]
    baris: tuple[BarisTerbuka, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiTerbuka:
    """Angka semua naskah sah satu kantor satu tahun."""

    kode: Annotated[str, "Kode wilayah Kemendagri."]
    kantor: str
    tahun: int
    naskah: tuple[NaskahTerbuka, ...]
    peragaan: Annotated[int, "Banyak naskah sah tahun itu atas angka buatan; tidak dimuat."] = 0
