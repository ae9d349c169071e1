"""V10: satuan indikator sesuai rumusnya; persen bukan “Nilai”."""

from documents.jenis import Temuan
from kinerja.models import Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja)


def temuan(kinerja: TahunKinerja) -> list[Temuan]:
    return [
        Temuan("V10", str(i), f"Rumusnya dikali 100 tetapi satuannya {i.satuan}.", i.satuan, "%", i.get_absolute_url())
        for i in kinerja.pengukuran.indikator
        if i.faktor == 100 and i.satuan.strip() != "%"
    ]
