"""V11: predikat dalam kalimat terhadap predikat indikator yang dikatakan mendapatnya."""

from core.angka import bulatkan
from documents.uji import Perbandingan, Temuan
from kinerja.aturan.capaian import DESIMAL
from kinerja.aturan.kalimat_predikat import (
    SALAH_SATU,
    SEMUA,
    lingkup_iku,
    predikat_disebut,
    predikat_lazim,
)
from kinerja.aturan.niat import is_niat
from kinerja.aturan.predikat import predikat
from kinerja.aturan.ujaran import CAPAIAN, semua_besaran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import subjek as s
from kinerja.uji.checks.ucapan import Ucapan

BERPREDIKAT = (s.SubjekIndikator, s.SubjekKelompok)
BUKAN_ITU = "Predikatnya bukan itu."


def predikat_kalimat(ucapan: Ucapan, kinerja: TahunKinerja) -> Perbandingan:
    """Satu indikator, atau IKU seluruhnya; yang pokoknya tidak pasti tidak dibandingkan."""
    disebut = _disebut(ucapan, kinerja)
    if not disebut or len(ucapan.tahun_pokok) != 1:
        return
    (tahun,) = ucapan.tahun_pokok
    milik = s.tunggal(satu for satu in ucapan.subjek if isinstance(satu, BERPREDIKAT))
    if isinstance(milik, s.SubjekIndikator):
        benar = _predikat(milik, tahun)
        yield from _banding(ucapan, disebut, benar)
    elif isinstance(milik, s.SubjekKelompok) and tahun == kinerja.tahun:
        yield from _kelompok(ucapan, disebut, milik)


def _predikat(milik: s.SubjekIndikator, tahun: int) -> str | None:
    """`None` bila tidak diketahui."""
    ukuran = milik.ukur(tahun)
    if ukuran is None:
        return None
    return ukuran.predikat


def _disebut(ucapan: Ucapan, kinerja: TahunKinerja) -> str:
    """Predikat yang dinyatakannya menurut skala tahun laporan; kosong bila tidak ada."""
    skala = kinerja.pengukuran.renstra.skala_tahun
    if skala is None or is_niat(ucapan.teks):
        return ""
    nama = [tingkat.nama for tingkat in skala.tingkat]
    disebut = predikat_disebut(ucapan.teks, nama)
    is_bernama = any(satu.lower() in ucapan.teks.lower() for satu in nama)
    if disebut or is_bernama or CAPAIAN not in semua_besaran(ucapan.teks):
        return disebut
    return predikat_lazim(ucapan.teks)


def _kelompok(ucapan: Ucapan, disebut: str, milik: s.SubjekKelompok) -> Perbandingan:
    """Semua, sebagian atau rata-ratanya; yang tanpa predikat tidak diketahui."""
    lingkup = lingkup_iku(ucapan.teks)
    if lingkup == "" and not milik.lingkup:
        yield from _rata(ucapan, disebut, milik)
        return
    semua = {}
    for satu in milik.anggota:
        nama = str(satu.indikator)
        semua[nama] = _predikat(satu, ucapan.tahun)
    tercatat = list(semua.values())
    if not all(tercatat):
        return
    sama = tercatat.count(disebut)
    is_cocok = lingkup in ("", sama)
    if lingkup == SEMUA:
        is_cocok = sama == len(tercatat)
    elif lingkup == SALAH_SATU:
        is_cocok = sama > 0
    if is_cocok:
        yield None
        return
    rincian = [f"{nama}: {benar}" for nama, benar in semua.items()]
    yield _temuan(ucapan, disebut, "; ".join(rincian))


def _rata(ucapan: Ucapan, disebut: str, milik: s.SubjekKelompok) -> Perbandingan:
    """Predikat rata-rata capaian kelompoknya."""
    skala = milik.kinerja.pengukuran.renstra.skala_tahun
    rasio = milik.nilai("capaian", ucapan.tahun)
    if rasio is None or skala is None:
        return
    benar = predikat(bulatkan(rasio, DESIMAL), skala.tingkat)
    yield from _banding(ucapan, disebut, benar)


def _banding(ucapan: Ucapan, disebut: str, benar: str | None) -> Perbandingan:
    """Yang tidak berpredikat tidak dibandingkan."""
    if disebut == benar:
        yield None
    elif benar:
        yield _temuan(ucapan, disebut, benar)


def _temuan(ucapan: Ucapan, disebut: str, benar: str) -> Temuan:
    return ucapan.temuan("predikat", BUKAN_ITU, disebut, benar)
