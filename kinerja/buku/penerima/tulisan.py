"""Satu baris yang hendak ditulis: asalnya, kirimannya, dan yang berganti."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import CheckConstraint

from kinerja.buku.penerima.kolom import BarisBuku, Isian

Isi = dict[str, Any]  # kolom formulir → nilainya


@dataclass
class Tulisan:
    """Satu baris yang hendak ditulis: asalnya, kirimannya, dan yang berganti."""

    row: Any
    baris: BarisBuku
    isian: Isian
    lihat: Any  # formulir sebelum diisi
    awal: Isi  # kiriman formulir itu bila dibiarkan
    data: Isi
    semula: Isi
    diubah: dict[str, str] = field(default_factory=dict)  # bidang → isi lamanya

    @property
    def is_baru(self) -> bool:
        """Belum pernah tersimpan."""
        return not self.semula

    def bidang_kendala(self, pesan: str) -> str:
        """Bidang yang disebut kendala berpesan itu; selain itu yang pertama berganti."""
        for kendala in self.row._meta.constraints:
            if kendala.violation_error_message != pesan:
                continue
            for bidang in _kolom_kendala(kendala):
                if bidang in self.isian:
                    return bidang
        return self.pertama

    @property
    def pertama(self) -> str:
        """Bidang pertama yang berganti; kosong bila belum ada."""
        return next(iter(self.diubah), "")

    @property
    def penanda(self) -> str:
        """Kolom penanda pertama di antara isiannya; kosong bila tidak ada."""
        semua = (kolom for kolom, _ in self.isian.values())
        return next((satu for satu in semua if self._is_penanda(satu)), "")

    def _is_penanda(self, nama: str) -> bool:
        kolom = self.baris.kolom.get(nama)
        return kolom is not None and kolom.is_penanda

    @property
    def kolom_model(self) -> set[str]:
        """Bidang yang menjadi isi barisnya, bukan keterangan yang menyertainya."""
        columns = self.row._meta.concrete_fields
        return {field.name for field in columns}

    def kolom(self, bidang: str) -> str:
        """Kolom asal satu bidang; bidang tanpa kolom dinamai dirinya."""
        if bidang in self.isian:
            return self.isian[bidang][0]
        return bidang


def _kolom_kendala(kendala: Any) -> list[str]:
    """Kolom yang disyaratkan satu kendala basis data, yang paling akhir disebut di depan."""
    if isinstance(kendala, CheckConstraint):
        return sorted(kendala.condition.referenced_base_fields, reverse=True)
    return list(reversed(kendala.fields))
