"""Bagian yang sama pada semua naskah kinerja: dinas, penanda tangan, nomor, tanggal, judul."""

from typing import Any

from accounts.models import Kabupaten, Pejabat
from documents.models import Document, kepala_dinas


def kepala(document: Document, judul: str) -> dict[str, Any]:
    """Kepala payload satu naskah."""
    return {
        "judul": judul,
        "tahun": document.tahun,
        "nomor": document.nomor,
        "tanggal": document.tanggal,
        "dinas": dinas(document.kabupaten),
        "penanda_tangan": orang(kepala_dinas(document.kabupaten, document.tanggal)),
    }


def dinas(kabupaten: Kabupaten) -> dict[str, Any]:
    """Isi kop surat."""
    names = (
        "nama", "singkatan", "alamat", "kode_pos", "telepon_kantor", "email", "situs", "tempat", "dasar_hukum",
    )  # fmt: skip
    row = kabupaten.perangkatdaerah
    return {
        "kabupaten": kabupaten.nama,
        "provinsi": kabupaten.provinsi,
        **{name: getattr(row, name) for name in names},
    }


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
    elif kepala_dinas(document.kabupaten, document.tanggal) is None:
        kalimat.append("Tidak ada kepala dinas yang menjabat pada tanggal dokumen.")
    return kalimat
