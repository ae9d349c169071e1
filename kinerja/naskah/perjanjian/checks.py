"""Uji kewajaran Perjanjian Kinerja."""

from documents.jenis import Temuan
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.isi import IsiPerjanjian
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.v01_uang import tanpa_pagu


def temuan(pk: PerjanjianKinerja, kinerja: TahunKinerja, isi: IsiPerjanjian) -> list[Temuan]:
    """Anggaran yang belum diketahui disebut, tidak dianggap nol."""
    return [tanpa_pagu(f"{u.kode} {u.nama}") for u in isi.anggaran if u.pagu is None]
