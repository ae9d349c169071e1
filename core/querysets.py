"""Pilihan baris menurut hak: setiap halaman bertanya lewat `visible_to`."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models

PANJANG_NOMOR = 18  # angka; yang lebih panjang melampaui kolom nomor basis data


def parse_nomor(teks: str) -> int | None:
    """Nomor baris yang disebut alamat atau kiriman; `None` bila bukan nomor yang mungkin ada."""
    is_angka = teks.isascii() and teks.isdecimal()
    if not is_angka or len(teks) > PANJANG_NOMOR:
        return None
    return int(teks)


def tunggal(rows: Any) -> Any:
    """Satu-satunya baris di antara `rows`; `None` bila tidak ada.

    Mengurutkannya, seperti `first()`, lebih mahal daripada membacanya.
    """
    baris = iter(rows.order_by())
    return next(baris, None)


def at_tahun(row: Any, tahun: int) -> Any:
    """`row` dengan rujukannya sebagaimana keadaannya pada tahun barisnya, atau pada `tahun`.

    Rujukan yang sudah dibaca ditelusuri pula.
    """
    if getattr(row, "is_kini", True):
        return row
    tahun = getattr(row, "tahun", None) or tahun
    for field in row._meta.concrete_fields:
        if field.is_relation and getattr(row, field.attname):
            _read_at(row, field, tahun)
    return row


def _read_at(row: Any, field: Any, tahun: int) -> None:
    """Hanya yang keadaannya (`saat`) atau definisinya (`pada`) menurut waktu dibaca lagi."""
    model = field.related_model
    rows = model._default_manager
    if hasattr(rows, "saat"):
        nomor = getattr(row, field.attname)
        saat = rows.saat(tahun).get(pk=nomor)
        setattr(row, field.name, saat)
    elif hasattr(model, "pada"):
        kini = getattr(row, field.name)
        setattr(row, field.name, kini.pada(tahun))
    elif field.is_cached(row) and hasattr(model, "is_kini"):
        kini = getattr(row, field.name)
        at_tahun(kini, tahun)


def rows_at(rows: Any, tahun: int | None) -> Any:
    """Wilayah menurut keadaan `tahun`; tanpa tahun, dan baris lain, apa adanya."""
    if tahun and hasattr(rows, "saat"):
        return rows.saat(tahun)
    return rows


def related_at(rows: Any, kolom: str, tahun: int) -> Any:
    """`rows` dengan rujukan pada `kolom` dibaca sekaligus; wilayahnya menurut `tahun`."""
    bagian = kolom.split("__")
    awal = bagian[0]
    field = rows.model._meta.get_field(awal)
    dirujuk = field.related_model._default_manager
    is_wilayah = hasattr(dirujuk, "saat")
    if not tahun or not is_wilayah:
        return rows.select_related(kolom)
    saat = dirujuk.saat(tahun)
    bacaan = models.Prefetch(awal, saat)
    return rows.prefetch_related(bacaan)


class ScopedQuerySet(models.QuerySet[Any]):
    """Baris milik satu kabupaten; `kabupaten_path` pada model menunjuk jalan ke kabupatennya."""

    def visible_to(self, user: Any) -> Self:
        """Baris kabupaten pengguna; data acuan (`kabupaten_path` None) terlihat bagi semua."""
        path = self.model.kabupaten_path
        if path is None:
            return self.all()
        if user.kabupaten_id is None:
            return self.none()
        return self.filter(**{path: user.kabupaten_id})

    def pada_tahun(self, tahun: int) -> Self:
        """Yang dicari selama bekerja pada `tahun`; yang tidak bertahun selalu ada."""
        return self

    def sebagian(self, semua_nama: Iterable[str]) -> set[str]:
        """Kolom di antara `semua_nama` yang nilainya diketahui hanya pada sebagian baris.

        Satu kueri; yang seluruhnya diketahui dan yang seluruhnya kosong tidak termasuk.
        """
        semua = tuple(semua_nama)
        per_kolom = {f"banyak_{nama}": models.Count(nama) for nama in semua}
        banyak = self.order_by().aggregate(banyak=models.Count("pk"), **per_kolom)
        return {nama for nama in semua if 0 < banyak[f"banyak_{nama}"] < banyak["banyak"]}

    def for_tahun(self, tahun: int) -> Self:
        """Baris data satu tahun."""
        return self.filter(tahun=tahun)
