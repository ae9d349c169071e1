"""Predikat dan nilai AKIP yang disebut sebuah kalimat, dan siapa yang dikatakan mendapatnya."""

import re
from collections.abc import Iterable

from core.bilangan import berangka
from kinerja.aturan.klaim import GERAK

_PENANDA = re.compile(
    r"\b(?:(?:ber)?predikat|(?:ber|di)?kategori(?:kan)?|kriteria|(?:ter|di)golong(?:kan)?)\b(.*)",
    re.IGNORECASE,
)
# sebutan yang lazim bagi predikat capaian, bila bukan nama tingkat pada skalanya
_LAZIM = re.compile(
    r"\b(?:ber)?predikat\s+(?:kinerja\s+)?[“\"']?"
    r"(baik\s+sekali|(?:sangat\s+)?(?:baik|tinggi|memuaskan|berhasil)"
    r"|cukup|sedang|rendah|kurang)\b",
    re.IGNORECASE,
)
_IKU = r"(?:iku|indikator kinerja utama)"
_SEMUA = re.compile(rf"\b(?:semua|seluruh|setiap|tiap)\s+(?:\w+\s+)?{_IKU}\b", re.IGNORECASE)
_SALAH_SATU = re.compile(rf"\b(?:salah satu|ada|terdapat)\s+{_IKU}\b", re.IGNORECASE)
_SEBANYAK = re.compile(
    rf"(?<![\d.,])(\d+)\s+{_IKU}\s+(?:\w+\s+){{0,2}}?(?:(?:ber)?predikat|(?:ber)?kategori)\b",
    re.IGNORECASE,
)
_NILAI_AKIP = re.compile(
    r"\bnilai\s+(?:evaluasi\s+)?s?akip\b(?:[^\d.;]|\b20\d\d\b)*?"
    r"(?<![\d.,])(\d{1,3}(?:,\d+)?)(?![\d.,]*\d)(\s*(?:%|persen\b))?",
    re.IGNORECASE,
)
SEMUA = "semua"
SALAH_SATU = "salah satu"


def predikat_disebut(kalimat: str, nama: Iterable[str]) -> str:
    """Satu-satunya nama tingkat di belakang kata predikat; kosong bila tidak satu."""
    cocok = _PENANDA.search(kalimat)
    if cocok is None:
        return ""
    terpanjang = sorted(nama, key=len, reverse=True)
    pilihan = "|".join(map(re.escape, terpanjang))
    semua = re.findall(rf"\b(?:{pilihan})\b", cocok[1], re.IGNORECASE)
    tanpa_ulangan = {satu.lower() for satu in semua}
    if len(tanpa_ulangan) != 1:
        return ""
    (tertulis,) = tanpa_ulangan
    return next(satu for satu in terpanjang if satu.lower() == tertulis)


def predikat_lazim(kalimat: str) -> str:
    """Predikat capaian yang disebut dengan kata lain; kosong bila tidak ada."""
    cocok = _LAZIM.search(kalimat)
    if cocok is None:
        return ""
    return cocok[1]


def lingkup_iku(kalimat: str) -> str | int:
    """`SEMUA`, `SALAH_SATU`, banyaknya, atau kosong: rata-ratanya."""
    sebanyak = _SEBANYAK.search(berangka(kalimat))
    if sebanyak:
        return int(sebanyak[1])
    if _SEMUA.search(kalimat):
        return SEMUA
    if _SALAH_SATU.search(kalimat):
        return SALAH_SATU
    return ""


def nilai_akip(kalimat: str) -> list[tuple[str, str]]:
    """Tiap nilai evaluasi AKIP dan satuan yang ikut tertulis; besar naik atau turunnya bukan."""
    hasil = []
    for cocok in _NILAI_AKIP.finditer(kalimat):
        if GERAK.search(cocok[0]) is None:
            satuan = (cocok[2] or "").strip()
            hasil.append((cocok[1], satuan))
    return hasil
