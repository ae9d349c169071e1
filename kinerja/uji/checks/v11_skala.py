"""V11: skala predikat menyambung tanpa celah dan tumpang tindih; menahan pengajuan."""

from documents.jenis import Temuan
from kinerja.aturan.capaian import celah_skala
from kinerja.models import Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja)


def temuan(kinerja: TahunKinerja) -> list[Temuan]:
    periode = kinerja.periode
    if periode is None or periode.skala is None:
        pesan = "Periode Renstra belum menunjuk skala predikat, sehingga predikat tidak dapat disimpulkan."
        return [Temuan("V11", "Skala predikat", pesan, url=periode.get_absolute_url() if periode else "")]
    url = periode.skala.get_absolute_url()
    celah = celah_skala(kinerja.pengukuran.renstra.skala)
    return [Temuan("V11", periode.skala.nama, kalimat, url=url, is_blocking=True) for kalimat in celah]
