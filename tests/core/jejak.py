"""Kejadian yang tercatat menurut urutannya, dan kalimat kunci fixture `locked_2023`."""

from typing import Any

from core.models import AuditEvent

LOCK = "Data tahun 2023 terkunci."


def events(**saring: Any) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(**saring).order_by("nomor"))
