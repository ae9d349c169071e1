"""Dasar penerapan satu edisi daftar kode wilayah."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core import door
from core.audit import Refused
from core.querysets import tunggal
from documents.actions.jejak import Jejak, jejak_baris, stored_row
from villages.kode import jenis
from villages.models import Desa, Kecamatan

Ubahan = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Penerapan(ABC):
    """Satu edisi yang sedang diterapkan; subkelas menerapkan satu tingkat wilayah."""

    kabupaten: Kabupaten
    sejak: datetime.date
    dasar: str
    by: Any
    note: str
    kecamatan: dict[str, Kecamatan | None] = field(default_factory=dict, init=False)
    jejak: list[Jejak] = field(default_factory=list, init=False)  # baris yang ditulisnya, berurutan

    @abstractmethod
    def tingkat(self, model: Any, ubahan: Sequence[Ubahan]) -> None:
        """Terapkan semua ubahan satu tingkat wilayah."""

    def apply(self, ubahan: Sequence[Ubahan]) -> None:
        """Kecamatan sebelum desanya."""
        for model in (Kecamatan, Desa):
            setingkat = []
            for satu in ubahan:
                if _model(satu["kunci"]) is model:
                    setingkat.append(satu)
            self.tingkat(model, setingkat)

    def store(self, row: Any, note: str = "") -> None:
        """Simpan satu baris dan ingat isi semulanya, agar edisinya dapat dibatalkan.

        Urutannya dipertahankan: pembatalan berjalan dari yang terakhir ditulis.
        """
        lama = stored_row(row)
        door.save(row, by=self.by, note=note)
        jejak = jejak_baris(row, lama)
        self.jejak.append(jejak)

    def milik(self, model: Any) -> Any:
        """Wilayah kabupaten ini."""
        milik = {model.kabupaten_path: self.kabupaten}
        return model.objects.filter(**milik)

    def ambil(self, model: Any, kode: str) -> Any:
        """Wilayah berkode itu; `Refused` bila sudah dihapus sejak pratinjaunya."""
        rows = self.milik(model).select_related(model.kabupaten_path)
        obj = tunggal(rows.filter(kode=kode))
        if obj is None:
            raise Refused(f"Kode {kode} tidak tercatat lagi.")
        return obj

    def induk(self, kode: str) -> Kecamatan:
        """Kecamatan pada awal kode desa, menurut tahun edisinya; dicari sekali."""
        awal = kode[:8]
        if awal not in self.kecamatan:
            rows = self.milik(Kecamatan)
            self.kecamatan[awal] = rows.berkode(awal, self.sejak.year)
        kecamatan = self.kecamatan[awal]
        if kecamatan is None:
            raise Refused(f"Kecamatan {awal} belum tercatat.")
        return kecamatan

    def kodekan(self, obj: Any, ubahan: Ubahan) -> None:
        """Kode, dan yang dibaca darinya: jenis dan kecamatan desa."""
        kode = ubahan["kunci"]
        obj.kode = kode
        if isinstance(obj, Kecamatan):
            obj.kabupaten = self.kabupaten
            return
        obj.kecamatan = self.induk(kode)
        obj.jenis = jenis(kode)
        if ubahan["titik"]:
            obj.lintang, obj.bujur = titik(ubahan["titik"])

    def baru(self, model: Any, u: Ubahan) -> Any:
        """Wilayah yang belum tercatat, belum disimpan."""
        kode = u["kunci"]
        if model.objects.filter(kode=kode).exists():
            raise Refused(f"Kode {kode} sudah tercatat.")
        obj = model(nama=u["baru"])
        self.kodekan(obj, u)
        return obj


def _model(kode: str) -> Any:
    if len(kode) > 8:
        return Desa
    return Kecamatan


def kode_asal(u: Ubahan, keputusan: str) -> str:
    """Kode yang disebut `pilih` bila keputusannya itu; selain itu kosong."""
    pilihan = str(u.get("pilih", ""))
    apa, _, kode = pilihan.partition(":")
    if apa == keputusan:
        return kode
    return ""


def refuse_berubah(obj: Any, u: Ubahan) -> None:
    """`Refused` bila namanya bukan lagi yang tampil pada pratinjau."""
    if obj.nama != u["lama"]:
        raise Refused(f"Nama {obj.kode} sudah berubah menjadi {obj.nama}.")


def titik(teks: str) -> tuple[Decimal, Decimal]:
    lintang, bujur = teks.split()
    return Decimal(lintang), Decimal(bujur)
