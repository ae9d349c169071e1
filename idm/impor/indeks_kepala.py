"""Judul kolom lembar Indeks Desa: wilayah, dimensi, subdimensi, aspek, nilai dan status bertahun.

Rekap kementerian memuat satu kolom tiap dimensi, subdimensi dan skor, dan satu baris bobot berisi
poin tertinggi tiap kolomnya. Nama dan poin tertingginya dibaca dari sana.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.angka import BukanAngka, parse, satuan_lain
from documents.impor import normal
from documents.impor.kepala import CARI_KEPALA
from documents.pembaca import Sel
from idm.impor.kepala import ABAI, KODE, TAHUN
from idm.models import Instrumen

Baris = Sequence[Sel]
Letak = dict[str, int]  # nama → kolomnya
CARI_BOBOT = 3  # baris sesudah judul yang dapat memuat bobotnya
KODE_INDEKS = KODE | {"kode wilayah desa", "iddesa", "id desa"}
ABAI_INDEKS = ABAI | {"id provinsi", "id kabupaten", "id kecamatan", "bobot"}
IDM = frozenset({"iks", "ike", "ikl", "idm", "nilai idm", "status idm"})
_NILAI = re.compile(r"(?:nilai|skor)(?: id| indeks desa)?(?: (\d{4}))?")
_STATUS = re.compile(r"status(?: id| indeks desa| desa)?(?: (\d{4}))?")
_DIMENSI = re.compile(r"(?:skor |nilai )?(?:dimensi )?(.+)")
_SUBDIMENSI = re.compile(r"(?:skor |nilai )?sub ?dimensi (.+)")
_SKOR = re.compile(r"skor (.+)")
POIN = "poin"  # satuan tiap angkanya
SINGKAT = {"tata kelola": "tata kelola pemerintahan desa"}
KINI = 0  # kolom yang judulnya tanpa tahun


@dataclass
class KolomAspek:
    """Satu kolom skor.

    `subdimensi` judul terdekatnya, `posisi` tempat aspeknya dalam deret; `None` selama belum
    dikenal.
    """

    kolom: int
    judul: str
    subdimensi: str = ""
    posisi: int | None = None


@dataclass
class PetaIndeks:
    """Letak tiap kolom, mulai 0.

    `nilai` dan `status` menurut tahunnya, `bobot` poin tertinggi tiap kolom bila ada barisnya,
    `idm` kolom IDM yang tercampur.
    """

    baris: int
    kode: int
    tahun: int | None = None
    nilai: dict[int, int] = field(default_factory=dict)
    status: dict[int, int] = field(default_factory=dict)
    dimensi: Letak = field(default_factory=dict)
    subdimensi: Letak = field(default_factory=dict)
    aspek: list[KolomAspek] = field(default_factory=list)
    asing: list[int] = field(default_factory=list)
    kembar: list[int] = field(default_factory=list)
    idm: list[int] = field(default_factory=list)
    bobot: dict[int, Decimal] = field(default_factory=dict)
    baris_bobot: int | None = None

    @property
    def awal_isi(self) -> int:
        """Baris pertama sesudah judul dan bobotnya."""
        return (self.baris_bobot or self.baris) + 1

    @property
    def is_berisi(self) -> bool:
        """Ada dimensi dan nilainya; IDM yang tercampur juga dibaca, agar dapat disebut."""
        bernilai = self.nilai or self.idm
        return bool(bernilai) and bool(self.dimensi)


def peta_indeks(baris: Sequence[Baris], instrumen: Sequence[Instrumen]) -> PetaIndeks | None:
    """Baris judul pertama yang memuat kode desa, dimensi dan nilainya; `None` bila tidak ada."""
    nama = _Nama(instrumen)
    for nomor, isi in enumerate(baris[:CARI_KEPALA], start=1):
        peta = _peta_baris(nomor, isi, nama)
        if peta is not None:
            _bobot(peta, baris)
            return peta
    return None


def _peta_baris(nomor: int, isi: Baris, nama: "_Nama") -> PetaIndeks | None:
    """`None` bila baris itu bukan judulnya."""
    judul = [normal(sel.isi) for sel in isi]
    dikenal = KODE_INDEKS.intersection(judul)
    if not dikenal:
        return None
    letak_kode = [judul.index(teks) for teks in dikenal]
    kode = min(letak_kode)
    peta = PetaIndeks(nomor, kode)
    for letak, teks in enumerate(judul):
        tertulis = isi[letak].isi
        if teks not in dikenal:
            _satu_kolom(peta, letak, teks, tertulis, nama)
    if peta.is_berisi:
        return peta
    return None


def _satu_kolom(peta: PetaIndeks, letak: int, teks: str, judul: str, nama: "_Nama") -> None:
    """Kolom tanpa judul dilewati."""
    if teks and not _bertahun(peta, letak, teks):
        _letakkan(peta, letak, teks, judul, nama)


class _Nama:
    """Nama dimensi dan subdimensi semua edisi, menurut tulisan bakunya."""

    def __init__(self, instrumen: Sequence[Instrumen]) -> None:
        """Dibaca sekali tiap berkas."""
        self.dimensi: dict[str, str] = {}
        self.subdimensi: dict[str, str] = {}
        for edisi in instrumen:
            for satu in edisi.dimensiindeks_set.all():
                baku = normal(satu.nama)
                self.dimensi[baku] = satu.nama
                self._bagian(satu)

    def _bagian(self, dimensi: Any) -> None:
        """Subdimensi satu dimensi.

        Namanya tetap sama antaredisi, sehingga satu kamus cukup.
        """
        for satu in dimensi.subdimensiindeks_set.all():
            baku = normal(satu.nama)
            self.subdimensi[baku] = satu.nama

    def sub(self, teks: str, judul: str) -> str:
        """Nama subdimensinya; judul yang tidak menyebut subdimensi menjadi kosong."""
        cocok = _SUBDIMENSI.fullmatch(teks)
        if cocok is None:
            return self.subdimensi.get(teks, "")
        inti = cocok[1]
        return self.subdimensi.get(inti, judul)

    def utama(self, teks: str) -> str:
        """Nama dimensinya, dengan atau tanpa kata “dimensi”; kosong bila bukan."""
        cocok = _DIMENSI.fullmatch(teks)
        inti = teks
        if cocok:
            inti = cocok[1]
        baku = SINGKAT.get(inti, inti)
        return self.dimensi.get(baku, "")


def _bertahun(peta: PetaIndeks, letak: int, teks: str) -> bool:
    """Nilai atau status, dengan atau tanpa tahun pada judulnya."""
    for pola, tempat in ((_NILAI, peta.nilai), (_STATUS, peta.status)):
        cocok = pola.fullmatch(teks)
        if cocok:
            tahun = int(cocok[1] or KINI)
            _isi(peta, tempat, tahun, letak)
            return True
    return False


def _letakkan(peta: PetaIndeks, letak: int, teks: str, judul: str, nama: _Nama) -> None:
    """Satu kolom menurut judulnya; yang tidak dikenal dicatat."""
    sub = nama.sub(teks, judul)
    utama = nama.utama(teks)
    if teks in IDM:
        peta.idm.append(letak)
    elif sub:
        _isi(peta, peta.subdimensi, sub, letak)
    elif utama:
        _isi(peta, peta.dimensi, utama, letak)
    elif _SKOR.fullmatch(teks):
        satu = KolomAspek(letak, judul.strip())
        peta.aspek.append(satu)
    elif teks in TAHUN:
        peta.tahun = letak
    elif teks not in ABAI_INDEKS:
        peta.asing.append(letak)


def _isi(peta: PetaIndeks, tempat: dict[Any, int], kunci: str | int, letak: int) -> None:
    """Kolom pertama yang dipakai; berikutnya disebut kembar."""
    if kunci in tempat:
        peta.kembar.append(letak)
    tempat.setdefault(kunci, letak)


def _bobot(peta: PetaIndeks, baris: Sequence[Baris]) -> None:
    """Baris tanpa kode desa sesudah judul yang semua dimensinya berangka."""
    calon = baris[peta.baris : peta.baris + CARI_BOBOT]
    for nomor, isi in enumerate(calon, start=peta.baris + 1):
        if tulisan(isi, peta.kode) or not peta.dimensi:
            continue
        angka = _angka_baris(isi)
        if angka.keys() >= set(peta.dimensi.values()):
            peta.bobot = angka
            peta.baris_bobot = nomor
            return


def _angka_baris(isi: Baris) -> dict[int, Decimal]:
    """Angka tiap kolom yang berangka."""
    angka = {}
    for letak, _ in enumerate(isi):
        nilai = angka_sel(isi, letak)
        if nilai is not None:
            angka[letak] = nilai
    return angka


def tulisan(isi: Baris, letak: int | None) -> str:
    """Tulisan satu sel; kosong bila di luar baris."""
    if letak is None or letak >= len(isi):
        return ""
    return isi[letak].isi.strip()


def angka_sel(isi: Baris, letak: int) -> Decimal | None:
    """Angka satu sel; `None` bila kosong atau bukan angka."""
    teks = tulisan(isi, letak)
    if not teks:
        return None
    if isi[letak].jenis == "angka":
        return Decimal(teks)
    if satuan_lain(teks, POIN):
        return None
    try:
        return parse(teks)
    except BukanAngka:
        return None
