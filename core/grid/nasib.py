"""Nasib tiap ubahan satu kiriman: tersimpan, salah, terkunci, atau ikut batal."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from core.grid.kolom import (
    BATAL,
    GAGAL,
    LOCKED,
    SELURUH_BARIS,
    TERSIMPAN,
    Alamat,
    Hasil,
    KolomKisi,
    Nilai,
    Ubahan,
)

SemuaHasil = Sequence[Hasil]
SemuaUbahan = Sequence[Ubahan]
SemuaAlamat = set[Alamat]
Masalah = list[Hasil]
PerNama = dict[str, KolomKisi]
Pending = dict[str, Nilai]  # nilai siap simpan: kunci baris → kolom → nilai


def locked(kunci: str, nilai: Nilai, sebab: str) -> Masalah:
    """Baris yang ditolak pintu: alasannya pada tiap sel kirimannya."""
    masalah = []
    for kolom in nilai:
        hasil = Hasil(kunci=kunci, kolom=kolom, status=LOCKED, pesan=sebab)
        masalah.append(hasil)
    return masalah


def without(pending: Pending, wrong: SemuaAlamat, columns: PerNama) -> Pending:
    """Tanpa sel yang salah, dan tanpa sel yang tersimpan bersamanya."""
    utuh = {(kunci, columns[nama].utuh) for kunci, nama in wrong if nama in columns}
    right: Pending = {}
    for kunci, nilai in pending.items():
        for nama, isi in nilai.items():
            kelompok = columns[nama].utuh
            if not kelompok or (kunci, kelompok) not in utuh:
                kept = right.setdefault(kunci, {})
                kept[nama] = isi
    return right


def stored(ubahan: Ubahan, kolom: KolomKisi, pending: Pending) -> Hasil:
    """Isi sel sesudah tersimpan, sebagaimana akan dibaca lagi."""
    nilai = pending[ubahan.kunci][ubahan.kolom]
    kini = kolom.tulisan(nilai)
    return ubahan.hasil(TERSIMPAN, kini)


def cancelled(ubahan: SemuaUbahan, masalah: SemuaHasil) -> Masalah:
    """Ubahan yang tidak bermasalah tetapi ikut batal."""
    failed = {satu.alamat for satu in masalah}
    cancelled = []
    for satu in ubahan:
        if satu.alamat not in failed:
            cancelled.append(satu.hasil(BATAL))
    return cancelled


def masalah_baris(
    kunci: str,
    nilai: Nilai,
    error: ValidationError,
    *,
    is_sebagian: bool,
) -> Masalah:
    """Pesan per sel; yang menyangkut seluruh baris ditaruh pada tiap sel kiriman baris itu.

    Bila sel lain pada baris itu sudah salah, yang menyangkut seluruhnya mungkin hanya akibatnya.
    """
    pesan = {SELURUH_BARIS: error.messages}
    if hasattr(error, "error_dict"):
        pesan = error.message_dict
    ada: dict[str, list[str]] = {}
    for nama, semua_teks in pesan.items():
        affected = list(nilai)
        if nama in nilai:
            affected = [nama]
        elif is_sebagian:
            continue
        for kolom in affected:
            dikenal = ada.setdefault(kolom, [])
            dikenal += semua_teks
    masalah = []
    for kolom, semua in ada.items():
        hasil = Hasil(
            kunci=kunci,
            kolom=kolom,
            status=GAGAL,
            pesan=" ".join(filter(None, semua)),
        )
        masalah.append(hasil)
    return masalah
