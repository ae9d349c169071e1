"""Tulisan dan sidik banyak baris satu tabel, disusun kolom demi kolom.

Sama dengan `core.audit` baris demi baris. Nilai yang sama ditulis sekali: ribuan baris berbagi
tahun, status, sumber dan saatnya.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from django.db import models

from core import audit
from core.segel import jumlah_sidik

Model = type[models.Model]
Isi = Sequence[Any]  # nilai tiap kolom satu baris, atau tiap baris satu kolom
Tulis = Callable[[Any, Any], Any]  # kolom dan nilainya menjadi tulisan atau nilai siap kirim
TULISAN = (models.CharField, models.TextField)
TAK_BERKUNCI = {dict, list}  # jenis nilai yang tidak dapat menjadi kunci ingatan
SEKALI = 2000  # kunci yang ditanyakan sekali
KOSONG: Collection[Any] = frozenset()


def is_polos(model: Model) -> bool:
    """Seluruh isinya pada kolomnya sendiri: tanpa relasi banyak dan tanpa berkas."""
    if model._meta.local_many_to_many:
        return False
    semua = model._meta.concrete_fields
    return not any(isinstance(field, models.FileField) for field in semua)


def tulisan_semua(model: Model, rows: Sequence[models.Model]) -> list[str]:
    """`audit.tulisan` tiap baris."""
    if not is_polos(model):
        return [audit.tulisan(row) for row in rows]
    ambil = pengambil([field.attname for field in _tercatat(model)])
    return _tulisan(model, list(map(ambil, rows)))


def sidik_tersimpan(rows: Any, kolom: Sequence[str] = (), kunci: Collection[Any] = KOSONG) -> int:
    """Jumlah sidik semua baris kueri `rows`.

    Bila `kolom` disebut, hanya baris yang nilai kolom-kolom itu termuat dalam `kunci`.
    """
    model = rows.model
    if not is_polos(model):
        ambil = pengambil(kolom)
        dipakai = [row for row in rows if not kolom or ambil(row) in kunci]
        return sum(map(audit.sidik_baris, dipakai))
    nama = [field.attname for field in _tercatat(model)]
    batas = len(kolom)
    nomor = []
    isi = []
    for satu in rows.order_by().values_list(*kolom, "pk", *nama):
        if not kolom or satu[:batas] in kunci:
            nomor.append(satu[batas])
            isi.append(satu[batas + 1 :])
    return jumlah_sidik(zip(nomor, _tulisan(model, isi), strict=True))


def menurut_kunci(model: Model, atribut: Sequence[str], kunci: Collection[Any]) -> Iterator[Any]:
    """Kueri baris yang nilai `atribut`-nya mungkin termuat `kunci`, beberapa ribu sekali tanya.

    Hasil kali nilai tiap atribut; yang tepat dipilih pemanggilnya.
    """
    awal, *lain = map(set, zip(*kunci, strict=True))
    saring = {}
    for nama, nilai in zip(atribut[1:], lain, strict=True):
        if len(nilai) <= SEKALI:
            saring[f"{nama}__in"] = nilai
    terurut = sorted(awal)
    for mulai in range(0, len(terurut), SEKALI):
        saring[f"{atribut[0]}__in"] = terurut[mulai : mulai + SEKALI]
        yield model._base_manager.filter(**saring)


def atribut_kunci(model: Model, kolom: Iterable[str]) -> tuple[str, ...]:
    """Atribut nilai tersimpan tiap kolom; kunci tamu berupa nomornya."""
    hasil = []
    for nama in kolom:
        field: Any = model._meta.pk
        if nama != "pk":
            field = model._meta.get_field(nama)
        hasil.append(field.attname)
    return tuple(hasil)


def pengambil(nama: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Nilai beberapa atribut satu baris, selalu sebagai tupel."""
    if len(nama) > 1:
        return attrgetter(*nama)
    return lambda row: tuple(getattr(row, satu) for satu in nama)


def _tercatat(model: Model) -> list[Any]:
    """Kolom pada tulisan barisnya; yang ditulis lepas tidak ikut."""
    lepas = getattr(model, "lepas", ())
    return [field for field in audit.recorded(model) if field.name not in lepas]


def _tulisan(model: Model, isi: Sequence[Isi]) -> list[str]:
    """Satu tulisan tiap baris; `isi` menurut urutan kolom yang tercatat."""
    if not isi:
        return []
    per_kolom = zip(*isi, strict=True)
    bagian = []
    for field, semua in zip(_tercatat(model), per_kolom, strict=True):
        bagian.append(tiap_nilai(semua, field, _tulisan_kolom))
    label = encode_basestring(model._meta.label)
    semua_baris = map(", ".join, zip(*bagian, strict=True))
    return [f"[{label}, {{{satu}}}]" for satu in semua_baris]


def _tulisan_kolom(field: Any, nilai: Any) -> str:
    """Nama dan nilainya sebagaimana ditulis JSON."""
    teks = audit.teks_kolom(field, nilai)
    nama = encode_basestring(field.name)
    if teks is None:
        return f"{nama}: null"
    return f"{nama}: {encode_basestring(teks)}"


def tiap_nilai(semua: Isi, field: Any, tulis: Tulis) -> Iterable[Any]:
    """`tulis` atas tiap nilai satu kolom; yang sama dikerjakan sekali.

    Nilai berlainan jenis tidak dianggap sama: `True` dan `1` berkunci sama, tulisannya tidak.
    """
    jenis = set(map(type, semua)) - {type(None)}
    if len(jenis) > 1 or jenis & TAK_BERKUNCI:
        return [tulis(field, nilai) for nilai in semua]
    ingatan: dict[Any, Any] = {}
    if is_berulang(field):
        ingatan = audit.remember((tulis, field, *jenis), dict)
    for nilai in set(semua) - ingatan.keys():
        ingatan[nilai] = tulis(field, nilai)
    return map(ingatan.__getitem__, semua)


def is_berulang(field: Any) -> bool:
    """Nilainya sedikit dan berulang di mana-mana, jadi layak diingat selama rantai dipegang."""
    if field.is_relation:
        return False
    return bool(field.choices) or not isinstance(field, TULISAN)
