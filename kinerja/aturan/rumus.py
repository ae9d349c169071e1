"""Rumus indikator yang ditulis dalam satu sel: pembilang, penyebut dan faktornya."""

import re
from dataclasses import dataclass

# garis miring tanpa spasi bagian kata: desa/kelurahan
_BAGI = re.compile(r"\s+(?:/|÷|:|dibagi(?:\s+dengan)?)\s+", re.IGNORECASE)
_KALI = re.compile(
    r"\s*(?:[x×*]|dikali(?:\s+dengan)?)\s*(1\.?000\.?000|100\.?000|10?\.?000|100)"
    r"\s*(?:%|‰|persen|permil)?\s*$",
    re.IGNORECASE,
)
_KURUNG = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class RumusTertulis:
    """Penyebut kosong: rumusnya bukan pecahan."""

    pembilang: str
    penyebut: str = ""
    faktor: int = 1


def parse_rumus(teks: str) -> RumusTertulis:
    """Usul pembilang, penyebut dan faktor; yang tidak tepat satu pembagian dibiarkan utuh."""
    utuh = " ".join(teks.split())
    inti = utuh
    faktor = 1
    kali = _KALI.search(utuh)
    if kali:
        inti = utuh[: kali.start()]
        faktor = int(kali[1].replace(".", ""))
    bagian = _BAGI.split(_tanpa_kurung(inti))
    if len(bagian) != 2:
        return RumusTertulis(utuh)
    pembilang, penyebut = map(_tanpa_kurung, bagian)
    return RumusTertulis(pembilang, penyebut, faktor)


def _tanpa_kurung(teks: str) -> str:
    """Kurung yang melingkupi seluruhnya dibuang; yang menyebut keterangan tetap."""
    inti = teks.strip()
    melingkupi = _KURUNG.fullmatch(inti)
    if melingkupi:
        return melingkupi[1].strip()
    return inti
