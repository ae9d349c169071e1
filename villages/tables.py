"""Kolom wilayah pada daftar: namanya menurut tahun barisnya, atau tahun daftarnya."""

from collections.abc import Callable
from typing import Any

import django_tables2 as tables

from core.daerah import SebutanWilayah
from villages.models import Desa, Kecamatan, KerjaSama, Lembaga
from villages.nama import berkini

PerNomor = dict[int, Any]


class SaatColumn(tables.Column):
    """Di layar nama kini di sampingnya bila lain; unduhannya hanya nama tahun itu."""

    def render(self, value: Any, record: Any, table: Any) -> str:
        return self.value(value, record, table)

    def value(self, value: Any, record: Any, table: Any) -> str:
        raise NotImplementedError


class JenisColumn(tables.Column):
    """Desa atau kelurahan dengan kata."""

    def render(self, value: str, table: Any) -> str:
        """Menurut sebutan setempat."""
        sebutan = dict(Desa.JENIS)
        request = getattr(table, "request", None)  # tabel di halaman lain tidak memilikinya
        if request is None:
            return sebutan[value]
        wilayah: SebutanWilayah = request.user.kabupaten.wilayah
        return wilayah.label(sebutan[value])

    def value(self, value: str, table: Any) -> str:
        return self.render(value, table)


class KiniColumn(tables.Column):
    """Keadaan kini yang lain dari tahun bacaannya; hanya pada unduhan."""

    def __init__(self) -> None:
        super().__init__("Kini", empty_values=(), visible=False)

    def value(self, record: Any) -> str:
        """Kosong bila tidak ada yang berganti."""
        return str(record.kini)


class BerkiniColumn(tables.Column):
    """Nama atau kode tahun itu; di layar yang kini di sampingnya bila lain."""

    def __init__(self, kolom: str) -> None:
        super().__init__(kolom.title(), accessor=f"{kolom}_saat")
        self.kini = kolom

    def render(self, value: str, record: Any) -> str:
        """Kini menurut kolom barisnya."""
        kini = getattr(record, self.kini)
        return berkini(value, kini)

    def value(self, value: str) -> str:
        """Untuk unduhan: tahun itu saja."""
        return value


class LetakColumn(tables.Column):
    """Kecamatan desa pada tahun bacaannya."""

    def __init__(self) -> None:
        super().__init__("Kecamatan", accessor="letak", order_by="letak_saat")

    def render(self, record: Any) -> str:
        """Dengan yang kini di sampingnya bila lain."""
        return str(record.letak_tahun)

    def value(self, value: str) -> str:
        """Untuk unduhan: tahun itu saja."""
        return value


class DesaColumn(SaatColumn):
    """Nama desanya."""

    def render(self, value: Desa, record: Any, table: Any) -> str:
        desa = desa_saat(value, record, table)
        return desa.tulisan_tahun

    def value(self, value: Desa, record: Any, table: Any) -> str:
        desa = desa_saat(value, record, table)
        return str(desa)


class KecamatanDesaColumn(SaatColumn):
    """Kecamatan yang memuat desanya."""

    def render(self, value: Kecamatan, record: Any, table: Any) -> str:
        desa = desa_saat(record.desa, record, table)
        return desa.letak_tahun

    def value(self, value: Kecamatan, record: Any, table: Any) -> str:
        desa = desa_saat(record.desa, record, table)
        return desa.letak


class KecamatanColumn(SaatColumn):
    """Nama kecamatannya."""

    def render(self, value: Kecamatan, record: Any, table: Any) -> str:
        kecamatan = kecamatan_saat(value, record, table)
        return kecamatan.tulisan_tahun

    def value(self, value: Kecamatan, record: Any, table: Any) -> str:
        kecamatan = kecamatan_saat(value, record, table)
        return str(kecamatan)


class KerjaSamaColumn(SaatColumn):
    """Kerja sama dengan nama kecamatannya."""

    def value(self, value: KerjaSama, record: Any, table: Any) -> str:
        value.kecamatan = kecamatan_saat(value.kecamatan, record, table)
        return str(value)


class LembagaColumn(SaatColumn):
    """Lembaga dengan nama desanya."""

    def value(self, value: Lembaga, record: Any, table: Any) -> str:
        value.desa = desa_saat(value.desa, record, table)
        return str(value)


def desa_saat(desa: Desa, record: Any, table: Any) -> Desa:
    """Desa itu sebagaimana keadaannya; semua desa setahun dibaca sekaligus."""
    kabupaten = desa.kecamatan.kabupaten_id
    semua: dict[int, Desa] = _ingat(table, record, kabupaten, _semua_desa)
    return semua[desa.pk]


def kecamatan_saat(kecamatan: Kecamatan, record: Any, table: Any) -> Kecamatan:
    """Kecamatan itu sebagaimana keadaannya."""
    kabupaten = kecamatan.kabupaten_id
    semua: dict[int, Kecamatan] = _ingat(table, record, kabupaten, _semua_kecamatan)
    return semua[kecamatan.pk]


def _semua_desa(kabupaten: int, tahun: int) -> PerNomor:
    rows = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    return {desa.pk: desa for desa in rows.select_related("kecamatan")}


def _semua_kecamatan(kabupaten: int, tahun: int) -> PerNomor:
    rows = Kecamatan.objects.filter(kabupaten=kabupaten).saat(tahun)
    return {kecamatan.pk: kecamatan for kecamatan in rows}


def _ingat(
    table: Any,
    record: Any,
    kabupaten: int,
    read: Callable[..., Any],
) -> Any:
    """Dibaca sekali tiap tabel, kabupaten dan tahun."""
    tahun = getattr(record, "tahun", None) or table.request.tahun
    kunci = (read, kabupaten, tahun)
    terbaca = table.__dict__.setdefault("menurut_tahun", {})
    if kunci not in terbaca:
        terbaca[kunci] = read(kabupaten, tahun)
    return terbaca[kunci]
