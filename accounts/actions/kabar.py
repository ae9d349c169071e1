"""Surat kepada pemegang akun."""

import logging
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail

from accounts.models import User

logger = logging.getLogger(__name__)


def send(alamat: str, *, judul: str, isi: str) -> bool:
    """Satu surat; `False` bila tidak ada peladen surat, alamat, atau gagal terkirim.

    Kegagalannya dicatat bagi pengurus peladen, tidak menggagalkan perubahannya.
    """
    if not settings.HAS_SURAT or not alamat:
        return False
    pengirim = settings.DEFAULT_FROM_EMAIL
    try:
        send_mail(judul, isi, pengirim, [alamat])
    except OSError as error:
        logger.warning("Surat “%s” tidak terkirim: %s", judul, error)
        return False
    return True


def beri_tahu(semua: Iterable[User], *, judul: str, isi: str) -> None:
    """Surat yang sama kepada beberapa orang; jejak audit tetap kabar yang utama."""
    for satu in semua:
        send(satu.email, judul=judul, isi=isi)
