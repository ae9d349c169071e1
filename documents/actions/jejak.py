"""Jejak baris yang ditulis satu impor, dan mengembalikannya."""

from collections.abc import Callable, Sequence
from typing import Any

from django.apps import apps

from core import audit, door
from core.audit import Refused
from core.cascade import cascade
from core.querysets import tunggal

Jejak = dict[str, Any]
Store = Callable[..., Any]  # menyimpan satu baris: `(row, by=…, note=…)`
Semula = dict[str, str | None]  # kolom → tulisan isi lamanya
BERUBAH = "sudah diubah sesudah impor ini"
DIPAKAI = "sudah dipakai oleh"


def jejak_baris(row: Any, lama: Any) -> Jejak:
    """Baris yang baru ditulis, isi semula kolom yang berganti, dan sidik isinya kini.

    `lama` baris itu sebelum ditulis; `None` bila baru. Hasilnya dapat disimpan sebagai JSON: nama
    model, nomor baris, `semula` (kolom → tulisan isi lamanya, `None` bila kosong), dan sidik yang
    menunjukkan apakah barisnya masih seperti yang ditulis.
    """
    model = type(row)
    tersimpan = stored_row(row)
    semula: Semula = {}
    if lama is not None:
        semula = _diganti(row, lama)
    return {
        "model": model._meta.label,
        "pk": row.pk,
        "baru": lama is None,
        "semula": semula,
        "sidik": audit.fingerprint(tersimpan),
    }


def _diganti(row: Any, lama: Any) -> Semula:
    """Isi lama tiap kolom yang berganti."""
    semula: Semula = {}
    for field in row._meta.concrete_fields:
        nama = field.attname
        sebelum = getattr(lama, nama)
        if field.generated or sebelum == getattr(row, nama):
            continue
        semula[nama] = None
        if sebelum is not None:
            semula[nama] = str(sebelum)
    return semula


def save_berjejak(row: Any, *, by: Any, note: str) -> Jejak:
    """Simpan satu baris lewat pintu menulis; hasilnya jejaknya."""
    lama = stored_row(row)
    door.save(row, by=by, note=note)
    return jejak_baris(row, lama)


def stored_row(row: Any) -> Any:
    """Baris itu sebagaimana di basis data; `None` bila belum atau tidak lagi ada."""
    return _stored(type(row), row.pk)


def _stored(model: Any, pk: Any) -> Any:
    rows = model._default_manager.filter(pk=pk)
    return tunggal(rows)


def undo_rows(
    *,
    jejak: Sequence[Jejak],
    by: Any,
    note: str,
    store: Store = door.save,
) -> None:
    """Kembalikan semua baris dari yang terakhir ditulis; `Refused` bila satu saja berlanjut.

    Baris yang baru dihapus, yang lain dikembalikan isinya. `Refused` juga bila baris baru sudah
    dipakai baris lain, atau tahunnya terkunci. `store` menyimpan baris yang dikembalikan, bagi yang
    juga mencatat perubahannya di tempat lain.
    """
    for satu in reversed(jejak):
        row = _unchanged(satu)
        if satu["baru"]:
            _delete(row, by, note)
        else:
            _restore(row, satu["semula"])
            store(row, by=by, note=note)


def _unchanged(jejak: Jejak) -> Any:
    """Baris yang isinya masih seperti ditulis impornya."""
    model = apps.get_model(jejak["model"])
    row = _stored(model, jejak["pk"])
    if row is None:
        sebutan = model._meta.verbose_name
        raise Refused(f"{sebutan} {BERUBAH}.")
    if audit.fingerprint(row) != jejak["sidik"]:
        raise Refused(f"{row} {BERUBAH}.")
    return row


def _delete(row: Any, by: Any, note: str) -> None:
    """Yang ikut terhapus berarti sudah dibangun di atasnya."""
    ikut, _ = cascade(row)
    for satu in ikut:
        sebutan = satu._meta.verbose_name
        raise Refused(f"{row} {DIPAKAI} {sebutan}.")
    door.delete(row, by=by, note=note)


def _restore(row: Any, semula: Semula) -> None:
    """Isi lama pada kolom yang berganti, belum tersimpan."""
    for field in row._meta.concrete_fields:
        nama = field.attname
        if nama in semula:
            nilai = field.to_python(semula[nama])
            setattr(row, nama, nilai)
