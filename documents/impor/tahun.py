"""Tahun data yang disebut satu tulisan; tahun peraturan, tanggal, rentang dan umur bukan."""

import re

from core.periode import BULAN

PERATURAN = (
    "uu",
    "pp",
    "perpres",
    r"permen\w*",
    r"kepmen\w*",
    "pergub",
    "perda",
    "perbup",
    "perwali",
    "perdes",
    "peraturan",
    "keputusan",
    "sk",
)
UMUR = ("usia", "umur", r"hut(?:\s+ri)?")
# “Sumber: DJPK 2023” dokumen lain; “Sumber dana TA 2022” isinya sendiri
BUKAN_RUJUKAN = ("dana", "daya", "pendapatan", "penerimaan", "pembiayaan")
_SEBUTAN = r"(?:tahun(?:\s+(?:anggaran|data))?|thn?|(?-i:TA|ta)|t\.a|fy|(?:fiscal\s+)?year)\b\.?"
_PETIK = "['’‘`]"
_SINGKAT = r"(?:1[4-9]|[23]\d)"  # dua angka terakhir 2014–2039
_BULAN = "|".join(BULAN)
_BULAN_PENDEK = "|".join((*(bulan[:3] for bulan in BULAN), "ags", "nop"))
_PERATURAN = "|".join(PERATURAN)
_UMUR = "|".join(UMUR)
_ISINYA = "|".join(BUKAN_RUJUKAN)
_BUKAN = re.compile(
    rf"\b(?:nomor|nmr|no\.?)\s*\S+\s+{_SEBUTAN}\s*{_PETIK}?\d{{2,4}}"  # No. 5 Thn ’19
    rf"|\b(?:{_PERATURAN})\s+\d+\S*\s+{_SEBUTAN}\s*{_PETIK}?\d{{2,4}}"  # PP 11 th 21
    rf"|\b(?:{_UMUR})\W+(?:{_SEBUTAN}\s*)?{_PETIK}?\d+"  # usia th 45
    rf"|\b(?:{_BULAN})\s+\d{{4}}"  # Januari 2024
    rf"|\b\d{{1,2}}\s+(?:{_BULAN_PENDEK})\w*\s+\d{{4}}"  # 5 Jan 2024
    r"|\b\d{4}\s*(?:[-–—/]|s\.?d\.?|sampai(?:\s+dengan)?)\s*\d{4}\b",  # rentang
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?<![\d.,/–—-])20\d\d(?![.,]?\d|\s*[-–—/])")
_BERKATA = re.compile(rf"\b{_SEBUTAN}\s*(20\d\d)\b", re.IGNORECASE)
_PENDEK = re.compile(  # ’23, TA 23, FY23
    rf"(?:(?<!\w){_PETIK}|\b{_SEBUTAN}\s*{_PETIK}?|\bfy)({_SINGKAT})(?![\d.,/])",
    re.IGNORECASE,
)
_RUJUKAN = re.compile(
    rf"\W*(?:sumber\b(?!\s+(?:{_ISINYA}))|dasar\b|menurut\b|sesuai\b)",
    re.IGNORECASE,
)


def semua_tahun(teks: str) -> list[str]:
    """Tiap tahun yang disebut, empat angka; rujukan pada dokumen lain tidak menyebutnya."""
    return _cari(_TAHUN, teks)


def semua_tahun_berkata(teks: str) -> list[str]:
    """Hanya yang didahului “tahun”, “TA” dan sejenisnya."""
    return _cari(_BERKATA, teks)


def _cari(pola: re.Pattern[str], teks: str) -> list[str]:
    """“’23” dan “FY23” dibaca sebagai tahun penuh."""
    if _RUJUKAN.match(teks):
        return []
    sisa = _BUKAN.sub("", teks)
    penuh = _PENDEK.sub(r"tahun 20\1", sisa)
    return pola.findall(penuh)
