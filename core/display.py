"""Satu baris data, atau satu perubahannya, menjadi label dan tulisan untuk halaman."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone

from core.angka import ringkas
from core.periode import tanggal_panjang
from core.tabel import ya_tidak

KOSONG = "—"
TAK_DIPAKAI = {"is_superuser", "is_staff"}  # kolom bawaan Django; hak hanya menurut peran
HIDDEN = {"id", "kabupaten", "password", "kode_verifikasi", "berkas", "semula", *TAK_DIPAKAI}


@dataclass(frozen=True)
class Item:
    """`url` kosong bila tidak ada halaman untuk isinya."""

    label: str
    text: str
    url: str = ""
    is_number: bool = False


def text_of(value: Any, *, is_tahun: bool = False) -> str:
    """Tulisan Indonesia untuk nilai apa pun dari basis data."""
    if value is None or value == "":
        return KOSONG
    if isinstance(value, bool):
        return ya_tidak(value)
    if isinstance(value, date):
        return _date_text(value)
    if isinstance(value, int | Decimal) and not is_tahun:
        return ringkas(value)
    return str(value)


def _date_text(value: date) -> str:
    """Saat ditulis dengan jam setempatnya."""
    if not isinstance(value, datetime):
        return tanggal_panjang(value)
    local = timezone.localtime(value)
    hari = tanggal_panjang(local)
    return f"{hari} {local:%H.%M}"


def items(obj: models.Model, *, masked: frozenset[str] = frozenset()) -> list[Item]:
    """Semua kolom `obj` kecuali yang tersembunyi; kolom `masked` ditutup."""
    found = []
    for field in obj._meta.concrete_fields:
        if field.name not in HIDDEN:
            found.append(_item(obj, field, field.name in masked))
    return found


def _label(field: Any) -> str:
    """Nama kolom berhuruf besar di awal."""
    label = str(field.verbose_name)
    return label[:1].upper() + label[1:]


def _item(obj: models.Model, field: Any, is_masked: bool) -> Item:
    """Yang ditutup hanya tampak ekornya; rujukan membuka halamannya bila ada."""
    label = _label(field)
    value = getattr(obj, field.name)
    if is_masked and value:
        ekor = str(value)[-2:]
        return Item(label, f"••••{ekor}")
    if field.is_relation:
        return _related_item(label, value)
    if field.choices:
        display = getattr(obj, f"get_{field.name}_display")
        text = display()
        return Item(label, text or KOSONG)
    return _plain_item(label, value, _is_tahun(field))


def _related_item(label: str, value: Any) -> Item:
    """Baris yang dirujuk; kosong bila tidak merujuk apa pun."""
    if not value:
        return Item(label, text_of(value))
    text = getattr(value, "tulisan_tahun", value)
    return Item(label=label, text=text_of(text), url=value.get_absolute_url())


def _plain_item(label: str, value: Any, is_tahun: bool) -> Item:
    """Tahun bukan bilangan: tanpa titik ribuan dan rata kiri."""
    is_number = isinstance(value, int | Decimal)
    if is_tahun or isinstance(value, bool):
        is_number = False
    return Item(
        label=label,
        text=text_of(value, is_tahun=is_tahun),
        is_number=is_number,
    )


def _is_tahun(field: Any) -> bool:
    """Kolom tahun dikenali dari namanya."""
    return bool(field.name.startswith("tahun"))


@dataclass(frozen=True)
class Change:
    """Satu kolom yang berubah, dengan nama kolom dan isi sebagaimana dibaca orang."""

    label: str
    before: str
    after: str


def readable_changes(model: str, changes: dict[str, list[Any]]) -> list[Change]:
    """Perubahan pada jejak audit: nama kolom, pilihan, kunci tamu dan angka ditulis dengan kata.

    `model` berlabel `app.Model`; kolom atau model yang sudah tiada ditulis sebagaimana tercatat.
    """
    readable = []
    for name, (before, after) in changes.items():
        change = _change(model, name, before, after)
        readable.append(change)
    return readable


def _change(model: str, name: str, before: Any, after: Any) -> Change:
    """Kolom yang sudah tiada tetap disebut namanya."""
    try:
        field = apps.get_model(model)._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return Change(label=name, before=text_of(before), after=text_of(after))
    return Change(
        label=_label(field),
        before=_recorded(field, before),
        after=_recorded(field, after),
    )


def _recorded(field: Any, value: Any) -> str:
    """Isi tercatat (selalu teks) sebagai tulisan menurut jenis kolomnya."""
    if value in (None, ""):
        return KOSONG
    if field.is_relation:
        row = field.related_model._base_manager.filter(pk=value).first()
        if row is None:
            return f"#{value} (sudah dihapus)"
        return str(row)
    if isinstance(field, models.FileField):
        return _berkas(value)
    if field.choices:
        labels = {}
        for key, label in field.flatchoices:
            labels[str(key)] = label
        return str(labels.get(str(value), value))
    try:
        typed = _typed(field, str(value))
        return text_of(typed, is_tahun=_is_tahun(field))
    except (InvalidOperation, ValueError):
        return str(value)


def _berkas(nama: str) -> str:
    """Jenisnya saja; nama simpanannya tidak berarti bagi pembaca."""
    akhiran = Path(nama).suffix.removeprefix(".")
    return f"berkas {akhiran.upper()}".strip()


def _typed(field: Any, text: str) -> Any:
    """Nilai menurut jenis kolom dari tulisan di jejak audit."""
    if isinstance(field, models.BooleanField):
        return text == "True"
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat(text)
    if isinstance(field, models.DateField):
        return date.fromisoformat(text)
    if isinstance(field, models.DecimalField | models.IntegerField):
        return Decimal(text)
    return text
