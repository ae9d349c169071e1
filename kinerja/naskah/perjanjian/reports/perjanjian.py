"""Perjanjian Kinerja: pernyataan dan lampirannya menurut tingkat jabatan (Permenpan-RB 53/2014)."""

from decimal import Decimal
from typing import Any

from accounts.models import Pejabat
from documents.reports.kepala import kepala, orang
from kinerja.aturan.rencana import jumlah
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.indikator.reports import per_sasaran, urutan
from kinerja.naskah.perjanjian.isi import (
    IndikatorPerjanjian,
    IsiPerjanjian,
    SasaranPerjanjian,
    UangPerjanjian,
)
from kinerja.naskah.perjanjian.reports.pihak import salah_pihak
from kinerja.naskah.perjanjian.reports.semula import bersanding, isi_semula
from kinerja.tahun.pembagian import PENANGGUNG, pembagian, penanggung
from kinerja.tahun.pohon import Pohon, Simpul, catatan_pagu, sebaris
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

Tanggungan = dict[Simpul, list[Decimal | None]]  # pagu yang ditanggung


# tingkat jabatan -> tingkat pohon yang menjadi indikator dan rincian anggarannya
ISI = {
    "II": ("", "program"),
    "III": ("program", "kegiatan"),
    "IV": ("kegiatan", "sub"),
    "P": ("sub", "sub"),
}
SEBUTAN = {"program": "Program", "kegiatan": "Kegiatan", "sub": "Sub Kegiatan"}


def compose(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> IsiPerjanjian:
    """Pernyataan, kedua pihak, sasaran dengan indikator dan target, lalu anggaran."""
    uang = anggaran(pk, kinerja)
    total = jumlah(u.pagu for u in uang)
    judul = "Perjanjian Kinerja"
    if pk.menggantikan_id:
        judul = "Perubahan Perjanjian Kinerja"
    isi = IsiPerjanjian(
        **kepala(pk, judul),
        tingkat=pk.tingkat,
        pertama=orang(pk.pihak_pertama),
        kedua=orang(pk.pihak_kedua),
        alasan=pk.alasan,
        nomor_lama=pk.menggantikan.nomor if pk.menggantikan else "",
        sasaran=sasaran(pk, kinerja),
        sebutan=_sebutan(pk, kinerja),
        anggaran=uang,
        jumlah=total,
        catatan_pagu=catatan_pagu(total, _tanpa_pagu(pk, kinerja)),
    )
    return bersanding(isi, isi_semula(pk))


def anggaran(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> tuple[UangPerjanjian, ...]:
    """Program seluruh dinas untuk eselon II; di bawahnya hanya uang yang ditanggung pihaknya."""
    if pk.tingkat == pk.TingkatJabatan.ESELON_II:
        semua = kinerja.pohon.program
        return tuple(_uang(s.obj, s.pagu, is_sebagian=bool(s.catatan_pagu)) for s in semua)
    hasil = []
    for simpul, bagian in _tanggungan(pk, kinerja).items():
        pagu = jumlah(bagian)
        is_sebagian = pagu is not None and None in bagian
        satu = _uang(simpul.obj, pagu, is_sebagian=is_sebagian)
        hasil.append(satu)
    return tuple(hasil)


def _tanggungan(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> Tanggungan:
    """Baris rincian pihak pertama dengan pagu bagian-bagiannya."""
    _, tingkat = ISI[pk.tingkat]
    kelompok: Tanggungan = {}
    semua = pembagian(kinerja.pohon, pk.tingkat)
    for bagian in semua.milik(pk.penanggung):
        baris = bagian.simpul
        if tingkat == "kegiatan":
            baris = bagian.atas
        pagu = kelompok.setdefault(baris, [])
        pagu.append(bagian.pagu)
    return kelompok


def _tanpa_pagu(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> list[Simpul]:
    """Baris yang diperjanjikan tetapi hilang dari jumlahnya."""
    if pk.tingkat == pk.TingkatJabatan.ESELON_II:
        return kinerja.pohon.tanpa_pagu
    milik = pembagian(kinerja.pohon, pk.tingkat).milik(pk.penanggung)
    return [bagian.simpul for bagian in milik if bagian.pagu is None]


def _sebutan(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> str:
    """Judul kolom rincian; program disebut bila uangnya tidak terinci sampai kegiatan."""
    _, rincian = ISI[pk.tingkat]
    tingkat = {rincian}
    if pk.tingkat in PENANGGUNG:
        milik = _tanggungan(pk, kinerja)
        tingkat |= {s.tingkat for s in milik}
    nama = [SEBUTAN[satu] for satu in SEBUTAN if satu in tingkat]
    return " / ".join(nama)


def _uang(obj: Any, pagu: Decimal | None, *, is_sebagian: bool) -> UangPerjanjian:
    """Satu baris anggaran yang diperjanjikan."""
    return UangPerjanjian(kode=obj.kode, nama=obj.nama, pagu=pagu, is_sebagian=is_sebagian)


def rows(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> list[Simpul]:
    """Baris pohon yang memuat pekerjaan bidang atau orang yang menanggungnya."""
    return [s for s in kinerja.pohon.baris if _is_milik(s, pk)]


def _is_milik(s: Simpul, pk: PerjanjianKinerja) -> bool:
    """Ada pekerjaan di bawah baris itu yang ditanggung pihak pertama."""
    return any(penanggung(t, pk.tingkat) == pk.penanggung for t in s.turunan())


def sasaran(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> tuple[SasaranPerjanjian, ...]:
    """Eselon II: IKU yang diperjanjikan; di bawahnya: program atau kegiatan dan indikatornya."""
    tingkat, _ = ISI[pk.tingkat]
    if tingkat:
        utama = [s for s in rows(pk, kinerja) if not s.is_lanjutan]
        milik = [s for s in utama if s.tingkat == tingkat]
        return tuple(_sasaran_pohon(s, kinerja.pohon) for s in milik)
    pengukuran = kinerja.pengukuran
    semua = [i for i in pengukuran.indikator if i.is_perjanjian]
    diperjanjikan = sorted(semua, key=urutan)
    hasil = []
    for nama, anggota in per_sasaran(diperjanjikan):
        ukuran = map(pengukuran.ukur, anggota)
        indikator = tuple(map(_iku, ukuran))
        satu_sasaran = SasaranPerjanjian(sasaran=nama, indikator=indikator)
        hasil.append(satu_sasaran)
    return tuple(hasil)


def _sasaran_pohon(s: Simpul, pohon: Pohon) -> SasaranPerjanjian:
    """Baris pohon sebagai sasaran, dengan indikator tambahannya."""
    sasaran = getattr(s.obj, "sasaran_program", "") or s.obj.nama
    lanjutan = [s, *s.tambahan]
    if s.tingkat == "sub":
        lanjutan = sebaris(s, pohon.sub)
    indikator = tuple(_indikator(t.obj) for t in lanjutan)
    return SasaranPerjanjian(sasaran=sasaran, indikator=indikator)


def _iku(ukuran: Ukuran) -> IndikatorPerjanjian:
    """Indikator sasaran dengan target tahun itu, dan keadaannya bila bukan angka."""
    indikator = ukuran.indikator
    target = besaran(ukuran.target_cetak, ukuran.keadaan_target)
    return IndikatorPerjanjian(
        nama=indikator.nama,
        satuan=indikator.satuan,
        desimal=indikator.desimal,
        target=target,
        catatan=ukuran.catatan_target,
    )


def _indikator(obj: Any) -> IndikatorPerjanjian:
    """Target baris pohon sudah bersatuan."""
    target = besaran(obj.tulisan_target)
    return IndikatorPerjanjian(
        nama=obj.indikator,
        satuan="",
        desimal=None,
        target=target,
    )


def parties(pk: PerjanjianKinerja) -> list[Pejabat]:
    """Pihak pertama lebih dahulu, lalu atasannya."""
    return [pk.pihak_pertama, pk.pihak_kedua]


def _kepala_kurang(pk: PerjanjianKinerja) -> list[str]:
    """Nomor dan tanggalnya."""
    kalimat = []
    if not pk.nomor:
        kalimat.append("Nomor dokumen belum diisi.")
    if pk.tanggal is None:
        kalimat.append("Tanggal dokumen belum diisi.")
    return kalimat


def missing(pk: PerjanjianKinerja, kinerja: TahunKinerja, isi: IsiPerjanjian) -> list[str]:
    """Yang menahan pengajuan perjanjian."""
    kalimat = _kepala_kurang(pk)
    kalimat += salah_pihak(pk).values()
    if not isi.anggaran:
        pihak = pk.pihak_pertama.nama
        if pk.tingkat == pk.TingkatJabatan.ESELON_III:
            pihak = str(pk.bidang)
        kalimat.append(f"Belum ada anggaran yang ditanggung {pihak}.")
    indikator = [i for s in isi.sasaran for i in s.indikator]
    if not indikator:
        kalimat.append("Belum ada indikator yang diperjanjikan.")
    if isi.is_bersanding and not isi.is_berubah:
        kalimat.append("Target dan anggarannya sama dengan perjanjian yang diubah.")
    kalimat += [f"Target {i.nama} belum diisi." for i in indikator if i.target.cetak is None]
    return kalimat
