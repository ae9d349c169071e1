"""Lampiran Perjanjian Kinerja: sasaran dan target, lalu anggaran."""

from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import judul
from kinerja.naskah.dasar.lembar import NOMOR, bersatuan
from kinerja.naskah.perjanjian.isi import IndikatorPerjanjian, IsiPerjanjian


def perjanjian(isi: IsiPerjanjian) -> list[Tabel]:
    """Lampiran: sasaran dan target, lalu anggaran dengan jumlahnya."""
    uang = [
        [urut, satu.kode, satu.nama, satu.pagu] for urut, satu in enumerate(isi.anggaran, start=1)
    ]
    return [
        Tabel(
            "Target",
            [NOMOR, Kolom("teks", 30), Kolom("teks", 50), Kolom("desimal", 18)],
            [[Kepala(teks) for teks in ("No", "Sasaran", "Indikator Kinerja", "Target")]],
            _target(isi),
            judul(isi),
        ),
        Tabel(
            "Anggaran",
            [NOMOR, Kolom("teks", 20), Kolom("teks", 50), Kolom("rupiah", 20, is_jumlah=True)],
            [[Kepala(teks) for teks in ("No", "Kode", isi.sebutan, "Anggaran (Rp)")]],
            uang,
            judul(isi),
            jumlah="Jumlah",
        ),
    ]


def _target(isi: IsiPerjanjian) -> list[list[Any]]:
    """Satu baris tiap indikator yang diperjanjikan."""
    return [
        [urut, satu.sasaran, indikator.nama, _besar(indikator)]
        for urut, satu in enumerate(isi.sasaran, start=1)
        for indikator in satu.indikator
    ]


def _besar(indikator: IndikatorPerjanjian) -> Any:
    """Target dengan satuannya, juga yang berupa sebutan: `D Opini`."""
    if indikator.target.sebutan:
        return indikator.target.bersatuan(indikator.satuan)
    return bersatuan(indikator.target, indikator.satuan, indikator.desimal or 0)
