"""JSON kanonik dan hash isi naskah. Tanpa Django."""

import json
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any


def canonical(payload: dict[str, Any]) -> str:
    """Teks JSON yang sama untuk isi yang sama: kunci berurut, desimal sebagai tulisan."""
    return json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} tidak dapat dibekukan.")


def digest(content: str | bytes) -> str:
    """SHA-256 heksadesimal."""
    return sha256(content.encode() if isinstance(content, str) else content).hexdigest()
