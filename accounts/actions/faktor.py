"""Faktor kedua: barisnya milik allauth, kejadiannya tercatat pada akunnya."""

import time
from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from django.conf import settings

from accounts.models import User
from accounts.models.tautan import sidik
from core import audit

BERLAKU = 30 * (2 * settings.MFA_TOTP_TOLERANCE + 1)  # detik satu kode dari aplikasi diterima


def record_faktor(pengguna: User, *, by: Any, note: str) -> None:
    """Satu kejadian pada akun itu; rahasianya tidak disalin."""
    audit.record(by=by, action=audit.Action.UPDATE, obj=pengguna, note=note)


def lepas_faktor(pengguna: User, *, by: Any, note: str) -> None:
    """Hapus semua faktor kedua akun itu; ia masuk dengan kata sandi lalu memasangnya lagi."""
    with audit.locked(pengguna.kabupaten_kode):
        Authenticator.objects.filter(user=pengguna).delete()
        record_faktor(pengguna, by=by, note=note)


def use_kode(faktor: Authenticator, kode: str) -> bool:
    """Tandai `kode` terpakai; `False` bila sudah.

    Ingatan allauth hanya sebatas satu proses peladen, yang ini pada baris faktornya.
    """
    with audit.locked(faktor.user.kabupaten_kode):
        faktor.refresh_from_db()
        kini = int(time.time())
        lama = faktor.data.get("terpakai", {})
        terpakai = {tanda: sampai for tanda, sampai in lama.items() if sampai > kini}
        baru = sidik(normalize_user_code(kode))
        if baru in terpakai:
            return False
        faktor.data["terpakai"] = terpakai | {baru: kini + BERLAKU}
        faktor.save(update_fields=["data"])
    return True
