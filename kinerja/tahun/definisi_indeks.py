"""Definisi indikator status desa sejak Indeks Desa menggantikan IDM (`fixtures/`)."""

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from django.conf import settings

from idm.indeks import BERGANTI
from kinerja.models import Indikator

BERKAS = "acuan_definisi_indeks.csv"
DIGANTI = ("nama", "rumus_pembilang", "rumus_penyebut", "sumber_data")


@cache
def acuan() -> Mapping[str, Mapping[str, str]]:
    """Menurut sumber hitung yang digantikannya."""
    berkas = settings.BASE_DIR / "fixtures" / BERKAS
    with berkas.open(newline="") as aliran:
        hasil = {row["sumber"]: row for row in csv.DictReader(aliran)}
    return MappingProxyType(hasil)


def follow_indeks(indikator: Indikator, tahun_awal: int) -> None:
    """Ganti definisinya bila dipakai sejak `tahun_awal` yang sudah berindeks baru. Belum ditulis.

    Peraturannya disebut pada keterangan; catatan tentang rumus lama tidak ikut.
    """
    baku = acuan().get(indikator.sumber)
    if baku is None or tahun_awal < BERGANTI:
        return
    for nama in DIGANTI:
        setattr(indikator, nama, baku[nama])
    indikator.sumber = baku["sumber_baru"]
    indikator.keterangan = f"Definisi menurut {baku['peraturan']}."
    indikator.catatan_sumber = ""
