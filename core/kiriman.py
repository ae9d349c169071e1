"""Nomor kiriman: isian yang terkirim dua kali berakibat sekali.

Nomornya tersimpan pada kejadian pertama kiriman itu, sehingga jejak auditnya sekaligus tanda
terimanya.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from core.models import AuditEvent

_kiriman: ContextVar[str] = ContextVar("nomor kiriman", default="")


class Replayed(Exception):
    """Formulir atau kiriman yang sama sudah pernah diterima."""


@contextmanager
def once(nomor: str) -> Iterator[None]:
    """Kejadian pertama di dalamnya membawa `nomor`.

    `Replayed` bila nomor itu sudah diterima, dahulu atau selagi menunggu giliran.
    """
    if nomor and AuditEvent.objects.filter(token=nomor).exists():
        raise Replayed
    before = _kiriman.set(nomor)
    try:
        yield
    finally:
        _kiriman.reset(before)


def first_token(given: str | None) -> str | None:
    """Nomor yang disebut pencatatnya, atau nomor kiriman yang belum terpakai."""
    if given:
        return given
    nomor = _kiriman.get()
    if nomor:
        _kiriman.set("")
    return nomor or None
