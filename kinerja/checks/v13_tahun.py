"""V13: tahun dalam naskah berasal dari laporannya, bukan sisa tahun sebelumnya."""

import re
from collections.abc import Mapping

from documents.papers import Finding
from kinerja.models import Lkjip
from kinerja.reports.rujukan import Angka, Bahan

_KALIMAT = re.compile(
    r"(?:perjanjian kinerja|laporan kinerja|lkjip|tahun anggaran)\s+(?:tahun\s+)?(20\d\d)", re.IGNORECASE
)


def check(lkjip: Lkjip, b: Bahan, angka: Mapping[str, Angka]) -> list[Finding]:
    temuan = []
    for bagian in lkjip.bagian.all():
        for tahun in sorted(set(_KALIMAT.findall(bagian.isi)) - {str(b.tahun)}):
            pesan = f"Naskah menyebut tahun {tahun} untuk laporan tahun {b.tahun}."
            temuan.append(Finding("V13", bagian.judul, pesan, tahun, str(b.tahun), bagian.get_absolute_url()))
    return temuan
