"""Formulir Identifikasi Kerja Sama Antar Desa dalam susunan cetaknya."""

from operator import attrgetter
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from documents.kepala import KepalaNaskah
from documents.lembar.naskah import judul, kaki, nomor
from villages.naskah.formulir.isi import (
    DesaFormulir,
    Formulir,
    KecamatanFormulir,
)

Gabungan = tuple[int, int, int, int]  # baris, kolom, baris akhir, kolom akhir
TANDA = Kolom("tanda", 10, is_jumlah=True)  # angka 1 pada salah satu kolom keaktifan
KOLOM = (
    Kolom("teks", 6),
    Kolom("teks", 22),
    Kolom("teks", 30),
    TANDA,
    TANDA,
    Kolom("teks", 50),
    Kolom("teks", 40),
    Kolom("teks", 16),
)
KONTAK = {True: "pada DPMD", False: "-"}
SEKECAMATAN, BERSAMA = (
    (0, 1),
    (0, 1, 5, 6),
)  # kolom yang digabung bagi semua desanya


def formulir(kepala: KepalaNaskah, isi: Formulir, *, is_cetak: bool = False) -> Tabel:
    """Susunan formulir cetak: kecamatan tergabung, bagian A dan B, angka 1 di salah satu kolom.

    Banyak desa dan adanya kontak hanya disebut pada cetakan; lembar kerja diisi orang lalu
    dibaca kembali.
    """
    baris, gabung, tebal = _isi(isi, is_cetak=is_cetak)
    banyak = isi.jumlah
    return Tabel(
        f"Formulir {isi.tahun}",
        KOLOM,
        _kepala(),
        baris,
        _judul(kepala, isi.tahun),
        tebal=frozenset(tebal),
        jumlah=f"TOTAL {banyak.baris} DESA" if is_cetak else "TOTAL",
        kertas="F4",
        is_lanskap=True,
        gabung=gabung,
        kaki=[
            f"{banyak.baris} baris; {banyak.desa} desa berlainan.",
            *kaki(kepala),
        ],
    )


def _judul(kepala: KepalaNaskah, tahun: int) -> list[str]:
    wilayah = kepala.dinas
    tempat = f"DI {wilayah.daerah} PROVINSI {wilayah.provinsi} TAHUN {tahun}"
    return [
        *judul(kepala)[:2],
        "FORM IDENTIFIKASI KERJA SAMA ANTAR DESA DALAM SATU KECAMATAN",
        tempat.upper(),
    ]


def _kepala() -> list[list[Kepala]]:
    return [
        [
            Kepala("NO", 1, 2),
            Kepala("KECAMATAN", 1, 2),
            Kepala("NAMA DESA YANG BEKERJASAMA", 1, 2),
            Kepala("STATUS KEAKTIFAN BKAD (diisi dengan angka 1)", 2),
            Kepala("DOKUMEN TERKAIT (Link google drive)", 1, 2),
            Kepala("KETERANGAN", 1, 2),
            Kepala("KONTAK PERSON", 1, 2),
        ],
        [Kepala("AKTIF"), Kepala("TIDAK AKTIF")],
        nomor(8),
    ]


def _isi(isi: Formulir, *, is_cetak: bool) -> tuple[list[list[Any]], list[Gabungan], list[int]]:
    """Baris, gabungannya, dan letak judul bagian A dan B."""
    baris: list[list[Any]] = []
    gabung: list[Gabungan] = []
    tebal: list[int] = []
    for bagian in filter(attrgetter("kecamatan"), isi.bagian):
        letak = len(baris)
        tebal.append(letak)
        gabung.append((letak, 0, letak, 7))
        baris.append([f"{bagian.huruf}. {bagian.judul}", *[None] * 7])
        for kecamatan in bagian.kecamatan:
            awal = len(baris)
            baris += _kecamatan(kecamatan, is_cetak=is_cetak)
            akhir = len(baris) - 1
            kolom = SEKECAMATAN if kecamatan.is_berbaris else BERSAMA
            if akhir > awal:
                gabung += [(awal, satu, akhir, satu) for satu in kolom]
    return baris, gabung, tebal


def _kecamatan(isi: KecamatanFormulir, *, is_cetak: bool) -> list[list[Any]]:
    """Baris satu kerja sama.

    Dokumen dan keterangan bersamanya pada baris sendiri atau pada desa pertama.
    """
    desa = [_desa(satu, is_cetak=is_cetak) for satu in isi.desa]
    keterangan = "\n".join(isi.keterangan)
    bersama: list[Any] = [
        isi.nomor,
        isi.kecamatan,
        None,
        None,
        None,
        isi.dokumen,
        keterangan,
        None,
    ]
    if isi.is_berbaris or not desa:
        return [bersama, *desa]
    pertama = desa[0]
    for kolom in BERSAMA:
        pertama[kolom] = bersama[kolom]
    return desa


def _desa(isi: DesaFormulir, *, is_cetak: bool) -> list[Any]:
    aktif, tidak_aktif = (1, None) if isi.is_aktif else (None, 1)
    kontak = KONTAK[isi.is_berkontak] if is_cetak else None
    return [
        None,
        None,
        isi.nama,
        aktif,
        tidak_aktif,
        isi.perdes,
        None,
        kontak,
    ]
