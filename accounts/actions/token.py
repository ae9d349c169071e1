"""Token API: dibuat, dipakai, dicabut."""

from secrets import token_urlsafe
from typing import Any

from django.utils import timezone

from accounts.models import TokenApi
from accounts.models.tautan import sidik
from core import audit, door
from core.audit import Refused

AWALAN = "dpmd_"  # dikenali pemindai rahasia bila terlanjur tersalin ke tempat umum
PANJANG = 32  # bita acak
ALASAN = {
    "dicabut": "Token ini sudah dicabut; mintalah yang baru kepada admin kantornya.",
    "kedaluwarsa": "Token ini lewat masa berlakunya; mintalah yang baru kepada admin kantornya.",
}


def issue_token(token: TokenApi, *, by: Any, kiriman: str | None = None) -> str:
    """Simpan `token` baru; rahasianya, yang sekali ini saja diketahui."""
    rahasia = AWALAN + token_urlsafe(PANJANG)
    token.sidik = sidik(rahasia)
    token.dibuat_pada = timezone.localdate()
    door.save(token, by=by, token=kiriman)
    return rahasia


def revoke_token(token: TokenApi, *, by: Any) -> None:
    """Sejak ini tidak membuka apa pun; `Refused` bila sudah dicabut."""
    with audit.locked(token.kabupaten_kode):
        token.refresh_from_db()
        if token.dicabut_at is not None:
            raise Refused("Token ini sudah dicabut.")
        token.dicabut_at = timezone.now()
        door.save(token, by=by, note="dicabut")


def use_token(rahasia: str) -> TokenApi:
    """Token pemilik `rahasia`; pemakaian pertamanya tiap hari tercatat.

    `Refused` bila tidak dikenal, dicabut, atau lewat masanya.
    """
    rows = TokenApi.objects.select_related("kabupaten").bertanda(rahasia)
    token: TokenApi | None = rows.first()
    if token is None:
        raise Refused("Token tidak dikenal.")
    if token.keadaan in ALASAN:
        raise Refused(ALASAN[token.keadaan])
    hari_ini = timezone.localdate()
    if token.dipakai_pada != hari_ini:
        token.dipakai_pada = hari_ini
        door.save(token, by=token, note="dipakai")
    return token
