"""Mengakhiri sesi."""

from collections.abc import Sequence
from typing import Any

from allauth.usersessions.models import UserSession

from accounts.models import User
from core import audit


def end_sesi(pengguna: User, sesi: Sequence[UserSession], *, by: Any) -> int:
    """Akhiri `sesi` milik `pengguna`; hasilnya banyaknya. Satu kejadian pada akunnya."""
    banyak = len(sesi)
    if not banyak:
        return 0
    with audit.locked(pengguna.kabupaten_kode):
        for satu in sesi:
            satu.end()
        audit.record(
            by=by,
            action=audit.Action.UPDATE,
            obj=pengguna,
            note=f"mengakhiri {banyak} sesi",
        )
    return banyak
