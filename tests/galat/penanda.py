"""`python -m tests.galat.penanda <nomor> [tempat]`: kepala dinas menandatangani satu naskah.

Di `tempat` ia menulis `sampai` dan diam sampai dibunuh; tanpa itu naskahnya sah.
"""

import sys
from collections.abc import Callable
from time import sleep
from typing import Any

import django

from tests.beban.akun import SANDI

PENANDA = "kepala.dinas"
# nama tempat → modul, fungsinya, dan berhenti sesudahnya atau sebelumnya
TEMPAT = {
    "tercetak": ("documents.actions.workflow", "prepare_signature", True),
    "berkas": ("documents.actions.pengesahan", "store_pdf", True),
    "tanda tangan": ("documents.actions.pengesahan", "confirm", False),
    "pengesahan": ("documents.actions.pengesahan", "confirm", True),
    "kunci": ("documents.actions.workflow", "record_signature", True),
    "jangkar": ("documents.actions.pengesahan", "anchor", False),
}


def berhenti(asli: Callable[..., Any], *, is_sesudah: bool) -> Callable[..., Any]:
    """Fungsi yang sama, tetapi tidak pernah selesai."""

    def pengganti(*args: Any, **kwargs: Any) -> None:
        if is_sesudah:
            asli(*args, **kwargs)
        sys.stdout.write("sampai\n")
        sys.stdout.flush()
        sleep(600)

    return pengganti


def sign(nomor: int, tempat: str) -> None:
    from importlib import import_module

    from accounts.models import User
    from documents.actions import advance
    from kinerja.models import NaskahKinerja

    if tempat:
        alamat, fungsi, is_sesudah = TEMPAT[tempat]
        modul = import_module(alamat)
        asli = getattr(modul, fungsi)
        setattr(modul, fungsi, berhenti(asli, is_sesudah=is_sesudah))
    naskah = NaskahKinerja.objects.get(pk=nomor)
    kepala = User.objects.get(username=PENANDA)
    advance(naskah, langkah="sign", by=kepala, password=SANDI, passphrase=SANDI)


if __name__ == "__main__":
    django.setup()
    sign(int(sys.argv[1]), "".join(sys.argv[2:3]))
