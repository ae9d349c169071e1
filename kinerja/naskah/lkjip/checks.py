"""Uji kewajaran LKjIP: semua kelas (V1–V14)."""

from documents.jenis import Temuan
from kinerja.models import Lkjip
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import (
    v01_uang,
    v02_total,
    v04_persen,
    v05_jadwal,
    v06_lengkap,
    v07_rencana,
    v08_arah,
    v10_satuan,
    v11_skala,
    v12_satu_angka,
    v13_tahun,
    v14_kode,
)

CHECKS = (
    v01_uang,
    v02_total,
    v04_persen,
    v05_jadwal,
    v06_lengkap,
    v07_rencana,
    v08_arah,
    v10_satuan,
    v11_skala,
    v12_satu_angka,
    v13_tahun,
    v14_kode,
)


def temuan(lkjip: Lkjip, kinerja: TahunKinerja, isi: IsiLkjip) -> list[Temuan]:
    """Semua temuan atas LKjIP, yang menahan lebih dahulu, lalu menurut kelas."""
    found = [satu for module in CHECKS for satu in module.check(lkjip, kinerja)]
    return sorted(found, key=lambda f: (not f.is_blocking, f.kelas))
