"""Kisi yang tiap barisnya satu baris model per induk per tahun."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from django.db import models

from core import door
from core.forms import formfield
from core.grid.dasar import Grid
from core.grid.kolom import BarisKisi, KolomKisi


class ModelGrid(Grid):
    """Satu baris model per induk per tahun; `parents()` memberi induknya menurut urutan."""

    parent_field: ClassVar[str]
    kolom: ClassVar[tuple[KolomKisi, ...]] = ()
    related: ClassVar[tuple[str, ...]] = ()

    def parents(self) -> Iterable[Any]:
        raise NotImplementedError

    def columns(self) -> Sequence[KolomKisi]:
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        """Kolom dengan pemeriksa dari kolom modelnya; kolom hitung dibiarkan."""
        names = {f.name: f for f in self.model._meta.concrete_fields}
        return tuple(_with_field(kolom, names.get(kolom.nama)) for kolom in self.kolom)

    def lookup(self) -> dict[str, Any]:
        """Penyaring baris model selain induknya."""
        return {"tahun": self.tahun}

    def label(self, parent: Any) -> str:
        return str(parent)

    def existing(self, parents: Sequence[Any]) -> dict[Any, Any]:
        """Baris model yang ada, per nomor induk."""
        rows = self.model._default_manager.visible_to(self.user).filter(**self.lookup())
        rows = rows.select_related(self.parent_field, *self.related)
        return {getattr(row, f"{self.parent_field}_id"): row for row in rows}

    def blank(self, parent: Any) -> Any:
        return self.model(**{self.parent_field: parent}, **self.lookup())

    def lock_reasons(self, objects: Sequence[Any]) -> dict[int, str]:
        """Alasan terkunci per urutan baris; bawaannya satu bagi semua, karena tahunnya sama."""
        return dict.fromkeys(range(len(objects)), self.scope_lock())

    def scope_lock(self) -> str:
        """Kunci lingkup model ini pada tahun kisinya."""
        return str(self.model.lock_for(self.kabupaten.kode, self.tahun))

    def rows(self) -> list[BarisKisi]:
        parents = list(self.parents())
        found = self.existing(parents)
        objects = [found.get(parent.pk) or self.blank(parent) for parent in parents]
        reasons = self.lock_reasons(objects)
        pairs = zip(parents, objects, strict=True)
        return [self.row(parent, obj, reasons[i]) for i, (parent, obj) in enumerate(pairs)]

    def row(self, parent: Any, obj: Any, reason: str) -> BarisKisi:
        is_new = obj.pk is None
        names = [kolom.nama for kolom in self.columns()]
        isi = {name: None if is_new else getattr(obj, name, None) for name in names}
        return BarisKisi(
            str(parent.pk),
            self.label(parent),
            isi,
            url=parent.get_absolute_url(),
            kode=getattr(parent, "kode", ""),
            lock_reason=reason,
            gaya="belum" if is_new else "",
            obj=obj,
        )

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        save_row(baris.obj, nilai, by=self.user, note=note)

    def blank_text(self, kolom: KolomKisi) -> str:
        return kolom.text(stored(self.model, kolom.nama, None))


def save_row(
    obj: Any,
    values: dict[str, Any],
    *,
    by: Any,
    note: str,
) -> None:
    """Simpan kolom `values` satu baris model; `ValidationError` bila kendalanya dilanggar."""
    for name, value in values.items():
        setattr(obj, name, stored(obj, name, value))
    door.save(obj, by=by, note=note)


def stored(model: Any, name: str, value: Any) -> Any:
    """Sel kosong pada kolom yang tidak boleh kosong berarti nilai bawaannya, biasanya 0."""
    db_field = model._meta.get_field(name)
    if value is None and not db_field.null:
        if db_field.has_default():
            return db_field.get_default()
        return ""
    return value


def _with_field(kolom: KolomKisi, db_field: models.Field | None) -> KolomKisi:
    is_berpemeriksa = kolom.field is not None or kolom.jenis in {"centang", "pilihan"}
    if db_field is None or kolom.is_tetap or is_berpemeriksa:
        return kolom
    pemeriksa = formfield(db_field)
    if pemeriksa is None:
        return kolom
    pemeriksa.required = False
    return replace(kolom, field=pemeriksa)
