"""Angka dokumen lama yang berbeda dari hasil hitung, lampiran LKjIP."""

from dataclasses import fields
from typing import Any

from kinerja.aturan.tercetak import Banding
from kinerja.naskah.lkjip.isi.lkjip import Perbedaan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding


def perbedaan(kinerja: TahunKinerja) -> tuple[Perbedaan, ...]:
    """Hanya yang tidak sama; dilampirkan pada laporan."""
    beda = []
    for baris in banding(kinerja):
        if baris["simpulan"] != Banding.SAMA.value:
            beda.append(baris)
    return tuple(map(_perbedaan, beda))


def _perbedaan(baris: dict[str, Any]) -> Perbedaan:
    """Satu angka tercetak yang lain dari hasil hitung."""
    return Perbedaan(**{field.name: baris[field.name] for field in fields(Perbedaan)})
