"""Baris `fixtures/` disimpan menurut kunci alaminya; tiap baris yang dirujuk dibaca sekali."""

from typing import Any

from django.apps import apps
from django.core.serializers.base import DeserializedObject

from core import audit
from kinerja.models import Peraturan

Isi = dict[str, Any]
Kunci = tuple[Any, ...]


class Pemuat:
    """Baris yang sudah disimpan atau dirujuk diingat, supaya tidak ditanyakan lagi."""

    def __init__(self) -> None:
        self.banyak = 0  # baris tersimpan
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
        self.dikenal[model, kunci] = row
        if self.is_tetap(row):
            return
        sebelum = self.sidik(model, row.pk)
        DeserializedObject(row).save()
        self.banyak += 1
        tabel = model._meta.label
        sesudah = audit.sidik_baris(row)
        self.selisih[tabel] = self.selisih.get(tabel, 0) + sesudah - sebelum

    def is_tetap(self, row: Any) -> bool:
        """Apakah baris itu dibiarkan; bawaannya berkasnya menang."""
        return False

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


class PemuatAcuan(Pemuat):
    """Acuan bersama: yang sudah dipakai kantor tidak berubah karena rilis baru.

    Edisi yang belum ada ditambah beserta rinciannya; edisi yang ada tidak disentuh dan tidak
    ditambahi. Hanya peraturan, yang tidak dapat disunting kantor, mengikuti berkasnya.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ada: set[Any] = set()  # baris yang ada sebelum dimuat

    def is_tetap(self, row: Any) -> bool:
        """Baris yang sudah ada, atau rincian dari yang sudah ada."""
        if isinstance(row, Peraturan):
            return False
        if row.pk is None:
            induk = _induk(row)
            if self.ada.isdisjoint(induk):
                return False
        kunci = row.natural_key()
        self.ada.add((type(row), kunci))
        return True


def _induk(row: Any) -> list[Kunci]:
    """Yang wajib dirujuk baris itu, sebagai model dan kunci alaminya."""
    induk = []
    for field in row._meta.concrete_fields:
        if field.is_relation and not field.null:
            satu = getattr(row, field.name)
            kunci = satu.natural_key()
            induk.append((type(satu), kunci))
    return induk
