"""V12: definisi satu indikator dari tahun ke tahun; yang berganti disebut sekali."""

from typing import Any

from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.batasan import baku
from kinerja.models import Indikator
from kinerja.tahun.definisi import MasaDefinisi, perbedaan, pergantian
from kinerja.tahun.tahun_kinerja import TahunKinerja


@uji("V12", "definisi tiap indikator pada semua tahun periode sampai tahun naskah")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Satu hasil tiap indikator yang tetap, satu temuan tiap pergantian."""
    for indikator in kinerja.pengukuran.indikator:
        berganti = False
        for semula, kini in pergantian(kinerja.pengukuran, indikator):
            if kini.awal <= kinerja.tahun:
                berganti = True
                yield _berganti(indikator, semula, kini)
        if not berganti:
            yield None


def _berganti(indikator: Indikator, semula: MasaDefinisi, kini: MasaDefinisi) -> Temuan:
    """Kedua tulisan tiap unsur yang berganti."""
    beda = perbedaan(semula.definisi, kini.definisi)
    unsur = "; ".join(satu.kalimat for satu in beda)
    return Temuan(
        "V12",
        str(indikator),
        f"Definisi {kini.awal} bukan definisi {semula.akhir}: {unsur}.",
        url=indikator.get_absolute_url(),
        fakta=kunci_fakta("definisi", baku(kini.definisi.nama), semula.akhir),
        nilai=(unsur,),
    )
