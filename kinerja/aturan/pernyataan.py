"""Yang dinyatakan sebuah kalimat: target tercapai, arah, banyaknya, dan tahun pembandingnya."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.aturan.kalimat import Disebut

_CAPAI = r"(?:mencapai|melampaui|melebihi|memenuhi|menyentuh)"
_DICAPAI = r"(?:tercapai|terlampaui|terpenuhi)"
_TARGET = re.compile(
    rf"\b{_CAPAI}\s+(?:semua\s+)?target\b"
    rf"|\btarget\b[^.;]*?\b{_DICAPAI}\b"
    rf"|\b(?:telah|sudah|berhasil)\s+{_DICAPAI}\b",
    re.IGNORECASE,
)
_LEBIH = re.compile(
    r"\b(?:melampaui|melebihi)\s+(?:semua\s+)?target\b|\bterlampaui\b",
    re.IGNORECASE,
)
_INGKAR = re.compile(
    r"\b(?:belum|tidak|gagal|kurang)\s+(?:dapat\s+|berhasil\s+)?"
    rf"(?:{_CAPAI}|{_DICAPAI})",
    re.IGNORECASE,
)
_KATA_NAIK = r"(?:naik|meningkat|bertambah)"
_KATA_TURUN = r"(?:turun|menurun|berkurang)"
_GERAK = rf"(?:{_KATA_NAIK}|{_KATA_TURUN})"
_NAIK = re.compile(rf"\b{_KATA_NAIK}\b", re.I)
_TURUN = re.compile(rf"\b{_KATA_TURUN}\b", re.I)
_TETAP = re.compile(
    r"\btetap\s+(?:sama|seperti|sebesar|sebanyak|dibanding\w*)\b|\btidak\s+(?:berubah|bergerak)\b",
    re.IGNORECASE,
)
# niat, syarat atau ingkaran di depan pernyataannya: bukan pernyataan tentang yang sudah terjadi
_BUKAN = re.compile(
    r"\b(?:agar|supaya|akan|diharapkan|harus|perlu|ketika"
    r"|(?:jika|bila|apabila)(?!\s+dibanding))\b"
    rf"|\b(?:tidak|belum|bukan|dapat)(?=\s+(?:\w+\s+){{0,2}}{_GERAK}\b)"
    rf"|\bditargetkan(?=\s+{_GERAK}\b)",
    re.IGNORECASE,
)
_BESARAN = re.compile(r"\b(target|realisasi|capaian)", re.IGNORECASE)
_BUKAN_TAHUN = re.compile(
    r"\b20\d\d\s*[–-]\s*20\d\d\b|\bnomor\s+\S+\s+tahun\s+20\d\d\b|\d/20\d\d\b", re.IGNORECASE
)
_LALU = re.compile(r"\b(?:tahun lalu|sebelumnya)\b", re.IGNORECASE)
_AKHIR = re.compile(r"\bakhir\b", re.IGNORECASE)
_TAHUN = re.compile(r"\b20\d\d\b")
_N = r"(?:\d[\d.]*\d|\d)(?:,\d+)?"
_BILANGAN = re.compile(
    r"\b(target|realisasi)(?:nya|kan)?\s+"
    r"(?:(?:sebesar|sebanyak|adalah|yaitu|mencapai|berjumlah)\s+)?"
    rf"({_N})(?!\d|[.,]\d|\s*(?:%|persen))",
    re.IGNORECASE,
)
_KATA_BILANGAN = re.compile(r"\b(?:di(?=targetkan)|te(?=realisasi))", re.IGNORECASE)
_MENJADI = re.compile(
    rf"\bdari\s+(?:semula\s+)?({_N})\s*%?(?:\s+[a-z]+){{0,3}}?(?:\s+20\d\d)?\s+menjadi\s+({_N})",
    re.IGNORECASE,
)
STATUS = r"(?:sangat\s+tertinggal|tertinggal|berkembang|maju|mandiri)"
_STATUS = re.compile(rf"\b{STATUS}\b", re.IGNORECASE)
# “desa Maju dan Mandiri”, “desa Berkembang ke atas” dan “desa Berkembang menjadi Maju” lain hal
_DESA = (
    r"desa\s+(?:(?:yang\s+)?(?:ber|dengan\s+)?status\s+)?"
    rf"({STATUS})\b"
    rf"(?!(?:\s*[,/]|\s+(?:dan|atau|serta|menjadi))\s*(?:desa\s+)?{STATUS}"
    r"|\s+ke\s+atas)"
)
_POKOK = re.compile(rf"\b{_DESA}", re.IGNORECASE)
_PADA = r"(?:\s+(?:pada|di)\s+(?:akhir\s+)?(?:tahun\s+)?(20\d\d))?"
_DI_DEPAN = re.compile(rf"(?<![\d.,/])({_N})\s+{_DESA}{_PADA}", re.IGNORECASE)
_DI_BELAKANG = re.compile(
    rf"\b{_DESA}\s*(?::|sebanyak|berjumlah|ada|adalah|tercatat|sejumlah)\s+({_N})\s+desa\b{_PADA}",
    re.IGNORECASE,
)
_SETAHUN = re.compile(
    rf"({_N})\s+desa\s+(?:pada|di)\s+(?:akhir\s+)?tahun\s+(20\d\d)",
    re.IGNORECASE,
)
_SELISIH = re.compile(
    r"\b(?:bertambah|berkurang|naik|turun|tambahan|penambahan|kenaikan|penurunan|selisih)"
    r"(?:\s+\w+)?\s*$",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(r"\b(?:dari|target\w*|ditargetkan)(?:\s+\w+)?\s*$", re.IGNORECASE)
_LINGKUP = re.compile(r"\b(?:kecamatan|provinsi|nasional|indonesia|nusantara)\b", re.IGNORECASE)


def tercapai(kalimat: str) -> bool | None:
    """Kalimat menyatakan target tercapai atau tidak tercapai; `None` bila tidak menyatakannya."""
    if _INGKAR.search(kalimat):
        is_niat = _is_niat(_INGKAR, kalimat)
        return None if is_niat else False
    is_dinyatakan = _dinyatakan(_TARGET, kalimat)
    return True if is_dinyatakan else None


def is_melampaui(kalimat: str) -> bool:
    """Yang dinyatakan lebih daripada tercapai."""
    return _dinyatakan(_LEBIH, kalimat)


def _dinyatakan(pola: re.Pattern[str], kalimat: str) -> bool:
    """Ada, dan sebagai yang sudah terjadi."""
    return pola.search(kalimat) is not None and not _is_niat(pola, kalimat)


def _is_niat(pola: re.Pattern[str], kalimat: str) -> bool:
    """Di depannya ada niat, syarat atau ingkaran."""
    cocok = pola.search(kalimat)
    sampai = kalimat[: cocok.end()] if cocok else ""
    return _BUKAN.search(sampai) is not None


def arah(kalimat: str) -> int | None:
    """1 dikatakan naik, -1 turun, 0 tetap; `None` bila tidak dikatakan, atau lebih dari satu."""
    kata = {1: _NAIK, -1: _TURUN, 0: _TETAP}
    disebut = [satu for satu, pola in kata.items() if pola.search(kalimat)]
    if len(disebut) != 1:
        return None
    (satu,) = disebut
    is_dinyatakan = _dinyatakan(kata[satu], kalimat)
    return satu if is_dinyatakan else None


def gerak_pertama(kalimat: str) -> str:
    """Kalimatnya sampai kata naik atau turun yang pertama: di situ yang bergerak disebut."""
    gerak = re.search(rf"\b{_GERAK}\b", kalimat, re.IGNORECASE)
    return kalimat[: gerak.start()] if gerak else kalimat


def besaran(kalimat: str) -> str:
    """Yang naik atau turun: target, capaian, atau (bawaannya) realisasi."""
    disebut = _BESARAN.findall(gerak_pertama(kalimat))
    return disebut[-1].lower() if disebut else "realisasi"


def tahun_disebut(kalimat: str) -> set[int]:
    """Tahun pada kalimatnya; rentang periode dan tahun peraturan bukan."""
    tanpa = _BUKAN_TAHUN.sub(" ", kalimat)
    return {int(satu) for satu in _TAHUN.findall(tanpa)}


def dibandingkan(kalimat: str, tahun: int) -> tuple[int, int] | None:
    """Kedua tahun yang dibandingkan kalimatnya; tanpa sebutan, tahun lalu dan tahun ini."""
    disebut = tahun_disebut(kalimat)
    lain = disebut - {tahun}
    if not lain:
        lalu = tahun - 1
        return lalu, tahun
    if len(lain) > 1:
        return None
    (satu,) = lain
    is_lampau = satu < tahun
    return (satu, tahun) if is_lampau else None


def masa_lain(kalimat: str) -> list[str]:
    """Ekor kunci tahun lalu dan akhir periode, bila kalimatnya menyebutnya."""
    hasil = []
    if _LALU.search(kalimat):
        hasil.append(".tahun_lalu")
    if _AKHIR.search(kalimat):
        hasil.append(".akhir")
    return hasil


def bilangan(kalimat: str) -> list[Disebut]:
    """Bilangan tanpa persen tepat di belakang kata target atau realisasi; tahun bukan."""
    tanpa_awalan = _KATA_BILANGAN.sub("", kalimat)
    hasil = []
    for jenis, tulisan in _BILANGAN.findall(tanpa_awalan):
        if not _TAHUN.fullmatch(tulisan):
            satu = Disebut(jenis.lower(), tulisan)
            hasil.append(satu)
    return [satu for satu in hasil if satu.is_terbaca]


def dari_menjadi(kalimat: str) -> tuple[Disebut, Disebut] | None:
    """“dari 3 menjadi 6”; tahun bukan bilangannya."""
    cocok = _MENJADI.search(kalimat)
    if cocok is None:
        return None
    kedua = cocok.groups()
    if any(map(_TAHUN.fullmatch, kedua)):
        return None
    semula, kini = (Disebut("", tulisan) for tulisan in kedua)
    is_terbaca = semula.is_terbaca and kini.is_terbaca
    return (semula, kini) if is_terbaca else None


@dataclass(frozen=True)
class BanyakStatus:
    """Banyak desa satu status menurut kalimatnya; `tahun` kosong bila tidak pasti."""

    status: str
    banyak: Disebut
    tahun: int | None
    is_selisih: bool = False


def is_seluruhnya(kalimat: str) -> bool:
    """Tentang seluruh daerahnya, bukan sebagiannya atau yang lebih luas."""
    return _LINGKUP.search(kalimat) is None


def status_pokok(kalimat: str) -> str:
    """Satu-satunya status desa yang dibicarakan; kosong bila tidak satu."""
    disebut = _STATUS.findall(kalimat)
    semua = {_status(tulisan) for tulisan in disebut}
    pokok = _POKOK.search(kalimat)
    if pokok is None or len(semua) != 1 or not is_seluruhnya(kalimat):
        return ""
    return _status(pokok[1])


def banyak_status(kalimat: str, tahun: int) -> list[BanyakStatus]:
    """Tiap bilangan yang menempel pada status desanya."""
    if not is_seluruhnya(kalimat):
        return []
    hasil = {}
    for satu in _terbaca(kalimat, tahun):
        kunci = satu.banyak.tulisan + satu.status
        hasil[kunci] = satu
    return [satu for satu in hasil.values() if satu.banyak.is_terbaca]


def _terbaca(kalimat: str, tahun: int) -> Iterator[BanyakStatus]:
    """Bilangan di depan statusnya, di belakangnya, dan tiap tahun dari satu status."""
    yield from _di_depan(kalimat, tahun)
    for cocok in _DI_BELAKANG.finditer(kalimat):
        tulisan_status, tulisan, disebut = cocok.groups()
        status = _status(tulisan_status)
        banyak = Disebut("", tulisan)
        masa = _tahun(kalimat, disebut, tahun)
        yield BanyakStatus(status, banyak, masa)
    pokok = status_pokok(kalimat)
    if not pokok:
        return
    for tulisan, disebut in _SETAHUN.findall(kalimat):
        banyak = Disebut("", tulisan)
        masa = int(disebut)
        yield BanyakStatus(pokok, banyak, masa)


def _di_depan(kalimat: str, tahun: int) -> Iterator[BanyakStatus]:
    """“3 desa Maju”; “dari 3 desa Maju” menyebut sebagian, bukan banyaknya."""
    for cocok in _DI_DEPAN.finditer(kalimat):
        awal = cocok.start()
        depan = kalimat[:awal]
        if _SEBAGIAN.search(depan):
            continue
        tulisan, tulisan_status, disebut = cocok.groups()
        status = _status(tulisan_status)
        banyak = Disebut("", tulisan)
        masa = _tahun(kalimat, disebut, tahun)
        is_selisih = _SELISIH.search(depan) is not None
        yield BanyakStatus(status, banyak, masa, is_selisih)


def _status(tulisan: str) -> str:
    """Huruf besar berspasi tunggal, seperti nama statusnya."""
    return " ".join(tulisan.upper().split())


def _tahun(kalimat: str, disebut: str | None, tahun: int) -> int | None:
    """Yang menempel pada bilangannya, satu-satunya pada kalimatnya, atau tahun naskahnya."""
    if disebut:
        return int(disebut)
    semua = tahun_disebut(kalimat) or {tahun}
    if len(semua) > 1:
        return None
    return semua.pop()
