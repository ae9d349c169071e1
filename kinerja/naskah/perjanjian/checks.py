"""Uji kewajaran Perjanjian Kinerja."""

from documents.jenis import Temuan
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.isi import IsiPerjanjian
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.v01_uang import tanpa_pagu


def temuan(pk: PerjanjianKinerja, kinerja: TahunKinerja, isi: IsiPerjanjian) -> list[Temuan]:
    """Anggaran yang belum diketahui disebut, tidak dianggap nol."""
    kosong = [uang for uang in isi.anggaran if uang.pagu is None]
    return [tanpa_pagu(f"{uang.kode} {uang.nama}") for uang in kosong]
