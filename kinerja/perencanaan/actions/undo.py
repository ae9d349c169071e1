"""Mengurungkan salinan setahun, selama belum ada yang dibangun di atasnya."""

from collections.abc import Iterable
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from core.models import AuditEvent, Named
from documents.workflow import STATUS_SENTENCES, Status
from kinerja.models import (
    DefinisiTahun,
    Dpa,
    IndikatorTambahan,
    Kegiatan,
    Lkjip,
    NaskahKinerja,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    SubKegiatan,
)
from kinerja.perencanaan.actions.copy import DISALIN

PerRow = dict[tuple[str, str], list[AuditEvent]]  # menurut model dan nomornya
NASKAH = (NaskahKinerja, PerjanjianKinerja, Lkjip)
DIURUNGKAN = "Salinan diurungkan."
BUKAN_SALINAN = "Isi tahun {tahun} bukan salinan; tidak ada yang diurungkan."


def undo_copy(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Hapus pohon `tahun` yang disalin beserta definisi yang disimpan baginya. Banyaknya.

    `Refused` bila ada yang diubah atau ditambah sesudahnya, terkunci, atau bernaskah.
    """
    with audit.locked(kabupaten.kode):
        sebab = copy_holder(kabupaten, tahun)
        if sebab:
            raise Refused(sebab)
        rows = [*_pohon(kabupaten, tahun), *_definitions(kabupaten, tahun)]
        for row in rows:
            door.delete(row, by=by, note=DIURUNGKAN)
    return len(rows)


def copy_holder(kabupaten: Kabupaten, tahun: int) -> str:
    """Mengapa salinan `tahun` tidak dapat diurungkan; kosong bila dapat."""
    rows = _pohon(kabupaten, tahun)
    if not rows:
        return BUKAN_SALINAN.format(tahun=tahun)
    return (
        Program.lock_for(kabupaten.kode, tahun)
        or _naskah(kabupaten, tahun)
        or _changed(kabupaten, tahun, rows)
    )


def _naskah(kabupaten: Kabupaten, tahun: int) -> str:
    """Naskah yang sudah diajukan, atau DPA yang sudah mencatat pagunya."""
    for model in NASKAH:
        semua: Any = model
        milik = semua.objects.filter(kabupaten=kabupaten, tahun=tahun)
        naskah = milik.exclude(status=Status.DRAFT).first()
        if naskah is not None:
            return f"{naskah} {STATUS_SENTENCES[Status(naskah.status)]}; salinannya tetap."
    dpa = Dpa.objects.filter(perangkat_daerah__kabupaten=kabupaten, tahun=tahun).first()
    if dpa is not None:
        return f"Pagu {tahun} sudah dicatat pada {dpa}; salinannya tetap."
    return ""


def _changed(kabupaten: Kabupaten, tahun: int, rows: Iterable[Named]) -> str:
    """Baris pertama yang bukan salinan, atau berubah sesudah disalin."""
    models = {row._meta.label for row in rows}
    events = _per_row(kabupaten, models)
    for row in rows:
        tempat = (row._meta.label, str(row.pk))
        milik = events.get(tempat)
        if not milik:
            return BUKAN_SALINAN.format(tahun=tahun)
        pertama = milik[0]
        if not pertama.note.startswith(DISALIN):
            return BUKAN_SALINAN.format(tahun=tahun)
        terakhir = milik[-1]
        if terakhir is not pertama:
            return f"{row} sudah diubah oleh {terakhir.actor} sesudah disalin; salinannya tetap."
    return ""


def _per_row(kabupaten: Kabupaten, models: set[str]) -> PerRow:
    """Kejadian tiap baris menurut urutan terjadinya."""
    events: PerRow = {}
    recorded = AuditEvent.objects.filter(
        kabupaten=kabupaten.kode,
        model__in=models,
    )
    for event in recorded.order_by("nomor"):
        tempat = (event.model, event.object_id)
        milik = events.setdefault(tempat, [])
        milik.append(event)
    return events


def _pohon(kabupaten: Kabupaten, tahun: int) -> list[Named]:
    """Pohon setahun, yang menunjuk lebih dahulu daripada yang ditunjuk."""
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun": tahun}
    program = Program.objects.filter(**milik)
    kegiatan = Kegiatan.objects.filter(program__in=program)
    sub = SubKegiatan.objects.in_pohon(kabupaten, tahun)
    rencana = RencanaAksi.objects.filter(sub_kegiatan__in=sub)
    tambahan = IndikatorTambahan.objects.filter(program__in=program)
    lanjutan = sub.exclude(induk=None)
    return [*rencana, *tambahan, *lanjutan, *sub.utama(), *kegiatan, *program]


def _definitions(kabupaten: Kabupaten, tahun: int) -> list[DefinisiTahun]:
    """Definisi tahun itu yang masih sama dengan definisi indikatornya."""
    milik = {"indikator__sasaran__periode__perangkat_daerah__kabupaten": kabupaten}
    rows = DefinisiTahun.objects.filter(**milik, tahun=tahun).select_related("indikator")
    return [row for row in rows if not row.differs(row.indikator)]
