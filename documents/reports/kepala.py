"""Menyusun kepala naskah: kop, penanda tangan, nomor, tanggal, judul, dan yang kurang."""

from typing import Any

from accounts.models import Kabupaten, Pejabat, PerangkatDaerah
from documents.jenis import is_peragaan
from documents.kepala import Kop, Orang
from documents.models import Naskah

KANTOR = (
    "nama",
    "singkatan",
    "alamat",
    "kode_pos",
    "telepon_kantor",
    "email",
    "situs",
    "tempat",
    "dasar_hukum",
)


def kepala(naskah: Naskah, judul: str) -> dict[str, Any]:
    """Kolom `KepalaNaskah` satu naskah."""
    head = naskah.head()
    return {
        "judul": judul,
        "tahun": naskah.tahun,
        "nomor": naskah.nomor,
        "tanggal": naskah.tanggal,
        "dinas": kop(naskah.kabupaten, naskah.perangkat),
        "penanda_tangan": orang(head) if head else None,
        "is_peragaan": is_peragaan(naskah.kabupaten, naskah.tahun),
    }


def kop(kabupaten: Kabupaten, kantor: PerangkatDaerah | None) -> Kop:
    """Isi kop surat.

    Tanpa `kantor` hanya daerahnya, agar halaman terbuka sebelum dinasnya dicatat.
    """
    return Kop(
        kabupaten=kabupaten.nama,
        sebutan=kabupaten.sebutan,
        provinsi=kabupaten.provinsi,
        logo=kantor.logo_uri if kantor else "",
        wilayah=kabupaten.wilayah,
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


def kepala_kurang(naskah: Naskah) -> list[str]:
    """Kalimat bila nomor, tanggal atau penanda tangannya belum ada."""
    kalimat = []
    if not naskah.nomor:
        kalimat.append("Nomor dokumen belum diisi.")
    if naskah.tanggal is None:
        kalimat.append("Tanggal dokumen belum diisi.")
    elif naskah.head() is None:
        kalimat.append(
            f"Tidak ada kepala {naskah.perangkat.nama} yang menjabat pada tanggal dokumen.",
        )
    return kalimat
