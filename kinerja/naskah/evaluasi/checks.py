"""Uji kewajaran evaluasi: kelas yang menyangkut hasil triwulan."""

from documents.jenis import Temuan
from kinerja.models import NaskahKinerja
from kinerja.naskah.evaluasi.isi import IsiE81, IsiEvaluasi
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v04_persen, v06_lengkap, v07_rencana, v16_serapan


def temuan(
    naskah: NaskahKinerja,
    kinerja: TahunKinerja,
    isi: IsiEvaluasi | IsiE81,
) -> list[Temuan]:
    """Rencana tanpa hasil sampai triwulannya, dan realisasi yang tidak lengkap."""
    return [
        *v04_persen.jauh(kinerja, naskah.triwulan),
        *v07_rencana.temuan(kinerja.pohon, naskah.triwulan),
        *v06_lengkap.temuan(kinerja),
        *v16_serapan.temuan(kinerja.pohon),
    ]
