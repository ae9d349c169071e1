"""Naskah di meja reviu sebagaimana dibekukan, dibaca sekali bagi semua petunjuknya."""

import html
import re
from functools import cached_property
from typing import Any

from documents.printing import isi_naskah, print_html
from documents.reports.temuan import KeadaanTemuan, keadaan_temuan
from kinerja.reviu.jenis import JenisReviu, SemuaTempat, jenis_reviu

_TAG = re.compile(r"<[^>]*>")
_TERSEMBUNYI = re.compile(r"<(style|script|svg)\b.*?</\1>", re.DOTALL)
_SPASI = re.compile(r"\s+")


class TidakDireviu(LookupError):
    """Jenis naskahnya tidak terdaftar."""


class BahanReviu:
    """Satu naskah, isi bekunya, dan temuan uji kewajaran atas isi itu."""

    def __init__(self, naskah: Any) -> None:
        self.naskah = naskah
        jenis = jenis_reviu(naskah._meta.label)
        if jenis is None:
            raise TidakDireviu(naskah._meta.label)
        self.jenis: JenisReviu = jenis

    @cached_property
    def isi(self) -> Any:
        """`Unreadable` bila isi bekunya rusak."""
        return isi_naskah(self.naskah)

    @cached_property
    def temuan(self) -> KeadaanTemuan:
        """Uji dijalankan atas isi beku, bukan isi kini."""
        reading = self.naskah.reading()
        reading.isi = self.isi
        return keadaan_temuan(self.naskah, reading)

    @cached_property
    def tempat(self) -> SemuaTempat:
        return self.jenis.semua_tempat(self.isi)

    def sebutan(self, kode: str) -> str:
        """Sebutan satu tempat; kosong bila tidak ada pada isi bekunya."""
        for satu in self.tempat:
            if satu.kode == kode:
                return satu.sebutan
        return ""

    @cached_property
    def tulisan(self) -> str:
        """Seluruh tulisan cetakannya tanpa spasi."""
        cetakan = _TERSEMBUNYI.sub("", print_html(self.naskah))
        return _rapat(html.unescape(_TAG.sub("", cetakan)))

    def is_tertulis(self, kutipan: str) -> bool:
        """Kutipan itu ada pada cetakannya, tanpa memandang spasi."""
        return _rapat(kutipan) in self.tulisan


def _rapat(tulisan: str) -> str:
    return _SPASI.sub("", tulisan)
