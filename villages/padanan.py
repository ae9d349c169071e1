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
    """Tiga angka terakhir kode desa.

    Tetap bila kecamatannya mekar atau desanya menjadi kelurahan.
    """
    return kode[-3:]


def calon(kode: str, nama: str, lepas: Mapping[str, str]) -> list[str]:
    """Kode tercatat yang tidak ada lagi pada daftar (`lepas`: kode → nama).

    Yang paling mungkin di depan: namanya sama; lalu mirip; lalu bernomor sama. Yang sekecamatan
    didahulukan.
    """
    cocok = []
    for lama, tertulis in lepas.items():
        persen = _nilai(kode, nama, lama, tertulis)
        is_lain_kecamatan = lama[:8] != kode[:8]
        if persen:
            cocok.append((-persen, is_lain_kecamatan, lama))
    cocok.sort()
    return [lama for *_, lama in cocok[:CALON]]


def _nilai(kode: str, nama: str, lama: str, tertulis: str) -> int:
    """Kemiripan dalam persen; 0 bila bukan calon."""
    cocok = SequenceMatcher(None, kunci(nama), kunci(tertulis))
    persen = int(cocok.ratio() * 100)
    if persen >= MIRIP_PERSEN:
        return persen
    is_desa = len(kode) > 8
    if is_desa and nomor(kode) == nomor(lama):
        return 1
    return 0


def pasangan_pasti(baru: Mapping[str, str], lepas: Mapping[str, str]) -> dict[str, str]:
    """Kode baru → kode lama yang namanya sama dan tidak kembar di kedua sisi.

    Dapat dibenarkan sekaligus.
    """
    banyak_baru = Counter(map(kunci, baru.values()))
    banyak_lepas = Counter(map(kunci, lepas.values()))
    per_nama = {kunci(nama): kode for kode, nama in lepas.items()}
    hasil = {}
    for kode, nama in baru.items():
        tulisan = kunci(nama)
        is_tunggal = banyak_baru[tulisan] == 1
        if is_tunggal and banyak_lepas[tulisan] == 1:
            hasil[kode] = per_nama[tulisan]
    return hasil
