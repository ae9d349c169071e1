"""Gambar dasbor desa pada dua lebar layar; petanya menyesuaikan sendiri."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from core.grafik import desa as grafik_desa
from core.grafik.dua import DuaLebar, dua_lebar
from core.grafik.lajur import Lajur, lajur
from core.grafik.tumpukan import Tumpukan
from idm.laporan.dasbor.lembar.tabel import alamat_kecamatan
from idm.laporan.dasbor.reports import IsiDasborDesa
from idm.laporan.gambaran.reports import ButirTerlemah
from idm.reports import StatusSetahun

Melukis = Callable[[int], str]  # dari lebarnya


@dataclass(frozen=True, slots=True, kw_only=True)
class GambarDasborDesa:
    """Gambar tiap bagian; yang tanpa data kosong."""

    status: DuaLebar
    kecamatan: DuaLebar
    terlemah: DuaLebar


def gambar_dasbor_desa(isi: IsiDasborDesa) -> GambarDasborDesa:
    """Dari isi yang juga menjadi tabelnya."""
    return GambarDasborDesa(
        status=dua_lebar(_status(isi.deret, isi.ukuran.nama)),
        kecamatan=dua_lebar(_kecamatan(isi)),
        terlemah=dua_lebar(_terlemah(isi.terlemah)),
    )


def _status(deret: Sequence[StatusSetahun], ukuran: str) -> Melukis:
    alamat = reverse("idm:dasbor")
    return lambda lebar: grafik_desa.status_bertumpuk(deret, ukuran, lebar, alamat)


def _kecamatan(isi: IsiDasborDesa) -> Melukis:
    """Bagian tiap status pada tiap kecamatan, yang rata-ratanya tertinggi di atas."""
    baris = []
    for satu in isi.kecamatan:
        banyak = list(satu.status.values())
        baris.append(Tumpukan(satu.nama, banyak, alamat_kecamatan(isi, satu.nama)))
    return lambda lebar: grafik_desa.bertumpuk("Status desa tiap kecamatan", baris, lebar)


def _terlemah(semua: Sequence[ButirTerlemah]) -> Melukis:
    """Persen dari skor tertinggi."""
    baris = []
    for satu in semua:
        url = satu.indikator.get_absolute_url()
        baris.append(Lajur(str(satu.indikator), (satu.persen,), url))
    return lambda lebar: lajur("Indikator terlemah", baris, lebar=lebar)
