"""Wilayah pada akhir tahun terkunci: tidak bertambah, hilang, berganti jenis atau berpindah.

Terkunci seluruh datanya, atau lingkup wilayahnya saja. Nama dan kode tidak ikut: keduanya menurut
waktunya (ADR 18) dan boleh dibetulkan.
"""

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from core import audit
from core.models import Named
from core.periode import akhir_tahun
from documents.models import Kunci

TETAP = "Wilayah tahun terkunci tidak bertambah, hilang atau berpindah."


class WilayahTetap(Named):
    """Dasar kecamatan dan desa."""

    LETAK: ClassVar[tuple[str, ...]] = ()  # kolom yang menentukan di mana ia dihitung

    class Meta:
        abstract = True

    def refuse_lock(self) -> None:
        """Wilayah tahun terkunci tidak bertambah, hilang, atau berpindah."""
        lama: Any = type(self)._default_manager.filter(pk=self.pk).first()
        kolom = ("dibentuk", "sampai", *self.LETAK)
        if lama and all(getattr(lama, nama) == getattr(self, nama) for nama in kolom):
            return
        for tahun, sebab in self.semua_lock().items():
            akhir = akhir_tahun(tahun)
            semula = lama.letak_pada(akhir) if lama else None
            if semula != self.letak_pada(akhir):
                raise ValidationError(f"{TETAP} {sebab}")

    def semua_lock(self) -> dict[int, str]:
        """Tahun yang wilayahnya terkunci."""
        kabupaten = self.kabupaten_kode
        return audit.remember(
            ("wilayah terkunci", kabupaten),
            lambda: Kunci.objects.semua_sebab(kabupaten, ("", "wilayah")),
        )

    def letak_pada(self, akhir: datetime.date) -> tuple[Any, ...] | None:
        """Yang menentukan di mana ia dihitung pada `akhir`; `None` bila tidak ada waktu itu."""
        wilayah: Any = self
        is_ada = wilayah.dibentuk is None or wilayah.dibentuk <= akhir
        if not is_ada or (wilayah.sampai is not None and wilayah.sampai <= akhir):
            return None
        return self.letak_menurut(wilayah.keadaan_pada(akhir))

    def letak_menurut(self, keadaan: Any) -> tuple[Any, ...]:
        """`keadaan` barisnya sendiri atau satu riwayatnya."""
        return tuple(getattr(keadaan, nama) for nama in self.LETAK)

    def sebab_tak_terhapus(self) -> str:
        """Tahun terkunci yang memuatnya."""
        for tahun, sebab in self.semua_lock().items():
            if self.letak_pada(akhir_tahun(tahun)) is not None:
                return f"{TETAP} {sebab}"
        return ""
