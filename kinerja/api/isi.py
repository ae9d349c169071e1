"""Bentuk jawaban API; keterangan kolomnya menjadi uraian OpenAPI-nya."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from kinerja.terbuka.isi import AngkaTertulis

Kode = Annotated[str, "Kode wilayah Kemendagri, bertitik."]
Sah = Annotated[str | None, "Kode verifikasi naskah yang mengunci datanya; null: masih terbuka."]


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanApi:
    """Satu kecamatan."""

    kode: Kode
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaApi:
    """Satu desa atau kelurahan."""

    kode: Kode
    nama: str
    jenis: Annotated[str, "desa atau kelurahan."]
    kecamatan: Annotated[str, "Nama kecamatannya."]
    lintang: Annotated[Decimal | None, "Derajat; null bila titiknya belum dicatat."]
    bujur: Annotated[Decimal | None, "Derajat; null bila titiknya belum dicatat."]


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianIndeks:
    """Satu komponen indeks."""

    nama: Annotated[str, "IKS, IKE, IKL, atau nama dimensi Indeks Desa."]
    nilai: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class IndeksApi:
    """Indeks yang berlaku bagi satu desa satu tahun; draf dan data peragaan tidak dimuat."""

    kode: Kode
    nama: str
    kecamatan: Annotated[str, "Nama kecamatannya."]
    tahun: int
    indeks: Annotated[str, "IDM atau Indeks Desa; keduanya tidak dapat dibandingkan."]
    nilai: AngkaTertulis
    status: Annotated[str | None, "Status desa, huruf besar; null bila belum ada indeksnya."]
    bagian: tuple[BagianIndeks, ...]
    dasar: Annotated[str, "Asal angkanya; kosong bila belum ada."]


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusApi:
    """Rumus satu indikator dan angka di dalamnya."""

    tulisan: Annotated[str, "Kosong bila tidak ditulis."]
    pembilang: Annotated[Decimal | None, "Null bila tidak diketahui."]
    penyebut: Annotated[Decimal | None, "Null bila tidak diketahui."]
    asal: Annotated[str, "Dari mana realisasinya."]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorApi:
    """Satu IKU atau IKK pada satu tahun, menurut definisi tahun itu."""

    tahun: int
    jenis: Annotated[str, "iku atau ikk."]
    nomor: Annotated[str, "Sebagaimana tercetak."]
    nama: str
    sasaran: str
    satuan: str
    arah: Annotated[str, "Rumus capaiannya: naik, turun, balik, tepat atau rentang."]
    target: AngkaTertulis
    realisasi: AngkaTertulis
    capaian: AngkaTertulis
    predikat: Annotated[str | None, "Null bila capaiannya tidak dapat dihitung."]
    rumus: RumusApi
    sumber_data: str
    penanggung_jawab: Annotated[str, "Bidangnya; kosong bila belum dibagi."]
    sah: Sah
    alamat: Annotated[str, "Halaman asal-usul angkanya; perlu masuk."]


@dataclass(frozen=True, slots=True, kw_only=True)
class TriwulanApi:
    """Hasil satu baris rencana aksi pada satu triwulan."""

    triwulan: Annotated[int, "1 sampai 4."]
    jadwal: Annotated[int | None, "Persen rencananya pada triwulan itu; null tanpa jadwal."]
    realisasi: AngkaTertulis
    uang: AngkaTertulis
    sah: Sah


@dataclass(frozen=True, slots=True, kw_only=True)
class AksiApi:
    """Satu baris rencana aksi dengan hasilnya sampai triwulan yang sudah diisi."""

    tahun: int
    tingkat: Annotated[str, "program, kegiatan, sub atau tambahan."]
    kode: str
    nama: str
    indikator: str
    satuan: str
    arah: Annotated[str, "Rumus capaiannya: naik, turun, balik, tepat atau rentang."]
    cara: Annotated[str, "Triwulan menjadi setahun: jumlah, terakhir, rata, …; uang dijumlahkan."]
    target: Annotated[str, "Sebagaimana tercetak."]
    target_setahun: AngkaTertulis
    aksi: str
    bulan: Annotated[tuple[int | None, ...], "Jadwal Januari sampai Desember, persen; null kosong."]
    pagu: AngkaTertulis
    triwulan: tuple[TriwulanApi, ...]
    realisasi: AngkaTertulis
    capaian: AngkaTertulis
    uang: AngkaTertulis
    penyerapan: AngkaTertulis
    penanggung_jawab: Annotated[str, "Bidangnya; kosong bila belum dibagi."]
    sah: Sah


@dataclass(frozen=True, slots=True, kw_only=True)
class NaskahApi:
    """Satu naskah yang sudah diajukan; draf tidak dimuat."""

    tahun: int
    jenis: str
    judul: str
    nomor: str
    tanggal: Annotated[datetime.date | None, "Null bila belum diberi tanggal."]
    status: Annotated[str, "diajukan, disetujui, direviu atau ditandatangani."]
    sha256: Annotated[str, "Sidik isi bekunya."]
    sha256_pdf: Annotated[str | None, "Sidik PDF-nya; null sebelum sah."]
    kode: Annotated[str | None, "Kode verifikasi; null sebelum sah."]
    alamat: Annotated[str | None, "Halaman verifikasi; null sebelum sah."]
