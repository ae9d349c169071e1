"""Angka dokumen lama yang berbeda dari hasil hitung, lampiran LKjIP."""

from dataclasses import fields

from kinerja.aturan.tercetak import Banding
from kinerja.naskah.lkjip.isi.lkjip import Perbedaan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding


def perbedaan(kinerja: TahunKinerja) -> tuple[Perbedaan, ...]:
    """Hanya yang tidak sama; dilampirkan pada laporan."""
    nama = [field.name for field in fields(Perbedaan)]
    beda = [baris for baris in banding(kinerja) if baris["simpulan"] != Banding.SAMA.value]
    return tuple(Perbedaan(**{n: baris[n] for n in nama}) for baris in beda)
