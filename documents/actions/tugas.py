"""Meminta, membatalkan, mengulang dan membuang tugas; semuanya tercatat."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from core import audit, door
from core.audit import Refused
from core.door import NOTHING
from core.models import Named
from documents.actions import kabar
from documents.actions.kerja import wake
from documents.models import StatusTugas, Tugas

TERBANYAK = 50  # tugas satu kantor yang belum selesai
SEHARI = datetime.timedelta(days=1)


def start(
    *,
    jenis: str,
    judul: str,
    hak: str,
    sidik: str,
    by: Any,
    subjek: Named | None = None,
    isian: Mapping[str, Any] = NOTHING,
    halaman: str = "",
) -> Tugas:
    """Antrekan; yang sama dan belum selesai dipakai lagi, sehingga tombol boleh ditekan dua kali.

    `Refused` bila antrean kantornya penuh.
    """
    kabupaten = by.kabupaten
    with audit.locked(kabupaten.kode):
        sama = twin(kabupaten, jenis, sidik)
        if sama is not None:
            return sama
        active = Tugas.objects.active().filter(kabupaten=kabupaten)
        if active.count() >= TERBANYAK:
            raise Refused(f"Sudah {TERBANYAK} tugas kantor ini menunggu; tunggu sebagian selesai.")
        tugas = Tugas(
            kabupaten=kabupaten,
            jenis=jenis,
            judul=judul[:200],
            hak=hak,
            isian=dict(isian),
            sidik=sidik,
            halaman=halaman,
            diminta_by=by,
            diminta_at=timezone.now(),
        )
        if subjek is not None:
            tugas.subjek = subjek._meta.label
            tugas.subjek_id = subjek.pk
        door.save(tugas, by=by)
        wake()
    return tugas


def twin(kabupaten: Any, jenis: str, sidik: str) -> Tugas | None:
    """Tugas kantor itu yang sama dan belum selesai."""
    active = Tugas.objects.active().filter(kabupaten=kabupaten)
    sama: Tugas | None = active.filter(jenis=jenis, sidik=sidik).first()
    return sama


def cancel(tugas: Tugas, *, by: Any) -> None:
    """Berlaku seketika: pekerjanya berhenti pada kabar berikutnya dan tidak menyimpan apa pun.

    Percobaan yang memegang kunci kantornya lebih dahulu diminta melepasnya. `Refused` bila sudah
    berakhir atau sedang menyimpan.
    """
    if not tugas.klaim:
        _cancel(tugas, by)
        return
    kabar.ask_stop(tugas.klaim)
    try:
        _cancel(tugas, by)
    finally:
        kabar.discard(tugas.klaim)


def _cancel(tugas: Tugas, by: Any) -> None:
    with audit.locked(tugas.kabupaten_kode):
        kini = _kini(tugas)
        if not kini.is_active:
            label = kini.get_status_display().lower()
            raise Refused(f"Tugas ini sudah {label}.")
        if kini.is_saving:
            raise Refused("Hasilnya sedang disimpan; tidak dapat dibatalkan lagi.")
        kini.status = StatusTugas.DIBATALKAN
        kini.finished_at = timezone.now()
        door.save(kini, by=by, note="Dibatalkan.")


def retry(tugas: Tugas, *, by: Any) -> None:
    """Antrekan lagi tugas yang gagal atau dibatalkan, dari awal; `Refused` bila bukan keduanya."""
    with audit.locked(tugas.kabupaten_kode):
        kini = _kini(tugas)
        if not kini.is_repeatable:
            label = kini.get_status_display().lower()
            raise Refused(f"Tugas ini {label}; tidak perlu diulang.")
        kembar = Tugas.objects.active().filter(jenis=kini.jenis, sidik=kini.sidik)
        if kembar.filter(kabupaten=kini.kabupaten_id).exists():
            raise Refused("Tugas yang sama sudah menunggu atau berjalan.")
        kini.status = StatusTugas.MENUNGGU
        kini.finished_at = None
        kini.percobaan = 0
        kini.galat = ""
        door.save(kini, by=by, note="Diulang.")
        wake()


def _kini(tugas: Tugas) -> Tugas:
    """Keadaan kini, terkunci sampai transaksi selesai."""
    kini: Tugas = Tugas.objects.select_for_update().get(pk=tugas.pk)
    return kini


def prune(*, hari: int, by: Any) -> int:
    """Hapus tugas yang berakhir lebih dari `hari` hari lalu beserta hasilnya; sebut banyaknya."""
    batas = timezone.now() - datetime.timedelta(days=hari)
    lama = Tugas.objects.filter(finished_at__lt=batas)
    banyak = 0
    for tugas in lama.iterator():
        door.delete(tugas, by=by, note=f"Lewat {hari} hari.")
        banyak += 1
    _discard_unowned()
    return banyak


def _discard_unowned() -> None:
    """Berkas yang barisnya sudah dihapus, atau pekerjanya mati sebelum selesai menyimpan."""
    folder = Path(settings.MEDIA_ROOT)
    berhasil = Tugas.objects.exclude(berkas="")
    owned = set(berhasil.values_list("berkas", flat=True))
    kemarin = timezone.now() - SEHARI
    batas = kemarin.timestamp()
    for path in folder.glob("tugas/*"):
        nama = path.relative_to(folder).as_posix()
        is_tua = path.stat().st_mtime < batas
        if is_tua and nama not in owned:
            path.unlink()
