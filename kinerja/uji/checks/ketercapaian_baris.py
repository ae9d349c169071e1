"""V11: “target tercapai” pada uraian satu baris, tanpa pokok lain, terhadap K baris itu."""

from core.angka import persen
from core.periode import TRIWULAN as NAMA
from documents.uji import Perbandingan
from kinerja.aturan.klaim import capaian
from kinerja.aturan.ujaran import BELANJA, PAGU, SERAPAN, SISA, besaran
from kinerja.uji.checks.ketercapaian import is_lain, is_sebagian, keliru
from kinerja.uji.checks.subjek_baris import SubjekBaris, rasio_baris
from kinerja.uji.checks.ucapan import Ucapan

UANG = frozenset({BELANJA, PAGU, SERAPAN, SISA})


def ketercapaian_baris(ucapan: Ucapan) -> Perbandingan:
    """Cukup sesuai salah satu target yang mungkin dimaksud: setahun, atau triwulannya."""
    simpul = ucapan.bacaan.simpul
    dikatakan = capaian(ucapan.teks)
    if simpul is None or dikatakan is None or _is_lain(ucapan):
        return
    triwulan = ucapan.bacaan.triwulan
    diketahui = list(rasio_baris(simpul, triwulan))
    if not diketahui:
        return
    semua = [keliru(dikatakan, rasio) for rasio in diketahui]
    if not all(semua):
        yield None
        return
    sampai = NAMA[triwulan]
    pesan = f"Uraiannya menyatakan target {semua[0]}, K baris ini sampai {sampai} tidak."
    yield ucapan.temuan("target", pesan, ucapan.bacaan.teks, persen(diketahui[0]))


def _is_lain(ucapan: Ucapan) -> bool:
    """Ada pokok lain daripada barisnya, sebagian targetnya saja, atau tentang uangnya."""
    if any(not isinstance(satu, SubjekBaris) for satu in ucapan.subjek):
        return True
    is_uang = besaran(ucapan.teks) in UANG
    return is_uang or is_sebagian(ucapan) or is_lain(ucapan)
