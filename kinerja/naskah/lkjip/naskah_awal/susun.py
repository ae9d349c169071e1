"""Naskah awal semua bagian: milik kantor sendiri bila ada, selain itu disusun dari datanya."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kinerja.aturan.teks import dari_teks, rapi
from kinerja.models import BagianLkjip, BagianNaskah, Lkjip, NaskahBaku
from kinerja.naskah.lkjip.naskah_awal import (
    capaian,
    organisasi,
    pembuka,
    penutup,
    rencana,
    sistematika,
    uang,
)
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan
from kinerja.tahun.tahun_kinerja import TahunKinerja

PENYUSUN: dict[BagianNaskah, Callable[[Bahan], str]] = {
    BagianNaskah.KATA_PENGANTAR: pembuka.kata_pengantar,
    BagianNaskah.IKHTISAR: pembuka.ikhtisar,
    BagianNaskah.GAMBARAN_UMUM: pembuka.gambaran_umum,
    BagianNaskah.KEWENANGAN: pembuka.kewenangan,
    BagianNaskah.TUGAS_FUNGSI: pembuka.tugas_fungsi,
    BagianNaskah.TUGAS_BIDANG: organisasi.tugas_bidang,
    BagianNaskah.MAKSUD_TUJUAN: pembuka.maksud_tujuan,
    BagianNaskah.LANDASAN_HUKUM: pembuka.landasan_hukum,
    BagianNaskah.SARANA: organisasi.sarana,
    BagianNaskah.ISU_STRATEGIS: organisasi.isu_strategis,
    BagianNaskah.SISTEMATIKA: sistematika.sistematika,
    BagianNaskah.RENSTRA: organisasi.renstra,
    BagianNaskah.PERJANJIAN_KINERJA: rencana.perjanjian_kinerja,
    BagianNaskah.IKU: rencana.iku,
    BagianNaskah.METODE: rencana.metode,
    BagianNaskah.CAPAIAN_PENGANTAR: capaian.capaian_pengantar,
    BagianNaskah.STANDAR_NASIONAL: capaian.standar_nasional,
    BagianNaskah.ANALISIS_PENYEBAB: capaian.analisis_penyebab,
    BagianNaskah.KEBERHASILAN: capaian.keberhasilan,
    BagianNaskah.KENDALA: capaian.kendala,
    BagianNaskah.EFISIENSI: uang.efisiensi,
    BagianNaskah.PROGRAM_PENUNJANG: uang.program_penunjang,
    BagianNaskah.KEUANGAN: uang.keuangan,
    BagianNaskah.TINDAK_LANJUT: uang.tindak_lanjut,
    BagianNaskah.KESIMPULAN: penutup.kesimpulan,
    BagianNaskah.SARAN: penutup.saran,
}


@dataclass(frozen=True)
class NaskahAwal:
    """Naskah pertama satu bagian."""

    kode: str
    urutan: int
    judul: str
    isi: str


def naskah_awal(kinerja: TahunKinerja) -> Iterator[NaskahAwal]:
    """Semua bagian menurut urutannya."""
    bahan = Bahan(kinerja)
    rows = NaskahBaku.objects.filter(kabupaten=kinerja.kabupaten)
    baku = {row.kode: row for row in rows}
    for urutan, bagian in enumerate(BagianNaskah, 1):
        milik = baku.get(bagian.value)
        judul = milik.judul if milik else ""
        isi = milik.isi if milik else _tersusun(bahan, bagian)
        yield NaskahAwal(bagian.value, urutan, judul or bagian.label, isi)


def basi(lkjip: Lkjip, kinerja: TahunKinerja) -> list[BagianLkjip]:
    """Bagian yang belum disunting dan datanya sudah berubah sejak disusun."""
    baru = {satu.kode: satu.isi for satu in naskah_awal(kinerja)}
    hasil = []
    for bagian in lkjip.bagian.all():
        if not bagian.is_disunting and bagian.isi != baru[bagian.kode]:
            hasil.append(bagian)
    return hasil


def _tersusun(bahan: Bahan, bagian: BagianNaskah) -> str:
    """Yang disusun dari data, dalam bentuk bakunya."""
    return rapi(dari_teks(PENYUSUN[bagian](bahan)))
