"""Yang dinyatakan sebuah kalimat tentang uang: milik siapa, berapa rupiahnya, dan besarannya."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kinerja.aturan.kalimat import Disebut

_N = r"(?:\d[\d.]*\d|\d)(?:,\d+)?"
_RUPIAH = re.compile(rf"\bRp\.?\s*({_N})(?:\s*(juta|miliar|milyar|triliun)\b)?", re.IGNORECASE)
_BESARAN = re.compile(
    r"\b(pagu|anggaran|dianggarkan|realisasi|terealisasi|terserap|diserap|menyerap|digunakan|"
    r"penyerapan|serapan|sisa)(?:nya)?\b",
    re.IGNORECASE,
)
_SEBUTAN = {
    "pagu": "pagu", "anggaran": "pagu", "dianggarkan": "pagu", "sisa": "sisa",
    "penyerapan": "persen", "serapan": "persen", "terserap": "realisasi",
}  # fmt: skip
_SERAPAN = re.compile(r"\b(?:penyerapan|serapan)\s+(?:total\s+)?anggaran", re.IGNORECASE)
_REALISASI = re.compile(r"\brealisasi\s+(?:total\s+)?(?:anggaran|belanja|keuangan)", re.IGNORECASE)
_SISA = re.compile(
    r"\bsisa\s+(?:total\s+)?(?:anggaran|pagu|belanja)|\btersisa\b"
    r"|\b(?:tidak|belum)\s+(?:diserap|ter(?:serap|ealisasi))",
    re.IGNORECASE,
)
_KALI = {"juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_BANYAK = re.compile(r"\b\d+\s+(?:program|kegiatan|sub\s?kegiatan)\b", re.IGNORECASE)
_BUKAN_SELURUHNYA = re.compile(
    r"\b(?:program|kegiatan|desa|kecamatan|kabupaten|apb\w*|add|bidang|belanja \w+)\b",
    re.IGNORECASE,
)
_ANGGARAN = re.compile(r"\b(?:anggaran|penyerapan|serapan)\b", re.IGNORECASE)
_KINERJA = re.compile(r"\b(?:kinerja|capaian\w*|indikator|sasaran|target\w*)\b", re.IGNORECASE)
SAMBUNGAN = re.compile(r"^(?:pagu|anggaran|realisasi|sisa|serapan)nya\b|^terealisasi\b", re.I)


@dataclass(frozen=True)
class Rupiah:
    """Satu jumlah uang; `kali` seribu ribu, bila ditulis dalam juta atau miliar."""

    besaran: str
    disebut: Disebut
    kali: int

    def is_sama(self, nilai: Decimal) -> bool:
        """Pada ketelitian tulisannya."""
        return self.disebut.is_sama([nilai / self.kali])


def rupiah_disebut(kalimat: str) -> list[Rupiah]:
    """Tiap jumlah dengan besaran terdekat di depannya; tanpa besaran tidak diketahui."""
    hasil = []
    for cocok in _RUPIAH.finditer(kalimat):
        besaran = besaran_uang(kalimat[: cocok.start()])
        if besaran == "persen":
            besaran = "realisasi"
        kali = _KALI.get((cocok[2] or "").lower(), 1)
        satu = Rupiah(besaran, Disebut("", cocok[1]), kali)
        if besaran and satu.disebut.is_terbaca:
            hasil.append(satu)
    return hasil


def besaran_uang(sebelum: str) -> str:
    """Pagu, realisasi, sisa atau persen serapannya; kosong bila tidak disebut."""
    tanpa_sisa = _SISA.sub("sisa", sebelum)
    tanpa_serapan = _SERAPAN.sub("serapan", tanpa_sisa)
    baku = _REALISASI.sub("realisasi", tanpa_serapan)
    disebut = _BESARAN.findall(baku)
    if not disebut:
        return ""
    return _SEBUTAN.get(disebut[-1].lower(), "realisasi")


def is_seluruh_anggaran(kalimat: str, dinas: str) -> bool:
    """Tentang anggaran dinas seluruhnya, bukan satu program, satu desa atau uang lain."""
    tanpa_dinas = kalimat.lower().replace(dinas.lower(), "")
    tanpa_banyak = _BANYAK.sub("", tanpa_dinas)
    return _ANGGARAN.search(tanpa_banyak) is not None and not _BUKAN_SELURUHNYA.search(tanpa_banyak)


def is_uang_semata(kalimat: str) -> bool:
    """Tidak sekaligus tentang kinerjanya."""
    return _KINERJA.search(kalimat) is None
