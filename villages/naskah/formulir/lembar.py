"""Formulir Identifikasi Kerja Sama Antar Desa dalam susunan cetaknya."""

from dataclasses import dataclass, field
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from documents.kepala import KepalaNaskah
from documents.lembar.naskah import kaki, kop, nomor
from villages.naskah.formulir.isi import (
    BagianFormulir,
    DesaFormulir,
    Formulir,
    KecamatanFormulir,
)

Sel = dict[str, Any]  # menurut nama kolomnya
Gabungan = tuple[int, int, int, int]  # baris, kolom, baris akhir, kolom akhir
TANDA = Kolom("tanda", 10, is_jumlah=True)  # angka 1 pada salah satu kolom keaktifan
KOLOM = {
    "nomor": Kolom("teks", 6),
    "kecamatan": Kolom("teks", 22),
    "desa": Kolom("teks", 30),
    "aktif": TANDA,
    "tidak_aktif": TANDA,
    "dokumen": Kolom("teks", 50),
    "keterangan": Kolom("teks", 40),
    "kontak": Kolom("teks", 16),
}
LETAK = {nama: urut for urut, nama in enumerate(KOLOM)}
TERAKHIR = len(KOLOM) - 1
KONTAK = {True: "pada DPMD", False: "-"}
SEKECAMATAN = ("nomor", "kecamatan")  # digabung bagi semua desanya
BERSAMA = (*SEKECAMATAN, "dokumen", "keterangan")  # bila dokumennya tanpa baris sendiri


def formulir(kepala: KepalaNaskah, isi: Formulir, *, is_cetak: bool = False) -> Tabel:
    """Susunan formulir cetak: kecamatan tergabung, bagian A dan B, angka 1 di salah satu kolom.

    Banyak desa dan adanya kontak hanya disebut pada cetakan; lembar kerja diisi orang lalu
    dibaca kembali.
    """
    badan = _Badan(is_cetak=is_cetak)
    for bagian in isi.bagian:
        if bagian.kecamatan:
            badan.tambah(bagian)
    banyak = isi.jumlah
    return Tabel(
        f"Formulir {isi.tahun}",
        list(KOLOM.values()),
        _kepala(),
        badan.baris,
        _judul(kepala, isi.tahun),
        tebal=frozenset(badan.tebal),
        jumlah=f"TOTAL {banyak.baris} DESA" if is_cetak else "TOTAL",
        kertas="F4",
        is_lanskap=True,
        gabung=badan.gabung,
        kaki=[
            f"{banyak.baris} baris; {banyak.desa} desa berlainan.",
            *kaki(kepala),
        ],
    )


def _judul(kepala: KepalaNaskah, tahun: int) -> list[str]:
    wilayah = kepala.dinas
    tempat = f"DI {wilayah.daerah} PROVINSI {wilayah.provinsi} TAHUN {tahun}"
    return [
        *kop(kepala),
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
        nomor(len(KOLOM)),
    ]


@dataclass
class _Badan:
    """Baris yang sudah tersusun, gabungannya, dan letak judul bagian A dan B."""

    is_cetak: bool
    baris: list[list[Any]] = field(default_factory=list)
    gabung: list[Gabungan] = field(default_factory=list)
    tebal: list[int] = field(default_factory=list)

    def tambah(self, bagian: BagianFormulir) -> None:
        """Judul bagian selebar tabel, lalu kecamatannya."""
        letak = len(self.baris)
        self.tebal.append(letak)
        self.gabung.append((letak, 0, letak, TERAKHIR))
        judul_bagian = f"{bagian.huruf}. {bagian.judul}"
        self.baris.append(_sel({"nomor": judul_bagian}))
        for kecamatan in bagian.kecamatan:
            self._kecamatan(kecamatan)

    def _kecamatan(self, isi: KecamatanFormulir) -> None:
        """Yang bersama semua desanya digabung ke bawah."""
        awal = len(self.baris)
        self.baris += map(_sel, _sekecamatan(isi, is_cetak=self.is_cetak))
        akhir = len(self.baris) - 1
        if akhir == awal:
            return
        bersama: tuple[str, ...] = BERSAMA
        if isi.is_berbaris:
            bersama = SEKECAMATAN
        for nama in bersama:
            kolom = LETAK[nama]
            self.gabung.append((awal, kolom, akhir, kolom))


def _sel(isi: Sel) -> list[Any]:
    """Menurut urutan kolomnya; yang tidak disebut kosong."""
    return [isi.get(nama) for nama in KOLOM]


def _sekecamatan(isi: KecamatanFormulir, *, is_cetak: bool) -> list[Sel]:
    """Dokumen dan keterangan bersamanya pada baris sendiri atau pada desa pertama."""
    desa = [_desa(satu, is_cetak=is_cetak) for satu in isi.desa]
    bersama = {
        "nomor": isi.nomor,
        "kecamatan": isi.kecamatan,
        "dokumen": isi.dokumen,
        "keterangan": "\n".join(isi.keterangan),
    }
    if isi.is_berbaris or not desa:
        return [bersama, *desa]
    pertama, *lainnya = desa
    return [pertama | bersama, *lainnya]


def _desa(isi: DesaFormulir, *, is_cetak: bool) -> Sel:
    """Angka 1 pada salah satu kolom keaktifan."""
    keaktifan = "tidak_aktif"
    if isi.is_aktif:
        keaktifan = "aktif"
    sel: Sel = {"desa": isi.nama, keaktifan: 1, "dokumen": isi.perdes}
    if is_cetak:
        sel["kontak"] = KONTAK[isi.is_berkontak]
    return sel
