"""Penyerapan anggaran, dan fisik di samping keuangan sampai tiap triwulan."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kinerja.aturan.rencana import TRIWULAN, Evaluasi, jumlah, jumlah_uang
from kinerja.aturan.terlapor import Terlapor, terlapor
from kinerja.dasbor.reports.saringan import Saringan
from kinerja.tahun.anggaran import Anggaran, Uang
from kinerja.tahun.pohon import Simpul, tanpa_pagu
from kinerja.tahun.tahun_kinerja import TahunKinerja

Isi = dict[str, Any]  # menurut nama bagiannya
Persen = Decimal | None  # `None` bila belum dilaporkan atau tidak dapat dihitung
PerTriwulan = tuple[Persen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SerapanProgram:
    """Pagu, realisasi (rupiah) dan penyerapan (persen) satu program, dengan kelengkapannya."""

    kode: str
    nama: str
    url: str
    pagu: Decimal | None
    realisasi: Decimal | None
    persen: Decimal | None
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FisikUang:
    """Persen fisik dan keuangan satu baris dari awal tahun sampai tiap triwulan."""

    kode: str
    nama: str
    url: str
    fisik: PerTriwulan
    uang: PerTriwulan


def penyerapan(kinerja: TahunKinerja, saringan: Saringan | None = None) -> Isi:
    """Pagu dan realisasi tiap program: setahun bila lengkap, selain itu yang sudah dilaporkan.

    Menurut bidang barisnya sub kegiatan; menurut triwulan realisasinya sampai triwulan itu.
    """
    if saringan and (saringan.bidang or saringan.triwulan):
        return _tersaring(kinerja, saringan)
    anggaran = kinerja.anggaran
    pohon = kinerja.pohon
    baris = zip(anggaran.baris, pohon.program, strict=True)
    return {
        "baris": [_program(uang, simpul) for uang, simpul in baris],
        "sisa": anggaran.sisa,
        "sisa_persen": anggaran.sisa_persen,
        "tanpa_pagu": len(pohon.tanpa_pagu),
        **_serapan(anggaran, pohon.terlapor),
    }


def _program(uang: Uang, simpul: Simpul) -> SerapanProgram:
    """Baris penyerapan satu program."""
    serapan = _serapan(uang, simpul.terlapor)
    return SerapanProgram(**_sebutan(simpul), **serapan)


def _sebutan(simpul: Simpul) -> Isi:
    """Kode, nama dan halaman satu baris pohon."""
    obj = simpul.obj
    return {"kode": obj.kode, "nama": obj.nama, "url": obj.get_absolute_url()}


def _serapan(uang: Uang | Anggaran, terlapor: Terlapor) -> Isi:
    """Setahun bila lengkap, selain itu yang sudah dilaporkan."""
    is_lengkap = uang.realisasi is not None
    return {
        "pagu": uang.pagu,
        "realisasi": uang.realisasi if is_lengkap else terlapor.rp,
        "persen": uang.persen if is_lengkap else terlapor.persen,
        "keterangan": terlapor.kalimat,
    }


def _tersaring(kinerja: TahunKinerja, saringan: Saringan) -> Isi:
    """Baris yang tersaring, uangnya sampai triwulan yang diminta."""
    semua = saringan.baris(kinerja.pohon)
    sampai = saringan.triwulan or len(TRIWULAN)
    baris = []
    sub: list[Evaluasi] = []
    for simpul in semua:
        milik = [satu.evaluasi.sampai(sampai) for satu in simpul.baris_sub]
        evaluasi = simpul.evaluasi.sampai(sampai)
        serapan = _terlapor(evaluasi, terlapor(evaluasi, milik))
        baris.append(SerapanProgram(**_sebutan(simpul), **serapan))
        sub += milik
    pagu = jumlah(simpul.pagu for simpul in semua)
    total = jumlah_uang(pagu, (simpul.evaluasi for simpul in semua)).sampai(sampai)
    return {
        "baris": baris,
        "sisa": None,
        "sisa_persen": None,
        "tanpa_pagu": len(tanpa_pagu(semua)),
        **_terlapor(total, terlapor(total, sub)),
    }


def _terlapor(evaluasi: Evaluasi, hasil: Terlapor) -> Isi:
    """Yang sudah dilaporkan sampai triwulannya."""
    return {
        "pagu": evaluasi.target.rp,
        "realisasi": hasil.rp,
        "persen": hasil.persen,
        "keterangan": hasil.kalimat,
    }


def fisik_uang(kinerja: TahunKinerja, saringan: Saringan) -> list[FisikUang]:
    """Tiap baris yang tersaring, lalu jumlah keuangannya."""
    semua = saringan.baris(kinerja.pohon)
    return [_fisik_uang(simpul) for simpul in semua]


def _fisik_uang(simpul: Simpul) -> FisikUang:
    """Triwulan yang belum dilaporkan tidak meneruskan angka triwulan sebelumnya."""
    fisik: list[Persen] = []
    uang: list[Persen] = []
    for triwulan in TRIWULAN:
        evaluasi = simpul.evaluasi.sampai(triwulan)
        persen = evaluasi.persen
        is_berhasil = evaluasi.triwulan[-1].isi is not None
        fisik.append(persen.k if is_berhasil else None)
        uang.append(persen.rp if evaluasi.is_terlapor(triwulan) else None)
    return FisikUang(**_sebutan(simpul), fisik=tuple(fisik), uang=tuple(uang))
