"""Bagian yang sama pada semua naskah: kop, penanda tangan, nomor, tanggal, judul."""

from typing import Any

from accounts.models import Kabupaten, Pejabat, PerangkatDaerah
from documents.models import Document

KOP = ("nama", "singkatan", "alamat", "kode_pos", "telepon_kantor", "email", "situs", "tempat", "dasar_hukum")


def kepala(document: Document, judul: str) -> dict[str, Any]:
    """Kepala payload satu naskah."""
    return {
        "judul": judul,
        "tahun": document.tahun,
        "nomor": document.nomor,
        "tanggal": document.tanggal,
        "dinas": kop(document.kabupaten, document.office),
        "penanda_tangan": orang(document.head()),
    }


def kop(kabupaten: Kabupaten, kantor: PerangkatDaerah | None) -> dict[str, Any]:
    """Isi kop surat; tanpa `kantor` hanya daerahnya, agar halaman terbuka sebelum dinasnya dicatat."""
    daerah = {"kabupaten": kabupaten.nama, "sebutan": kabupaten.sebutan, "provinsi": kabupaten.provinsi}
    if kantor is None:
        return daerah
    return daerah | {name: getattr(kantor, name) for name in KOP} | {"logo": kantor.logo_uri}


def orang(pejabat: Pejabat | None) -> dict[str, str] | None:
    """Pejabat sebagaimana tercetak; Plt. dan Plh. pada jabatannya, NIP 8-6-1-3."""
    if pejabat is None:
        return None
    return {
        "nama": pejabat.nama,
        "jabatan": pejabat.jabatan_lengkap,
        "pangkat": pejabat.pangkat,
        "golongan": pejabat.golongan,
        "nip": pejabat.nip_berspasi,
    }


def kepala_kurang(document: Document) -> list[str]:
    """Kalimat bila nomor, tanggal atau penanda tangannya belum ada."""
    kalimat = [] if document.nomor else ["Nomor dokumen belum diisi."]
    if document.tanggal is None:
        kalimat.append("Tanggal dokumen belum diisi.")
    elif document.head() is None:
        kalimat.append(f"Tidak ada kepala {document.office.nama} yang menjabat pada tanggal dokumen.")
    return kalimat
