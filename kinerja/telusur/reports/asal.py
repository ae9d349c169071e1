"""Baris di balik satu angka, menurut namanya: rekap status, kecamatan, dan desa yang berpindah."""

from dataclasses import dataclass
from typing import Any

from idm.models import RekapStatus
from idm.reports import perpindahan, tabel_tahun
from kinerja.tahun.data import Data
from kinerja.tahun.rincian import is_rinci
from kinerja.tahun.sources import SOURCES, KolomLembaga, is_status_desa, nama_kolom
from kinerja.tahun.ukuran import Ukuran
from villages.models import RekapLembaga


@dataclass(frozen=True)
class BarisKecamatan:
    """Isian satu kecamatan yang ikut dijumlahkan."""

    row: RekapLembaga
    pembilang: int | None
    penyebut: int | None


@dataclass(frozen=True)
class TabelKecamatan:
    """Kecamatan di balik satu angka lembaga."""

    pembilang: str
    penyebut: str
    baris: tuple[BarisKecamatan, ...]


@dataclass(frozen=True)
class Perpindahan:
    """Desa yang statusnya bergeser ke satu arah."""

    dari: str
    ke: str
    desa: tuple[Any, ...]


@dataclass(frozen=True)
class Asal:
    """Semua baris di balik satu angka selain desa yang dihitung."""

    rekap: tuple[RekapStatus, ...] = ()
    kecamatan: TabelKecamatan | None = None
    pindah: tuple[Perpindahan, ...] = ()
    is_pindah_diketahui: bool = False


def asal(ukuran: Ukuran, data: Data) -> Asal:
    """Menurut sumbernya; angka yang diisi tangan tidak punya selain isiannya."""
    sumber = ukuran.indikator.sumber
    if ukuran.hasil is None:
        return Asal()
    lembaga = SOURCES[sumber].lembaga
    if lembaga:
        return Asal(kecamatan=_kecamatan(lembaga, ukuran, data))
    if not is_status_desa(sumber):
        return Asal()
    rekap = RekapStatus.objects.filter(
        kabupaten=data.kabupaten,
        tahun__in=ukuran.hasil.tahun_rekap,
    )
    kini = is_rinci(data, ukuran.tahun)
    lalu = is_rinci(data, ukuran.tahun - 1)
    return Asal(
        rekap=tuple(rekap.order_by("tahun")),
        pindah=_pindah(ukuran, data),
        is_pindah_diketahui=lalu and kini,
    )


def _kecamatan(kolom: KolomLembaga, ukuran: Ukuran, data: Data) -> TabelKecamatan:
    """Baris yang sama dengan yang dijumlahkan, menurut kode kecamatannya."""
    rows = RekapLembaga.objects.filter(
        kecamatan__kabupaten=data.kabupaten, tahun=ukuran.tahun
    ).select_related("kecamatan")
    baris = []
    for row in rows.order_by("kecamatan__kode"):
        atas = getattr(row, kolom.bagian)
        bawah = getattr(row, kolom.dari)
        baris.append(BarisKecamatan(row, atas, bawah))
    return TabelKecamatan(
        pembilang=nama_kolom(kolom.bagian).capitalize(),
        penyebut=nama_kolom(kolom.dari),
        baris=tuple(baris),
    )


def _pindah(ukuran: Ukuran, data: Data) -> tuple[Perpindahan, ...]:
    """Tiap arah dengan desanya; kosong bila salah satu tahunnya tidak diketahui per desa."""
    hasil = []
    tabel = tabel_tahun(ukuran.tahun)
    semua = perpindahan(data.kabupaten, ukuran.tahun, tabel)
    for arah, desa in sorted(semua.items()):
        dari, ke = arah
        satu = Perpindahan(dari.title(), ke.title(), tuple(desa))
        hasil.append(satu)
    return tuple(hasil)
