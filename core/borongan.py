"""Banyak baris satu tabel ditulis dengan satu perintah, dan nomornya terisi.

`bulk_create` menyiapkan tiap nilai tiap baris sendiri-sendiri; di sini kolom demi kolom, nilai
yang sama sekali. Yang ditulisnya sama.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps
from typing import Any

from django.db import connection, models

from core.lajur import (
    Model,
    Tulis,
    atribut_kunci,
    is_polos,
    menurut_kunci,
    pengambil,
    tiap_nilai,
)

Rows = Sequence[Any]
Kunci = Sequence[str]  # nama kolom; kosong bila tidak ada
BANYAK = 50  # di bawahnya bukan kumpulan besar
SEKALIGUS = 2000  # baris dalam satu perintah SQL
JENIS = {
    "BigAutoField", "BigIntegerField", "BooleanField", "CharField", "DateField", "DateTimeField",
    "DecimalField", "ForeignKey", "IntegerField", "JSONField", "OneToOneField",
    "PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField", "SlugField",
    "SmallIntegerField", "TextField",
}  # fmt: skip
LOLOS = str.maketrans({'"': r"\"", "\\": r"\\"})


def write(model: Model, rows: Rows, kunci: Kunci, ganti: Kunci) -> None:
    """Tambah baris, atau timpa kolom `ganti` baris yang `kunci`-nya sama bila disebut."""
    fields = _fields(model, rows)
    tulis = {"postgresql": _postgresql, "sqlite": _sqlite}.get(connection.vendor)
    is_dinomori = connection.vendor != "sqlite" or kunci or rows[0].pk is not None
    if tulis is None or not is_dinomori or not _is_serupa(model, rows, fields):
        _bulk_create(model, rows, kunci, ganti)
        return
    for mulai in range(0, len(rows), SEKALIGUS):
        bagian = rows[mulai : mulai + SEKALIGUS]
        perintah = _Perintah(model, fields, kunci, ganti)
        nomor = tulis(perintah, bagian)
        for row, satu in zip(bagian, nomor, strict=True):
            row.pk = satu
            row._state.adding = False
            row._state.db = connection.alias


def _bulk_create(model: Model, rows: Rows, kunci: Kunci, ganti: Kunci) -> None:
    """`bulk_update` merangkai CASE per baris dan jauh lebih lambat daripada menimpa."""
    options: dict[str, Any] = {}
    if kunci:
        options = {"update_conflicts": True, "unique_fields": kunci, "update_fields": ganti}
    model._base_manager.bulk_create(rows, batch_size=SEKALIGUS, **options)


def _fields(model: Model, rows: Rows) -> list[Any]:
    """Kolom yang ditulis; nomor baris hanya bila sudah ada."""
    hasil = []
    for field in model._meta.concrete_fields:
        is_nomor_baru = field.primary_key and rows[0].pk is None
        if not field.generated and not is_nomor_baru:
            hasil.append(field)
    return hasil


def _is_serupa(model: Model, rows: Rows, fields: Sequence[Any]) -> bool:
    """Banyak, bernomor semua atau tidak satu pun, dan tiap nilainya sudah ada pada barisnya."""
    if len(rows) < BANYAK or not is_polos(model):
        return False
    bernomor = {row.pk is not None for row in rows}
    if len(bernomor) > 1 or not all(map(_is_biasa, fields)):
        return False
    rujukan = [field.attname for field in fields if field.is_relation]
    return not any(None in satu for satu in map(pengambil(rujukan), rows))


def _is_biasa(field: Any) -> bool:
    """Tanpa nilai yang baru disusun saat menyimpan."""
    is_otomatis = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    return field.get_internal_type() in JENIS and not is_otomatis and not field.has_db_default()


@dataclass(frozen=True)
class _Perintah:
    """INSERT kolom `fields`, menimpa kolom `ganti` bila `kunci` disebut."""

    model: Model
    fields: Sequence[Any]
    kunci: Kunci
    ganti: Kunci

    def sql(self, isi: str) -> str:
        """`isi` baris-baris yang ditulis: VALUES atau SELECT."""
        meta = self.model._meta
        tabel = _kutip(meta.db_table)
        kolom = ", ".join(_kutip(field.column) for field in self.fields)
        sql = f"INSERT INTO {tabel} ({kolom}) {isi}"
        if not self.kunci:
            return sql
        baru = [f"{satu} = EXCLUDED.{satu}" for satu in self._kolom(self.ganti)]
        unik = ", ".join(self._kolom(self.kunci))
        return f"{sql} ON CONFLICT ({unik}) DO UPDATE SET {', '.join(baru)}"

    def _kolom(self, semua: Kunci) -> list[str]:
        """Nama kolom basis datanya."""
        meta = self.model._meta
        hasil = []
        for nama in semua:
            field: Any = meta.pk if nama == "pk" else meta.get_field(nama)
            hasil.append(_kutip(field.column))
        return hasil


def _kutip(nama: str) -> str:
    return connection.ops.quote_name(nama)


def _postgresql(perintah: _Perintah, rows: Rows) -> Sequence[int]:
    """Satu larik tiap kolom, diurai peladennya; nomornya kembali menurut urutan itu."""
    jenis = []
    larik = []
    for field in perintah.fields:
        dasar, _, _ = field.db_type(connection).partition("(")
        jenis.append(f"%s::{dasar}[]")
        anggota = _semua_nilai(field, rows, _anggota)
        larik.append(f"{{{','.join(anggota)}}}")
    larik_terurai = f"UNNEST({', '.join(jenis)})"
    isi = perintah.sql(f"SELECT * FROM {larik_terurai}")  # noqa: S608 nama kolom dari modelnya
    nomor = _kutip(perintah.model._meta.pk.column)
    with connection.cursor() as cursor:
        cursor.execute(f"{isi} RETURNING {nomor}", larik)
        return [satu for (satu,) in cursor.fetchall()]


def _anggota(field: Any, nilai: Any) -> str:
    """Satu anggota larik PostgreSQL."""
    if nilai is None:
        return "NULL"
    if isinstance(field, models.JSONField):
        teks = dumps(nilai, cls=field.encoder)
    else:
        siap = _siap(field, nilai)
        teks = siap.isoformat() if isinstance(siap, date) else str(siap)
    return f'"{teks.translate(LOLOS)}"'


def _sqlite(perintah: _Perintah, rows: Rows) -> Sequence[int]:
    """Satu perintah yang disiapkan sekali bagi semua baris, lalu nomornya dibaca."""
    tempat = ", ".join(["%s"] * len(perintah.fields))
    isi = [_semua_nilai(field, rows, _siap) for field in perintah.fields]
    with connection.cursor() as cursor:
        cursor.executemany(perintah.sql(f"VALUES ({tempat})"), zip(*isi, strict=True))
    if rows[0].pk is not None:
        return [row.pk for row in rows]
    atribut = atribut_kunci(perintah.model, perintah.kunci)
    kunci = list(map(pengambil(atribut), rows))
    nomor = {}
    for tersimpan in menurut_kunci(perintah.model, atribut, set(kunci)):
        for *satu, pk in tersimpan.order_by().values_list(*atribut, "pk"):
            nomor[tuple(satu)] = pk
    return [nomor[satu] for satu in kunci]


def _siap(field: Any, nilai: Any) -> Any:
    """Sebagaimana dikirim ke basis data."""
    if type(nilai) in (str, int):
        return nilai
    return field.get_db_prep_save(nilai, connection)


def _semua_nilai(field: Any, rows: Rows, tulis: Tulis) -> Iterable[Any]:
    """`tulis` atas nilai satu kolom tiap baris."""
    semua = [getattr(row, field.attname) for row in rows]
    return tiap_nilai(semua, field, tulis)
