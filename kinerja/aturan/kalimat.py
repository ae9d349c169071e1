"""Kalimat naskah: dipisah, persennya, tahun naskah yang disebutnya, dan kurungnya."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from core.angka import bulatkan, parse
from kinerja.aturan.tercetak import desimal

_PISAH = re.compile(r"(?<=[.;!?])\s+|\n+")
_PERSEN = re.compile(r"(?<![\d.,])(-?\d[\d.]*(?:,\d+)?)\s*%")
_JENIS = re.compile(
    r"\b(target|realisasi|terealisasi|terserap|capaian|pencapaian|serapan|penyerapan|"
    r"setara|sisa(?:nya)?)\b",
    re.IGNORECASE,
)
_UANG = re.compile(r"\b(?:anggaran|belanja|keuangan|pagu|penyerapan|rp)\b", re.IGNORECASE)
_LAMPAU = re.compile(
    r"\b(?:sebelumnya|tahun lalu|banding\w*|dibanding\w*|rekomendasi|tindak lanjut|ditindaklanjuti|"
    r"menindaklanjuti|evaluasi|sejak|sampai|hingga|terhadap|s\.d\.)",
    re.IGNORECASE,
)
_NASKAH_TAHUN = re.compile(
    r"\b(perjanjian kinerja|laporan kinerja(?: instansi pemerintah)?(?: \(lkjip\))?|lkjip|"
    r"rencana aksi|rencana kerja|tahun anggaran)\s+(?:tahun\s+)?(20\d\d)",
    re.IGNORECASE,
)
_KURUNG = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True)
class Disebut:
    """Satu angka dalam kalimat dan kata yang mendahuluinya; kosong bila tidak disebut."""

    jenis: str
    tulisan: str

    @property
    def nilai(self) -> Decimal:
        return parse(self.tulisan)

    @property
    def is_terbaca(self) -> bool:
        """Tulisannya tidak rancu."""
        try:
            parse(self.tulisan)
        except ValueError:
            return False
        return True

    def is_sama(self, angka: Iterable[Decimal]) -> bool:
        """Salah satu `angka`, pada ketelitian tulisannya."""
        teliti = desimal(self.tulisan)
        nilai = self.nilai
        return any(bulatkan(satu, teliti) == nilai for satu in angka)


def pisah(teks: str) -> list[str]:
    """Kalimat demi kalimat; butir daftar kalimat sendiri."""
    bagian = (satu.strip() for satu in _PISAH.split(teks))
    return [satu for satu in bagian if satu]


def persen_disebut(kalimat: str) -> list[Disebut]:
    """Tiap persen, dengan kata target, realisasi atau capaian terdekat di depannya."""
    hasil = []
    for cocok in _PERSEN.finditer(kalimat):
        sebelum = _JENIS.findall(kalimat[: cocok.start()])
        jenis = _baku(sebelum[-1]) if sebelum else ""
        hasil.append(Disebut(jenis, cocok[1]))
    return [satu for satu in hasil if satu.is_terbaca]


def _baku(kata: str) -> str:
    kata = kata.lower()
    if kata.endswith(("capaian", "setara")):
        return "capaian"
    if kata.startswith("sisa"):
        return ""
    return "target" if kata == "target" else "realisasi"


def is_tentang_uang(kalimat: str) -> bool:
    """Kalimat tentang uang semata; yang membandingkannya dengan kinerja bukan."""
    if "kinerja" in kalimat.lower():
        return False
    return _UANG.search(kalimat) is not None


def tahun_asing(kalimat: str, tahun: int) -> list[tuple[str, str]]:
    """`(naskah, tahun)` yang disebut dengan tahun lain; sebagai pembanding atau yang lalu boleh."""
    if _LAMPAU.search(kalimat):
        return []
    disebut = _NASKAH_TAHUN.findall(kalimat)
    return [(naskah, satu) for naskah, satu in disebut if satu != str(tahun)]


def kurung_timpang(teks: str) -> str:
    """Kurung pertama yang tidak berpasangan; kosong bila semuanya berpasangan.

    Nomor butir seperti `a)` bukan kurung tutup.
    """
    tanpa_butir = re.sub(r"(?m)(^|\s)\w{1,2}\)", " ", teks)
    terbuka: list[str] = []
    for aksara in tanpa_butir:
        if aksara in _KURUNG.values():
            terbuka.append(aksara)
            continue
        pasangan = _KURUNG.get(aksara)
        if pasangan and (not terbuka or terbuka.pop() != pasangan):
            return aksara
    return terbuka[-1] if terbuka else ""
