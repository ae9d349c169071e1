"""Uji kewajaran Perjanjian Kinerja."""

from documents.jenis import Temuan
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.isi import IsiPerjanjian
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v15_perjanjian
from kinerja.uji.checks.v01_uang import tanpa_pagu


def temuan(pk: PerjanjianKinerja, kinerja: TahunKinerja, isi: IsiPerjanjian) -> list[Temuan]:
    """Anggaran yang belum diketahui disebut, dan yang tidak menjumlah menjadi pagu DPA."""
    kosong = [uang for uang in isi.anggaran if uang.pagu is None]
    belum = [tanpa_pagu(f"{uang.kode} {uang.nama}") for uang in kosong]
    return belum + v15_perjanjian.temuan(kinerja, pk.tingkat)
