"""Kisi yang tiap barisnya satu baris model per induk per tahun."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from django.db import models

from core import door
from core.forms import formfield
from core.grid.dasar import Grid
from core.grid.kolom import BarisKisi, Columns, KolomKisi, Nilai

Objects = Sequence[Any]
SemuaKolom = tuple[KolomKisi, ...]


class ModelGrid(Grid):
    """Satu baris model per induk per tahun; `parents()` memberi induknya menurut urutan."""

    parent_field: ClassVar[str]
    kolom: ClassVar[SemuaKolom] = ()
    related: ClassVar[tuple[str, ...]] = ()

    def parents(self) -> Iterable[Any]:
        """Induk baris menurut urutan kisinya."""
        raise NotImplementedError

    def columns(self) -> Columns:
        return self._columns

    @cached_property
    def _columns(self) -> SemuaKolom:
        """Kolom dengan pemeriksa dari kolom modelnya; kolom hitung dibiarkan."""
        concrete = self.model._meta.concrete_fields
        fields = {field.name: field for field in concrete}
        columns = []
        for kolom in self.kolom:
            db_field = fields.get(kolom.nama)
            columns.append(_with_field(kolom, db_field))
        return tuple(columns)

    def lookup(self) -> Nilai:
        """Penyaring baris model selain induknya."""
        return {"tahun": self.tahun}

    def label(self, parent: Any) -> str:
        """Nama baris; bawaannya nama induknya."""
        return str(parent)

    def existing(self, parents: Objects) -> dict[Any, Any]:
        """Baris model yang ada, per nomor induk."""
        manager = self.model._default_manager
        visible = manager.visible_to(self.user)
        rows = visible.filter(**self.lookup())
        parent_key = f"{self.parent_field}_id"
        related = (self.parent_field, *self.related)
        found = {}
        for row in rows.select_related(*related):
            parent = getattr(row, parent_key)
            found[parent] = row
        return found

    def blank(self, parent: Any) -> Any:
        """Baris yang belum ada, siap diisi."""
        values = {self.parent_field: parent, **self.lookup()}
        return self.model(**values)

    def lock_reasons(self, objects: Objects) -> dict[int, str]:
        """Alasan terkunci per urutan baris; bawaannya satu bagi semua, karena tahunnya sama."""
        urutan = range(len(objects))
        return dict.fromkeys(urutan, self.scope_lock())

    def scope_lock(self) -> str:
        """Kunci lingkup model ini pada tahun kisinya."""
        kode = self.kabupaten.kode
        reason = self.model.lock_for(kode, self.tahun)
        return str(reason)

    def rows(self) -> list[BarisKisi]:
        """Satu baris tiap induk, ada atau belum barisnya."""
        parents = list(self.parents())
        found = self.existing(parents)
        objects = []
        for parent in parents:
            obj = found.get(parent.pk) or self.blank(parent)
            objects.append(obj)
        reasons = self.lock_reasons(objects)
        rows = []
        for nomor, parent in enumerate(parents):
            row = self.row(parent, objects[nomor], reasons[nomor])
            rows.append(row)
        return rows

    def row(self, parent: Any, obj: Any, reason: str) -> BarisKisi:
        """Baris yang belum tersimpan selnya kosong, bukan nol; yang tanpa isi belum melapor."""
        is_new = obj.pk is None
        isi = {}
        for kolom in self.columns():
            nama = kolom.nama
            isi[nama] = None
            if not is_new:
                isi[nama] = getattr(obj, nama, None)
        is_kosong = all(satu in (None, "") for satu in isi.values())
        gaya = ""
        if is_new or is_kosong:
            gaya = "belum"
        return BarisKisi(
            kunci=str(parent.pk),
            label=self.label(parent),
            isi=isi,
            url=parent.get_absolute_url(),
            kode=getattr(parent, "kode", ""),
            lock_reason=reason,
            gaya=gaya,
            obj=obj,
        )

    def store(self, baris: BarisKisi, nilai: Nilai, *, note: str) -> None:
        save_row(baris.obj, nilai, by=self.user, note=note)

    def blank_text(self, kolom: KolomKisi) -> str:
        """Kolom wajib yang dikosongkan menyimpan bawaannya."""
        bawaan = stored(self.model, kolom.nama, None)
        return kolom.text(bawaan)


def save_row(obj: Any, values: Nilai, *, by: Any, note: str) -> None:
    """Simpan kolom `values` satu baris model; `ValidationError` bila kendalanya dilanggar."""
    for name, value in values.items():
        kept = stored(obj, name, value)
        setattr(obj, name, kept)
    door.save(obj, by=by, note=note)


def stored(model: Any, name: str, value: Any) -> Any:
    """Sel kosong pada kolom yang tidak boleh kosong berarti nilai bawaannya, biasanya 0."""
    db_field = model._meta.get_field(name)
    if value is not None or db_field.null:
        return value
    if db_field.has_default():
        return db_field.get_default()
    return ""


def _with_field(kolom: KolomKisi, db_field: models.Field | None) -> KolomKisi:
    """Pemeriksanya sama dengan formulir modelnya, tetapi sel boleh kosong."""
    if db_field is None or kolom.is_tetap:
        return kolom
    if kolom.field is not None or kolom.jenis in {"centang", "pilihan"}:
        return kolom
    pemeriksa = formfield(db_field)
    if pemeriksa is None:
        return kolom
    pemeriksa.required = False
    return replace(kolom, field=pemeriksa)
