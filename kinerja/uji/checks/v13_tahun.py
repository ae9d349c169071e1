"""V13: tahun dalam naskah berasal dari laporannya, bukan sisa tahun sebelumnya."""

import re

from documents.jenis import Temuan
from kinerja.models import Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja

_KALIMAT = re.compile(
    r"(?:perjanjian kinerja|laporan kinerja|lkjip|tahun anggaran)\s+(?:tahun\s+)?(20\d\d)",
    re.IGNORECASE,
)


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    benar = str(kinerja.tahun)
    temuan = []
    for bagian in lkjip.bagian.all():
        url = bagian.get_absolute_url()
        disebut = set(_KALIMAT.findall(bagian.isi))
        for tahun in sorted(disebut - {benar}):
            pesan = f"Naskah menyebut tahun {tahun} untuk laporan tahun {benar}."
            temuan.append(Temuan("V13", bagian.judul, pesan, tahun, benar, url))
    return temuan
