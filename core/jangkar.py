"""Jangkar: ujung tiap rantai, ditulis di luar basis data dan bersegel.

Satu baris satu ujung pada `jejak/jangkar.jsonl` di folder data, atau pada `AUDIT_ANCHOR`: rantai
yang dipotong, dihapus atau dipulihkan ke keadaan lama tidak lagi memuat ujung yang pernah ditulis.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from core.models import AuditChain, AuditEvent
from core.segel import segel

Ujung = dict[str, Any]  # waktu, kabupaten, nomor, hash, segel


def berkas() -> Path:
    if settings.AUDIT_ANCHOR:
        return Path(settings.AUDIT_ANCHOR)
    return Path(settings.DATA_DIR) / "jejak" / "jangkar.jsonl"


def anchor() -> int:
    """Tulis ujung tiap rantai yang bertambah sejak jangkar terakhirnya; sebut banyaknya."""
    terakhir = {satu["kabupaten"]: satu["nomor"] for _, satu in _terbaca() if satu}
    baru = []
    for chain in AuditChain.objects.order_by("kabupaten"):
        if chain.nomor > terakhir.get(chain.kabupaten, 0):
            baru.append(_baris(chain))
    if baru:
        path = berkas()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a") as tujuan:
            tujuan.writelines(baru)
    return len(baru)


def _baris(chain: AuditChain) -> str:
    ujung: Ujung = {
        "waktu": timezone.now().isoformat(timespec="seconds"),
        "kabupaten": chain.kabupaten,
        "nomor": chain.nomor,
        "hash": chain.hash,
    }
    ujung["segel"] = segel(json.dumps(ujung))
    return json.dumps(ujung) + "\n"


def _terbaca() -> Iterator[tuple[int, Ujung | None]]:
    """Nomor baris dan ujungnya; `None` bila tidak terbaca atau segelnya tidak sah."""
    if not berkas().exists():
        return
    for nomor, baris in enumerate(berkas().read_text().splitlines(), 1):
        yield nomor, _ujung(baris)


def _ujung(baris: str) -> Ujung | None:
    try:
        ujung: Ujung = json.loads(baris)
        tertulis = ujung["segel"]
        isi = {nama: nilai for nama, nilai in ujung.items() if nama != "segel"}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if tertulis == segel(json.dumps(isi)):
        return ujung
    return None


def verify() -> Iterator[str]:
    """Satu kalimat tiap jangkar yang rusak, atau yang ujungnya tidak ada lagi pada rantainya."""
    for nomor, ujung in _terbaca():
        if ujung is None:
            yield f"Jangkar baris {nomor} rusak atau segelnya tidak sah"
        elif not _ada(ujung):
            nama = ujung["kabupaten"] or "bersama"
            yield (
                f"Rantai {nama}: kejadian #{ujung['nomor']} yang dijangkar {ujung['waktu']} "
                "hilang atau berubah"
            )


def _ada(ujung: Ujung) -> bool:
    events = AuditEvent.objects.filter(
        kabupaten=ujung["kabupaten"], nomor=ujung["nomor"], hash=ujung["hash"]
    )
    return events.exists()
