"""Tabel LKjIP yang juga tabel Perjanjian Kinerja, naskah IKU dan IKK, atau laporan IDM."""

from dataclasses import replace

from core.tabel import Tabel
from documents.cetakan import Bagian
from idm.laporan.gambaran.lembar.tabel import tabel_perpindahan
from kinerja.naskah.indikator.isi import DefinisiIndikator
from kinerja.naskah.indikator.lembar import tabel_definisi
from kinerja.naskah.lkjip.isi.keuangan import UangProgram
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.naskah.perjanjian.isi import IndikatorPerjanjian, SasaranPerjanjian, UangPerjanjian
from kinerja.naskah.perjanjian.lembar import tabel_anggaran, tabel_target


def bagian(isi: IsiLkjip) -> tuple[Bagian, ...]:
    """Perjanjian, anggarannya, IKU, IKK, perpindahan status desa, lalu perjanjian yang sah."""
    iku = tabel_definisi("iku", isi.indikator["iku"])
    ikk = tabel_definisi("ikk", isi.indikator["ikk"], is_bersasaran=False)
    semua = [(_target(isi),), (_anggaran(isi),), (iku,), (ikk,), _perpindahan(isi)]
    semua += [(satu,) for satu in _sah(isi)]
    return tuple(Bagian(tabel=satu) for satu in semua)


def _perpindahan(isi: IsiLkjip) -> tuple[Tabel, ...]:
    """Perpindahan status desa; kosong bila tidak diketahui per desa."""
    if isi.idm.matriks is None:
        return ()
    return (tabel_perpindahan(isi.idm.matriks),)


def _sah(isi: IsiLkjip) -> tuple[Tabel, ...]:
    """Target dan anggaran perjanjian yang sah, seperti pada naskahnya."""
    sah = isi.perjanjian_sah
    if sah is None:
        return ()
    return tabel_target(sah.sasaran), tabel_anggaran(sah.sebutan, sah.anggaran)


def _target(isi: IsiLkjip) -> Tabel:
    """Target yang diperjanjikan."""
    semua = []
    for satu in isi.perjanjian:
        indikator = tuple(map(_diperjanjikan, satu.indikator))
        semua.append(SasaranPerjanjian(sasaran=satu.sasaran, indikator=indikator))
    kosong = f"Perjanjian Kinerja tahun {isi.tahun} belum diisi."
    return replace(tabel_target(semua), kosong=kosong)


def _diperjanjikan(indikator: DefinisiIndikator) -> IndikatorPerjanjian:
    return IndikatorPerjanjian(
        nama=indikator.nama,
        satuan=indikator.satuan,
        desimal=indikator.desimal,
        target=indikator.target,
    )


def _anggaran(isi: IsiLkjip) -> Tabel:
    """Pagu tiap program dan jumlahnya."""
    uang = list(map(_uang, isi.keuangan.baris))
    kosong = f"Program tahun {isi.tahun} belum diisi."
    kurang = isi.keuangan.catatan_pagu
    return replace(tabel_anggaran("Program", uang), kosong=kosong, kurang=kurang)


def _uang(program: UangProgram) -> UangPerjanjian:
    return UangPerjanjian(
        kode=program.kode,
        nama=program.nama,
        pagu=program.pagu,
        is_sebagian=program.is_sebagian,
    )
