"""V11: skala predikat menyambung tanpa celah dan tumpang tindih; menahan pengajuan."""

from collections.abc import Mapping

from documents.papers import Finding
from kinerja.capaian import celah_skala
from kinerja.models import Lkjip
from kinerja.reports.rujukan import Angka, Bahan


def check(lkjip: Lkjip, b: Bahan, angka: Mapping[str, Angka]) -> list[Finding]:
    return temuan(b)


def temuan(b: Bahan) -> list[Finding]:
    periode = b.pengukuran.periode
    if periode is None or periode.skala is None:
        pesan = "Periode Renstra belum menunjuk skala predikat, sehingga predikat tidak dapat disimpulkan."
        return [Finding("V11", "Skala predikat", pesan, url=periode.get_absolute_url() if periode else "")]
    url = periode.skala.get_absolute_url()
    celah = celah_skala(b.pengukuran.skala)
    return [Finding("V11", periode.skala.nama, kalimat, url=url, is_blocking=True) for kalimat in celah]
