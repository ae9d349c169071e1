"""Langkah yang dipilih perencana menjadi usul bagi rencana aksi.

Satu baris satu desa dan satu aspek: dari skor berapa ke berapa, dan biayanya bila semua langkahnya
diketahui biayanya.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from idm.models import IndikatorIdm, UsulLangkah
from villages.models import Desa


@dataclass(frozen=True, slots=True, kw_only=True)
class Diusulkan:
    """Satu langkah satu desa; `biaya` `None` bila belum diketahui."""

    desa: Desa
    indikator: IndikatorIdm
    dari: int
    ke: int
    biaya: int | None


def create_usul(
    *, kabupaten: Kabupaten, tahun: int, semua: Iterable[Diusulkan], by: Any
) -> list[UsulLangkah]:
    """Usul baru bagi `tahun`; langkah berurutan satu aspek menjadi satu, yang sudah ada dilewati.

    Aspek yang sudah masuk rencana aksi memakai sub kegiatan yang sama. `Refused` bila terkunci.
    """
    with audit.locked(kabupaten.kode):
        ada = UsulLangkah.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
        tercatat = set(ada.values_list("desa", "indikator"))
        kode = dict(ada.values_list("indikator", "kode"))
        baru: dict[tuple[int, int], UsulLangkah] = {}
        for satu in semua:
            kunci = (satu.desa.pk, satu.indikator.pk)
            if kunci in tercatat:
                continue
            if kunci in baru:
                _lanjutkan(baru[kunci], satu)
                continue
            baru[kunci] = UsulLangkah(
                desa=satu.desa,
                tahun=tahun,
                indikator=satu.indikator,
                dari=satu.dari,
                ke=satu.ke,
                biaya_rupiah=satu.biaya,
                kode=kode.get(satu.indikator.pk, ""),
            )
        rows = list(baru.values())
        if rows:
            door.save_all(rows, by=by, target=kabupaten, note=f"Usul perencana bagi {tahun}.")
        return rows


def _lanjutkan(row: UsulLangkah, satu: Diusulkan) -> None:
    """Langkah berikutnya pada aspek yang sama; biaya yang belum diketahui tetap begitu."""
    row.ke = satu.ke
    if row.biaya_rupiah is None or satu.biaya is None:
        row.biaya_rupiah = None
    else:
        row.biaya_rupiah += satu.biaya
