"""Faktor kedua: barisnya milik allauth, kejadiannya tercatat pada akunnya."""

from typing import Any

from allauth.mfa.models import Authenticator

from accounts.models import User
from core import audit


def record_faktor(pengguna: User, *, by: Any, note: str) -> None:
    """Satu kejadian pada akun itu; rahasianya tidak disalin."""
    audit.record(by=by, action=audit.Action.UPDATE, obj=pengguna, note=note)


def lepas_faktor(pengguna: User, *, by: Any, note: str) -> None:
    """Hapus semua faktor kedua akun itu; ia masuk dengan kata sandi lalu memasangnya lagi."""
    with audit.locked(pengguna.kabupaten_kode):
        Authenticator.objects.filter(user=pengguna).delete()
        record_faktor(pengguna, by=by, note=note)
