"""V11: “masing-masing” membagikan angkanya kepada pokok, atau besaran, menurut urutannya."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.aturan.angka_kalimat import AngkaKalimat
from kinerja.aturan.ujaran import MASING_MASING, semua_besaran
from kinerja.uji.checks.subjek import Sebut, Subjek, SubjekIndikator, SubjekKelompok
from kinerja.uji.checks.subjek_lain import SubjekStatus
from kinerja.uji.checks.ucapan import Ucapan

_SEMUANYA = re.compile(r"\bmasing-masing\b", re.IGNORECASE)
SemuaSubjek = list[Subjek]
SemuaAngka = Sequence[AngkaKalimat]


@dataclass(frozen=True)
class Jatah:
    """Pokok yang mendapat satu angka, dan besaran yang disebut."""

    subjek: Subjek
    disebut: str


Dibagikan = dict[AngkaKalimat, list[Jatah]]


def berurutan(ucapan: Ucapan) -> Dibagikan:
    """Angka di belakang kata itu dengan bagiannya; kosong bagi yang tidak pasti milik siapa."""
    teks = ucapan.ujaran.kalimat
    kata = MASING_MASING.search(teks, ucapan.ujaran.awal, ucapan.ujaran.akhir)
    if kata is None:
        return {}
    angka = []
    for satu in ucapan.ujaran.angka:
        if satu.awal >= kata.end():
            angka.append(satu)
    if not angka:
        return {}
    batas = angka[0].awal
    subjek = _tersebut(ucapan, batas)
    disebut = semua_besaran(teks[ucapan.ujaran.awal : batas])
    is_semuanya = _SEMUANYA.match(kata[0]) is not None
    return _jatah(angka, subjek, disebut, is_semuanya=is_semuanya)


def _jatah(
    angka: SemuaAngka,
    subjek: SemuaSubjek,
    disebut: list[str],
    *,
    is_semuanya: bool,
) -> Dibagikan:
    """Satu angka bagi semua pokok, angka demi pokok, atau angka demi besaran satu pokok."""
    terakhir = disebut[-1] if disebut else ""
    milik = [Jatah(satu, terakhir) for satu in subjek]
    if len(subjek) == 1 and disebut:
        milik = [Jatah(subjek[0], nama) for nama in disebut]
    if len(angka) == 1 and is_semuanya:
        return {angka[0]: milik}
    if len(angka) != len(milik):
        return {satu: [] for satu in angka}
    pasangan = zip(angka, milik, strict=True)
    return {satu: [bagian] for satu, bagian in pasangan}


def _tersebut(ucapan: Ucapan, batas: int) -> SemuaSubjek:
    """Pokok di depan katanya menurut urutan sebutannya, tanpa ulangan."""
    di_depan = [sebut for sebut in ucapan.sebut if sebut.akhir <= batas]
    hasil: SemuaSubjek = []
    for sebut in sorted(di_depan, key=_letak):
        hasil += [satu for satu in _anggota(sebut.subjek) if satu not in hasil]
    indikator: SemuaSubjek = [satu for satu in hasil if isinstance(satu, SubjekIndikator)]
    return indikator or hasil  # status pada nama indikator bukan pokok sendiri


def _letak(sebut: Sebut) -> int:
    return sebut.awal


def _anggota(milik: Subjek) -> SemuaSubjek:
    """Kelompok menjadi indikatornya, beberapa status menjadi tiap statusnya."""
    if isinstance(milik, SubjekKelompok):
        return list(milik.anggota)
    if isinstance(milik, SubjekStatus) and len(milik.status) > 1:
        return [SubjekStatus(milik.kinerja, (satu,)) for satu in milik.status]
    return [milik]
