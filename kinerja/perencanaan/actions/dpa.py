"""Mencatat satu versi DPA."""

from typing import Any

from core import audit, door
from kinerja.models import Dpa
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.versi_pagu import rincian


def record_dpa(*, dpa: Dpa, by: Any, token: str | None = None) -> Dpa:
    """Catat satu versi anggaran beserta pagu tiap sub kegiatan saat itu."""
    kabupaten = dpa.perangkat_daerah.kabupaten
    with audit.locked(kabupaten.kode):
        pohon = TahunKinerja(kabupaten, dpa.tahun).pohon
        dpa.rincian = rincian(pohon, is_murni=dpa.is_murni)
        door.save(dpa, by=by, token=token)
    return dpa
