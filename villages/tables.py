"""Kolom wilayah pada daftar yang barisnya bertahun: namanya menurut tahun barisnya."""

from typing import Any

import django_tables2 as tables

from villages.models import Desa, Kecamatan
from villages.sources import Keadaan, keadaan, nama_kecamatan


class SaatColumn(tables.Column):
    """Ditulis sama di layar dan pada unduhannya."""

    def render(self, value: Any, record: Any, table: Any) -> str:
        return self.value(value, record, table)

    def value(self, value: Any, record: Any, table: Any) -> str:
        raise NotImplementedError


class DesaColumn(SaatColumn):
    """Nama desanya pada tahun barisnya."""

    def value(self, value: Desa, record: Any, table: Any) -> str:
        saat = _keadaan(value, record.tahun, table)
        return saat.nama


class KecamatanDesaColumn(SaatColumn):
    """Kecamatan yang memuat desanya pada tahun barisnya."""

    def value(self, value: Kecamatan, record: Any, table: Any) -> str:
        saat = _keadaan(record.desa, record.tahun, table)
        return saat.kecamatan


class KecamatanColumn(SaatColumn):
    """Nama kecamatannya pada tahun barisnya."""

    def value(self, value: Kecamatan, record: Any, table: Any) -> str:
        kabupaten = value.kabupaten_id
        kunci = (nama_kecamatan, kabupaten, record.tahun)
        semua: dict[int, str] = _ingat(table, kunci)
        return semua[value.pk]


def _keadaan(desa: Desa, tahun: int, table: Any) -> Keadaan:
    """Keadaan desa itu; semua desa setahun dibaca sekaligus."""
    kabupaten = desa.kecamatan.kabupaten_id
    kunci = (keadaan, kabupaten, tahun)
    semua: dict[int, Keadaan] = _ingat(table, kunci)
    return semua[desa.pk]


def _ingat(table: Any, kunci: Any) -> Any:
    """Dibaca sekali tiap tabel, kabupaten dan tahun."""
    terbaca = table.__dict__.setdefault("menurut_tahun", {})
    if kunci not in terbaca:
        baca, kabupaten, tahun = kunci
        terbaca[kunci] = baca(kabupaten, tahun)
    return terbaca[kunci]
