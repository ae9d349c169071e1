"""Yang dinyatakan sebuah kalimat tentang status desa: status mana, berapa desa, tahun berapa."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kinerja.aturan.bilangan import berangka
from kinerja.aturan.kalimat import Disebut
from kinerja.aturan.pernyataan import is_niat, tahun_disebut

_N = r"(?:\d[\d.]*\d|\d)(?:,\d+)?"
STATUS = r"(?:sangat\s+tertinggal|tertinggal|berkembang|maju|mandiri)"
_STATUS = re.compile(rf"\b{STATUS}\b", re.IGNORECASE)
# “desa Maju dan Mandiri”, “desa Berkembang ke atas” dan “desa Berkembang menjadi Maju” lain hal
_DESA = (
    r"desa\s+(?:(?:yang\s+)?(?:ber|dengan\s+)?status\s+)?"
    rf"({STATUS})\b"
    rf"(?!(?:\s*[,/]|\s+(?:dan|atau|serta|menjadi))\s*(?:desa\s+)?{STATUS}"
    r"|\s+ke\s+atas)"
)
_PERTAMA = re.compile(
    rf"\bdesa\s+(?:(?:yang\s+)?(?:ber|dengan\s+)?status\s+)?({STATUS})\b",
    re.IGNORECASE,
)
_POKOK = re.compile(rf"\b{_DESA}", re.IGNORECASE)
_PADA = r"(?:\s+(?:pada|di)\s+(?:akhir\s+)?(?:tahun\s+)?(20\d\d))?"
# “22 desa tertinggal terentaskan” perpindahan, bukan banyaknya
_PINDAH = (
    r"(?!\s+(?:yang\s+)?(?:(?:telah|sudah|berhasil)\s+)*"
    r"(?:(?:ter|di)entas\w*|naik|turun|keluar|beralih|berubah|berpindah|meningkat)\b)"
)
# “tahun 2023 desa mandiri berjumlah …”: yang di depannya tahun, bukan banyaknya
_BUKAN_TAHUN = r"(?<![\d.,/])(?<!\btahun\s)(?<!\bakhir\s)"
_DI_DEPAN = re.compile(rf"{_BUKAN_TAHUN}({_N})\s+{_DESA}{_PINDAH}{_PADA}", re.IGNORECASE)
_DI_BELAKANG = re.compile(
    rf"\b{_DESA}(?:\s+(?:pada|di)\s+(?:akhir\s+)?(?:tahun\s+)?20\d\d)?"
    r"\s*(?::|sebanyak|berjumlah|ada|adalah|tercatat|sejumlah)"
    rf"\s+({_N})\s+desa\b{_PADA}",
    re.IGNORECASE,
)
_SETAHUN = re.compile(
    rf"({_N})\s+desa\s+(?:pada|di)\s+(?:akhir\s+)?tahun\s+(20\d\d)",
    re.IGNORECASE,
)
_SATU_PUN = r"(?:lagi|satu\s?pun|sebuah\s?pun)"
_ADA = r"(?:ada|terdapat|ditemukan|tersisa)"
_TIDAK_ADA = re.compile(
    rf"\b(?:tidak|tak)\s+(?:{_ADA}(?:\s+{_SATU_PUN})*|{_SATU_PUN})\s+{_DESA}(?!\s+yang\b)",
    re.IGNORECASE,
)
# “desa tertinggal sudah tidak ada”
_SUDAH_HABIS = re.compile(
    rf"(?<!sebagian )\b{_DESA}(?:\s+(?:pada|di)\s+(?:akhir\s+)?(?:tahun\s+)?20\d\d)?"
    r"\s+(?:(?:kini|sekarang|sudah|telah)\s+)*"
    rf"(?:(?:tidak|tak)\s+(?:lagi\s+)?{_ADA}|nihil|nol)\b(?!\s+(?:\w+\s+)?yang\b)",
    re.IGNORECASE,
)
_SELURUHNYA_LEPAS = re.compile(
    rf"\b(?:seluruh|semua)\s+{_DESA}\s+(?:(?:sudah|telah|berhasil)\s+)*(?:ter|di)entaskan\b",
    re.IGNORECASE,
)
_NOL = (_TIDAK_ADA, _SUDAH_HABIS, _SELURUHNYA_LEPAS)
_SELISIH = re.compile(
    r"\b(?:bertambah|berkurang|naik|turun|tambahan|penambahan|kenaikan|penurunan|selisih)"
    r"(?:\s+\w+)?\s*$",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(r"\b(?:dari|target\w*|ditargetkan)(?:\s+\w+)?\s*$", re.IGNORECASE)
_LINGKUP = re.compile(r"\b(?:kecamatan|provinsi|nasional|indonesia|nusantara)\b", re.IGNORECASE)


@dataclass(frozen=True)
class BanyakStatus:
    """Banyak desa satu status menurut kalimatnya; `tahun` kosong bila tidak pasti."""

    status: str
    banyak: Disebut
    tahun: int | None
    is_selisih: bool = False


SemuaBanyak = Iterator[BanyakStatus]


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


def status_pertama(rumus: str) -> str:
    """Status desa yang lebih dahulu disebut, yang dihitung rumusnya; kosong bila tidak ada."""
    pokok = _PERTAMA.search(rumus)
    return _status(pokok[1]) if pokok else ""


def banyak_status(kalimat: str, tahun: int) -> list[BanyakStatus]:
    """Tiap bilangan yang menempel pada status desanya."""
    if not is_seluruhnya(kalimat):
        return []
    hasil = {}
    for satu in _terbaca(berangka(kalimat), tahun):
        kunci = satu.banyak.tulisan + satu.status
        hasil[kunci] = satu
    return [satu for satu in hasil.values() if satu.banyak.is_terbaca]


def _terbaca(kalimat: str, tahun: int) -> SemuaBanyak:
    """Bilangan di depan statusnya, di belakangnya, dan tiap tahun dari satu status."""
    yield from _di_depan(kalimat, tahun)
    yield from _tidak_ada(kalimat, tahun)
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


def _tidak_ada(kalimat: str, tahun: int) -> SemuaBanyak:
    """Nol dengan kata, statusnya di belakang atau di depan; niat bukan pernyataan."""
    semua = [pola.finditer(kalimat) for pola in _NOL]
    for cocok in chain.from_iterable(semua):
        if is_niat(kalimat[: cocok.end()]):
            continue
        nihil = Disebut("", "0")
        masa = _tahun(kalimat, None, tahun)
        yield BanyakStatus(_status(cocok[1]), nihil, masa)


def _di_depan(kalimat: str, tahun: int) -> SemuaBanyak:
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
