"""Naskah sah yang mengunci satu lingkup data."""

from accounts.models import TokenApi
from documents.models import Kunci

Lingkup = tuple[str, ...]  # data yang terkunci bersama


def sah(token: TokenApi, tahun: int, lingkup: Lingkup) -> str | None:
    """Kode naskah tahun itu, atau naskah sesudahnya yang mencetak angkanya (ADR 95).

    `None` bila tidak ada, atau selama kuncinya dibuka.
    """
    kunci = Kunci.objects.penahan(token.kabupaten.kode, tahun, lingkup)
    if kunci is None:
        return None
    kode: str = kunci.pengesahan.kode
    return kode
