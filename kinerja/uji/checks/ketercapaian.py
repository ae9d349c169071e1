"""V11: target dikatakan tercapai, belum, atau letaknya, terhadap capaian tahun yang dibicarakan."""

import re
from decimal import Decimal

from core.angka import persen
from documents.uji import Perbandingan, Temuan
from kinerja.aturan.capaian import SERATUS
from kinerja.aturan.klaim import Ketercapaian, capaian, letak
from kinerja.aturan.masa import is_akhir, is_masa_lain
from kinerja.aturan.sebutan import SEBAGIAN, SEMUA, TIDAK_SATU, TIDAK_SEMUA
from kinerja.aturan.ujaran import CAPAIAN, TARGET, besaran
from kinerja.uji.checks import subjek as s
from kinerja.uji.checks.subjek_lain import SubjekUang
from kinerja.uji.checks.ucapan import Ucapan

Anggota = dict[str, Decimal]  # capaian tiap indikator menurut sebutannya
KINERJA = (s.SubjekIndikator, s.SubjekKelompok)
BANYAKNYA = "Banyaknya indikator yang mencapai target bukan itu."
_PEMBANDING = re.compile(r"\b(?:lebih|kurang|di)\b", re.IGNORECASE)
_HITUNGAN = ("iku", "ikk", "indikator", "target")
_ASING = re.compile(
    r"\btarget\s+(?:triwulan|fisik|keuangan|pendapatan|anggaran|penyerapan|nasional|provinsi|rpjmd"
    r"|rpjmn|sdgs|kegiatan|program|bulanan|kecamatan|waktu)\b",
    re.IGNORECASE,
)
_KECUALI = re.compile(r"\b(?:kecuali|selain|di\s?luar|hanya)\b", re.IGNORECASE)
_SEBAGIAN_TARGET = re.compile(
    r"\b(?:sebagian(?:\s+besar|\s+kecil)?|beberapa|mayoritas)\s+(?:dari\s+)?target", re.IGNORECASE
)
_SEMUANYA = re.compile(r"\b(?:seluruh|semua)nya\b", re.IGNORECASE)


def ketercapaian(ucapan: Ucapan) -> Perbandingan:
    """Tiap indikator anak kalimatnya, atau sekelompoknya."""
    dikatakan = capaian(ucapan.teks)
    if dikatakan is None or is_lain(ucapan):
        return
    indikator = _indikator(ucapan)
    kelompok = [satu for satu in ucapan.subjek if isinstance(satu, s.SubjekKelompok)]
    tunggal = [] if is_sebagian(ucapan) else indikator
    for milik in tunggal:
        yield from _satu(ucapan, milik, dikatakan)
    if not indikator and len(kelompok) == 1:
        yield from _kelompok(ucapan, kelompok[0], dikatakan)


def _indikator(ucapan: Ucapan) -> list[s.SubjekIndikator]:
    return [satu for satu in ucapan.subjek if isinstance(satu, s.SubjekIndikator)]


def is_lain(ucapan: Ucapan) -> bool:
    """Target yang lain, masa yang lebih pendek, pengecualian, atau tentang uangnya."""
    is_uang = any(isinstance(satu, SubjekUang) for satu in ucapan.subjek)
    is_kinerja = any(isinstance(satu, KINERJA) for satu in ucapan.subjek)
    if is_uang and not is_kinerja:
        return True
    teks = ucapan.teks
    if is_masa_lain(teks) or is_akhir(teks):
        return True
    if _ASING.search(teks):
        return True
    return _KECUALI.search(teks) is not None


def is_sebagian(ucapan: Ucapan) -> bool:
    """“Sebagian besar target”: satu indikator atau satu baris hanya bertarget satu."""
    return _SEBAGIAN_TARGET.search(ucapan.teks) is not None


def _satu(ucapan: Ucapan, milik: s.Subjek, dikatakan: Ketercapaian) -> Perbandingan:
    """Cukup sesuai salah satu tahun yang mungkin dibicarakan."""
    diketahui = milik.diketahui([CAPAIAN], ucapan.tahun_pokok)
    if not diketahui:
        return
    if not all(keliru(dikatakan, rasio) for _, _, rasio in diketahui):
        yield None
        return
    _, tahun, rasio = diketahui[0]
    dinyatakan = keliru(dikatakan, rasio)
    pesan = f"Kalimatnya menyatakan target {dinyatakan}, capaian {milik.nama} tahun {tahun} tidak."
    yield ucapan.temuan("target", pesan, ucapan.bacaan.teks, persen(rasio))


def keliru(dikatakan: Ketercapaian, rasio: Decimal) -> str:
    """Yang dikatakan kalimatnya, bila bukan itu keadaannya."""
    is_tercapai = rasio >= SERATUS
    if is_tercapai and not dikatakan.is_tercapai:
        return "tidak tercapai"
    if dikatakan.is_tercapai and not is_tercapai:
        return "tercapai"
    is_terlampaui = dikatakan.is_tercapai and dikatakan.is_lebih
    if is_terlampaui and rasio == SERATUS:
        return "terlampaui"
    return ""


def _kelompok(ucapan: Ucapan, milik: s.SubjekKelompok, dikatakan: Ketercapaian) -> Perbandingan:
    """Menurut lingkupnya; banyaknya bila disebut."""
    tahun = ucapan.tahun_pokok[0]
    semua = _anggota(milik, tahun)
    if not semua:
        return
    is_semua = milik.lingkup == SEMUA or _SEMUANYA.search(ucapan.teks)
    is_terhitung = any(satu.satuan in _HITUNGAN for satu in ucapan.ujaran.angka)
    if is_terhitung:
        yield _banyaknya(ucapan, semua, dikatakan)
    elif is_semua:
        yield _setiap(ucapan, semua, dikatakan, tahun)
    elif milik.lingkup in (TIDAK_SEMUA, TIDAK_SATU, SEBAGIAN):
        yield _bagian(ucapan, milik.lingkup, semua, dikatakan)
    elif milik.jenis == ("iku",):
        yield from _satu(ucapan, milik, dikatakan)


def _anggota(milik: s.SubjekKelompok, tahun: int) -> Anggota:
    """Capaian tiap indikatornya yang diketahui."""
    hasil: Anggota = {}
    for satu in milik.anggota:
        rasio = satu.nilai(CAPAIAN, tahun)
        if rasio is not None:
            hasil[satu.nama] = rasio
    return hasil


def _setiap(
    ucapan: Ucapan,
    semua: Anggota,
    dikatakan: Ketercapaian,
    tahun: int,
) -> Temuan | None:
    """Yang tidak demikian disebut satu per satu."""
    lain = []
    for nama, rasio in semua.items():
        if keliru(dikatakan, rasio):
            lain.append(f"{nama}: {persen(rasio)}")
    if not lain:
        return None
    benar = "; ".join(lain)
    keadaan = "tercapai" if dikatakan.is_tercapai else "tidak tercapai"
    pesan = f"Kalimatnya menyatakan semua target {keadaan}, tidak demikian indikator ini ({tahun})."
    return ucapan.temuan("target", pesan, ucapan.bacaan.teks, benar)


def _bagian(
    ucapan: Ucapan,
    lingkup: str,
    semua: Anggota,
    dikatakan: Ketercapaian,
) -> Temuan | None:
    """“belum semua”, “tidak satu pun”, “sebagian”."""
    banyak = _tercapai(semua)
    jumlah = len(semua)
    sebagian = banyak if dikatakan.is_tercapai else jumlah - banyak
    is_benar = {
        TIDAK_SEMUA: banyak < jumlah,
        TIDAK_SATU: banyak == 0,
        SEBAGIAN: sebagian > 0,
    }
    if is_benar[lingkup]:
        return None
    benar = f"{banyak} dari {jumlah}"
    return ucapan.temuan("target", BANYAKNYA, ucapan.bacaan.teks, benar)


def _tercapai(semua: Anggota) -> int:
    """Yang capaiannya seratus persen atau lebih."""
    return sum(rasio >= SERATUS for rasio in semua.values())


def _banyaknya(ucapan: Ucapan, semua: Anggota, dikatakan: Ketercapaian) -> Temuan | None:
    """“6 dari 7 IKK mencapai target”: angka pertamanya."""
    pertama = ucapan.ujaran.angka[0]
    if pertama.satuan and pertama.satuan not in _HITUNGAN:
        return None
    jumlah = len(semua)
    tercapai = _tercapai(semua)
    banyak = tercapai if dikatakan.is_tercapai else jumlah - tercapai
    if pertama.is_sama([Decimal(banyak)]):
        return None
    benar = f"{tercapai} dari {jumlah}"
    return ucapan.temuan("target", BANYAKNYA, pertama.cetak, benar)


def posisi(ucapan: Ucapan) -> Perbandingan:
    """“di bawah target” dan “lebih tinggi dari target”, pada yang makin tinggi makin baik."""
    dikatakan = letak(ucapan.teks)
    milik = s.tunggal(_indikator(ucapan))
    if dikatakan is None or milik is None or _is_target(ucapan):
        return
    diketahui = milik.diketahui([CAPAIAN], ucapan.tahun_pokok)
    if not diketahui or not milik.is_naik or is_lain(ucapan):
        return
    semua = [rasio for _, _, rasio in diketahui]
    if dikatakan in map(_letak, semua):
        yield None
        return
    pesan = f"Letak realisasi {milik.nama} terhadap target bukan itu."
    benar = persen(semua[0])
    yield ucapan.temuan("posisi", pesan, ucapan.bacaan.teks, benar)


def _is_target(ucapan: Ucapan) -> bool:
    """Targetnya yang dibandingkan, bukan realisasinya."""
    sebelum = _PEMBANDING.split(ucapan.teks)[0]
    return besaran(sebelum) == TARGET


def _letak(rasio: Decimal) -> int:
    """1 di atas target, -1 di bawahnya."""
    return (rasio > SERATUS) - (rasio < SERATUS)
