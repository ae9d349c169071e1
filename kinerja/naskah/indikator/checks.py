"""Uji kewajaran IKU, IKK dan Capaian Kinerja."""

from documents.jenis import Temuan
from kinerja.models import NaskahKinerja
from kinerja.naskah.indikator.isi import IsiCapaian, IsiDefinisi
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v10_satuan, v11_skala
from kinerja.uji.checks.v01_uang import tanpa_pagu


def temuan(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiDefinisi | IsiCapaian) -> list[Temuan]:
    """Satuan terhadap rumus; skala predikat dan pagu bila capaiannya disimpulkan."""
    satuan = v10_satuan.temuan(kinerja)
    if naskah.jenis != naskah.Jenis.CAPAIAN:
        return satuan
    program = [str(u.program) for u in kinerja.anggaran.baris if u.pagu is None]
    return [*satuan, *v11_skala.temuan(kinerja), *map(tanpa_pagu, program)]
