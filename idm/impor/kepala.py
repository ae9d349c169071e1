"""Judul kolom lembar IDM.

Kode desa, tahun, skor tiap indikator, deret skor, indeks terbitan (boleh bertahun).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from documents.impor import kata, normal
from documents.impor.kepala import CARI_KEPALA
from idm.impor import Acuan
from idm.impor.acuan import INDEKS

NomorKolom = list[int]
KODE = kata.KODE | {"kode desa", "kode kelurahan desa"}
TAHUN = frozenset({"tahun", "tahun data"})
DERET = frozenset({"skor", "deret skor"})
WILAYAH = ("desa", "kecamatan", "kabupaten", "provinsi")
ABAI = kata.ABAI.union(
    {
        "nama",
        "nama kemendagri",
        "kabupaten kota",
        *WILAYAH,
        *(f"nama {wilayah}" for wilayah in WILAYAH),
        *(f"kode {wilayah}" for wilayah in WILAYAH[1:]),
    }
)
PANJANG = {
    "indeks ketahanan sosial": "iks",
    "indeks ketahanan ekonomi": "ike",
    "indeks ketahanan ekologi lingkungan": "ikl",
    "indeks ketahanan lingkungan": "ikl",
    "indeks desa membangun": "idm",
    "nilai idm": "idm",
    "status idm": "status",
}
_TERBITAN = re.compile(r"(iks|ike|ikl|idm|status) ?(\d{4})?")
SEKARANG = 0  # kolom terbitan tanpa tahun pada judulnya


@dataclass
class Peta:
    """Letak tiap kolom, mulai 0. `skor` menurut instrumen: tempat dalam deret → kolom."""

    baris: int
    kode: int
    tahun: int | None = None
    deret: int | None = None
    skor: dict[int, dict[int, int]] = field(default_factory=dict)
    terbitan: dict[int, dict[str, int]] = field(default_factory=dict)
    asing: NomorKolom = field(default_factory=list)
    kembar: NomorKolom = field(default_factory=list)
    sebutan: NomorKolom = field(default_factory=list)  # nomor dan nama, hanya untuk pembacanya

    @property
    def is_berskor(self) -> bool:
        """Ada kolom skor tiap indikator, atau deretnya."""
        return self.deret is not None or bool(self.skor)

    @property
    def is_berisi(self) -> bool:
        """Kode desa saja belum cukup untuk dibaca."""
        return self.is_berskor or bool(self.terbitan)

    @property
    def nilai(self) -> dict[int, int]:
        """Tahun pada judul kolom indeksnya → letaknya; `SEKARANG` bila ada yang tanpa tahun."""
        hasil = {}
        if self.is_berskor:
            hasil[SEKARANG] = self.kode
        for tahun, kolom in self.terbitan.items():
            indeks = [letak for nama, letak in kolom.items() if nama in INDEKS]
            if indeks:
                hasil[tahun] = min(indeks)
        return hasil

    @property
    def is_tanpa_tahun(self) -> bool:
        """Ada kolom yang judulnya tidak menyebut tahun."""
        return self.is_berskor or SEKARANG in self.terbitan


def peta_kolom(baris: Sequence[Sequence[str]], acuan: Acuan) -> Peta | None:
    """Baris judul pertama yang memuat kode desa dan sesuatu yang dapat dibaca.

    `None` bila tidak ada.
    """
    for nomor, isi in enumerate(baris[:CARI_KEPALA], start=1):
        judul = [normal(teks) for teks in isi]
        kode = _kolom_kode(judul)
        if kode is None:
            continue
        peta = Peta(nomor, kode)
        _letakkan_semua(peta, judul, acuan)
        if peta.is_berisi:
            return peta
    return None


def _kolom_kode(judul: list[str]) -> int | None:
    """Kolom pertama yang berjudul kode desa."""
    for letak, teks in enumerate(judul):
        if teks in KODE:
            return letak
    return None


def _letakkan_semua(peta: Peta, judul: list[str], acuan: Acuan) -> None:
    """Kolom kode dan kolom yang hanya untuk pembacanya dilewati."""
    for letak, teks in enumerate(judul):
        if teks in ABAI:
            peta.sebutan.append(letak)
        elif teks and letak != peta.kode:
            _letakkan(peta, letak, teks, acuan)


def _letakkan(peta: Peta, kolom: int, teks: str, acuan: Acuan) -> None:
    """Satu kolom menurut judulnya; judul yang tidak dikenal dicatat."""
    singkat = PANJANG.get(teks, teks)
    terbitan = _TERBITAN.fullmatch(singkat)
    if teks in TAHUN:
        peta.tahun = kolom
    elif teks in DERET:
        peta.deret = kolom
    elif terbitan:
        nama, tertulis = terbitan.groups()
        tahun = int(tertulis or SEKARANG)
        setahun = peta.terbitan.setdefault(tahun, {})
        _isi(peta, setahun, nama, kolom)
    else:
        _letakkan_skor(peta, kolom, teks, acuan)


def _letakkan_skor(peta: Peta, kolom: int, teks: str, acuan: Acuan) -> None:
    """Judul satu indikator, pada tiap instrumen yang mengenalnya."""
    dikenal = [rubrik for rubrik in acuan.semua if teks in rubrik.judul]
    for rubrik in dikenal:
        milik = peta.skor.setdefault(rubrik.pk, {})
        tempat = rubrik.judul[teks]
        _isi(peta, milik, tempat, kolom)
    if not dikenal:
        peta.asing.append(kolom)


def _isi(peta: Peta, tempat: dict[Any, int], kunci: str | int, i: int) -> None:
    """Kolom pertama yang berjudul sama yang dipakai; berikutnya disebut kembar."""
    if kunci in tempat and i not in peta.kembar:
        peta.kembar.append(i)
    tempat.setdefault(kunci, i)


def saran(teks: str, acuan: Acuan) -> str:
    """Kalimat untuk judul yang tidak dikenal."""
    calon = ["tahun", "skor", *INDEKS, "status"]
    for rubrik in acuan.semua:
        calon += rubrik.judul
    tertulis = normal(teks)
    mirip = get_close_matches(tertulis, calon, n=1, cutoff=0.75)
    pesan = f"Kolom “{teks}” tidak dikenal."
    if mirip:
        return f"{pesan} Maksudnya “{mirip[0]}”?"
    return pesan
