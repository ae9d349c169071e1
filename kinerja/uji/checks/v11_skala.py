"""V11: skala predikat menyambung tanpa celah dan tumpang tindih; menahan pengajuan."""

from documents.jenis import Temuan
from kinerja.aturan.capaian import celah_skala
from kinerja.models import Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja

TANPA_SKALA = (
    "Periode Renstra belum menunjuk skala predikat, sehingga predikat tidak dapat disimpulkan."
)


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja)


def temuan(kinerja: TahunKinerja) -> list[Temuan]:
    periode = kinerja.periode
    skala = periode.skala if periode else None
    if skala is None:
        url = periode.get_absolute_url() if periode else ""
        return [Temuan("V11", "Skala predikat", TANPA_SKALA, url=url)]
    url = skala.get_absolute_url()
    celah = celah_skala(kinerja.pengukuran.renstra.skala)
    return [Temuan("V11", skala.nama, kalimat, url=url, is_blocking=True) for kalimat in celah]
