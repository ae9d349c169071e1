"""Bilangan yang ditulis dengan kata, dibaca sebagai angka."""

import re

from core.angka import terbilang

TERBESAR = 999
_ANGKA = {terbilang(satu): str(satu) for satu in range(TERBESAR + 1)}
_SATU_ANGKA = {terbilang(satu): str(satu) for satu in range(10)}
_SEMUA_KATA = set(" ".join(_ANGKA).split())
_TERPANJANG = sorted(_SEMUA_KATA, key=len, reverse=True)
_KATA = "|".join(_TERPANJANG)
_DERET = rf"(?:{_KATA})(?:\s+(?:{_KATA}))*"
_SATUAN = r"(?=\s+(?:persen|desa|kali|poin|unit|orang|kelompok|lembaga|iku|indikator)\b)"
# “salah satu desa” bukan hitungan; “seribu dua desa” lebih besar dari yang dibaca
_BILANGAN = re.compile(
    rf"(?<!salah )(?<!ribu )\b({_DERET})(?:\s+koma\s+({_DERET}))?{_SATUAN}",
    re.IGNORECASE,
)


def berangka(kalimat: str) -> str:
    """“empat desa” menjadi “4 desa”; kata tanpa satuan di belakangnya tetap kata."""
    return _BILANGAN.sub(_angka, kalimat)


def _angka(cocok: re.Match[str]) -> str:
    """Yang bukan ejaan satu bilangan tetap kata."""
    tertulis, bulat, pecahan = cocok.group(0, 1, 2)
    terbaca = _ANGKA.get(_baku(bulat))
    if terbaca is None:
        return tertulis
    if not pecahan:
        return terbaca
    desimal = _desimal(pecahan)
    return f"{terbaca},{desimal}" if desimal else tertulis


def _desimal(tulisan: str) -> str:
    """“empat delapan” atau “empat puluh delapan”; kosong bila bukan keduanya."""
    baku = _baku(tulisan)
    if baku in _ANGKA:
        return _ANGKA[baku]
    satuan = [_SATU_ANGKA.get(kata) for kata in baku.split()]
    terbaca = list(filter(None, satuan))
    is_lengkap = len(terbaca) == len(satuan)
    return "".join(terbaca) if is_lengkap else ""


def _baku(tulisan: str) -> str:
    """Huruf kecil berspasi tunggal."""
    kata = tulisan.lower().split()
    return " ".join(kata)
