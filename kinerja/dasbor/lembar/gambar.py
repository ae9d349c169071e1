"""Gambar dasbor dari isi tabelnya, digambar dua kali: bagi layar lebar dan layar sempit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from core.grafik import desa as grafik_desa
from core.grafik.dasar import PUTIH, TINTA, WARNA, Deret
from core.grafik.dua import DuaLebar, dua_lebar
from core.grafik.garis import garis_tahun
from core.grafik.lajur import Lajur, lajur
from core.periode import TRIWULAN
from idm.reports import StatusSetahun
from kinerja.aturan.capaian import persentase
from kinerja.dasbor.reports.capaian import BarisUkuran, IsiDasbor, KelompokIndikator
from kinerja.dasbor.reports.kelengkapan import Kelengkapan
from kinerja.dasbor.reports.uang import FisikUang, SerapanProgram

CAPAIAN = (Deret("Capaian", (), WARNA[1]),)
PENYERAPAN = (Deret("Penyerapan", (), WARNA[1]),)
FISIK = (
    Deret("Fisik", (), WARNA[1]),
    Deret("Keuangan", (), WARNA[2], tulisan=TINTA, pola="miring"),
)
KELENGKAPAN = (
    Deret("Realisasi indikator", (), WARNA[1]),
    Deret("Keuangan", (), WARNA[2], tulisan=TINTA, pola="miring"),
    Deret("Fisik", (), WARNA[4], tulisan=PUTIH, pola="datar"),
)
Melukis = Callable[[int], str]  # dari lebarnya


@dataclass(frozen=True)
class Garis:
    """Garis satu indikator dengan nama dan halamannya."""

    nama: str
    url: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GambarDasbor:
    """Gambar tiap bagian; `capaian` menurut urutan kelompoknya."""

    capaian: tuple[DuaLebar, ...]
    garis: tuple[Garis, ...]
    uang: DuaLebar
    fisik: DuaLebar
    status: DuaLebar
    kelengkapan: DuaLebar


def gambar_dasbor(isi: IsiDasbor) -> GambarDasbor:
    """Yang tanpa data kosong."""
    capaian = []
    garis = []
    for kelompok in isi.kelompok:
        capaian.append(dua_lebar(_capaian(kelompok)))
        garis += [_garis(kelompok.nama, satu) for satu in kelompok.ukuran]
    return GambarDasbor(
        capaian=tuple(capaian),
        garis=tuple(garis),
        uang=dua_lebar(_uang(isi.uang.baris)),
        fisik=dua_lebar(_fisik(isi.fisik, isi.sampai)),
        status=dua_lebar(_status(isi.idm.deret, isi.indeks)),
        kelengkapan=dua_lebar(_kelengkapan(isi.kelengkapan)),
    )


def _capaian(kelompok: KelompokIndikator) -> Melukis:
    baris = []
    for satu in kelompok.ukuran:
        indikator = satu.ukuran.indikator
        sebutan = f"{indikator.nomor_cetak}. {indikator.nama}"
        capaian = satu.ukuran.capaian
        lajurnya = Lajur(sebutan, (capaian.persen,), satu.url)
        baris.append(lajurnya)
    return lambda lebar: lajur(f"Capaian {kelompok.nama}", baris, CAPAIAN, lebar=lebar)


def _garis(kelompok: str, satu: BarisUkuran) -> Garis:
    indikator = satu.ukuran.indikator
    nama = f"{kelompok} {indikator.nomor_cetak}. {indikator.nama}"
    svg = garis_tahun(nama, satu.deret, desimal=indikator.desimal)
    return Garis(f"{nama} ({indikator.satuan})", satu.url, svg)


def _uang(semua: Sequence[SerapanProgram]) -> Melukis:
    baris = []
    for satu in semua:
        nama = f"{satu.kode} {satu.nama}"
        baris.append(Lajur(nama, (satu.serapan.persen,), satu.url))
    return lambda lebar: lajur("Penyerapan anggaran", baris, PENYERAPAN, lebar=lebar)


def _fisik(semua: Sequence[FisikUang], sampai: int) -> Melukis:
    """Pada triwulan terakhir yang dibaca; tanpa triwulan tidak ada gambarnya."""
    baris = []
    if sampai:
        for satu in semua:
            fisik = satu.fisik[sampai - 1]
            uang = satu.uang[sampai - 1]
            nama = f"{satu.kode} {satu.nama}"
            baris.append(Lajur(nama, (fisik, uang), satu.url))
    judul = f"Fisik dan keuangan s.d. {TRIWULAN[sampai]}"
    return lambda lebar: lajur(judul, baris, FISIK, lebar=lebar)


def _status(deret: Sequence[StatusSetahun], ukuran: str) -> Melukis:
    alamat = reverse("idm:dasbor")
    return lambda lebar: grafik_desa.status_bertumpuk(deret, ukuran, lebar, alamat)


def _kelengkapan(semua: Sequence[Kelengkapan]) -> Melukis:
    baris = []
    for satu in semua:
        terukur = persentase(satu.terukur, satu.indikator)
        uang = persentase(satu.uang, satu.berpagu)
        fisik = persentase(satu.fisik, satu.berpagu)
        persen = (terukur, uang, fisik)
        baris.append(Lajur(satu.nama, persen, satu.url))
    return lambda lebar: lajur("Kelengkapan isian", baris, KELENGKAPAN, lebar=lebar)
