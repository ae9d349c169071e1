"""Wilayah tercatat yang mungkin sama dengan satu baris daftar kode baru. Tanpa Django.

Tidak memutuskan apa pun: yang membenarkan orang.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from difflib import SequenceMatcher

from villages.nama import kunci

Bernama = Mapping[str, str]  # kode → nama
Pasangan = dict[str, str]  # kode baru → kode lama
MIRIP_PERSEN = 80
CALON = 5
# yang namanya lain: letaknya berdekatan, lalu nomornya sama, lalu hanya sekecamatan
DEKAT = 3
SENOMOR = 2
SEKECAMATAN = 1
DEKAT_DERAJAT = Decimal("0.03")  # kira-kira tiga kilometer
Titik = tuple[Decimal, Decimal]


def nomor(kode: str) -> str:
    """Tiga angka terakhir kode desa.

    Tetap bila kecamatannya mekar atau desanya menjadi kelurahan.
    """
    return kode[-3:]


def is_dekat(satu: Titik, lain: Titik) -> bool:
    """Titik tengah keduanya berselisih beberapa kilometer saja pada kedua sumbunya."""
    lintang = abs(satu[0] - lain[0])
    bujur = abs(satu[1] - lain[1])
    return max(lintang, bujur) <= DEKAT_DERAJAT


def calon(
    kode: str,
    nama: str,
    lepas: Bernama,
    *,
    awal: Collection[str] = (),
    dekat: Collection[str] = (),
) -> list[str]:
    """Kode tercatat yang tidak ada lagi pada daftar (`lepas`: kode → nama).

    Yang paling mungkin di depan: namanya sama; lalu mirip; lalu yang titiknya `dekat`; lalu
    bernomor sama; lalu yang hanya sekecamatan: yang lama hilang, yang baru datang. `awal`: kode
    kecamatan yang sama dengan kecamatannya. Yang sekecamatan didahulukan.
    """
    kecamatan = {kode[:8], *awal}
    cocok = []
    for lama, tertulis in lepas.items():
        is_lain_kecamatan = lama[:8] not in kecamatan
        nilai = _kemiripan(nama, tertulis)
        if not nilai and is_desa(kode):
            nilai = _letak(kode, lama, lama in dekat, is_lain_kecamatan)
        if nilai:
            cocok.append((-nilai, is_lain_kecamatan, lama))
    cocok.sort()
    return [lama for *_, lama in cocok[:CALON]]


def _kemiripan(nama: str, tertulis: str) -> int:
    """Kemiripan nama dalam persen; 0 bila bukan calon menurut namanya."""
    cocok = SequenceMatcher(None, kunci(nama), kunci(tertulis))
    persen = int(cocok.ratio() * 100)
    if persen >= MIRIP_PERSEN:
        return persen
    return 0


def _letak(kode: str, lama: str, is_berdekatan: bool, is_lain_kecamatan: bool) -> int:
    """Nilai calon desa yang namanya lain; 0 bila bukan calon."""
    if is_berdekatan:
        return DEKAT
    if nomor(kode) == nomor(lama):
        return SENOMOR
    if is_lain_kecamatan:
        return 0
    return SEKECAMATAN


def pasangan_pasti(baru: Bernama, lepas: Bernama) -> Pasangan:
    """Kode baru → kode lama yang namanya sama dan tidak kembar di kedua sisi.

    Dapat dibenarkan sekaligus.
    """
    banyak_baru = Counter(map(kunci, baru.values()))
    banyak_lepas = Counter(map(kunci, lepas.values()))
    per_nama = {}
    for kode, nama in lepas.items():
        per_nama[kunci(nama)] = kode
    hasil = {}
    for kode, nama in baru.items():
        tulisan = kunci(nama)
        is_tunggal = banyak_baru[tulisan] == 1
        if is_tunggal and banyak_lepas[tulisan] == 1:
            hasil[kode] = per_nama[tulisan]
    return hasil


def semua_pasti(baru: Bernama, lepas: Bernama) -> Pasangan:
    """Pasangan pasti kecamatan dan desa, masing-masing di antara setingkatnya."""
    pasti: Pasangan = {}
    for tingkat in (False, True):
        baru_setingkat = setingkat(baru, tingkat)
        lepas_setingkat = setingkat(lepas, tingkat)
        pasti |= pasangan_pasti(baru_setingkat, lepas_setingkat)
    return pasti


def is_desa(kode: str) -> bool:
    """Kode desa atau kelurahan; selain itu kode kecamatan."""
    return len(kode) > 8


def setingkat(rows: Bernama, tingkat: bool) -> Pasangan:
    """Yang desa saja, atau yang kecamatan saja."""
    hasil = {}
    for kode, nama in rows.items():
        if is_desa(kode) == tingkat:
            hasil[kode] = nama
    return hasil


def sekecamatan(kode: str, semua: Iterable[str]) -> list[str]:
    """Kode desa yang berawal sama dengan `kode`; kosong bila `kode` kecamatan."""
    if not is_desa(kode):
        return []
    kecamatan = kode[:8]
    desa = filter(is_desa, semua)
    return [satu for satu in desa if satu[:8] == kecamatan]
