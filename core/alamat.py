"""Alamat peminta: dari sambungannya, atau dari peladen depan yang dipercaya."""

from collections.abc import Iterable
from ipaddress import ip_address, ip_network


def asal(sambungan: str, lewat: str, dipercaya: Iterable[str]) -> str:
    """Alamat terdekat yang bukan peladen depan kita.

    `lewat` isi X-Forwarded-For: yang paling kanan ditambahkan peladen terdekat, yang di kirinya
    dapat dikarang peminta.
    """
    percaya = tuple(dipercaya)
    terdekat = sambungan
    tertulis = lewat.split(",")
    for satu in reversed(tertulis):
        if not is_dipercaya(terdekat, percaya):
            break
        berikut = satu.strip()
        if not _is_alamat(berikut):
            break
        terdekat = berikut
    return terdekat


def is_dipercaya(alamat: str, dipercaya: Iterable[str]) -> bool:
    """Apakah `alamat` salah satu peladen depan, atau di dalam jaringannya."""
    if not _is_alamat(alamat):
        return False
    satu = ip_address(alamat)
    return any(satu in ip_network(jaringan) for jaringan in dipercaya)


def _is_alamat(teks: str) -> bool:
    try:
        ip_address(teks)
    except ValueError:
        return False
    return True
