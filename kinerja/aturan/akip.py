"""Nilai evaluasi AKIP dari tingkat tiap subkomponen (Permenpan-RB 88/2021, lampiran).

Nilai subkomponen: bobot × nilai tingkatnya / 100; semuanya dijumlahkan tanpa pembulatan.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import ringkas

Angka = Decimal | None  # `None` bila belum diketahui
SERATUS = Decimal(100)
# komponen `1`, subkomponennya `1.a`, kriterianya `1.a.3`
KODE = re.compile(r"[1-9](\.[a-z](\.[1-9][0-9]?)?)?")
KRITERIA = 3  # jenjang butir yang dijawab ya atau tidak
SUBKOMPONEN = 2  # jenjang butir yang diberi tingkat
# persen kriteria terpenuhi yang harus dilampaui, tingkat yang diusulkan
USULAN = ((75, "B"), (50, "CC"), (25, "C"), (0, "D"))
PENUH = "BB"
TIDAK_ADA = "E"
# tingkat yang hanya diberikan orang, beserta alasannya
PERLU_ALASAN = ("AA", "A")


def jenjang(kode: str) -> int:
    """1 komponen, 2 subkomponen, 3 kriteria."""
    return kode.count(".") + 1


def induk(kode: str) -> str:
    """Kode butir di atasnya; kosong bagi komponen."""
    atas, _, _ = kode.rpartition(".")
    return atas


def usulan(terpenuhi: int, semua: int) -> str:
    """Tingkat menurut bagian kriteria yang terpenuhi; kosong tanpa kriteria."""
    if not semua:
        return ""
    if terpenuhi == semua:
        return PENUH
    for batas, tingkat in USULAN:
        if terpenuhi * 100 > batas * semua:
            return tingkat
    return TIDAK_ADA


@dataclass(frozen=True)
class Subkomponen:
    """Satu subkomponen; `tingkat` nilai tingkatnya, 0–100."""

    kode: str
    bobot: Decimal
    tingkat: Angka

    @property
    def nilai(self) -> Angka:
        """Sumbangannya pada nilai akhir."""
        if self.tingkat is None:
            return None
        return self.bobot * self.tingkat / SERATUS


@dataclass(frozen=True)
class NilaiAkip:
    """Semua subkomponen menurut satu pihak."""

    subkomponen: Sequence[Subkomponen]

    @property
    def nilai(self) -> Angka:
        """Tidak diketahui selama ada yang belum bertingkat."""
        return _jumlah(self.subkomponen)

    @property
    def belum(self) -> list[str]:
        """Kode yang belum bertingkat."""
        return [satu.kode for satu in self.subkomponen if satu.tingkat is None]

    def komponen(self, kode: str) -> Angka:
        """Nilai satu komponen."""
        milik = [satu for satu in self.subkomponen if induk(satu.kode) == kode]
        return _jumlah(milik)

    def sub(self, kode: str) -> Angka:
        """Nilai satu subkomponen."""
        milik = [satu for satu in self.subkomponen if satu.kode == kode]
        return _jumlah(milik)


def _jumlah(semua: Sequence[Subkomponen]) -> Angka:
    """Tanpa satu pun, tidak diketahui."""
    jumlah = Decimal(0)
    for satu in semua:
        if satu.nilai is None:
            return None
        jumlah += satu.nilai
    return jumlah if semua else None


def masalah_bobot(bobot: Mapping[str, Angka]) -> list[str]:
    """Sebab pedoman dengan `bobot` tiap kode belum dapat dipakai; kosong bila dapat."""
    masalah = []
    for kode in bobot:
        if _is_lepas(kode, bobot):
            masalah.append(f"{kode} tanpa {induk(kode)}.")
    seluruhnya = _bobot_anak("", bobot)
    if seluruhnya != SERATUS:
        masalah.append(f"Bobot komponen berjumlah {ringkas(seluruhnya)}, seharusnya 100.")
    return [*masalah, *_tidak_sejumlah(bobot)]


def _is_lepas(kode: str, bobot: Mapping[str, Angka]) -> bool:
    """Butir di atasnya tidak ada."""
    return jenjang(kode) > 1 and induk(kode) not in bobot


def _tidak_sejumlah(bobot: Mapping[str, Angka]) -> Iterator[str]:
    """Komponen yang bobotnya bukan jumlah bobot subkomponennya."""
    for kode, angka in bobot.items():
        if jenjang(kode) > 1:
            continue
        anak = _bobot_anak(kode, bobot)
        if anak != angka:
            seharusnya = ringkas(angka or 0)
            yield f"{kode} berbobot {seharusnya}, subkomponennya berjumlah {ringkas(anak)}."


def _bobot_anak(kode: str, bobot: Mapping[str, Angka]) -> Decimal:
    """Jumlah bobot butir tepat di bawahnya; yang kosong nol."""
    jumlah = Decimal(0)
    for anak, angka in bobot.items():
        if induk(anak) == kode:
            jumlah += angka or 0
    return jumlah
