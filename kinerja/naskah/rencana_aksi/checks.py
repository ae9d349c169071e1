"""Uji kewajaran Rencana Aksi."""

from documents.jenis import Temuan
from kinerja.models import NaskahKinerja
from kinerja.naskah.rencana_aksi.isi import IsiRencanaAksi
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v01_uang, v05_jadwal, v14_kode


def temuan(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiRencanaAksi) -> list[Temuan]:
    """Jadwal dan uang, kode nomenklatur, dan uang yang menjumlah ke atas."""
    temuan = [*v05_jadwal.temuan(kinerja.pohon), *v14_kode.temuan(kinerja.pohon), *v01_uang.temuan(kinerja)]
    return sorted(temuan, key=lambda f: not f.is_blocking)
