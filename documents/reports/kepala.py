"""Bagian yang sama pada semua naskah: kop, penanda tangan, nomor, tanggal, judul."""

import datetime
from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten, Pejabat, PerangkatDaerah
from core.daerah import SEBUTAN, Daerah
from documents.models import Document

KANTOR = ("nama", "singkatan", "alamat", "kode_pos", "telepon_kantor", "email", "situs", "tempat", "dasar_hukum")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Isi kop surat; sebutan dan logo baru dikenal sesudah rilis 0.1.0."""

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
class Kepala:
    """Kepala isi satu naskah; isi tiap jenis melanjutkannya."""

    judul: str
    tahun: int
    nomor: str
    tanggal: datetime.date | None
    dinas: Kop
    penanda_tangan: Orang | None

    @property
    def keterangan(self) -> tuple[str, ...]:
        """Baris di bawah judulnya, misalnya triwulan dan bidang; yang kosong tidak dicetak."""
        return ()


def kepala(document: Document, judul: str) -> dict[str, Any]:
    """Kolom `Kepala` satu naskah."""
    head = document.head()
    return {
        "judul": judul,
        "tahun": document.tahun,
        "nomor": document.nomor,
        "tanggal": document.tanggal,
        "dinas": kop(document.kabupaten, document.office),
        "penanda_tangan": orang(head) if head else None,
    }


def kop(kabupaten: Kabupaten, kantor: PerangkatDaerah | None) -> Kop:
    """Isi kop surat; tanpa `kantor` hanya daerahnya, agar halaman terbuka sebelum dinasnya dicatat."""
    return Kop(
        kabupaten=kabupaten.nama,
        sebutan=kabupaten.sebutan,
        provinsi=kabupaten.provinsi,
        logo=kantor.logo_uri if kantor else "",
        **{nama: getattr(kantor, nama, "") for nama in KANTOR},
    )


def orang(pejabat: Pejabat) -> Orang:
    """Pejabat sebagaimana tercetak; Plt. dan Plh. pada jabatannya, NIP 8-6-1-3."""
    return Orang(
        nama=pejabat.nama,
        jabatan=pejabat.jabatan_lengkap,
        pangkat=pejabat.pangkat,
        golongan=pejabat.golongan,
        nip=pejabat.nip_berspasi,
    )


def kepala_kurang(document: Document) -> list[str]:
    """Kalimat bila nomor, tanggal atau penanda tangannya belum ada."""
    kalimat = [] if document.nomor else ["Nomor dokumen belum diisi."]
    if document.tanggal is None:
        kalimat.append("Tanggal dokumen belum diisi.")
    elif document.head() is None:
        kalimat.append(f"Tidak ada kepala {document.office.nama} yang menjabat pada tanggal dokumen.")
    return kalimat
