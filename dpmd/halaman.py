"""Halaman jejak audit: yang terbaru di atas."""

import django_tables2 as tables

from core.filters import cari
from core.halaman import Halaman
from core.models import AuditEvent
from core.tables import StatusColumn

WAKTU = tables.DateTimeColumn(format="j M Y H.i", attrs={"td": {"class": "waktu"}})
AUDIT = Halaman(
    model=AuditEvent,
    prefix="jejak",
    only=("list", "detail"),
    kolom=("nomor", ("waktu", WAKTU), "actor", ("action", StatusColumn()), "label", "note"),
    saring=(("actor", cari("actor", "Pelaku")), "action", ("label", cari("label", "Pada"))),
)
