"""Menyebut orang dalam balasan: “@operator”, nama akun yang dapat membuka utasnya."""

import re
from typing import Any

from accounts.models import User
from core.audit import Refused

_SEBUT = re.compile(r"(?<!\S)@([\w.+-]*\w)")


def disebut(isi: str, utas: Any) -> list[User]:
    """Akun yang disebut, menurut nama akunnya.

    `Refused` menyebut yang bukan akun aktif daerah itu, atau tidak boleh membuka utasnya.
    """
    nama = {satu.lower() for satu in _SEBUT.findall(isi)}
    if not nama:
        return []
    dikenal = {}
    for user in User.objects.filter(kabupaten=utas.kabupaten, is_active=True):
        if user.username.lower() in nama and _is_pembaca(user, utas):
            dikenal[user.username.lower()] = user
    asing = sorted(nama - set(dikenal))
    if asing:
        sebutan = ", ".join(f"@{satu}" for satu in asing)
        raise Refused(f"Tidak ada akun {sebutan} yang dapat membuka halaman ini.")
    return [dikenal[satu] for satu in sorted(dikenal)]


def _is_pembaca(user: User, utas: Any) -> bool:
    """Berhak melihat jenisnya, dan barisnya tampak olehnya."""
    meta = utas._meta
    if not user.has_perm(f"{meta.app_label}.view_{meta.model_name}"):
        return False
    rows: Any = type(utas)._default_manager
    return bool(rows.visible_to(user).filter(pk=utas.pk).exists())
