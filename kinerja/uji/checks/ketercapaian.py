"""V11: target dikatakan tercapai, belum, atau letaknya, terhadap capaian tahun yang dibicarakan."""

import re
from decimal import Decimal

from core.angka import format_angka, persen
from documents.uji import Perbandingan, Temuan
from kinerja.aturan.capaian import SERATUS
from kinerja.aturan.klaim import Capaian, capaian, letak
from kinerja.aturan.masa import is_akhir, is_masa_lain
from kinerja.aturan.sebutan import SEBAGIAN, SEMUA, TIDAK_SATU, TIDAK_SEMUA
from kinerja.aturan.ujaran import CAPAIAN, TARGET, besaran
from kinerja.uji.checks import subjek as s
from kinerja.uji.checks.ucapan import Ucapan

_HITUNGAN = ("iku", "ikk", "indikator", "target")
_ASING = re.compile(
    r"\btarget\s+(?:triwulan|fisik|keuangan|pendapatan|anggaran|penyerapan|nasional|provinsi|rpjmd"
    r"|rpjmn|sdgs|kegiatan|program|bulanan|kecamatan|waktu)\b",
    re.IGNORECASE,
)
_KECUALI = re.compile(r"\b(?:kecuali|selain|di\s?luar|hanya)\b", re.IGNORECASE)
_SEMUANYA = re.compile(r"\b(?:seluruh|semua)nya\b", re.IGNORECASE)


def ketercapaian(ucapan: Ucapan) -> Perbandingan:
    """Tiap indikator anak kalimatnya, atau sekelompoknya."""
    dikatakan = capaian(ucapan.teks)
    if dikatakan is None or _is_lain(ucapan):
        return
    indikator = [satu for satu in ucapan.subjek if isinstance(satu, s.SubjekIndikator)]
    kelompok = [satu for satu in ucapan.subjek if isinstance(satu, s.SubjekKelompok)]
    for milik in indikator:
        yield from _satu(ucapan, milik, dikatakan)
    if not indikator and len(kelompok) == 1:
        yield from _kelompok(ucapan, kelompok[0], dikatakan)


def _is_lain(ucapan: Ucapan) -> bool:
    """Target yang lain, masa yang lebih pendek, atau tentang uangnya."""
    is_uang = any(isinstance(satu, s.SubjekUang) for satu in ucapan.subjek)
    is_indikator = any(isinstance(satu, s.SubjekIndikator) for satu in ucapan.subjek)
    if is_uang and not is_indikator:
        return True
    if _KECUALI.search(ucapan.teks) or is_masa_lain(ucapan.teks) or is_akhir(ucapan.teks):
        return True
    return _ASING.search(ucapan.teks) is not None


def _satu(ucapan: Ucapan, milik: s.Subjek, dikatakan: Capaian) -> Perbandingan:
    """Cukup sesuai salah satu tahun yang mungkin dibicarakan."""
    diketahui = []
    for tahun in ucapan.tahun_pokok:
        rasio = milik.nilai(CAPAIAN, tahun)
        if rasio is not None:
            diketahui.append((tahun, rasio))
    if not diketahui:
        return
    if not all(_keliru(dikatakan, rasio) for _, rasio in diketahui):
        yield None
        return
    tahun, rasio = diketahui[0]
    keliru = _keliru(dikatakan, rasio)
    pesan = f"Kalimatnya menyatakan target {keliru}, capaian {milik.nama} tahun {tahun} tidak."
    yield ucapan.temuan("target", pesan, ucapan.bacaan.teks, persen(rasio))


def _keliru(dikatakan: Capaian, rasio: Decimal) -> str:
    """Yang dikatakan kalimatnya, bila bukan itu keadaannya."""
    is_tercapai = rasio >= SERATUS
    if not dikatakan.is_tercapai:
        return "tidak tercapai" if is_tercapai else ""
    if not is_tercapai:
        return "tercapai"
    is_tepat = rasio == SERATUS
    return "terlampaui" if is_tepat and dikatakan.is_lebih else ""


def _kelompok(ucapan: Ucapan, milik: s.SubjekKelompok, dikatakan: Capaian) -> Perbandingan:
    """Menurut lingkupnya; banyaknya bila disebut."""
    tahun = ucapan.tahun_pokok[0]
    semua = {satu: satu.nilai(CAPAIAN, tahun) for satu in milik.anggota}
    diketahui = {satu: rasio for satu, rasio in semua.items() if rasio is not None}
    if not diketahui:
        return
    disebut = [satu for satu in ucapan.ujaran.angka if satu.satuan in _HITUNGAN]
    if disebut or any(satu.satuan == "" for satu in ucapan.ujaran.angka):
        yield from _banyaknya(ucapan, diketahui, dikatakan, tahun)
    elif milik.lingkup == SEMUA or _SEMUANYA.search(ucapan.teks):
        yield from _setiap(ucapan, diketahui, dikatakan, tahun)
    elif milik.lingkup in (TIDAK_SEMUA, TIDAK_SATU, SEBAGIAN):
        yield _bagian(ucapan, milik.lingkup, diketahui, dikatakan, tahun)
    elif milik.jenis == ("iku",):
        yield from _satu(ucapan, milik, dikatakan)


def _setiap(
    ucapan: Ucapan, diketahui: dict[s.SubjekIndikator, Decimal], dikatakan: Capaian, tahun: int
) -> Perbandingan:
    """Yang tidak demikian disebut satu per satu."""
    lain = {satu: rasio for satu, rasio in diketahui.items() if _keliru(dikatakan, rasio)}
    if not lain:
        yield None
        return
    benar = "; ".join(f"{satu.nama}: {persen(rasio)}" for satu, rasio in lain.items())
    keadaan = "tercapai" if dikatakan.is_tercapai else "tidak tercapai"
    pesan = f"Kalimatnya menyatakan semua target {keadaan}, tidak demikian indikator ini ({tahun})."
    yield ucapan.temuan("target", pesan, ucapan.bacaan.teks, benar)


def _bagian(
    ucapan: Ucapan,
    lingkup: str,
    diketahui: dict[s.SubjekIndikator, Decimal],
    dikatakan: Capaian,
    tahun: int,
) -> Temuan | None:
    """“belum semua”, “tidak satu pun”, “sebagian”."""
    tercapai = [rasio for rasio in diketahui.values() if rasio >= SERATUS]
    banyak, jumlah = len(tercapai), len(diketahui)
    sebagian = banyak if dikatakan.is_tercapai else jumlah - banyak
    is_benar = {
        TIDAK_SEMUA: banyak < jumlah,
        TIDAK_SATU: banyak == 0,
        SEBAGIAN: sebagian > 0,
    }
    if is_benar[lingkup]:
        return None
    pesan = f"Banyaknya indikator yang mencapai target tahun {tahun} bukan itu."
    return ucapan.temuan("target", pesan, ucapan.bacaan.teks, f"{banyak} dari {jumlah}")


def _banyaknya(
    ucapan: Ucapan, diketahui: dict[s.SubjekIndikator, Decimal], dikatakan: Capaian, tahun: int
) -> Perbandingan:
    """“6 dari 7 IKK mencapai target”: angka pertamanya."""
    pertama = ucapan.ujaran.angka[0]
    tercapai = [rasio for rasio in diketahui.values() if rasio >= SERATUS]
    banyak = len(tercapai) if dikatakan.is_tercapai else len(diketahui) - len(tercapai)
    if pertama.satuan not in ("", *_HITUNGAN):
        return
    if pertama.is_sama([Decimal(banyak)]):
        yield None
        return
    pesan = f"Banyaknya indikator yang mencapai target tahun {tahun} bukan itu."
    benar = f"{format_angka(len(tercapai))} dari {len(diketahui)}"
    yield ucapan.temuan("target", pesan, pertama.cetak, benar)


def posisi(ucapan: Ucapan) -> Perbandingan:
    """“di bawah target” dan “lebih tinggi dari target”, pada yang makin tinggi makin baik."""
    dikatakan = letak(ucapan.teks)
    milik = s.tunggal(satu for satu in ucapan.subjek if isinstance(satu, s.SubjekIndikator))
    if dikatakan is None or milik is None or not milik.is_naik or _is_lain(ucapan):
        return
    if besaran(re.split(r"\b(?:lebih|kurang|di)\b", ucapan.teks)[0]) == TARGET:
        return
    diketahui = []
    for tahun in ucapan.tahun_pokok:
        rasio = milik.nilai(CAPAIAN, tahun)
        if rasio is not None:
            diketahui.append(rasio)
    if not diketahui:
        return
    if any((rasio > SERATUS) - (rasio < SERATUS) == dikatakan for rasio in diketahui):
        yield None
        return
    pesan = f"Letak realisasi {milik.nama} terhadap target bukan itu."
    yield ucapan.temuan("posisi", pesan, ucapan.bacaan.teks, persen(diketahui[0]))
