"""Lampiran Perjanjian Kinerja: sasaran dan target, lalu anggaran."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from core.kaki import bertanda
from core.tabel import Kepala, Kolom, Tabel, tulisan
from documents.lembar.naskah import judul_berkop, nomor, tanda_catatan
from kinerja.naskah.dasar.lembar import NOMOR, bersatuan, tautan_pohon
from kinerja.naskah.perjanjian.isi import (
    IndikatorPerjanjian,
    IsiPerjanjian,
    SasaranPerjanjian,
    UangPerjanjian,
)

Isi = Iterator[list[Any]]  # nilai, baris demi baris
SemuaSasaran = Sequence[SasaranPerjanjian]
Tanda = dict[str, str]  # catatan kaki → tandanya
SASARAN = Kolom("teks", 30)
NAMA = Kolom("teks", 46, is_nama=True)
KODE = Kolom("teks", 18)
TARGET = Kolom("desimal", 20)
RUPIAH = Kolom("rupiah", 20, is_jumlah=True)
SELISIH = replace(RUPIAH, is_perubahan=True)
BERTAUT = (1, 3)  # kode dan anggarannya membuka barisnya
JUDUL_TARGET = (("No", NOMOR), ("Sasaran", SASARAN), ("Indikator Kinerja", NAMA))


def perjanjian(isi: IsiPerjanjian) -> list[Tabel]:
    """Lampiran: sasaran dan target, lalu anggaran dengan jumlahnya."""
    atas = judul_berkop(isi)
    target = tabel_target(isi.sasaran, is_bersanding=isi.is_bersanding)
    anggaran = tabel_anggaran(isi.sebutan, isi.anggaran, is_bersanding=isi.is_bersanding)
    anggaran = replace(
        anggaran,
        judul=atas,
        kurang=isi.catatan_pagu,
        rupa=tautan_pohon(isi.tahun, isi.anggaran, BERTAUT),
    )
    return [replace(target, judul=atas), anggaran]


def tabel_target(semua: SemuaSasaran, *, is_bersanding: bool = False) -> Tabel:
    """Juga tabel di dalam LKjIP; perubahan menyandingkan target semula dan menjadi."""
    kolom = [*JUDUL_TARGET, ("Target", TARGET)]
    if is_bersanding:
        kolom = [*JUDUL_TARGET, ("Target Semula", TARGET), ("Target Menjadi", TARGET)]
    tanda = _tanda(semua)
    nama = [judul_kolom for judul_kolom, _ in kolom]
    bentuk = [satu for _, satu in kolom]
    baris = list(_target(semua, tanda, is_bersanding=is_bersanding))
    gabung = list(_gabung(semua))
    catatan = []
    for teks, satu in tanda.items():
        catatan.append(f"{satu} {teks}")
    return Tabel(
        "Target",
        bentuk,
        _kepala(nama),
        baris,
        gabung=gabung,
        catatan=catatan,
        kosong="Belum ada indikator yang diperjanjikan.",
    )


def _kepala(nama: list[str]) -> list[list[Kepala]]:
    """Judul kolom di atas nomornya."""
    judul_kolom = [Kepala(teks) for teks in nama]
    banyak = len(nama)
    return [judul_kolom, nomor(banyak)]


def _tanda(semua: SemuaSasaran) -> Tanda:
    """Catatan kaki target dan tandanya, menurut urutan munculnya."""
    hasil: Tanda = {}
    for satu in semua:
        for indikator in satu.indikator:
            if indikator.catatan:
                urut = len(hasil) + 1
                hasil.setdefault(indikator.catatan, tanda_catatan(urut))
    return hasil


def _target(semua: SemuaSasaran, tanda: Tanda, *, is_bersanding: bool) -> Isi:
    """Satu baris tiap indikator yang diperjanjikan."""
    for urut, satu in enumerate(semua, start=1):
        for indikator in satu.indikator:
            baris = [urut, satu.sasaran, indikator.nama]
            if is_bersanding:
                baris.append(indikator.semula or "–")
            yield [*baris, _besar(indikator, tanda)]


def _gabung(semua: SemuaSasaran) -> Iterator[tuple[int, int, int, int]]:
    """Nomor dan sasaran merentang di samping semua indikatornya."""
    awal = 0
    for satu in semua:
        akhir = awal + len(satu.indikator) - 1
        if akhir > awal:
            yield from ((awal, kolom, akhir, kolom) for kolom in (0, 1))
        awal = akhir + 1


def tabel_anggaran(
    sebutan: str, anggaran: Sequence[UangPerjanjian], *, is_bersanding: bool = False
) -> Tabel:
    """Juga tabel di dalam LKjIP; perubahan menyandingkan pagu semula, menjadi, dan selisihnya."""
    kolom = [NOMOR, KODE, NAMA]
    nama = ["No", "Kode", sebutan]
    if is_bersanding:
        kolom += [RUPIAH, RUPIAH, SELISIH]
        nama += ["Semula (Rp)", "Menjadi (Rp)", "Bertambah / Berkurang (Rp)"]
    else:
        kolom.append(RUPIAH)
        nama.append("Anggaran (Rp)")
    return Tabel(
        "Anggaran",
        kolom,
        [[Kepala(teks) for teks in nama]],
        list(_anggaran(anggaran, is_bersanding=is_bersanding)),
        jumlah="Jumlah" if anggaran else "",
        kosong="Belum ada anggaran.",
    )


def _anggaran(anggaran: Iterable[UangPerjanjian], *, is_bersanding: bool) -> Isi:
    """Satu baris tiap program, kegiatan atau sub kegiatan."""
    for urut, uang in enumerate(anggaran, start=1):
        rupiah = [uang.pagu]
        if is_bersanding:
            rupiah = [uang.semula, uang.pagu, uang.selisih]
        nama = bertanda(uang.nama, uang.is_sebagian)
        yield [urut, uang.kode, nama, *rupiah]


def _besar(indikator: IndikatorPerjanjian, tanda: Tanda) -> Any:
    """Target dengan satuannya, juga yang berupa sebutan; bertanda bila ada catatannya."""
    target = indikator.target
    isi = bersatuan(target, indikator.satuan, indikator.desimal or 0)
    if target.sebutan and not target.keadaan:
        isi = indikator.tulisan
    if not indikator.catatan:
        return isi
    teks = tulisan(isi, TARGET)
    return f"{teks} {tanda[indikator.catatan]}"
