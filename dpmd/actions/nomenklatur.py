"""Memuat nomenklatur semua urusan yang dibawa proyek; sekali saja."""

from typing import Any

from core import audit, door
from dpmd.sources import EDISI_NOMENKLATUR, NOMENKLATUR, nomenklatur
from kinerja.aturan import kode
from kinerja.models import EdisiNomenklatur, Nomenklatur

SUMBER = "daftar publik nomenklatur Kemendagri; edisinya tidak disebut"
SUDAH = "sudah dimuat, dilewati"


def load_nomenklatur(*, by: Any) -> str:
    """Semua kode yang belum tercatat, atas edisinya; kembaliannya kalimat hasil."""
    with audit.locked(""):
        edisi = EdisiNomenklatur.objects.get(nomor=EDISI_NOMENKLATUR)
        if edisi.nomenklatur_set.exists():
            return SUDAH
        ada = set(Nomenklatur.objects.values_list("kode", flat=True))
        rows = []
        for isi in nomenklatur():
            if isi["kode"] not in ada:
                rows.append(_row(isi, edisi))
        door.save_all(rows, by=by, target=edisi, note=f"{NOMENKLATUR.name}.")
    return f"{len(rows)} baris dimuat"


def _row(isi: dict[str, str], edisi: EdisiNomenklatur) -> Nomenklatur:
    """Satu kode, berlaku sejak edisinya."""
    return Nomenklatur(
        **isi,
        baku=kode.baku(isi["kode"]),
        tahun_awal=edisi.tahun_awal,
        edisi=edisi,
        regulasi=str(edisi),
        sumber=SUMBER,
    )
