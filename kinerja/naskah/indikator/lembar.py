"""Tabel IKU, IKK dan Capaian Kinerja."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from core.kaki import bertanda
from core.nilai import Rumus
from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import judul, kaki, nomor
from kinerja.naskah.dasar.lembar import (
    NOMOR,
    TIDAK_DIHITUNG,
    UANG,
    bersatuan,
    selisih,
    tautan_indikator,
)
from kinerja.naskah.indikator.isi import (
    BarisCapaian,
    DefinisiIndikator,
    DefinisiSasaran,
    IsiCapaian,
    IsiDefinisi,
)

Isi = list[Any]  # nilai sebaris
BESARAN = Kolom("desimal", 16)
PERSEN = Kolom("persen", 14)
NAMA_DEFINISI = (2,)  # kolom yang membuka silsilahnya
ANGKA_CAPAIAN = (2, 3, 4, 5, 6, 7, 8)


KOLOM_DEFINISI = (
    ("No", Kolom("tanda", 8)),
    ("Sasaran Renstra", Kolom("teks", 42)),
    ("Indikator Kinerja", Kolom("teks", 36, is_nama=True)),
    ("Satuan", Kolom("tanda", 15)),
    ("Formula", Kolom("teks", 67)),
    ("Penanggung Jawab", Kolom("teks", 33)),
    ("Sumber Data", Kolom("teks", 22)),
    ("Keterangan", Kolom("teks", 47)),
)


def definisi(isi: IsiDefinisi) -> Tabel:
    """Delapan kolom definisi indikator, berurutan menurut sasarannya."""
    tabel = tabel_definisi(isi.jenis, isi.indikator)
    semua: list[DefinisiIndikator] = []
    for sasaran in isi.indikator:
        semua += sasaran.indikator
    return replace(
        tabel,
        judul=judul(isi),
        kaki=kaki(isi),
        rupa=tautan_indikator(isi.tahun, isi.jenis, semua, NAMA_DEFINISI),
    )


def tabel_definisi(
    jenis: str, sasaran: Iterable[DefinisiSasaran], *, is_bersasaran: bool = True
) -> Tabel:
    """Definisi tiap indikator, juga sebagai tabel di dalam LKjIP."""
    kolom = list(KOLOM_DEFINISI)
    baris = []
    for satu in sasaran:
        for indikator in satu.indikator:
            baris.append(_definisi(satu.sasaran, indikator))
    if not is_bersasaran:
        kolom = _tanpa_sasaran(kolom)
        baris = [_tanpa_sasaran(isi) for isi in baris]
    return Tabel(
        jenis.upper(),
        [satu for _, satu in kolom],
        [[Kepala(teks) for teks, _ in kolom], nomor(len(kolom))],
        baris,
        is_lanskap=True,
        kosong="Belum ada indikator.",
    )


def _tanpa_sasaran(sel: Isi) -> Isi:
    """Tanpa kolom keduanya."""
    return sel[:1] + sel[2:]


def _definisi(sasaran: str, indikator: DefinisiIndikator) -> Isi:
    return [
        indikator.urut,
        sasaran,
        indikator.nama,
        indikator.satuan,
        formula(indikator),
        indikator.penanggung_jawab or None,
        indikator.sumber_data or None,
        indikator.catatan or None,
    ]


def formula(indikator: DefinisiIndikator) -> Rumus | str | None:
    """Pecahannya, atau uraiannya saja."""
    if not indikator.penyebut:
        return indikator.pembilang or None
    return Rumus(indikator.pembilang, indikator.penyebut, indikator.faktor)


def capaian(isi: IsiCapaian) -> Tabel:
    """Dua belas kolom; anggaran seluruh dinas merentang di samping semua barisnya."""
    anggaran = isi.anggaran
    uang = [anggaran.pagu, anggaran.realisasi, anggaran.persen]
    baris = []
    for satu in isi.baris:
        baris.append(_capaian(satu) + [None] * len(uang))
    if baris:
        baris[0][-len(uang) :] = uang
    akhir = len(baris) - 1
    return Tabel(
        "Capaian Kinerja",
        [
            NOMOR,
            Kolom("teks", 30),
            Kolom("teks", 38),
            BESARAN,
            BESARAN,
            PERSEN,
            *[BESARAN] * 3,
            UANG,
            UANG,
            PERSEN,
        ],
        _kepala_capaian(isi.tahun, anggaran.catatan_pagu),
        baris,
        judul(isi),
        is_lanskap=True,
        gabung=[(0, kolom, akhir, kolom) for kolom in (9, 10, 11)] if akhir > 0 else (),
        catatan=tuple(filter(None, [anggaran.catatan_pagu])),
        kaki=kaki(isi),
        kosong="Belum ada indikator kinerja utama.",
        rupa=tautan_indikator(isi.tahun, "iku", isi.baris, ANGKA_CAPAIAN),
    )


def _kepala_capaian(tahun: int, kurang: str) -> list[list[Kepala]]:
    return [
        [
            Kepala("No", tinggi=3),
            Kepala("Sasaran Strategis", tinggi=3),
            Kepala("Indikator Kinerja", tinggi=3),
            Kepala(f"Capaian Tahun {tahun}", lebar=3),
            Kepala("Peningkatan dari Tahun Lalu", lebar=3),
            Kepala(f"Anggaran {tahun} (Rp)", lebar=3),
        ],
        [
            Kepala("Target", tinggi=2),
            Kepala("Realisasi", tinggi=2),
            Kepala("% Capaian", tinggi=2),
            Kepala("Realisasi", lebar=2),
            Kepala("Peningkatan", tinggi=2),
            Kepala(bertanda("Pagu", kurang), tinggi=2),
            Kepala("Realisasi", tinggi=2),
            Kepala("% Penyerapan", tinggi=2),
        ],
        [Kepala(str(tahun)), Kepala(str(tahun - 1))],
        nomor(12),
    ]


def _capaian(baris: BarisCapaian) -> Isi:
    satuan = baris.satuan
    desimal = baris.desimal
    realisasi = bersatuan(baris.realisasi, satuan, desimal)
    return [
        baris.urut,
        baris.sasaran,
        baris.nama,
        bersatuan(baris.target, satuan, desimal),
        realisasi,
        (baris.keterangan or TIDAK_DIHITUNG) if baris.capaian is None else baris.capaian,
        realisasi,
        bersatuan(baris.lalu, satuan, desimal),
        selisih(baris.naik, satuan, desimal),
    ]
