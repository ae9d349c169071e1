"""Satu baris data, atau satu perubahannya, menjadi label dan tulisan untuk halaman."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from core.angka import format_angka, ringkas
from core.periode import tanggal_panjang
from core.tabel import ya_tidak

KOSONG = "—"
TAK_DIPAKAI = {"is_superuser", "is_staff"}  # kolom bawaan Django; hak hanya menurut peran
# ditulis templatnya sendiri, atau bukan bagi orang
TERSENDIRI = {"berkas", "semula", "tahun_mulai"}
HIDDEN = {"id", "kabupaten", "password", "kode_verifikasi", *TERSENDIRI, *TAK_DIPAKAI}


@dataclass(frozen=True)
class Item:
    """`url` kosong bila tidak ada halaman untuk isinya."""

    label: str
    tulisan: str
    url: str = ""
    is_angka: bool = False


def alamat_luar(nama: str, **isian: Any) -> str:
    """Alamat penuh satu halaman, untuk dibuka dari PDF di luar situs ini."""
    jalan = reverse(nama)
    kueri = urlencode(isian)
    return f"{settings.SITE_URL}{jalan}?{kueri}"


def tulisan_dari(nilai: Any, *, is_tahun: bool = False, desimal: int | None = None) -> str:
    """Tulisan Indonesia untuk nilai apa pun dari basis data.

    `desimal` banyak angka di belakang koma; `None` sebanyak angkanya, tanpa nol di ekor.
    """
    if nilai is None or nilai == "":
        return KOSONG
    if isinstance(nilai, bool):
        return ya_tidak(nilai)
    if isinstance(nilai, date):
        return _teks_tanggal(nilai)
    if isinstance(nilai, int | Decimal) and not is_tahun:
        if desimal is not None:
            return format_angka(nilai, desimal)
        return ringkas(nilai)
    return str(nilai)


def _teks_tanggal(nilai: date) -> str:
    """Saat ditulis dengan jam setempatnya."""
    if not isinstance(nilai, datetime):
        return tanggal_panjang(nilai)
    local = timezone.localtime(nilai)
    hari = tanggal_panjang(local)
    return f"{hari} {local:%H.%M}"


def items(obj: models.Model, *, masked: frozenset[str] = frozenset()) -> list[Item]:
    """Semua kolom `obj` kecuali yang tersembunyi; kolom `masked` ditutup."""
    hasil = []
    for field in obj._meta.concrete_fields:
        if field.name not in HIDDEN:
            hasil.append(_item(obj, field, field.name in masked))
    return hasil


def _label(field: Any) -> str:
    """Nama kolom berhuruf besar di awal."""
    label = str(field.verbose_name)
    return label[:1].upper() + label[1:]


def _item(obj: models.Model, field: Any, is_masked: bool) -> Item:
    """Yang ditutup hanya tampak ekornya; rujukan membuka halamannya bila ada."""
    label = _label(field)
    nilai = getattr(obj, field.name)
    if is_masked and nilai:
        ekor = str(nilai)[-2:]
        return Item(label, f"••••{ekor}")
    if field.is_relation:
        return _related_item(label, nilai)
    if field.choices:
        display = getattr(obj, f"get_{field.name}_display")
        sebutan = display()
        return Item(label, sebutan or KOSONG)
    berdesimal = getattr(obj, "berdesimal", {})
    return _plain_item(label, nilai, _is_tahun(field), berdesimal.get(field.name))


def _related_item(label: str, nilai: Any) -> Item:
    """Baris yang dirujuk; kosong bila tidak merujuk apa pun."""
    if not nilai:
        return Item(label, tulisan_dari(nilai))
    sebutan = getattr(nilai, "tulisan_tahun", nilai)
    return Item(label=label, tulisan=tulisan_dari(sebutan), url=nilai.get_absolute_url())


def _plain_item(label: str, nilai: Any, is_tahun: bool, desimal: int | None) -> Item:
    """Tahun bukan bilangan: tanpa titik ribuan dan rata kiri.

    `desimal` yang tetap bagi kolomnya; `None` bila tidak ditetapkan.
    """
    is_angka = isinstance(nilai, int | Decimal)
    if is_tahun or isinstance(nilai, bool):
        is_angka = False
    return Item(
        label=label,
        tulisan=tulisan_dari(nilai, is_tahun=is_tahun, desimal=desimal),
        is_angka=is_angka,
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
    for nama, (before, after) in changes.items():
        change = _change(model, nama, before, after)
        readable.append(change)
    return readable


def _change(model: str, nama: str, before: Any, after: Any) -> Change:
    """Kolom yang sudah tiada tetap disebut namanya."""
    try:
        field = apps.get_model(model)._meta.get_field(nama)
    except (LookupError, ValueError, FieldDoesNotExist):
        return Change(label=nama, before=tulisan_dari(before), after=tulisan_dari(after))
    return Change(
        label=_label(field),
        before=_recorded(field, before),
        after=_recorded(field, after),
    )


def _recorded(field: Any, nilai: Any) -> str:
    """Isi tercatat (selalu teks) sebagai tulisan menurut jenis kolomnya."""
    if nilai in (None, ""):
        return KOSONG
    if field.is_relation:
        row = field.related_model._base_manager.filter(pk=nilai).first()
        if row is None:
            return f"#{nilai} (sudah dihapus)"
        return str(row)
    if isinstance(field, models.FileField):
        return _berkas(nilai)
    if field.choices:
        labels = {}
        for kunci, label in field.flatchoices:
            labels[str(kunci)] = label
        return str(labels.get(str(nilai), nilai))
    try:
        typed = _typed(field, str(nilai))
        return tulisan_dari(typed, is_tahun=_is_tahun(field))
    except (InvalidOperation, ValueError):
        return str(nilai)


def _berkas(nama: str) -> str:
    """Jenisnya saja; nama simpanannya tidak berarti bagi pembaca."""
    akhiran = Path(nama).suffix.removeprefix(".")
    return f"berkas {akhiran.upper()}".strip()


def _typed(field: Any, teks: str) -> Any:
    """Nilai menurut jenis kolom dari tulisan di jejak audit."""
    if isinstance(field, models.BooleanField):
        return teks == "True"
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat(teks)
    if isinstance(field, models.DateField):
        return date.fromisoformat(teks)
    if isinstance(field, models.DecimalField | models.IntegerField):
        return Decimal(teks)
    return teks
