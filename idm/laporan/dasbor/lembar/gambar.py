"""Gambar dasbor desa pada dua lebar layar; petanya menyesuaikan sendiri."""

from collections.abc import Callable, Sequence
from typing import Any

from django.urls import reverse

from core.grafik import desa as grafik_desa
from core.grafik.dua import dua_lebar
from core.grafik.lajur import Lajur, lajur
from core.grafik.tumpukan import Tumpukan
from idm.laporan.dasar.lembar import Isi
from idm.laporan.dasbor.lembar.tabel import alamat_kecamatan

Melukis = Callable[[int], str]  # dari lebarnya


def gambar_dasbor_desa(isi: Isi) -> Isi:
    """Gambar tiap bagian menurut namanya."""
    return {
        "status": dua_lebar(_status(isi["deret"])),
        "kecamatan": dua_lebar(_kecamatan(isi)),
        "terlemah": dua_lebar(_terlemah(isi["terlemah"])),
    }


def _status(deret: Sequence[Any]) -> Melukis:
    alamat = reverse("idm:dasbor")
    return lambda lebar: grafik_desa.status_bertumpuk(deret, lebar, alamat)


def _kecamatan(isi: Isi) -> Melukis:
    """Bagian tiap status pada tiap kecamatan, yang rata-ratanya tertinggi di atas."""
    baris = []
    for satu in isi["kecamatan"]:
        banyak = list(satu.status.values())
        baris.append(Tumpukan(satu.nama, banyak, alamat_kecamatan(isi, satu.nama)))
    return lambda lebar: grafik_desa.bertumpuk("Status desa tiap kecamatan", baris, lebar)


def _terlemah(semua: Sequence[Isi]) -> Melukis:
    """Persen dari skor tertinggi."""
    baris = []
    for satu in semua:
        indikator = satu["indikator"]
        url = indikator.get_absolute_url()
        baris.append(Lajur(str(indikator), (satu["persen"],), url))
    return lambda lebar: lajur("Indikator terlemah", baris, lebar=lebar)
