"""Membuka kunci data untuk sementara, dengan alasan."""

import datetime
from typing import Any

from django.utils import timezone

from core import audit, door
from core.audit import Refused
from documents import jenis
from documents.models import LINGKUP, Kunci, Pembukaan

PALING_LAMA = datetime.timedelta(days=14)


def open_lock(
    *,
    kabupaten: Any,
    tahun: int,
    lingkup: str,
    alasan: str,
    sampai: datetime.datetime,
    by: Any,
    token: str | None = None,
) -> Pembukaan:
    """Buka kunci satu lingkup sampai `sampai`.

    Tertutup sendiri. `Refused` bila tidak terkunci, sudah terbuka, atau waktunya lewat.
    """
    now = timezone.now()
    with audit.locked(kabupaten.kode):
        semua_lingkup = tuple({"", lingkup})
        dicari = semua_lingkup if lingkup else tuple(dict(LINGKUP))
        kunci = Kunci.objects.holding(kabupaten.kode, tahun, dicari)
        if not kunci and not jenis.is_closed(kabupaten.kode, tahun, lingkup):
            raise Refused("Lingkup itu tidak terkunci, jadi tidak ada yang perlu dibuka.")
        terbuka = Pembukaan.objects.active(kabupaten.kode, tahun, semua_lingkup).first()
        if terbuka is not None:
            raise Refused(f"Sudah terbuka: {terbuka.sebab()}. Tutup dahulu bila hendak diganti.")
        if not now < sampai <= now + PALING_LAMA:
            raise Refused(
                f"Waktu tutup harus sesudah sekarang, paling lama {PALING_LAMA.days} hari lagi.",
            )
        pembukaan = Pembukaan(
            kabupaten=kabupaten,
            tahun=tahun,
            lingkup=lingkup,
            alasan=alasan,
            sampai=sampai,
            dibuka_by=by,
            dibuka_at=now,
        )
        door.save(pembukaan, by=by, note=f"Dibuka: {alasan}", token=token)
    return pembukaan


def close_lock(*, pembukaan: Pembukaan, by: Any) -> None:
    """Tutup sebelum waktunya. `Refused` bila sudah tertutup."""
    with audit.locked(pembukaan.kabupaten_kode):
        pembukaan.refresh_from_db()
        if not pembukaan.is_active:
            raise Refused("Pembukaan ini sudah tertutup.")
        pembukaan.ditutup_at = timezone.now()
        door.save(pembukaan, by=by, note="Ditutup sebelum waktunya.")
