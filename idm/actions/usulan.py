"""Usul dari register menjadi jawaban, hanya bila orang mengambilnya; dasarnya dicatat."""

from typing import Any

from core import audit, door
from idm.actions.isian import jawab
from idm.models import CatatanJawaban, IndikatorIdm, IsianIdm


def accept_usul(
    *,
    isian: IsianIdm,
    indikator: IndikatorIdm,
    skor: int,
    dasar: str,
    by: Any,
) -> None:
    """Jawaban sama dengan usulnya; `dasar` disimpan agar perubahan register tampak kemudian."""
    with audit.locked(isian.kabupaten_kode):
        jawaban = {indikator.posisi: skor}
        note = f"Usul: {dasar}"
        kini = jawab(isian=isian, jawaban=jawaban, by=by, note=note)
        rows = CatatanJawaban.objects.filter(isian=kini, indikator=indikator)
        catatan = rows.first()
        if catatan is None:
            catatan = CatatanJawaban(isian=kini, indikator=indikator)
        if catatan.catatan in ("", catatan.usul):
            catatan.catatan = dasar
        catatan.usul = dasar
        catatan.usul_skor = skor
        door.save(catatan, by=by, note="Usul dari register diambil.")
