"""V13: tahun dalam naskah berasal dari laporannya, bukan sisa tahun sebelumnya."""

import re

from documents.jenis import Temuan
from kinerja.models import Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja

_KALIMAT = re.compile(
    r"(?:perjanjian kinerja|laporan kinerja|lkjip|tahun anggaran)\s+(?:tahun\s+)?(20\d\d)", re.IGNORECASE
)


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    temuan = []
    for bagian in lkjip.bagian.all():
        for tahun in sorted(set(_KALIMAT.findall(bagian.isi)) - {str(kinerja.tahun)}):
            pesan = f"Naskah menyebut tahun {tahun} untuk laporan tahun {kinerja.tahun}."
            temuan.append(Temuan("V13", bagian.judul, pesan, tahun, str(kinerja.tahun), bagian.get_absolute_url()))
    return temuan
