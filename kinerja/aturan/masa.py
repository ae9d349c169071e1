"""Tahun yang dibicarakan sebuah kalimat: yang disebut, tahun lalu, dan pembandingnya."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BUKAN_TAHUN = re.compile(
    r"\b20\d\d\s*(?:[–-]|s\.?d\.?|sampai(?:\s+dengan)?)\s*20\d\d\b"
    r"|\b(?:nomor|no\.)\s+\S+\s+tahun\s+20\d\d\b|\d/20\d\d\b"
    r"|\b(?:lkjip|lakip|renstra|rpjmd|renja|perjanjian kinerja|laporan kinerja|dpa)"
    r"(?:\s+tahun)?\s+20\d\d(?:\s*[–-]\s*20\d\d)?\b",
    re.IGNORECASE,
)
_TAHUN = re.compile(
    r"\b(?P<angka>(?<=tahun )20\d\d|(?<=akhir )20\d\d"
    r"|20\d\d(?!\s+(?:desa|kelompok|orang|unit)\b))\b"
    r"|\b(?P<dua>dua\s+tahun\s+(?:lalu|sebelumnya|yang\s+lalu))\b"
    r"|\b(?P<lalu>tahun\s+(?:(?:yang\s+)?lalu|(?:anggaran\s+)?sebelumnya|kemarin)|sebelumnya)\b"
    r"|\b(?P<ini>tahun\s+(?:ini|berjalan|laporan|pelaporan))\b"
    r"|\b(?P<depan>tahun\s+(?:depan|mendatang|berikutnya|yang\s+akan\s+datang))\b",
    re.IGNORECASE,
)
_GESER = {"dua": -2, "lalu": -1, "ini": 0, "depan": 1}
_N = r"(?:Rp\.?\s*)?\d[\d.,]*"
_PEMBANDING = re.compile(
    r"\b(?:\w*banding\w*|daripada|dari|sejak|terhadap|ketimbang|semula|mulai|selisih\w*)\s+"
    rf"(?:(?:[a-z]+|(?!20\d\d\s){_N}|%)\s+){{0,5}}?(?:\(\s*)?(?:tahun\s+)?$",
    re.IGNORECASE,
)
_LAIN = re.compile(
    r"\b(?:nasional|provinsi|triwulan|semester|caturwulan|kuartal|rpjmd|rpjmn|januari|februari|"
    r"maret|april|mei|juni|juli|agustus|september|oktober|november)\b",
    re.IGNORECASE,
)
_AKHIR = re.compile(
    r"\b(?:akhir\s+(?:periode|renstra|rpjmd|masa)|jangka\s+menengah)\b", re.IGNORECASE
)
_BERENTANG = re.compile(
    r"\b(?:selama|sepanjang|dalam\s+kurun(?:\s+waktu)?|antara|tahun|dari|sejak)\s+(?:tahun\s+)?"
    r"20\d\d\s*(?:[–-]|s\.?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:tahun\s+)?20\d\d\b",
    re.IGNORECASE,
)
_BERDUA = re.compile(r"\b(?:dari|sejak|antara|dibanding\w*)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Masa:
    """Satu sebutan tahun dan letaknya; `is_pembanding` bila di belakang kata pembanding."""

    tahun: int
    awal: int
    akhir: int
    is_pembanding: bool = False


SemuaMasa = list[Masa]
Pasangan = tuple[int, int]


def masa_disebut(kalimat: str, tahun: int) -> SemuaMasa:
    """Tiap sebutan tahun; rentang periode dan tahun peraturan atau naskah bukan."""
    tertutup = BUKAN_TAHUN.sub(lambda cocok: " " * len(cocok[0]), kalimat)
    hasil = []
    for cocok in _TAHUN.finditer(tertutup):
        awal, akhir = cocok.span()
        is_pembanding = _PEMBANDING.search(tertutup[:awal]) is not None
        satu = Masa(_tahun(cocok, tahun), awal, akhir, is_pembanding)
        hasil.append(satu)
    return hasil


def _tahun(cocok: re.Match[str], tahun: int) -> int:
    """Tahun angkanya, atau gesernya dari tahun naskah."""
    if cocok["angka"]:
        return int(cocok["angka"])
    jenis = next(nama for nama in _GESER if cocok[nama])
    return tahun + _GESER[jenis]


def pokok_masa(semua: Iterable[Masa]) -> set[int]:
    """Tahun yang dibicarakan, tanpa pembandingnya."""
    return {satu.tahun for satu in semua if not satu.is_pembanding}


def dibandingkan(kalimat: str, semua: SemuaMasa, tahun: int) -> Pasangan | None:
    """Kedua tahun yang dibandingkan; `None` bila tidak pasti."""
    pembanding = {satu.tahun for satu in semua if satu.is_pembanding}
    pokok = sorted(pokok_masa(semua))
    if len(pembanding) > 1 or len(pokok) > 2:
        return None
    if pembanding:
        return _terhadap(pembanding.pop(), pokok, tahun)
    kini = max(pokok, default=tahun)
    lalu = _sebelum(kini, tahun)
    if len(pokok) == 2:
        lalu = pokok[0] if _BERDUA.search(kalimat) else kini
    if lalu < kini:
        return (lalu, kini)
    return None


def _terhadap(lalu: int, pokok: Sequence[int], tahun: int) -> Pasangan | None:
    """Yang dibicarakan terhadap pembandingnya; pembanding yang belum tiba tidak dibandingkan."""
    kini = max(pokok, default=tahun)
    if lalu == kini or (lalu > kini and not pokok):
        return None
    return lalu, kini


def _sebelum(kini: int, tahun: int) -> int:
    """Tahun di depannya; yang belum tiba tidak dibandingkan."""
    if kini <= tahun:
        return kini - 1
    return kini


def is_masa_lain(kalimat: str) -> bool:
    """Triwulan, bulan, atau lingkup yang lebih luas daripada daerahnya."""
    return _LAIN.search(kalimat) is not None


def is_berentang(kalimat: str) -> bool:
    """Beberapa tahun sekaligus; nama rencana yang memuat rentangnya bukan."""
    return _BERENTANG.search(kalimat) is not None


def is_akhir(kalimat: str) -> bool:
    """Akhir periode rencananya, bukan satu tahun yang disebut."""
    return _AKHIR.search(kalimat) is not None
