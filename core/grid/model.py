"""Kisi yang tiap barisnya satu baris model per induk per tahun."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from django.db import models

from core import door
from core.forms import formfield
from core.grid.dasar import Grid
from core.grid.kolom import BarisKisi, Columns, KolomKisi, Nilai
from core.querysets import parse_nomor

Objects = Sequence[Any]
SemuaInduk = models.QuerySet[Any]
SemuaKolom = tuple[KolomKisi, ...]


class ModelGrid(Grid):
    """Satu baris model per induk per tahun; `semua_induk()` memberi induknya menurut urutan."""

    induk_field: ClassVar[str]
    kolom: ClassVar[SemuaKolom] = ()
    related: ClassVar[tuple[str, ...]] = ()

    def semua_induk(self) -> SemuaInduk:
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

    def label(self, induk: Any) -> str:
        """Nama baris; bawaannya nama induknya."""
        return str(induk)

    def existing(self, semua_induk: Objects) -> dict[Any, Any]:
        """Baris model yang ada, per nomor induk."""
        manager = self.model._default_manager
        visible = manager.visible_to(self.user)
        milik = {f"{self.induk_field}__in": semua_induk}
        rows = visible.filter(**self.lookup(), **milik)
        kunci_induk = f"{self.induk_field}_id"
        related = (self.induk_field, *self.related)
        hasil = {}
        for row in rows.select_related(*related):
            induk = getattr(row, kunci_induk)
            hasil[induk] = row
        return hasil

    def blank(self, induk: Any) -> Any:
        """Baris yang belum ada, siap diisi."""
        isi = {self.induk_field: induk, **self.lookup()}
        return self.model(**isi)

    def semua_sebab_lock(self, objects: Objects) -> dict[int, str]:
        """Alasan terkunci per urutan baris; bawaannya satu bagi semua, karena tahunnya sama."""
        urutan = range(len(objects))
        return dict.fromkeys(urutan, self.scope_lock())

    def scope_lock(self) -> str:
        """Kunci lingkup model ini pada tahun kisinya."""
        kode = self.kabupaten.kode
        sebab = self.model.lock_for(kode, self.tahun)
        return str(sebab)

    def rows(self) -> list[BarisKisi]:
        """Satu baris tiap induk, ada atau belum barisnya."""
        return self._rows(list(self.semua_induk()))

    def rows_of(self, kunci: Collection[str]) -> list[BarisKisi]:
        """Yang menyimpan satu sel tidak membaca seluruh kisinya selagi kantornya menunggu."""
        nomor = [parse_nomor(satu) for satu in kunci]
        tersentuh = self.semua_induk().filter(pk__in=filter(None, nomor))
        return self._rows(list(tersentuh))

    def _rows(self, semua_induk: Objects) -> list[BarisKisi]:
        hasil = self.existing(semua_induk)
        objects = []
        for induk in semua_induk:
            obj = hasil.get(induk.pk) or self.blank(induk)
            objects.append(obj)
        semua_sebab = self.semua_sebab_lock(objects)
        rows = []
        for nomor, induk in enumerate(semua_induk):
            row = self.row(induk, objects[nomor], semua_sebab[nomor])
            rows.append(row)
        return rows

    def row(self, induk: Any, obj: Any, sebab: str) -> BarisKisi:
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
            kunci=str(induk.pk),
            label=self.label(induk),
            isi=isi,
            url=induk.get_absolute_url(),
            kode=getattr(induk, "kode", ""),
            sebab_lock=sebab,
            gaya=gaya,
            obj=obj,
        )

    def store(self, baris: BarisKisi, nilai: Nilai, *, note: str) -> None:
        save_row(baris.obj, nilai, by=self.user, note=note)

    def tulisan_kosong(self, kolom: KolomKisi) -> str:
        """Kolom wajib yang dikosongkan menyimpan bawaannya."""
        bawaan = stored(self.model, kolom.nama, None)
        return kolom.tulisan(bawaan)


def save_row(obj: Any, isi: Nilai, *, by: Any, note: str) -> None:
    """Simpan kolom `isi` satu baris model; `ValidationError` bila kendalanya dilanggar."""
    for nama, nilai in isi.items():
        kept = stored(obj, nama, nilai)
        setattr(obj, nama, kept)
    door.save(obj, by=by, note=note)


def stored(model: Any, nama: str, nilai: Any) -> Any:
    """Sel kosong pada kolom yang tidak boleh kosong berarti nilai bawaannya, biasanya 0."""
    db_field = model._meta.get_field(nama)
    if nilai is not None or db_field.null:
        return nilai
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
