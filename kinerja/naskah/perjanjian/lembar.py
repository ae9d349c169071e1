"""Lampiran Perjanjian Kinerja: sasaran dan target, lalu anggaran."""

from dataclasses import replace
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import judul
from kinerja.naskah.dasar.lembar import NOMOR, bersatuan
from kinerja.naskah.perjanjian.isi import IndikatorPerjanjian, IsiPerjanjian, UangPerjanjian

RUPIAH = Kolom("rupiah", 20, is_jumlah=True)


def perjanjian(isi: IsiPerjanjian) -> list[Tabel]:
    """Lampiran: sasaran dan target, lalu anggaran dengan jumlahnya."""
    return [_tabel_target(isi), _tabel_anggaran(isi)]


def _tabel_target(isi: IsiPerjanjian) -> Tabel:
    kolom = [NOMOR, Kolom("teks", 30), Kolom("teks", 50), Kolom("desimal", 18)]
    nama = ["No", "Sasaran", "Indikator Kinerja", "Target"]
    if isi.is_bersanding:
        kolom.insert(3, Kolom("teks", 18))
        nama[3:] = ["Target Semula", "Target Menjadi"]
    return Tabel("Target", kolom, [[Kepala(teks) for teks in nama]], _target(isi), judul(isi))


def _target(isi: IsiPerjanjian) -> list[list[Any]]:
    """Satu baris tiap indikator yang diperjanjikan."""
    hasil = []
    for urut, satu in enumerate(isi.sasaran, start=1):
        for indikator in satu.indikator:
            semula = [indikator.semula] if isi.is_bersanding else []
            hasil.append([urut, satu.sasaran, indikator.nama, *semula, _besar(indikator)])
    return hasil


def _tabel_anggaran(isi: IsiPerjanjian) -> Tabel:
    uang = [RUPIAH]
    nama = ["No", "Kode", isi.sebutan, "Anggaran (Rp)"]
    if isi.is_bersanding:
        uang = [RUPIAH, RUPIAH, replace(RUPIAH, is_perubahan=True)]
        nama[3:] = ["Semula (Rp)", "Menjadi (Rp)", "Bertambah/Berkurang (Rp)"]
    return Tabel(
        "Anggaran",
        [NOMOR, Kolom("teks", 20), Kolom("teks", 50), *uang],
        [[Kepala(teks) for teks in nama]],
        [[urut, *_uang(satu, isi)] for urut, satu in enumerate(isi.anggaran, start=1)],
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
        return f"{indikator.target.sebutan} {indikator.satuan}".strip()
    return bersatuan(indikator.target, indikator.satuan, indikator.desimal or 0)
