"""Sel baris kualitatif: sebutan skalanya, atau tulisan yang dibaca formulirnya."""

from typing import Any

from kinerja.buku.penerima.kolom import Isian
from kinerja.pengukuran.forms.sel import cari_sebutan

Terisi = tuple[str, str]  # kolom dan tulisannya


def isian_sebutan(sel: Terisi, skala: Any, *, angka: str, sebutan: str) -> Isian:
    """Isian formulir dari satu sel baris berskala `skala`; bidang yang lain dikosongkan.

    Bidang `sebutan` bila tulisannya dikenal atau kosong; selain itu bidang `angka`, tempat
    formulirnya membaca keadaan dan menyebut salahnya.
    """
    kolom, tulisan = sel
    kosong = (kolom, "")
    if not tulisan or cari_sebutan(tulisan, skala.tingkat.all()):
        return {sebutan: sel, angka: kosong}
    return {angka: sel, sebutan: kosong}
