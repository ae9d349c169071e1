"""Satu-satunya pintu jejak audit, dengan rantai hash per kabupaten."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from core.kiriman import Replayed as Replayed
from core.kiriman import first_token
from core.models import AuditChain, AuditEvent
from core.querysets import tunggal
from core.segel import Neraca, segel, sidik, tambahkan

Fields = dict[str, Any]  # kolom → nilainya
Action = AuditEvent.Action
Model = type[models.Model]
NilaiKolom = dict[str, str | None]  # kolom → tulisannya
Changes = dict[str, list[Any]]  # kolom → sebelum dan sesudah
SENSITIVE = {"password", "telepon", "kontak"}  # isinya tidak pernah disalin ke jejak audit
BEKU = {"content"}  # isi beku panjang; yang dicatat SHA-256-nya, demikian pula kolom JSON
TANPA_SELISIH: Neraca = MappingProxyType({})
PANJANG_NOMOR = 40  # aksara nomor sasaran satu kejadian
TAK_BERHASH = {"id", "hash", "segel", "waktu"}
Jawaban = TypeVar("Jawaban")
_ingatan: ContextVar[dict[Any, Any] | None] = ContextVar("jawaban kunci", default=None)
_held: ContextVar[frozenset[str]] = ContextVar("rantai dipegang", default=frozenset())


class Refused(Exception):
    """Perubahan yang ditolak dengan alasan yang ditunjukkan kepada pengguna."""


class Invalid(ValidationError, Refused):
    """Isinya tidak sah: formulir dan kisi membacanya per kolom, yang lain sebagai satu kalimat."""

    def __str__(self) -> str:
        return " ".join(self.messages)


@contextmanager
def locked(*semua: str) -> Iterator[None]:
    """Transaksi yang memegang rantai tiap kabupaten: penulisan kabupaten yang sama berurutan."""
    held = _held.get()
    ingatan = _ingatan.get()
    if ingatan is None:
        ingatan = {}
    with transaction.atomic():
        for kabupaten in sorted(set(semua) - held):
            ingatan[AuditChain, kabupaten] = hold(kabupaten)
        held_semula = _held.set(held.union(semua))
        ingatan_semula = _ingatan.set(ingatan)
        try:
            yield
        finally:
            _ingatan.reset(ingatan_semula)
            _held.reset(held_semula)


def hold(kabupaten: str) -> AuditChain:
    """Ujung rantai `kabupaten`, dipegang sampai transaksi yang sedang berjalan selesai."""
    mine = AuditChain.objects.filter(kabupaten=kabupaten).select_for_update()
    ujung: AuditChain | None = tunggal(mine)
    if ujung is None:
        AuditChain.objects.get_or_create(kabupaten=kabupaten)
        ujung = mine.get()
    return ujung


@contextmanager
def _ujung(kabupaten: str) -> Iterator[AuditChain]:
    """Ujung rantai yang dipegang: yang terbaca saat itu bila belum disambung, atau dibaca lagi."""
    is_dipegang = kabupaten in _held.get()
    with nullcontext() if is_dipegang else locked(kabupaten):
        ingatan = _ingatan.get() or {}
        terbaca = ingatan.pop((AuditChain, kabupaten), None)
        yield terbaca or AuditChain.objects.get(kabupaten=kabupaten)


def remember(kunci: Any, ask: Callable[[], Jawaban]) -> Jawaban:
    """Jawaban `ask`.

    Selama rantai dipegang pertanyaan yang sama diajukan sekali, sebab jawabannya tetap.
    """
    ingatan = _ingatan.get()
    if ingatan is None:
        return ask()
    if kunci not in ingatan:
        ingatan[kunci] = ask()
    jawaban: Jawaban = ingatan[kunci]
    return jawaban


def nilai_kolom(obj: models.Model) -> NilaiKolom:
    """Isi baris sebagai teks per kolom.

    Yang rahasia hanya ditandai terisi; isi beku dan JSON berupa SHA-256.
    """
    hasil: NilaiKolom = {}
    for field in recorded(obj._meta.model):
        nilai = getattr(obj, field.attname)
        hasil[field.name] = teks_kolom(field, nilai)
    return hasil


def teks_kolom(field: Any, nilai: Any) -> str | None:
    """Tulisan satu kolom; `None` berarti tidak diisi."""
    if nilai is None:
        return None
    if field.name in SENSITIVE:
        if nilai:
            sidik = _sha256(nilai)
            return f"terisi ({sidik[:8]})"
        return None
    if nilai and isinstance(field, models.JSONField):
        tulisan = _json(nilai)
        return f"sha256 {_sha256(tulisan)}"
    if nilai and field.name in BEKU:
        return f"sha256 {_sha256(nilai)}"
    return _teks(nilai)


@cache
def recorded(model: Model) -> list[Any]:
    """Kolom yang dicatat: bukan nomor baris, bukan yang dihitung basis data dari kolom lain."""
    recorded = []
    for field in model._meta.concrete_fields:
        is_derived = field.primary_key or field.generated
        if not is_derived and field.name != "last_login":
            recorded.append(field)
    return recorded


def tulisan(row: models.Model) -> str:
    """Tabel, isi baris dan anggota relasi banyaknya, tanpa kolom yang ditulis lepas."""
    isi: Fields = nilai_kolom(row)
    for nama in getattr(row, "lepas", ()):
        del isi[nama]
    for field in row._meta.local_many_to_many:
        members = getattr(row, field.name).all()
        isi[field.name] = sorted(str(member) for member in members)
    return json.dumps([row._meta.label, isi], ensure_ascii=False)


def sidik_baris(row: models.Model) -> int:
    """Sidik nomor dan tulisan baris."""
    return sidik(row.pk, tulisan(row))


def _sha256(nilai: Any) -> str:
    """Atas tulisannya, agar sama di mesin mana pun."""
    teks = str(nilai)
    return sha256(teks.encode()).hexdigest()


def _json(nilai: Any) -> str:
    """Kunci berurut, sehingga isi yang sama selalu tulisan yang sama."""
    return json.dumps(nilai, sort_keys=True, ensure_ascii=False)


def _teks(nilai: Any) -> str:
    """Tulisan tetap: 90 dan 90,0000 bukan perubahan, saat yang sama di dua zona juga bukan."""
    if isinstance(nilai, Decimal):
        return format(nilai.normalize(), "f")
    if isinstance(nilai, datetime):
        return str(nilai.astimezone(UTC))
    return str(nilai)


def fingerprint(obj: models.Model, *relations: str) -> str:
    """Sidik isi baris dan relasi banyaknya.

    Berbeda bila diubah orang lain sejak formulir dibuka.
    """
    isi: list[Any] = sorted(nilai_kolom(obj).items())
    for nama in relations:
        members = getattr(obj, nama).all()
        semua_nomor = sorted(member.pk for member in members)
        isi.append((nama, semua_nomor))
    return _sha256(isi)[:16]


def difference(before: Fields, after: Fields) -> Changes:
    """`{kolom: [sebelum, sesudah]}` untuk kolom yang berbeda."""
    hasil = {}
    semua_kunci = {*before, *after}
    for kunci in sorted(semua_kunci):
        old = before.get(kunci)
        new = after.get(kunci)
        if old == new:
            continue
        hasil[kunci] = [old, new]
    return hasil


def record(
    *,
    by: Any,
    action: str,
    obj: Any,
    changes: Changes | None = None,
    note: str = "",
    token: str | None = None,
    kabupaten: str | None = None,
    selisih: Neraca = TANPA_SELISIH,
) -> AuditEvent:
    """Tulis satu kejadian dalam transaksi yang sedang berjalan, di ujung rantai kabupatennya.

    `selisih`: tabel → jumlah sidik baris sesudahnya dikurangi sebelumnya.
    """
    scope = obj.kabupaten_kode if kabupaten is None else kabupaten
    with _ujung(scope) as chain:
        token = first_token(token)
        if token and AuditEvent.objects.filter(token=token).exists():
            raise Replayed
        event = AuditEvent(
            kabupaten=scope,
            waktu=timezone.now(),
            actor=str(by)[:200],
            action=action,
            model=obj._meta.label,
            object_id=str(obj.pk or ""),
            label=str(obj)[:300],
            changes=changes or {},
            note=note,
            token=token,
            keadaan=tambahkan(chain.keadaan, selisih),
        )
        _append(chain, event)
    return event


def _append(chain: AuditChain, event: AuditEvent) -> None:
    """Sambung `event` ke ujung rantainya, bersegel."""
    event.nomor = chain.nomor + 1
    event.previous_hash = chain.hash
    event.hash = digest(event)
    event.segel = segel(event.hash)
    event.save()
    AuditChain.objects.filter(pk=chain.pk).update(
        nomor=event.nomor,
        hash=event.hash,
        keadaan=chain.keadaan | event.keadaan,
    )


def record_denied(user: Any, model: Model, pk: Any, note: str) -> None:
    """Catat percobaan yang tidak boleh pada rantai kabupaten pelakunya.

    Isi barisnya tidak disalin.
    """
    target = _Target(model, pk)
    kabupaten = ""
    if user.kabupaten_id:
        kabupaten = user.kabupaten.kode
    record(
        by=user,
        action=Action.DENIED,
        obj=target,
        note=note,
        kabupaten=kabupaten,
    )


class _Target:
    """Sasaran kejadian yang ditolak: hanya jenis dan nomornya, sepanjang kolomnya."""

    def __init__(self, model: Model, pk: Any) -> None:
        self._meta = model._meta
        self.pk = str(pk or "")[:PANJANG_NOMOR]

    def __str__(self) -> str:
        nama = self._meta.verbose_name
        return f"{nama} {self.pk}".strip()


def digest(event: AuditEvent) -> str:
    """SHA-256 atas seluruh isi kejadian dan hash kejadian sebelumnya."""
    return _sha256(_json(isi(event)))


def isi(event: AuditEvent) -> Fields:
    """Isi kejadian sebagaimana dihitung hash-nya, untuk dihitung ulang di tempat lain."""
    isi = {}
    for field in event._meta.concrete_fields:
        if field.name not in TAK_BERHASH:
            isi[field.name] = field.value_from_object(event)
    if not event.keadaan:
        del isi["keadaan"]  # kejadian rilis 0.1.0 tidak memuatnya
    waktu = event.waktu.isoformat(timespec="microseconds")
    isi["waktu"] = waktu.replace("+00:00", "Z")
    return isi
