"""Banyak baris satu tabel ditulis dengan satu perintah, dan nomornya terisi.

`bulk_create` menyiapkan tiap nilai tiap baris sendiri-sendiri; di sini kolom demi kolom, nilai
yang sama sekali. Yang ditulisnya sama. Dipanggil pintu menulis saja.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps
from typing import Any

from django.db import connection, models

from core.lajur import (
    Bentuk,
    Model,
    Nama,
    atribut_kunci,
    is_polos,
    menurut_kunci,
    pengambil,
    tiap_nilai,
)

Rows = Sequence[Any]
Fields = Sequence[Any]
BANYAK = 50  # di bawahnya bukan kumpulan besar
SEKALIGUS = 2000  # baris dalam satu perintah SQL
JENIS = {
    "BigAutoField",
    "BigIntegerField",
    "BooleanField",
    "CharField",
    "DateField",
    "DateTimeField",
    "DecimalField",
    "ForeignKey",
    "IntegerField",
    "JSONField",
    "OneToOneField",
    "PositiveBigIntegerField",
    "PositiveIntegerField",
    "PositiveSmallIntegerField",
    "SlugField",
    "SmallIntegerField",
    "TextField",
}
LOLOS = str.maketrans({'"': r"\"", "\\": r"\\"})


def write(model: Model, rows: Rows, kunci: Nama, ganti: Nama) -> None:
    """Tambah baris, atau timpa kolom `ganti` baris yang `kunci`-nya sama bila disebut."""
    fields = _fields(model, rows)
    perintah = _Perintah(model, fields, kunci, ganti)
    if connection.vendor not in CARA or not perintah.is_serupa(rows):
        _bulk_create(model, rows, kunci, ganti)
        return
    banyak = len(rows)
    for mulai in range(0, banyak, SEKALIGUS):
        akhir = mulai + SEKALIGUS
        bagian = rows[mulai:akhir]
        cara = CARA[connection.vendor]
        nomor = cara(perintah, bagian)
        for row, satu in zip(bagian, nomor, strict=True):
            row.pk = satu
            row._state.adding = False
            row._state.db = connection.alias


def _bulk_create(model: Model, rows: Rows, kunci: Nama, ganti: Nama) -> None:
    """`bulk_update` merangkai CASE per baris dan jauh lebih lambat daripada menimpa."""
    options: dict[str, Any] = {"batch_size": SEKALIGUS}
    if kunci:
        options["update_conflicts"] = True
        options["unique_fields"] = kunci
        options["update_fields"] = ganti
    model._base_manager.bulk_create(rows, **options)


def _fields(model: Model, rows: Rows) -> list[Any]:
    """Kolom yang ditulis; nomor baris hanya bila sudah ada."""
    hasil = []
    pertama = rows[0]
    for field in model._meta.concrete_fields:
        is_nomor_baru = field.primary_key and pertama.pk is None
        if field.generated or is_nomor_baru:
            continue
        hasil.append(field)
    return hasil


@dataclass(frozen=True)
class _Perintah:
    """INSERT kolom `fields`, menimpa kolom `ganti` bila `kunci` disebut."""

    model: Model
    fields: Fields
    kunci: Nama
    ganti: Nama

    def is_serupa(self, rows: Rows) -> bool:
        """Banyak, dan tiap nilainya sudah ada pada barisnya: juga nomor rujukannya."""
        if len(rows) < BANYAK or not is_polos(self.model):
            return False
        if not all(map(_is_biasa, self.fields)):
            return False
        rujukan = [field.attname for field in self.fields if field.is_relation]
        ambil = pengambil(rujukan)
        semua = map(ambil, rows)
        if any(None in nilai for nilai in semua):
            return False
        return self._is_dinomori(rows)

    def _is_dinomori(self, rows: Rows) -> bool:
        """Semuanya bernomor, atau nomornya kembali dari basis data.

        SQLite hanya mengembalikannya menurut kunci.
        """
        bernomor = {row.pk is not None for row in rows}
        if bernomor == {False}:
            return connection.vendor == "postgresql" or bool(self.kunci)
        return bernomor == {True}

    def sql(self, isi: str) -> str:
        """`isi` baris-baris yang ditulis: VALUES atau SELECT."""
        meta = self.model._meta
        tabel = _kutip(meta.db_table)
        semua = [field.name for field in self.fields]
        kolom = self._kolom(semua)
        sebutan = ", ".join(kolom)
        sql = f"INSERT INTO {tabel} ({sebutan}) {isi}"
        if not self.kunci:
            return sql
        diganti = self._kolom(self.ganti)
        nilai = [f"{satu} = EXCLUDED.{satu}" for satu in diganti]
        baru = ", ".join(nilai)
        unik = self._kolom(self.kunci)
        tujuan = ", ".join(unik)
        return f"{sql} ON CONFLICT ({tujuan}) DO UPDATE SET {baru}"

    def _kolom(self, semua: Nama) -> list[str]:
        """Nama kolom basis datanya."""
        meta = self.model._meta
        hasil = []
        for nama in semua:
            field: Any = meta.pk
            if nama != "pk":
                field = meta.get_field(nama)
            kolom = _kutip(field.column)
            hasil.append(kolom)
        return hasil


def _is_biasa(field: Any) -> bool:
    """Tanpa nilai yang baru disusun saat menyimpan."""
    is_saat_ubah = getattr(field, "auto_now", False)
    is_saat_tambah = getattr(field, "auto_now_add", False)
    if is_saat_ubah or is_saat_tambah or field.has_db_default():
        return False
    return field.get_internal_type() in JENIS


def _kutip(nama: str) -> str:
    """Nama tabel atau kolom sebagaimana ditulis pada perintah SQL."""
    return connection.ops.quote_name(nama)


def _postgresql(perintah: _Perintah, rows: Rows) -> Sequence[int]:
    """Satu larik tiap kolom, diurai peladennya; nomornya kembali menurut urutan itu."""
    jenis = []
    larik = []
    for field in perintah.fields:
        utuh = field.db_type(connection)
        dasar, _, _ = utuh.partition("(")
        jenis.append(f"%s::{dasar}[]")
        semua = _semua_nilai(field, rows, _anggota)
        anggota = ",".join(semua)
        larik.append(f"{{{anggota}}}")
    terurai = ", ".join(jenis)
    sql = perintah.sql(f"SELECT * FROM UNNEST({terurai})")  # noqa: S608 jenis dari modelnya
    meta = perintah.model._meta
    nomor = _kutip(meta.pk.column)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} RETURNING {nomor}", larik)
        kembali = cursor.fetchall()
    return [satu for (satu,) in kembali]


def _anggota(field: Any, nilai: Any) -> str:
    """Satu anggota larik PostgreSQL."""
    if nilai is None:
        return "NULL"
    if isinstance(field, models.JSONField):
        teks = dumps(nilai, cls=field.encoder)
    else:
        teks = _teks(field, nilai)
    lolos = teks.translate(LOLOS)
    return f'"{lolos}"'


def _teks(field: Any, nilai: Any) -> str:
    """Tulisan yang dibaca PostgreSQL."""
    siap = _siap(field, nilai)
    if isinstance(siap, date):
        return siap.isoformat()
    return str(siap)


def _sqlite(perintah: _Perintah, rows: Rows) -> Sequence[int]:
    """Satu perintah yang disiapkan sekali bagi semua baris, lalu nomornya dibaca."""
    banyak = len(perintah.fields)
    tempat = ", ".join(["%s"] * banyak)
    sql = perintah.sql(f"VALUES ({tempat})")
    per_kolom = []
    for field in perintah.fields:
        semua_nilai = _semua_nilai(field, rows, _siap)
        per_kolom.append(semua_nilai)
    isi = zip(*per_kolom, strict=True)
    with connection.cursor() as cursor:
        cursor.executemany(sql, isi)
    pertama = rows[0]
    if pertama.pk is not None:
        return [row.pk for row in rows]
    return _nomor(perintah.model, perintah.kunci, rows)


def _nomor(model: Model, kunci: Nama, rows: Rows) -> list[int]:
    """Nomor tersimpan tiap baris menurut kuncinya."""
    atribut = atribut_kunci(model, kunci)
    ambil = pengambil(atribut)
    dicari = list(map(ambil, rows))
    nomor = {}
    kunci_unik = set(dicari)
    for tersimpan in menurut_kunci(model, atribut, kunci_unik):
        semua = tersimpan.order_by().values_list(*atribut, "pk")
        for *satu, pk in semua:
            nomor[tuple(satu)] = pk
    return [nomor[satu] for satu in dicari]


def _siap(field: Any, nilai: Any) -> Any:
    """Sebagaimana dikirim ke basis data."""
    if type(nilai) in (str, int):
        return nilai
    return field.get_db_prep_save(nilai, connection)


def _semua_nilai(field: Any, rows: Rows, bentuk: Bentuk) -> Iterable[Any]:
    """`bentuk` nilai satu kolom tiap baris."""
    nama = field.attname
    semua = [getattr(row, nama) for row in rows]
    return tiap_nilai(semua, field, bentuk)


CARA = {"postgresql": _postgresql, "sqlite": _sqlite}
