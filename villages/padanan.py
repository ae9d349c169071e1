"""Wilayah tercatat yang mungkin sama dengan satu baris daftar kode baru. Tanpa Django.

Tidak memutuskan apa pun: yang membenarkan orang.
"""

from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher

from villages.nama import kunci

MIRIP_PERSEN = 80
CALON = 5


def nomor(kode: str) -> str:
    """Tiga angka terakhir kode desa: tetap bila kecamatannya mekar atau desanya menjadi kelurahan."""
    return kode[-3:]


def calon(kode: str, nama: str, lepas: Mapping[str, str]) -> list[str]:
    """Kode tercatat yang tidak ada lagi pada daftar (`lepas`: kode → nama), paling mungkin di depan.

    Namanya sama; lalu mirip; lalu bernomor sama. Yang sekecamatan didahulukan.
    """
    nilai = {lama: _nilai(kode, nama, lama, tertulis) for lama, tertulis in lepas.items()}
    cocok = [lama for lama, persen in nilai.items() if persen]
    return sorted(cocok, key=lambda lama: (-nilai[lama], lama[:8] != kode[:8], lama))[:CALON]


def _nilai(kode: str, nama: str, lama: str, tertulis: str) -> int:
    """Kemiripan dalam persen; 0 bila bukan calon."""
    persen = int(SequenceMatcher(None, kunci(nama), kunci(tertulis)).ratio() * 100)
    if persen >= MIRIP_PERSEN:
        return persen
    return 1 if len(kode) > 8 and nomor(kode) == nomor(lama) else 0


def pasangan_pasti(baru: Mapping[str, str], lepas: Mapping[str, str]) -> dict[str, str]:
    """Kode baru → kode lama yang namanya sama dan tidak kembar di kedua sisi; dapat dibenarkan sekaligus."""
    banyak_baru = Counter(map(kunci, baru.values()))
    banyak_lepas = Counter(map(kunci, lepas.values()))
    per_nama = {kunci(nama): kode for kode, nama in lepas.items()}
    return {
        kode: per_nama[kunci(nama)]
        for kode, nama in baru.items()
        if banyak_baru[kunci(nama)] == banyak_lepas[kunci(nama)] == 1
    }
