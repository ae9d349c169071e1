"""V11: predikat dalam kalimat terhadap predikat indikator yang dikatakan mendapatnya."""

from collections.abc import Iterator
from dataclasses import replace

from core.angka import bulatkan
from documents.uji import Perbandingan, Temuan
from kinerja.aturan.capaian import DESIMAL, predikat
from kinerja.aturan.kalimat_predikat import (
    SALAH_SATU,
    SEMUA,
    klausa,
    lingkup_iku,
    predikat_disebut,
)
from kinerja.aturan.pernyataan import is_niat, masa_dibicarakan
from kinerja.aturan.sebutan import is_semua_iku
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import Bacaan
from kinerja.uji.checks.gerak import temuan_kata
from kinerja.uji.checks.pokok import Pokok, pokok_kalimat

BUKAN_ITU = "Predikatnya bukan itu."


def predikat_kalimat(satu: Bacaan, pokok: Pokok, kinerja: TahunKinerja) -> Perbandingan:
    """Tahun laporannya saja; yang pokoknya tidak pasti tidak dibandingkan."""
    skala = kinerja.pengukuran.renstra.skala_tahun
    if skala is None:
        return
    nama = [tingkat.nama for tingkat in skala.tingkat]
    for bagian, milik in _bagian(satu, pokok, kinerja):
        disebut = predikat_disebut(bagian.teks, nama)
        if disebut and _is_semasa(bagian, kinerja.tahun):
            yield from _pokok(bagian, disebut, milik, kinerja)


def _is_semasa(satu: Bacaan, tahun: int) -> bool:
    """Tentang tahun laporannya saja, dan bukan niat."""
    masa = masa_dibicarakan(satu.teks, tahun)
    return masa == {tahun} and not is_niat(satu.teks)


def _pokok(satu: Bacaan, disebut: str, pokok: Pokok, kinerja: TahunKinerja) -> Perbandingan:
    """Predikat satu indikator, atau semua IKU bila tidak satu pun disebut."""
    if len(pokok) == 1:
        benar = kinerja.pengukuran.ukur(pokok[0]).predikat
        yield from _banding(satu, disebut, benar)
    elif not pokok and is_semua_iku(satu.teks):
        yield from _iku(satu, disebut, kinerja)


def _bagian(
    satu: Bacaan,
    pokok: Pokok,
    kinerja: TahunKinerja,
) -> Iterator[tuple[Bacaan, Pokok]]:
    """Kalimat dengan pokoknya; yang menyebut beberapa indikator dibaca anak kalimatnya."""
    if len(pokok) < 2:
        yield satu, pokok
        return
    for teks in klausa(satu.teks):
        anak = replace(satu, teks=teks, rujukan=())
        milik = [i for i in pokok_kalimat(anak, kinerja.pengukuran.indikator) if i in pokok]
        if milik:
            yield anak, milik


def _iku(satu: Bacaan, disebut: str, kinerja: TahunKinerja) -> Perbandingan:
    """Semua, sebagian atau rata-rata IKU; yang tanpa predikat tidak diketahui."""
    lingkup = lingkup_iku(satu.teks)
    if lingkup == "":
        yield from _rata(satu, disebut, kinerja)
        return
    semua = {}
    for indikator in kinerja.pengukuran.jenis("iku"):
        ukuran = kinerja.pengukuran.ukur(indikator)
        nama = str(ukuran.indikator)
        semua[nama] = ukuran.predikat
    tercatat = list(semua.values())
    if not all(tercatat):
        return
    sama = tercatat.count(disebut)
    is_cocok = {SEMUA: sama == len(tercatat), SALAH_SATU: sama > 0}
    if is_cocok.get(str(lingkup), lingkup == sama):
        yield None
        return
    benar = "; ".join(f"{nama}: {milik}" for nama, milik in semua.items())
    yield _temuan(satu, disebut, benar)


def _rata(satu: Bacaan, disebut: str, kinerja: TahunKinerja) -> Perbandingan:
    """Predikat rata-rata capaian semua IKU."""
    skala = kinerja.pengukuran.renstra.skala_tahun
    rasio = kinerja.pengukuran.rata_iku().rasio
    if rasio is None or skala is None:
        return
    capaian = bulatkan(rasio, DESIMAL)
    benar = predikat(capaian, skala.tingkat)
    yield from _banding(satu, disebut, benar)


def _banding(satu: Bacaan, disebut: str, benar: str | None) -> Perbandingan:
    """Yang tidak berpredikat tidak dibandingkan."""
    if disebut == benar:
        yield None
    elif benar:
        yield _temuan(satu, disebut, benar)


def _temuan(satu: Bacaan, disebut: str, benar: str) -> Temuan:
    return temuan_kata(satu, "predikat", BUKAN_ITU, disebut, benar)
