"""Baris dan isian contoh menurut kolom modelnya, bagi yang tidak menyebut miliknya sendiri."""

import datetime
from typing import Any

from django.db import models
from django.db.models import Max

from accounts.models import Kabupaten
from core.halaman import Halaman

TAHUN_BEBAS = 2030  # tahun yang tidak dipakai data nyata
TANGGAL = datetime.date(TAHUN_BEBAS, 1, 2)
WAKTU = datetime.datetime(TAHUN_BEBAS, 1, 2, tzinfo=datetime.UTC)
BARU, UBAH = 1, 2  # jarak isian baris baru dan isian yang diubah dari isi semula
TEKS = (models.CharField, models.TextField)
ANGKA = (models.IntegerField, models.DecimalField)
# kelas kolom → isinya; yang pertama cocok
NILAI = {
    models.BooleanField: False,
    models.DateTimeField: WAKTU,
    models.DateField: TANGGAL,
    models.IntegerField: 1,
    models.DecimalField: 1,
    models.Field: "Uji",
}
# model yang menolak baris kosong walau tidak satu kolomnya wajib
BERISI: dict[str, dict[str, Any]] = {"KoperasiDesa": {"nama": "Koperasi contoh"}}


def contoh(model: Any, kabupaten: Kabupaten) -> Any:
    """Satu baris sah di kabupaten itu; hanya kolom yang wajib yang diisi, dan `BERISI`."""
    row = model(**BERISI.get(model.__name__, {}))
    for field in model._meta.concrete_fields:
        is_terisi = field.primary_key or field.has_default()
        is_boleh_kosong = field.null or field.blank
        if not (is_terisi or is_boleh_kosong):
            nilai = _nilai(field, kabupaten)
            setattr(row, field.name, nilai)
    row.full_clean()
    row.save()
    return row


def _nilai(field: Any, kabupaten: Kabupaten) -> Any:
    if field.related_model:
        return _induk(field.related_model, kabupaten)
    if field.choices:
        nilai, _ = field.flatchoices[0]
        return nilai
    if field.name.startswith("tahun"):
        return TAHUN_BEBAS
    kelas = next(satu for satu in NILAI if isinstance(field, satu))
    return NILAI[kelas]


def _induk(model: Any, kabupaten: Kabupaten) -> Any:
    """Baris induk yang ada di kabupaten itu, atau contohnya."""
    if model is Kabupaten:
        return kabupaten
    rows = model._default_manager.all()
    path = model.kabupaten_path
    if path is not None:
        rows = rows.filter(**{path: kabupaten})
    return rows.first() or contoh(model, kabupaten)


class IsianContoh:
    """Isian yang berlainan dari satu baris, menurut kolom formulir dan kendala ketunggalannya."""

    def __init__(self, halaman: Halaman, row: Any) -> None:
        self.row = row
        self.meta = halaman.model._meta
        semua_nama = halaman.form_class._meta.fields
        fields = self.meta.concrete_fields
        self.fields = [field for field in fields if field.name in semua_nama and _is_leluasa(field)]
        self.teks = [field for field in self.fields if isinstance(field, TEKS)]

    def baru(self) -> dict[str, str]:
        """Satu isian tiap kendala ketunggalan, dan teks pertama, berganti."""
        beda: dict[str, str] = {}
        teks = [field.name for field in self.teks if not field.choices]
        for kunci in [*self.kunci(), teks[:1]]:
            calon = [field for field in self.fields if field.name in kunci]
            if calon and beda.keys().isdisjoint(kunci):
                field = min(calon, key=_urutan)
                beda[field.name] = self.lain(field, BARU)
        return beda

    def ubah(self) -> dict[str, str]:
        """Satu isian berganti; yang di luar kendala dan berupa teks lebih dulu."""
        tunggal = {nama for kunci in self.kunci() for nama in kunci}
        bebas = [field for field in self.fields if field.name not in tunggal]
        calon = bebas or self.fields
        teks = [field for field in calon if field in self.teks]
        field = (teks or calon)[0]
        return {field.name: self.lain(field, UBAH)}

    def kunci(self) -> list[list[str]]:
        """Kolom tiap kendala ketunggalan."""
        kunci = [[field.name] for field in self.fields if field.unique]
        for constraint in self.meta.constraints:
            if isinstance(constraint, models.UniqueConstraint):
                kunci.append(list(constraint.fields))
        return kunci

    def lain(self, field: Any, jarak: int) -> str:
        """Nilai berjarak `jarak` dari isinya; angka dari yang terbesar."""
        kini = getattr(self.row, field.name)
        if field.choices:
            return self.pilihan_lain(field, jarak)
        if isinstance(field, ANGKA):
            return str(self.terbesar(field) + jarak)
        if isinstance(field, models.DateField):
            tanggal = kini or TANGGAL
            return str(tanggal + datetime.timedelta(days=jarak))
        panjang = field.max_length or 99
        tulisan = f"{kini} uji {jarak}".strip()
        return tulisan[-panjang:]

    def pilihan_lain(self, field: Any, jarak: int) -> str:
        kini = getattr(self.row, field.name)
        semua_nilai = [nilai for nilai, _ in field.flatchoices]
        lain = [nilai for nilai in semua_nilai if nilai not in ("", kini)]
        return str(lain[jarak % len(lain)])

    def terbesar(self, field: Any) -> int:
        rows = type(self.row)._default_manager.all()
        hasil = rows.aggregate(besar=Max(field.name))
        return int(hasil["besar"] or 0)


def _is_leluasa(field: Any) -> bool:
    """Dapat diganti tanpa mencari baris lain."""
    return isinstance(field, (*ANGKA, *TEKS, models.DateField))


def _urutan(field: Any) -> int:
    """Yang paling leluasa diganti lebih dulu: angka, teks, tanggal, lalu pilihan."""
    if field.choices:
        return 3
    if isinstance(field, ANGKA):
        return 0
    return 1 if isinstance(field, TEKS) else 2
