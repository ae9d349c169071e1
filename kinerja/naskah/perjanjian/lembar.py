"""Lampiran Perjanjian Kinerja: sasaran dan target, lalu anggaran."""

from dataclasses import replace
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import judul
from kinerja.naskah.dasar.lembar import NOMOR, bersatuan
from kinerja.naskah.perjanjian.isi import IndikatorPerjanjian, IsiPerjanjian, UangPerjanjian

SASARAN = Kolom("teks", 30)
NAMA = Kolom("teks", 50)
KODE = Kolom("teks", 20)
SEMULA = Kolom("teks", 18)
TARGET = Kolom("desimal", 18)
RUPIAH = Kolom("rupiah", 20, is_jumlah=True)
SELISIH = replace(RUPIAH, is_perubahan=True)


def perjanjian(isi: IsiPerjanjian) -> list[Tabel]:
    """Lampiran: sasaran dan target, lalu anggaran dengan jumlahnya."""
    return [_tabel_target(isi), _tabel_anggaran(isi)]


def _tabel_target(isi: IsiPerjanjian) -> Tabel:
    kolom = [NOMOR, SASARAN, NAMA]
    nama = ["No", "Sasaran", "Indikator Kinerja"]
    if isi.is_bersanding:
        kolom += [SEMULA, TARGET]
        nama += ["Target Semula", "Target Menjadi"]
    else:
        kolom.append(TARGET)
        nama.append("Target")
    return Tabel("Target", kolom, [_kepala(nama)], _target(isi), judul(isi))


def _kepala(nama: list[str]) -> list[Kepala]:
    return [Kepala(teks) for teks in nama]


def _target(isi: IsiPerjanjian) -> list[list[Any]]:
    """Satu baris tiap indikator yang diperjanjikan."""
    hasil = []
    for urut, satu in enumerate(isi.sasaran, start=1):
        for indikator in satu.indikator:
            baris = [urut, satu.sasaran, indikator.nama]
            if isi.is_bersanding:
                baris.append(indikator.semula)
            baris.append(_besar(indikator))
            hasil.append(baris)
    return hasil


def _tabel_anggaran(isi: IsiPerjanjian) -> Tabel:
    kolom = [NOMOR, KODE, NAMA]
    nama = ["No", "Kode", isi.sebutan]
    if isi.is_bersanding:
        kolom += [RUPIAH, RUPIAH, SELISIH]
        nama += ["Semula (Rp)", "Menjadi (Rp)", "Bertambah/Berkurang (Rp)"]
    else:
        kolom.append(RUPIAH)
        nama.append("Anggaran (Rp)")
    baris = []
    for urut, satu in enumerate(isi.anggaran, start=1):
        baris.append([urut, *_uang(satu, isi)])
    return Tabel(
        "Anggaran",
        kolom,
        [_kepala(nama)],
        baris,
        judul(isi),
        jumlah="Jumlah",
    )


def _uang(uang: UangPerjanjian, isi: IsiPerjanjian) -> list[Any]:
    if isi.is_bersanding:
        return [uang.kode, uang.nama, uang.semula, uang.pagu, uang.selisih]
    return [uang.kode, uang.nama, uang.pagu]


def _besar(indikator: IndikatorPerjanjian) -> Any:
    """Target dengan satuannya, juga yang berupa sebutan: `D Opini`."""
    if indikator.target.sebutan:
        return indikator.target.bersatuan(indikator.satuan)
    return bersatuan(indikator.target, indikator.satuan, indikator.desimal or 0)
