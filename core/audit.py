"""Satu-satunya pintu jejak audit, dengan rantai hash per kabupaten."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from core.models import AuditChain, AuditEvent

Action = AuditEvent.Action
SENSITIVE = {"password", "telepon", "kontak"}  # isinya tidak pernah disalin ke jejak audit
BEKU = {"content"}  # isi beku panjang; yang dicatat SHA-256-nya, demikian pula kolom JSON
_answers: ContextVar[dict[Any, str] | None] = ContextVar("jawaban kunci", default=None)


class Replayed(Exception):
    """Formulir yang sama sudah pernah diterima."""


class Refused(Exception):
    """Perubahan yang ditolak dengan alasan yang ditunjukkan kepada pengguna."""


@contextmanager
def locked(kabupaten: str) -> Iterator[AuditChain]:
    """Transaksi yang memegang rantai `kabupaten`: semua penulisan kabupaten itu berurutan."""
    with transaction.atomic():
        chain = hold(kabupaten)
        outer = _answers.get()
        token = _answers.set({} if outer is None else outer)
        try:
            yield chain
        finally:
            _answers.reset(token)


def hold(kabupaten: str) -> AuditChain:
    """Pegang rantai `kabupaten` sampai transaksi yang sedang berjalan selesai."""
    AuditChain.objects.get_or_create(kabupaten=kabupaten)
    return AuditChain.objects.select_for_update().get(kabupaten=kabupaten)


def remember(key: Any, ask: Callable[[], str]) -> str:
    """Jawaban `ask`.

    Selama rantai dipegang pertanyaan yang sama diajukan sekali, sebab jawabannya tetap.
    """
    answers = _answers.get()
    if answers is None:
        return ask()
    if key not in answers:
        answers[key] = ask()
    return answers[key]


def values(obj: models.Model) -> dict[str, str | None]:
    """Isi baris sebagai teks per kolom.

    Yang rahasia hanya ditandai terisi; isi beku dan JSON berupa SHA-256.
    """
    result: dict[str, str | None] = {}
    for field in _recorded(obj._meta.model):
        value = getattr(obj, field.attname)
        if field.name in SENSITIVE:
            value = f"terisi ({_sha256(value)[:8]})" if value else None
        elif value and isinstance(field, models.JSONField):
            value = f"sha256 {_sha256(json.dumps(value, sort_keys=True, ensure_ascii=False))}"
        elif value and field.name in BEKU:
            value = f"sha256 {_sha256(value)}"
        result[field.name] = None if value is None else _text(value)
    return result


@cache
def _recorded(model: type[models.Model]) -> list[Any]:
    """Kolom yang dicatat: bukan nomor baris, bukan yang dihitung basis data dari kolom lain."""
    fields = model._meta.concrete_fields
    return [f for f in fields if not (f.primary_key or f.generated or f.name == "last_login")]


def _sha256(value: Any) -> str:
    return sha256(str(value).encode()).hexdigest()


def _text(value: Any) -> str:
    """Tulisan tetap: 90 dan 90,0000 bukan perubahan, saat yang sama di dua zona juga bukan."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, datetime):
        return str(value.astimezone(UTC))
    return str(value)


def fingerprint(obj: models.Model, *relations: str) -> str:
    """Sidik isi baris dan relasi banyaknya.

    Berbeda bila diubah orang lain sejak formulir dibuka.
    """
    content: list[Any] = sorted(values(obj).items())
    for name in relations:
        content.append((name, sorted(member.pk for member in getattr(obj, name).all())))
    return sha256(repr(content).encode()).hexdigest()[:16]


def difference(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """`{kolom: [sebelum, sesudah]}` untuk kolom yang berbeda."""
    keys = sorted({*before, *after})
    pairs = {key: [before.get(key), after.get(key)] for key in keys}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def record(
    *,
    by: Any,
    action: str,
    obj: Any,
    changes: dict[str, list[Any]] | None = None,
    note: str = "",
    token: str | None = None,
    kabupaten: str | None = None,
) -> AuditEvent:
    """Tulis satu kejadian dalam transaksi yang sedang berjalan, di ujung rantai kabupatennya."""
    scope = obj.kabupaten_kode if kabupaten is None else kabupaten
    with locked(scope) as chain:
        if token and AuditEvent.objects.filter(token=token).exists():
            raise Replayed
        event = AuditEvent(
            kabupaten=scope,
            nomor=chain.nomor + 1,
            waktu=timezone.now(),
            actor=str(by)[:200],
            action=action,
            model=obj._meta.label,
            object_id=str(obj.pk or ""),
            label=str(obj)[:300],
            changes=changes or {},
            note=note,
            token=token or None,
            previous_hash=chain.hash,
        )
        event.hash = digest(event)
        event.save()
        AuditChain.objects.filter(pk=chain.pk).update(
            nomor=event.nomor,
            hash=event.hash,
        )
    return event


def record_denied(user: Any, model: type[models.Model], pk: Any, note: str) -> None:
    """Catat percobaan yang tidak boleh pada rantai kabupaten pelakunya.

    Isi barisnya tidak disalin.
    """
    target = _Target(model, pk)
    kabupaten = user.kabupaten.kode if user.kabupaten_id else ""
    record(
        by=user,
        action=Action.DENIED,
        obj=target,
        note=note,
        kabupaten=kabupaten,
    )


class _Target:
    """Sasaran kejadian yang ditolak: hanya jenis dan nomornya."""

    def __init__(self, model: type[models.Model], pk: Any) -> None:
        self._meta = model._meta
        self.pk = pk

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk or ''}".strip()


def digest(event: AuditEvent) -> str:
    """SHA-256 atas seluruh isi kejadian dan hash kejadian sebelumnya."""
    content = {
        field.name: field.value_from_object(event)
        for field in event._meta.concrete_fields
        if field.name not in {"id", "hash", "waktu"}
    }
    content["waktu"] = event.waktu.isoformat(timespec="microseconds").replace("+00:00", "Z")
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def verify() -> Iterator[str]:
    """Satu kalimat untuk kejadian pertama yang rusak di tiap rantai; kosong bila semua utuh."""
    chains = {chain.kabupaten: chain for chain in AuditChain.objects.all()}
    orphans = AuditEvent.objects.exclude(kabupaten__in=chains).values_list("kabupaten", flat=True)
    for kode in sorted({*chains, *orphans}):
        problem = _verify_chain(kode, chains.get(kode))
        if problem:
            yield f"Rantai {kode or 'bersama'}: {problem}"


def _verify_chain(kode: str, chain: AuditChain | None) -> str:
    previous = ""
    expected = 1
    for event in AuditEvent.objects.filter(kabupaten=kode).order_by("nomor").iterator():
        if event.nomor != expected:
            return f"kejadian #{expected} hilang"
        if event.previous_hash != previous:
            return f"kejadian #{event.nomor} ({event}) tidak menyambung ke kejadian sebelumnya"
        if event.hash != digest(event):
            return f"kejadian #{event.nomor} ({event}) isinya telah berubah"
        previous = event.hash
        expected = expected + 1
    if chain is None:
        return "ujung rantai hilang"
    if (chain.nomor, chain.hash) != (expected - 1, previous):
        return f"rantai berakhir di #{expected - 1}, seharusnya #{chain.nomor}"
    return ""
