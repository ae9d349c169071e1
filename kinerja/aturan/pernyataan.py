"""Yang dinyatakan sebuah kalimat: target tercapai, arah, bilangan, dan tahun pembandingnya."""

import re

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
# “lebih tinggi daripada tahun lalu”; daripada targetnya lain hal
_MASA = (
    r"(?=\s+(?:dari(?:pada)?|dibanding\w*)\s+(?:(?!target\b)[a-z]+\s+){0,4}?"
    r"(?:tahun\b|sebelumnya\b|20\d\d))"
)
_KATA_NAIK = rf"(?:naik|meningkat|bertambah|lebih\s+(?:tinggi|besar|banyak|baik){_MASA})"
_KATA_TURUN = rf"(?:turun|menurun|berkurang|lebih\s+(?:rendah|kecil|sedikit|buruk){_MASA})"
_MUTU = re.compile(r"\blebih\s+(?:baik|buruk)\b", re.IGNORECASE)
_GERAK = rf"(?:{_KATA_NAIK}|{_KATA_TURUN})"
_NAIK = re.compile(rf"\b{_KATA_NAIK}\b", re.I)
_TURUN = re.compile(rf"\b{_KATA_TURUN}\b", re.I)
_TETAP = re.compile(
    r"\btetap\s+(?:sama|seperti|sebesar|sebanyak|dibanding\w*)\b|\btidak\s+(?:berubah|bergerak)\b",
    re.IGNORECASE,
)
# dibanding target tahunnya sendiri, bukan target tahun lalu, akhir periode atau daerah yang lain
_DARI_TARGET = (
    r"\s+(?:dari(?:pada)?\s+)?target(?:nya)?\b"
    r"(?!\s+(?:\w+\s+){0,3}?(?:lalu|sebelumnya|akhir|nasional|provinsi|triwulan|renstra|rpjmd)\b)"
)
_DI_BAWAH = re.compile(
    rf"\b(?:lebih\s+(?:rendah|kecil|sedikit)|kurang|di\s?bawah){_DARI_TARGET}", re.IGNORECASE
)
_DI_ATAS = re.compile(
    rf"\b(?:lebih\s+(?:tinggi|besar|banyak)|di\s?atas){_DARI_TARGET}", re.IGNORECASE
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
_BERBANDING = re.compile(
    rf"\b(?:{_GERAK}|tahun lalu|sebelumnya|\w*banding\w*|sejak)\b", re.IGNORECASE
)
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
    """Yang pertama cocok didahului niat."""
    cocok = pola.search(kalimat)
    return is_niat(kalimat[: cocok.end()] if cocok else "")


def posisi_target(kalimat: str) -> int | None:
    """-1 dikatakan di bawah targetnya, 1 di atasnya; `None` bila tidak dikatakan atau niat."""
    for posisi, pola in ((-1, _DI_BAWAH), (1, _DI_ATAS)):
        cocok = pola.search(kalimat)
        if cocok is None:
            continue
        sebelum = kalimat[: cocok.start()]
        is_target = besaran(sebelum) == "target"
        is_pernyataan = not is_target and not is_niat(sebelum)
        return posisi if is_pernyataan else None
    return None


def is_niat(sampai: str) -> bool:
    """Niat, syarat atau ingkaran pada kalimatnya sampai yang dinyatakan."""
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


def is_mutu(kalimat: str) -> bool:
    """“lebih baik”: naik menurut arah indikatornya, tidak selalu angkanya."""
    return _MUTU.search(kalimat) is not None


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


def masa_dibicarakan(kalimat: str, tahun: int) -> set[int]:
    """Tahun yang angkanya boleh ditulis di situ; yang membandingkan juga tahun lalu."""
    disebut = tahun_disebut(kalimat)
    if _BERBANDING.search(kalimat):
        lalu = tahun - 1
        return disebut | {lalu, tahun}
    return disebut or {tahun}


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
