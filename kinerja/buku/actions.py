"""Mengembalikan baris yang ditulis buku kerja."""

from collections.abc import Sequence
from typing import Any

from core import door
from documents.actions.jejak import Jejak, stored_row, undo_rows
from kinerja.models import Target
from kinerja.pengukuran.actions import record_target_change, tulisan_target


def undo_buku(*, jejak: Sequence[Jejak], by: Any, note: str) -> None:
    """Kembalikan semua baris; `Refused` bila satu saja sudah berlanjut."""
    undo_rows(jejak=jejak, by=by, note=note, store=_store)


def _store(row: Any, *, by: Any, note: str) -> None:
    """Target yang dikembalikan tercatat pula pada riwayat targetnya."""
    lama = stored_row(row)
    door.save(row, by=by, note=note)
    if isinstance(row, Target):
        record_target_change(
            target=stored_row(row),
            lama=tulisan_target(lama),
            alasan=note,
            by=by,
        )
