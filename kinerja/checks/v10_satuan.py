"""V10: satuan indikator sesuai rumusnya; persen bukan “Nilai”."""

from collections.abc import Mapping

from documents.papers import Finding
from kinerja.models import Lkjip
from kinerja.reports.rujukan import Angka, Bahan


def check(lkjip: Lkjip, b: Bahan, angka: Mapping[str, Angka]) -> list[Finding]:
    return temuan(b)


def temuan(b: Bahan) -> list[Finding]:
    return [
        Finding("V10", str(i), f"Rumusnya dikali 100 tetapi satuannya {i.satuan}.", i.satuan, "%", i.get_absolute_url())
        for i in b.pengukuran.indikator
        if i.faktor == 100 and i.satuan.strip() != "%"
    ]
