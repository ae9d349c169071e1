"""Faktor kedua: barisnya milik allauth, kejadiannya tercatat pada akunnya.

Rahasianya tersandi dengan kunci dari SECRET_KEY. Kunci pemasangan asalnya, yang datang bersama
cadangannya, ada di `jejak/faktor` pada folder data, satu baris satu kunci.
"""

import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from accounts.models import User
from accounts.models.tautan import sidik
from core import audit

BERLAKU = 30 * (2 * settings.MFA_TOTP_TOLERANCE + 1)  # detik satu kode dari aplikasi diterima

BERKAS_FAKTOR = "faktor"  # di folder jejak
RAHASIA = ("secret", "seed")  # aplikasi kode; kode pemulihan


def kunci_faktor() -> list[str]:
    """Kunci Fernet yang membuka rahasia di basis data ini; yang pertama juga menyandikan."""
    bahan = f"faktor kedua {settings.SECRET_KEY}"
    sendiri = sha256(bahan.encode())
    sandi = urlsafe_b64encode(sendiri.digest())
    kunci = [sandi.decode()]
    jejak = Path(settings.DATA_DIR) / "jejak"
    asal = jejak / BERKAS_FAKTOR
    if asal.exists():
        tertulis = asal.read_text()
        kunci += tertulis.split()
    berurutan = dict.fromkeys(kunci)
    return list(berurutan)


def sandi_faktor() -> MultiFernet:
    return MultiFernet([Fernet(kunci) for kunci in kunci_faktor()])


def tak_terbuka() -> list[str]:
    """Nama akun yang rahasia faktor keduanya tidak terbuka dengan kunci mana pun."""
    semua = Authenticator.objects.select_related("user")
    nama = set()
    for faktor in semua:
        if not _is_terbuka(faktor):
            nama.add(faktor.user.username)
    return sorted(nama)


def _is_terbuka(faktor: Authenticator) -> bool:
    sandi = sandi_faktor()
    try:
        for nama in RAHASIA:
            if nama in faktor.data:
                sandi.decrypt(faktor.data[nama])
    except InvalidToken:
        return False
    return True


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
