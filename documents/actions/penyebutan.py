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
    tertulis = _SEBUT.findall(isi)
    if not tertulis:
        return []
    pembaca = _pembaca(utas)
    orang = []
    asing = []
    for nama in sorted(set(map(str.lower, tertulis))):
        if nama in pembaca:
            orang.append(pembaca[nama])
        else:
            asing.append(f"@{nama}")
    if asing:
        sebutan = ", ".join(asing)
        raise Refused(f"Tidak ada akun {sebutan} yang dapat membuka halaman ini.")
    return orang


def _pembaca(utas: Any) -> dict[str, User]:
    """Akun aktif daerahnya yang berhak melihat jenisnya, dan barisnya tampak olehnya."""
    meta = utas._meta
    hak = f"{meta.app_label}.view_{meta.model_name}"
    pembaca = {}
    aktif = User.objects.filter(kabupaten=utas.kabupaten, is_active=True)
    for user in aktif:
        tampak = type(utas).objects.visible_to(user)
        if user.has_perm(hak) and tampak.filter(pk=utas.pk).exists():
            nama = user.username.lower()
            pembaca[nama] = user
    return pembaca
