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
Nama = Sequence[str]
Bentuk = Callable[[Any, Any], Any]  # kolom dan nilainya menjadi tulisan, atau siap dikirim
TULISAN = (models.CharField, models.TextField)
TAK_BERKUNCI = {dict, list}  # jenis nilai yang tidak dapat menjadi kunci ingatan
SEKALI = 2000  # kunci yang ditanyakan sekali
KOSONG: Collection[Any] = frozenset()


def is_polos(model: Model) -> bool:
    """Seluruh isinya pada kolomnya sendiri: tanpa relasi banyak dan tanpa berkas."""
    if model._meta.local_many_to_many:
        return False
    semua = model._meta.concrete_fields
    berkas = [field for field in semua if isinstance(field, models.FileField)]
    return not berkas


def tulisan_semua(model: Model, rows: Sequence[models.Model]) -> list[str]:
    """`audit.tulisan` tiap baris."""
    if not is_polos(model):
        return [audit.tulisan(row) for row in rows]
    nama = _atribut_tercatat(model)
    ambil = pengambil(nama)
    isi = list(map(ambil, rows))
    return _tulisan(model, isi)


def sidik_tersimpan(
    rows: Any,
    kolom: Nama = (),
    kunci: Collection[Any] = KOSONG,
) -> int:
    """Jumlah sidik semua baris kueri `rows`.

    Bila `kolom` disebut, hanya baris yang nilai kolom-kolom itu termuat dalam `kunci`.
    """
    model = rows.model
    if not is_polos(model):
        ambil = pengambil(kolom)
        dipakai = []
        for row in rows:
            if not kolom or ambil(row) in kunci:
                dipakai.append(row)
        return sum(map(audit.sidik_baris, dipakai))
    batas = len(kolom)
    nomor = []
    isi = []
    nama = _atribut_tercatat(model)
    semua = rows.order_by().values_list(*kolom, "pk", *nama)
    for satu in semua:
        if kolom and satu[:batas] not in kunci:
            continue
        pk, *nilai = satu[batas:]
        nomor.append(pk)
        isi.append(nilai)
    tulisan = _tulisan(model, isi)
    pasangan = zip(nomor, tulisan, strict=True)
    return jumlah_sidik(pasangan)


def menurut_kunci(
    model: Model,
    atribut: Nama,
    kunci: Collection[Any],
) -> Iterator[Any]:
    """Kueri baris yang nilai `atribut`-nya mungkin termuat `kunci`, beberapa ribu sekali tanya.

    Hasil kali nilai tiap atribut; yang tepat dipilih pemanggilnya.
    """
    per_atribut = zip(*kunci, strict=True)
    awal, *lain = map(set, per_atribut)
    nama_awal, *nama_lain = atribut
    saring: dict[str, Any] = {}
    for nama, nilai in zip(nama_lain, lain, strict=True):
        if len(nilai) <= SEKALI:
            saring[f"{nama}__in"] = nilai
    terurut = sorted(awal)
    banyak = len(terurut)
    for mulai in range(0, banyak, SEKALI):
        akhir = mulai + SEKALI
        saring[f"{nama_awal}__in"] = terurut[mulai:akhir]
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


def pengambil(nama: Nama) -> Callable[[Any], tuple[Any, ...]]:
    """Nilai beberapa atribut satu baris, selalu sebagai tupel."""
    if len(nama) > 1:
        return attrgetter(*nama)

    def ambil(row: Any) -> tuple[Any, ...]:
        """Satu atribut, atau tidak satu pun."""
        semua = [getattr(row, satu) for satu in nama]
        return tuple(semua)

    return ambil


def _tercatat(model: Model) -> list[Any]:
    """Kolom pada tulisan barisnya; yang ditulis lepas tidak ikut."""
    lepas = getattr(model, "lepas", ())
    semua = audit.recorded(model)
    return [field for field in semua if field.name not in lepas]


def _atribut_tercatat(model: Model) -> list[str]:
    """Atribut kolom-kolom itu pada barisnya."""
    tercatat = _tercatat(model)
    return [field.attname for field in tercatat]


def _tulisan(model: Model, isi: Sequence[Isi]) -> list[str]:
    """Satu tulisan tiap baris; `isi` menurut urutan kolom yang tercatat."""
    if not isi:
        return []
    tercatat = _tercatat(model)
    per_kolom = zip(*isi, strict=True)
    bagian = []
    for field, semua in zip(tercatat, per_kolom, strict=True):
        kolom = tiap_nilai(semua, field, _tulisan_kolom)
        bagian.append(kolom)
    label = encode_basestring(model._meta.label)
    hasil = []
    for satu in zip(*bagian, strict=True):
        tulisan = ", ".join(satu)
        hasil.append(f"[{label}, {{{tulisan}}}]")
    return hasil


def _tulisan_kolom(field: Any, nilai: Any) -> str:
    """Nama dan nilainya sebagaimana ditulis JSON."""
    tulisan = "null"
    teks = audit.teks_kolom(field, nilai)
    if teks is not None:
        tulisan = encode_basestring(teks)
    nama = encode_basestring(field.name)
    return f"{nama}: {tulisan}"


def tiap_nilai(semua: Isi, field: Any, bentuk: Bentuk) -> Iterable[Any]:
    """`bentuk` tiap nilai satu kolom; yang sama dikerjakan sekali.

    Nilai berlainan jenis tidak dianggap sama: `True` dan `1` berkunci sama, tulisannya tidak.
    """
    jenis = set(map(type, semua))
    jenis.discard(type(None))
    is_berkunci = jenis.isdisjoint(TAK_BERKUNCI)
    if len(jenis) > 1 or not is_berkunci:
        return [bentuk(field, nilai) for nilai in semua]
    ingatan: dict[Any, Any] = {}
    if is_berulang(field):
        pertanyaan = (bentuk, field, *jenis)
        ingatan = audit.remember(pertanyaan, dict)
    baru = set(semua) - ingatan.keys()
    for nilai in baru:
        ingatan[nilai] = bentuk(field, nilai)
    return map(ingatan.__getitem__, semua)


def is_berulang(field: Any) -> bool:
    """Nilainya sedikit dan berulang di mana-mana, jadi layak diingat selama rantai dipegang."""
    if field.is_relation:
        return False
    if field.choices:
        return True
    return not isinstance(field, TULISAN)
