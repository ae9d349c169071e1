"""Penyerapan anggaran, dan fisik di samping keuangan sampai tiap triwulan."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.kaki import bertanda
from kinerja.aturan.rencana import TRIWULAN, Evaluasi, jumlah, jumlah_uang
from kinerja.aturan.terlapor import Terlapor, terlapor
from kinerja.dasbor.reports.saringan import Saringan
from kinerja.tahun.anggaran import Anggaran, Uang
from kinerja.tahun.pohon import Simpul, tanpa_pagu
from kinerja.tahun.tahun_kinerja import TahunKinerja

Angka = Decimal | None  # `None` bila belum dilaporkan atau tidak dapat dihitung
PerTriwulan = tuple[Angka, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Serapan:
    """Pagu dan realisasi (rupiah), penyerapan (persen), dan kelengkapannya."""

    pagu: Angka
    realisasi: Angka
    persen: Angka
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SerapanProgram:
    """Penyerapan satu program, atau satu sub kegiatan bila disaring menurut bidang."""

    kode: str
    nama: str
    url: str
    serapan: Serapan


@dataclass(frozen=True, slots=True, kw_only=True)
class Penyerapan:
    """Tiap baris dan jumlahnya; `tanpa_pagu` banyak baris yang tidak ikut dijumlahkan."""

    baris: tuple[SerapanProgram, ...]
    jumlah: Serapan
    tanpa_pagu: int
    sisa: Angka = None
    sisa_persen: Angka = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FisikUang:
    """Persen fisik dan keuangan satu baris dari awal tahun sampai tiap triwulan."""

    kode: str
    nama: str
    url: str
    fisik: PerTriwulan
    uang: PerTriwulan


def penyerapan(kinerja: TahunKinerja, saringan: Saringan | None = None) -> Penyerapan:
    """Pagu dan realisasi tiap program: setahun bila lengkap, selain itu yang sudah dilaporkan.

    Menurut bidang barisnya sub kegiatan; menurut triwulan realisasinya sampai triwulan itu, tanpa
    sisa setahunnya.
    """
    if saringan and (saringan.bidang or saringan.triwulan):
        return _tersaring(kinerja, saringan)
    anggaran = kinerja.anggaran
    pohon = kinerja.pohon
    baris = []
    for uang, simpul in zip(anggaran.baris, pohon.program, strict=True):
        serapan = _serapan(uang, simpul.terlapor)
        baris.append(_program(simpul, serapan))
    return Penyerapan(
        baris=tuple(baris),
        jumlah=_serapan(anggaran, pohon.terlapor),
        tanpa_pagu=len(pohon.tanpa_pagu),
        sisa=anggaran.terserap.sisa,
        sisa_persen=anggaran.terserap.sisa_persen,
    )


def _program(simpul: Simpul, serapan: Serapan) -> SerapanProgram:
    obj = simpul.obj
    return SerapanProgram(
        kode=obj.kode,
        nama=bertanda(obj.nama, simpul.catatan_pagu),
        url=obj.get_absolute_url(),
        serapan=serapan,
    )


def _serapan(uang: Uang | Anggaran, terlapor: Terlapor) -> Serapan:
    """Setahun bila lengkap, selain itu yang sudah dilaporkan."""
    is_lengkap = uang.realisasi is not None
    return Serapan(
        pagu=uang.pagu,
        realisasi=uang.realisasi if is_lengkap else terlapor.rp,
        persen=uang.terserap.persen if is_lengkap else terlapor.persen,
        keterangan=terlapor.kalimat,
    )


def _tersaring(kinerja: TahunKinerja, saringan: Saringan) -> Penyerapan:
    """Baris yang tersaring, uangnya sampai triwulan yang diminta."""
    semua = saringan.baris(kinerja.pohon)
    sampai = saringan.triwulan or len(TRIWULAN)
    baris = []
    sub: list[Evaluasi] = []
    for simpul in semua:
        milik = [satu.evaluasi.sampai(sampai) for satu in simpul.baris_sub]
        serapan = _terlapor(simpul.evaluasi.sampai(sampai), milik)
        baris.append(_program(simpul, serapan))
        sub += milik
    pagu = jumlah(simpul.pagu for simpul in semua)
    total = jumlah_uang(pagu, (simpul.evaluasi for simpul in semua)).sampai(sampai)
    return Penyerapan(
        baris=tuple(baris),
        jumlah=_terlapor(total, sub),
        tanpa_pagu=len(tanpa_pagu(semua)),
    )


def _terlapor(evaluasi: Evaluasi, sub: Sequence[Evaluasi]) -> Serapan:
    """Yang sudah dilaporkan sampai triwulannya."""
    hasil = terlapor(evaluasi, sub)
    return Serapan(
        pagu=evaluasi.target.rp,
        realisasi=hasil.rp,
        persen=hasil.persen,
        keterangan=hasil.kalimat,
    )


def fisik_uang(kinerja: TahunKinerja, saringan: Saringan) -> tuple[FisikUang, ...]:
    """Tiap baris yang tersaring."""
    return tuple(map(_fisik_uang, saringan.baris(kinerja.pohon)))


def _fisik_uang(simpul: Simpul) -> FisikUang:
    """Triwulan yang belum dilaporkan tidak meneruskan angka triwulan sebelumnya."""
    fisik: list[Angka] = []
    uang: list[Angka] = []
    for triwulan in TRIWULAN:
        evaluasi = simpul.evaluasi.sampai(triwulan)
        persen = evaluasi.persen
        is_berhasil = evaluasi.triwulan[-1].isi is not None
        fisik.append(persen.k if is_berhasil else None)
        uang.append(persen.rp if evaluasi.is_terlapor(triwulan) else None)
    obj = simpul.obj
    return FisikUang(
        kode=obj.kode,
        nama=obj.nama,
        url=obj.get_absolute_url(),
        fisik=tuple(fisik),
        uang=tuple(uang),
    )
