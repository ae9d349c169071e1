"""Angka indikator dari naskah IKU, IKK, Capaian Kinerja, Perjanjian Kinerja dan LKjIP yang sah."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from core.kaki import TANDA_SEBAGIAN
from core.nilai import Rumus
from kinerja.naskah.indikator.isi import (
    BarisCapaian,
    DefinisiIndikator,
    DefinisiSasaran,
    IsiCapaian,
    IsiDefinisi,
    UangDinas,
)
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.naskah.lkjip.isi.tabel import BarisSetahun
from kinerja.naskah.perjanjian.isi import IsiPerjanjian
from kinerja.terbuka.isi import (
    BarisTerbuka,
    angka,
    berukuran,
    dari_besaran,
    penyerapan,
    persen,
    sebagian,
    uang,
)
from kinerja.terbuka.reports.desa import status_desa

Baris = Iterator[BarisTerbuka]


def rumus(pembilang: str, penyebut: str, faktor: int = 1) -> str:
    """`(pembilang) / (penyebut) × 100`; kosong bila tidak ditulis."""
    if penyebut:
        return str(Rumus(pembilang, penyebut, faktor))
    return pembilang


def definisi(isi: IsiDefinisi) -> Baris:
    """Target tiap indikator."""
    yield from _sasaran(isi.indikator, "indikator")


def _sasaran(semua: tuple[DefinisiSasaran, ...], letak: str) -> Baris:
    for nomor, sasaran in enumerate(semua):
        for urut, satu in enumerate(sasaran.indikator):
            yield _definisi(satu, f"{letak}[{nomor}].indikator[{urut}]")


def _definisi(satu: DefinisiIndikator, letak: str) -> BarisTerbuka:
    target = dari_besaran(satu.target, satu.satuan, satu.desimal)
    return BarisTerbuka(
        letak=letak,
        kelompok=satu.jenis.upper(),
        uraian=satu.nama,
        rumus=rumus(satu.pembilang, satu.penyebut, satu.faktor),
        asal=satu.sumber_data,
        angka=berukuran(target=target),
    )


def capaian(isi: IsiCapaian) -> Baris:
    """Target, realisasi dan capaian tiap IKU, lalu anggaran dinasnya."""
    for nomor, satu in enumerate(isi.baris):
        yield _capaian(satu, f"baris[{nomor}]", "IKU")
    yield uang_dinas(isi.anggaran, "anggaran")


def _capaian(satu: BarisCapaian | BarisSetahun, letak: str, kelompok: str) -> BarisTerbuka:
    """Keadaan yang bukan nilai beserta alasannya ada pada keterangannya."""
    sebab = satu.keterangan
    return BarisTerbuka(
        letak=letak,
        kelompok=kelompok,
        uraian=satu.nama,
        angka=berukuran(
            target=dari_besaran(satu.target, satu.satuan, satu.desimal, sebab),
            realisasi=dari_besaran(satu.realisasi, satu.satuan, satu.desimal, sebab),
            capaian=persen(satu.capaian, sebab),
        ),
    )


def uang_dinas(satu: UangDinas, letak: str) -> BarisTerbuka:
    """Pagu, realisasi dan penyerapan seluruh dinas."""
    return BarisTerbuka(
        letak=letak,
        kelompok="Anggaran",
        uraian="Anggaran seluruh dinas",
        angka=berukuran(
            pagu=uang(satu.pagu, satu.catatan_pagu.removeprefix(f"{TANDA_SEBAGIAN} ")),
            realisasi=uang(satu.realisasi),
            penyerapan=penyerapan(satu.persen, satu.catatan_pagu),
        ),
    )


def perjanjian(isi: IsiPerjanjian) -> Baris:
    """Target dan pagu yang diperjanjikan."""
    for nomor, sasaran in enumerate(isi.sasaran):
        for urut, satu in enumerate(sasaran.indikator):
            target = dari_besaran(satu.target, satu.satuan, satu.desimal, satu.catatan)
            yield BarisTerbuka(
                letak=f"sasaran[{nomor}].indikator[{urut}]",
                kelompok="Perjanjian",
                uraian=satu.nama,
                angka=berukuran(target=target),
            )
    for nomor, program in enumerate(isi.anggaran):
        yield BarisTerbuka(
            letak=f"anggaran[{nomor}]",
            kelompok="Anggaran",
            uraian=f"{program.kode} {program.nama}",
            angka=berukuran(pagu=uang(program.pagu, sebagian(program.is_sebagian))),
        )


def lkjip(isi: IsiLkjip) -> Baris:
    """Capaian setahun dengan rumusnya, status desa, lalu uang dinas dan programnya."""
    asal = {}
    for satu in chain.from_iterable(isi.indikator.values()):
        for indikator in satu.indikator:
            asal[indikator.nama] = indikator.sumber_data
    for jenis in sorted(isi.setahun, reverse=True):  # IKU, lalu IKK
        for nomor, sasaran in enumerate(isi.setahun[jenis]):
            for urut, baris in enumerate(sasaran.baris):
                letak = f"setahun.{jenis}[{nomor}].baris[{urut}]"
                yield _setahun(baris, letak, jenis.upper(), asal.get(baris.nama, ""))
    yield from status_desa(isi.idm, "idm", isi.indeks)
    yield uang_dinas(isi.keuangan, "keuangan")
    for nomor, program in enumerate(isi.keuangan.baris):
        yield BarisTerbuka(
            letak=f"keuangan.baris[{nomor}]",
            kelompok="Anggaran",
            uraian=f"{program.kode} {program.nama}",
            angka=berukuran(
                pagu=uang(program.pagu, sebagian(program.is_sebagian)),
                realisasi=uang(program.realisasi),
                penyerapan=penyerapan(program.persen, program.is_sebagian),
            ),
        )


def _setahun(baris: BarisSetahun, letak: str, kelompok: str, asal: str) -> BarisTerbuka:
    """Pembilang dan penyebutnya ikut, agar pembagiannya dapat diulang."""
    terbaca = _capaian(baris, letak, kelompok)
    bagian = {}
    if baris.penyebut is not None:
        bagian["pembilang"] = angka(baris.pembilang, "")
        bagian["penyebut"] = angka(baris.penyebut, "")
    return replace(
        terbaca,
        rumus=rumus(baris.rumus_pembilang, baris.rumus_penyebut),
        asal=baris.asal or asal,
        angka=(*terbaca.angka, *berukuran(**bagian)),
    )
