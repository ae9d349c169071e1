"""Mencatat satu versi DPA."""

from typing import Any

from core import audit, door
from core.audit import Refused
from kinerja.models import Dpa
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.versi_pagu import masalah_kembar, replaced, rincian, rincian_kosong


def record_dpa(*, dpa: Dpa, by: Any, token: str | None = None) -> Dpa:
    """Catat satu versi anggaran beserta pagu tiap sub kegiatan saat itu.

    Yang sudah digantikan versi lain tidak mengambil pagunya: rinciannya diisi sendiri. `Refused`
    bila dua barisnya tidak terbedakan, atau rinciannya melebihi pagu menurut dokumen.
    """
    kabupaten = dpa.perangkat_daerah.kabupaten
    with audit.locked(kabupaten.kode):
        pohon = TahunKinerja(kabupaten, dpa.tahun).pohon
        dpa.is_menyusul = dpa.is_menyusul or dpa.is_digantikan
        if dpa.is_menyusul:
            dpa.rincian = rincian_kosong(dpa, pohon)
        elif pohon.lebih_rinci:
            raise Refused(pohon.lebih_rinci)
        else:
            dpa.rincian = rincian(pohon, is_murni=dpa.is_murni)
        if masalah := masalah_kembar(dpa.rincian):
            raise Refused(masalah)
        door.save(dpa, by=by, token=token)
    return dpa


def write_pagu(*, pk: int, baris: dict[str, Any], by: Any, note: str) -> None:
    """Tulis pagu satu baris versi yang dicatat menyusul: kode, nama, dan `pagu` (rupiah)."""
    with audit.locked(by.kabupaten.kode):
        dpa = Dpa.objects.visible_to(by).get(pk=pk, is_menyusul=True)
        dpa.rincian = replaced(dpa.rincian, baris)
        door.save(dpa, by=by, note=note)
