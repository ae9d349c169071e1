"""Tabel daftar: angka rata kanan cara Indonesia, kolom pertama membuka rincian."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, ClassVar

import django_tables2 as tables
from django.db import models
from django.utils.html import format_html
from django_tables2.columns.base import library

from core.display import KOSONG, tulisan_dari
from core.kaki import TANDA_SEBAGIAN

RATA_KANAN = {"class": "angka"}


class AngkaColumn(tables.Column):
    """Angka dengan titik ribuan, rata kanan; `desimal` menetapkan banyak angka di belakang koma."""

    def __init__(self, *args: Any, desimal: int | None = None, **kwargs: Any) -> None:
        attrs = {"th": RATA_KANAN, "td": RATA_KANAN, "tf": RATA_KANAN}
        kwargs.setdefault("attrs", attrs)
        super().__init__(*args, **kwargs)
        self.desimal = desimal

    def render(self, value: Any) -> str:
        return self.tulisan(value)

    def value(self, value: Any) -> Any:
        """Untuk ekspor: angkanya, bukan tulisannya."""
        return value

    def tulisan(self, nilai: Any) -> str:
        """Tanpa ketetapan desimal menurut nilainya."""
        return tulisan_dari(nilai, desimal=self.desimal)


class TotalColumn(AngkaColumn):
    """Angka berkaki atas semua baris tersaring; persen berkaki tanpa dijumlahkan."""

    def __init__(self, *args: Any, is_dijumlahkan: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_dijumlahkan = is_dijumlahkan

    def render_footer(self, bound_column: Any, table: Any) -> str:
        """Jumlahnya dari basis data, bukan dari halaman yang tampak."""
        tulisan = self.tulisan(table.totals[bound_column.name])
        if bound_column.name in table.sebagian:
            return f"{tulisan}{TANDA_SEBAGIAN}"
        return tulisan


class StatusColumn(tables.Column):
    """Status sebagai warna dan kata."""

    def render(self, value: Any, record: Any, bound_column: Any) -> str:
        """Nama kelasnya dari nilai, katanya dari label."""
        raw = bound_column.accessor.resolve(record, quiet=True)
        kelas = str(raw).replace(" ", "-").lower()
        return format_html('<span class="status status-{}">{}</span>', kelas, value)

    def value(self, value: Any) -> str:
        """Untuk ekspor: katanya saja."""
        return str(value)


@library.register
class TanggalColumn(tables.DateColumn):
    """Tanggal; diunduh sebagai tanggal, bukan tulisan mesin."""

    def value(self, value: Any) -> Any:
        return value


@library.register
class SaatColumn(tables.DateTimeColumn):
    """Tanggal dan jam; diunduh dengan jam setempat."""

    def value(self, value: Any) -> Any:
        return value


class SebutanColumn(tables.Column):
    """Sebutan barisnya, yang bukan kolom mana pun."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["empty_values"] = ()
        kwargs["orderable"] = False
        kwargs["linkify"] = _rincian
        super().__init__(*args, **kwargs)

    def render(self, record: Any) -> str:
        return str(record)


class Table(tables.Table):
    """Dasar semua daftar; kolom bilangan model otomatis menjadi `AngkaColumn`.

    Desimalnya menurut `berdesimal` modelnya, atau sebanyak angkanya.
    """

    # kunci tamu yang dibaca sekaligus bila tabel menjadi panel
    related: ClassVar[tuple[str, ...]] = ()

    class Meta:
        attrs = {"class": "table table-hover"}
        empty_text = "Belum ada data."
        default = KOSONG

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        model = cls._meta.model
        if not model:
            return
        berdesimal = getattr(model, "berdesimal", {})
        for nama, column in cls.base_columns.items():
            is_polos = type(column) is tables.Column
            if is_polos and _is_angka(model, nama):
                cls.base_columns[nama] = AngkaColumn(
                    verbose_name=column.verbose_name,
                    accessor=column.accessor,
                    desimal=berdesimal.get(nama),
                )
            elif isinstance(column, tables.BooleanColumn):
                column.yesno = ("Ya", "Tidak")
        cls._link_first()

    @classmethod
    def _link_first(cls) -> None:
        """Kolom pertama membuka rinciannya, kecuali sudah bertautan lain."""
        columns = list(cls.base_columns.values())
        if not columns:
            return
        first = columns[0]
        if first.link is None:
            first.link = tables.columns.base.LinkTransform(url=_rincian)

    @property
    def prefixed_per_page_field(self) -> None:
        """Banyak baris tiap halaman ditetapkan daftarnya; alamatnya tidak dapat menggantinya."""

    def baris(self) -> Iterator[list[tuple[str, Any]]]:
        """Atribut dan tulisan tiap sel, per baris halaman ini; atribut sama pada satu kolom."""
        atribut = {}
        for column in self.columns:
            sel_isi = column.attrs["td"]
            atribut[column.name] = sel_isi.as_html()
        for row in self.paginated_rows:
            sebaris = []
            for column, sel in row.items():
                milik = atribut[column.name]
                sebaris.append((milik, sel))
            yield sebaris

    @cached_property
    def totals(self) -> dict[str, Any]:
        """Jumlah tiap `TotalColumn`, bukan hanya halaman ini; dari `totals()` pada queryset."""
        return self.data.data.totals()  # type: ignore[no-any-return]

    @cached_property
    def sebagian(self) -> set[str]:
        """Nama `TotalColumn` yang jumlahnya tanpa baris yang belum diketahui.

        Dari `sebagian()` pada queryset; tabel yang menghitung angkanya sendiri menimpanya.
        """
        semua_nama = []
        for nama, column in self.columns.items():
            if isinstance(column.column, TotalColumn):
                semua_nama.append(nama)
        return self.data.data.sebagian(semua_nama)  # type: ignore[no-any-return]


def _rincian(record: Any) -> str:
    """Alamat rincian barisnya; fungsi sendiri karena baris tertaut ke dirinya, bukan nilainya."""
    return record.get_absolute_url()  # type: ignore[no-any-return]


def _is_angka(model: type[models.Model], nama: str) -> bool:
    """Kolom bilangan modelnya, selain pilihan dan tahun."""
    if nama.startswith("tahun"):
        return False
    for field in model._meta.concrete_fields:
        if field.name == nama and not field.choices:
            return isinstance(field, models.DecimalField | models.IntegerField)
    return False
