"""Baris dan isian contoh menurut kolom modelnya, bagi model yang tidak menyebut miliknya sendiri."""

import datetime
from typing import Any

from django.db import models
from django.db.models import Max

from accounts.models import Kabupaten
from core.halaman import Halaman

TAHUN_BEBAS = 2030  # tahun yang tidak dipakai data nyata
TANGGAL = datetime.date(TAHUN_BEBAS, 1, 2)
NILAI: tuple[tuple[type[models.Field], Any], ...] = (
    (models.BooleanField, False),
    (models.DateTimeField, datetime.datetime(TAHUN_BEBAS, 1, 2, tzinfo=datetime.UTC)),
    (models.DateField, TANGGAL),
    (models.IntegerField, 1),
    (models.DecimalField, 1),
    (models.Field, "Uji"),
)
BARU, UBAH = 1, 2  # jarak isian baris baru dan isian yang diubah dari isi semula
TEKS = (models.CharField, models.TextField)
ANGKA = (models.IntegerField, models.DecimalField)


def contoh(model: Any, kabupaten: Kabupaten) -> Any:
    """Satu baris sah di kabupaten itu; hanya kolom yang wajib yang diisi."""
    row = model()
    for field in model._meta.concrete_fields:
        if not (field.primary_key or field.has_default() or field.null or field.blank):
            setattr(row, field.name, _nilai(field, kabupaten))
    row.full_clean()
    row.save()
    return row


def _nilai(field: Any, kabupaten: Kabupaten) -> Any:
    if field.related_model is Kabupaten:
        return kabupaten
    if field.related_model:
        return _induk(field.related_model, kabupaten)
    if field.choices:
        return field.flatchoices[0][0]
    if field.name.startswith("tahun"):
        return TAHUN_BEBAS
    return next(nilai for kelas, nilai in NILAI if isinstance(field, kelas))


def _induk(model: Any, kabupaten: Kabupaten) -> Any:
    """Baris induk yang ada di kabupaten itu, atau contohnya."""
    rows = model._default_manager.all()
    if model.kabupaten_path is not None:
        rows = rows.filter(**{model.kabupaten_path: kabupaten})
    return rows.first() or contoh(model, kabupaten)


def isian_baru(halaman: Halaman, row: Any) -> dict[str, str]:
    """Isian yang membedakan baris baru dari `row`, satu kolom tiap kendala ketunggalan."""
    beda: dict[str, str] = {}
    for kunci in [*_ketunggalan(halaman.model), _teks(halaman)]:
        calon = [name for name in kunci if name in _isian(halaman)]
        if calon and not beda.keys() & set(calon):
            name = min(calon, key=lambda one: _urutan(_field(halaman, one)))
            beda[name] = _lain(_field(halaman, name), row, BARU)
    return beda


def isian_ubah(halaman: Halaman, row: Any) -> dict[str, str]:
    """Satu isian di luar kendala ketunggalan yang berganti; teks lebih dulu, lalu angka."""
    tunggal = {name for kunci in _ketunggalan(halaman.model) for name in kunci}
    bebas = [name for name in _isian(halaman) if name not in tunggal]
    calon = bebas or _isian(halaman)
    name = min(calon, key=lambda one: not isinstance(_field(halaman, one), TEKS))
    return {name: _lain(_field(halaman, name), row, UBAH)}


def _ketunggalan(model: Any) -> list[list[str]]:
    """Kolom tiap kendala ketunggalan."""
    sendiri = [[f.name] for f in model._meta.concrete_fields if f.unique and not f.primary_key]
    constraints = model._meta.constraints
    return sendiri + [list(c.fields) for c in constraints if isinstance(c, models.UniqueConstraint)]


def _isian(halaman: Halaman) -> list[str]:
    """Kolom modelnya yang dapat diganti di formulirnya."""
    kolom = {field.name for field in halaman.model._meta.concrete_fields}
    names = [name for name in halaman.form_class._meta.fields if name in kolom]
    return [name for name in names if _urutan(_field(halaman, name)) < LUAR]


def _teks(halaman: Halaman) -> list[str]:
    """Kolom teks pertama: baris baru tetap berbeda bila tidak ada yang harus tunggal."""
    names = [one for one in _isian(halaman) if isinstance(_field(halaman, one), TEKS)]
    return [name for name in names if not _field(halaman, name).choices][:1]


def _field(halaman: Halaman, name: str) -> Any:
    return halaman.model._meta.get_field(name)


LUAR = 4  # kunci tamu dan selebihnya: tidak diubah


def _urutan(field: Any) -> int:
    """Yang paling leluasa diganti lebih dulu: angka, teks, tanggal, lalu pilihan."""
    if field.related_model:
        return LUAR
    if field.choices:
        return 3
    kelas = (ANGKA, TEKS, models.DateField)
    return next((n for n, one in enumerate(kelas) if isinstance(field, one)), LUAR)


def _lain(field: Any, row: Any, jarak: int) -> str:
    """Nilai lain bagi kolom itu, `jarak` dari isinya; angka dari yang terbesar."""
    kini = getattr(row, field.name)
    if field.choices:
        lain = [value for value, _ in field.flatchoices if value not in ("", kini)]
        return str(lain[jarak % len(lain)])
    if isinstance(field, ANGKA):
        besar = type(row)._default_manager.aggregate(besar=Max(field.name))["besar"]
        return str(int(besar or 0) + jarak)
    if isinstance(field, models.DateField):
        return ((kini or TANGGAL) + datetime.timedelta(days=jarak)).isoformat()
    return f"{kini} uji {jarak}".strip()[-(field.max_length or 99) :]
