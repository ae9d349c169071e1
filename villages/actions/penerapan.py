"""Dasar penerapan satu edisi daftar kode wilayah."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.audit import Refused
from villages.kode import jenis
from villages.models import Desa, Kecamatan

Ubahan = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Penerapan:
    """Satu edisi yang sedang diterapkan; subkelas menerapkan satu tingkat wilayah."""

    kabupaten: Kabupaten
    sejak: datetime.date
    dasar: str
    by: Any
    note: str

    def tingkat(self, model: Any, ubahan: Sequence[Ubahan]) -> None:
        raise NotImplementedError

    def terapkan(self, ubahan: Sequence[Ubahan]) -> None:
        """Kecamatan sebelum desanya."""
        for model in (Kecamatan, Desa):
            self.tingkat(model, [u for u in ubahan if _model(u["kunci"]) is model])

    def milik(self, model: Any) -> Any:
        """Wilayah kabupaten ini."""
        path = "kecamatan__kabupaten" if model is Desa else "kabupaten"
        return model.objects.filter(**{path: self.kabupaten})

    def ambil(self, model: Any, kode: str) -> Any:
        obj = self.milik(model).filter(kode=kode).first()
        if obj is None:
            raise Refused(f"Kode {kode} tidak tercatat lagi.")
        return obj

    def induk(self, kode: str) -> Kecamatan:
        """Kecamatan pada awal kode desa, menurut tahun edisinya."""
        awal = kode[:8]
        kecamatan: Kecamatan | None = self.milik(Kecamatan).berkode(awal, self.sejak.year)
        if kecamatan is None:
            raise Refused(f"Kecamatan {awal} belum tercatat.")
        return kecamatan

    def kodekan(self, obj: Any, u: Ubahan) -> None:
        """Kode, dan yang dibaca darinya: jenis dan kecamatan desa."""
        obj.kode = u["kunci"]
        if isinstance(obj, Kecamatan):
            obj.kabupaten = self.kabupaten
            return
        obj.kecamatan, obj.jenis = self.induk(obj.kode), jenis(obj.kode)
        if u["titik"]:
            obj.lintang, obj.bujur = titik(u["titik"])

    def baru(self, model: Any, u: Ubahan) -> Any:
        """Wilayah yang belum tercatat, belum disimpan."""
        kode = u["kunci"]
        if model.objects.filter(kode=kode).exists():
            raise Refused(f"Kode {kode} sudah tercatat.")
        obj = model(nama=u["baru"])
        self.kodekan(obj, u)
        return obj


def _model(kode: str) -> Any:
    return Desa if len(kode) > 8 else Kecamatan


def kode_asal(u: Ubahan, keputusan: str) -> str:
    """Kode yang disebut `pilih` bila keputusannya itu; selain itu kosong."""
    apa, _, kode = str(u.get("pilih", "")).partition(":")
    return kode if apa == keputusan else ""


def refuse_berubah(obj: Any, u: Ubahan) -> None:
    """`Refused` bila namanya bukan lagi yang tampil pada pratinjau."""
    if obj.nama != u["lama"]:
        raise Refused(f"Nama {obj.kode} sudah berubah menjadi {obj.nama}.")


def titik(teks: str) -> tuple[Decimal, Decimal]:
    lintang, bujur = teks.split()
    return Decimal(lintang), Decimal(bujur)
