"""Perubahan perjanjian bersanding dengan isi beku perjanjian yang diubah: semula dan menjadi."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.isi import (
    DIHAPUS,
    IndikatorPerjanjian,
    IsiPerjanjian,
    SasaranPerjanjian,
    UangPerjanjian,
)

NOL = Decimal(0)
Target = Mapping[tuple[str, str], IndikatorPerjanjian]  # menurut sasaran dan indikatornya


def isi_semula(pk: PerjanjianKinerja) -> IsiPerjanjian | None:
    """Isi yang ditandatangani dahulu; `None` bila bukan perubahan."""
    lama = pk.menggantikan
    if lama is None or lama.snapshot is None:
        return None
    isi: IsiPerjanjian = lama.jenis_naskah.restore(lama.snapshot.content)
    return isi


def bersanding(isi: IsiPerjanjian, lama: IsiPerjanjian | None) -> IsiPerjanjian:
    """Isi kini dengan target dan pagu lama di sampingnya; yang dihapus tetap disebut."""
    if lama is None:
        return isi
    return replace(
        isi,
        is_bersanding=True,
        sasaran=_sasaran(isi, lama),
        anggaran=_anggaran(isi, lama),
        jumlah_semula=lama.jumlah,
    )


def _target(isi: IsiPerjanjian) -> dict[tuple[str, str], IndikatorPerjanjian]:
    """Indikator yang masih diperjanjikan."""
    hasil = {}
    for sasaran in isi.sasaran:
        for indikator in sasaran.indikator:
            if indikator.target != DIHAPUS:
                hasil[sasaran.sasaran, indikator.nama] = indikator
    return hasil


def _sasaran(isi: IsiPerjanjian, lama: IsiPerjanjian) -> tuple[SasaranPerjanjian, ...]:
    """Indikator yang dihapus menyusul pada sasarannya, atau pada sasaran lamanya."""
    dahulu = _target(lama)
    kini = _target(isi)
    hilang: dict[str, list[IndikatorPerjanjian]] = {}
    for (sasaran, nama), indikator in dahulu.items():
        if (sasaran, nama) not in kini:
            hilang.setdefault(sasaran, []).append(_dihapus(indikator))
    hasil = []
    for satu in isi.sasaran:
        baris = _dengan_semula(satu, dahulu)
        dihapus = hilang.pop(satu.sasaran, [])
        hasil.append(replace(baris, indikator=(*baris.indikator, *dihapus)))
    for sasaran, dihapus in hilang.items():
        hasil.append(SasaranPerjanjian(sasaran=sasaran, indikator=tuple(dihapus)))
    return tuple(hasil)


def _dengan_semula(sasaran: SasaranPerjanjian, dahulu: Target) -> SasaranPerjanjian:
    """Indikator baru tanpa target semula."""
    indikator = []
    for satu in sasaran.indikator:
        lama = dahulu.get((sasaran.sasaran, satu.nama))
        semula = ""
        if lama:
            semula = lama.tulisan
        indikator.append(replace(satu, semula=semula))
    return replace(sasaran, indikator=tuple(indikator))


def _dihapus(indikator: IndikatorPerjanjian) -> IndikatorPerjanjian:
    """Target lamanya menjadi semula."""
    return replace(
        indikator,
        satuan="",
        desimal=None,
        target=DIHAPUS,
        semula=indikator.tulisan,
    )


def _anggaran(isi: IsiPerjanjian, lama: IsiPerjanjian) -> tuple[UangPerjanjian, ...]:
    """Yang baru semula nol, yang dihapus menjadi nol: keduanya memang tidak dijanjikan."""
    dahulu = _menurut_kunci(lama.anggaran)
    kini = _menurut_kunci(isi.anggaran)
    hasil = []
    for kunci, uang in kini.items():
        semula = dahulu[kunci].pagu if kunci in dahulu else NOL
        hasil.append(replace(uang, semula=semula))
    for kunci, uang in dahulu.items():
        if kunci not in kini and uang.pagu != NOL:
            hasil.append(replace(uang, pagu=NOL, semula=uang.pagu))
    return tuple(hasil)


def _menurut_kunci(anggaran: Sequence[UangPerjanjian]) -> dict[tuple[str, int], UangPerjanjian]:
    """Menurut kodenya, atau namanya bila tanpa kode; yang senama menurut urutannya."""
    hasil = {}
    urutan: Counter[str] = Counter()
    for uang in anggaran:
        kunci = uang.kode or uang.nama
        urutan[kunci] += 1
        hasil[kunci, urutan[kunci]] = uang
    return hasil
