"""Isi Pernyataan Telah Direviu (Permenpan-RB 53/2014 lampiran III)."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from documents.kepala import KepalaNaskah


@dataclass(frozen=True, slots=True, kw_only=True)
class LkjipDireviu:
    """Naskah yang direviu dan dinas pemiliknya; `sebutan` jenisnya, kosong berarti LKjIP.

    `isi_lkjip` SHA-256 isi bekunya, kosong selama draf: pernyataan hanya berlaku atas isi itu.
    """

    dinas: str
    tahun: int
    nomor: str
    tanggal: datetime.date | None
    isi_lkjip: str
    sebutan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPernyataanReviu(KepalaNaskah):
    """Isi pernyataan; `pengecualian` mengapa dinyatakan walau masih ada catatan terbuka."""

    VERSI: ClassVar[int] = 1

    direviu: LkjipDireviu
    catatan_terbuka: tuple[str, ...] = ()
    pengecualian: str = ""
