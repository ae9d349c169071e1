"""Baris `fixtures/` disimpan menurut kunci alaminya; tiap baris yang dirujuk dibaca sekali."""

from typing import Any

from django.apps import apps
from django.core.serializers.base import DeserializedObject

from core import audit

Isi = dict[str, Any]
Kunci = tuple[Any, ...]


class Pemuat:
    """Baris yang sudah disimpan atau dirujuk diingat, supaya tidak ditanyakan lagi."""

    def __init__(self) -> None:
        self.dikenal: dict[Kunci, Any] = {}
        self.semula: dict[Any, bool] = {}  # tabelnya berisi sebelum dimuat
        self.selisih: dict[str, int] = {}  # tabel → sidik sesudah dikurangi sebelum dimuat

    def load(self, rows: list[Isi]) -> None:
        """Simpan menurut urutannya; yang sudah ada diganti isinya."""
        for satu in rows:
            model = apps.get_model(satu["model"])
            self.store(model, satu["fields"])

    def store(self, model: Any, isi: Isi) -> None:
        """Satu baris, seperti `loaddata`: kendala basis datanya yang memeriksa."""
        row = model()
        for nama, tertulis in isi.items():
            field = model._meta.get_field(nama)
            nilai = self.nilai(field, tertulis)
            setattr(row, nama, nilai)
        kunci = row.natural_key()
        row.pk = self.nomor(model, kunci)
        sebelum = self.sidik(model, row.pk)
        DeserializedObject(row).save()
        self.dikenal[model, kunci] = row
        tabel = model._meta.label
        sesudah = audit.sidik_baris(row)
        self.selisih[tabel] = self.selisih.get(tabel, 0) + sesudah - sebelum

    def sidik(self, model: Any, pk: int | None) -> int:
        """Sidik baris yang akan ditimpa; nol bila belum ada."""
        if pk is None:
            return 0
        return audit.sidik_baris(model._base_manager.get(pk=pk))

    def nilai(self, field: Any, tertulis: Any) -> Any:
        """Nilai kolom; rujukan ditulis sebagai kunci alaminya."""
        if tertulis is None:
            return None
        if field.is_relation:
            kunci = tuple(tertulis)
            return self.rujukan(field.related_model, kunci)
        return field.to_python(tertulis)

    def rujukan(self, model: Any, kunci: Kunci) -> Any:
        """Baris yang dirujuk, dibaca pada rujukan pertamanya."""
        if (model, kunci) in self.dikenal:
            return self.dikenal[model, kunci]
        rows = model._default_manager
        row = rows.get_by_natural_key(*kunci)
        self.dikenal[model, kunci] = row
        return row

    def nomor(self, model: Any, kunci: Kunci) -> int | None:
        """Nomor baris yang sudah ada; tabel yang semula kosong tidak ditanyai."""
        rows = model._default_manager
        if model not in self.semula:
            self.semula[model] = rows.exists()
        if not self.semula[model]:
            return None
        try:
            ada = rows.get_by_natural_key(*kunci)
        except model.DoesNotExist:
            return None
        return int(ada.pk)
