"""Perubahan akun yang lebih dari satu baris."""

from accounts.actions.faktor import (
    BERKAS_FAKTOR,
    kunci_faktor,
    lepas_faktor,
    record_faktor,
    sandi_faktor,
    tak_terbuka,
    use_kode,
)
from accounts.actions.kabar import send
from accounts.actions.sesi import end_sesi
from accounts.actions.tautan import issue_tautan, redeem_tautan, revoke_tautan
from accounts.actions.token import issue_token, revoke_token, use_token
from accounts.actions.usul import decide_usul, has_orang_kedua, propose

__all__ = [
    "BERKAS_FAKTOR",
    "decide_usul",
    "end_sesi",
    "has_orang_kedua",
    "issue_tautan",
    "issue_token",
    "kunci_faktor",
    "lepas_faktor",
    "propose",
    "record_faktor",
    "redeem_tautan",
    "revoke_tautan",
    "revoke_token",
    "sandi_faktor",
    "send",
    "tak_terbuka",
    "use_kode",
    "use_token",
]
