"""Baris satu periode Renstra yang isinya tetap bagi tahun yang sudah terkunci (ADR 89).

Isi kolom yang menurut tahun disimpan bersama barisnya saat pertama kali berganti sesudah satu
tahun terkunci; pembaca satu tahun memakai `pada(tahun)`. Yang ditambahkan sesudah itu
(`Bersejak`) baru ada pada tahun sesudah tahun terkunci yang terakhir.
"""

from copy import copy
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.models import tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet


class MenurutTahun(Named):
    """Yang berganti sesudah satu tahun terkunci: tahun itu dan sebelumnya tetap berisi semula."""

    bertahun: ClassVar[tuple[str, ...]]  # kolom yang isinya disimpan bagi tahun terkunci
    rujukan: ClassVar[tuple[str, ...]] = ()  # kunci tamu ke baris lain yang menurut tahun juga

    # [{"sampai": tahun, kolom: isi}, …] urut tahunnya
    semula = models.JSONField("isi semula", default=list, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def renstra(self) -> Any:
        """Periode Renstra yang memuatnya; kosong selama belum dipilih."""
        raise NotImplementedError

    def clean(self) -> None:
        """Isi lama disimpan bagi tahun terkunci; tanpa tahun sesudahnya, berganti pun ditolak."""
        super().clean()
        tahun = self._last_locked()
        if tahun is None:
            return
        tersimpan = type(self)._base_manager.filter(pk=self.pk).first()
        if tersimpan is None:
            self._begin(tahun)
        elif tersimpan._isi() != self._isi():
            self._refuse_akhir(tahun)
            self._keep(tahun, tersimpan._isi())

    def sebab_tak_terhapus(self) -> str:
        """Tahun terkunci memuatnya."""
        tahun = self._last_locked()
        if tahun is None or self._awal() > tahun:
            return super().sebab_tak_terhapus()
        return str(self.renstra.sebab_locked)

    def pada(self, tahun: int) -> Self:
        """Menurut `tahun`, juga rujukannya yang sudah dibaca; dirinya bila tidak berganti.

        Salinan untuk dibaca, tidak untuk disimpan.
        """
        isi = self._isi_pada(tahun)
        for nama in self.rujukan:
            field = self._meta.get_field(nama)
            kini = getattr(self, nama) if field.is_cached(self) else None
            if kini is None or field.attname in isi:
                continue
            lama = kini.pada(tahun)
            if lama is not kini:
                isi[nama] = lama
        if not isi:
            return self
        salinan = copy(self)
        for nama, nilai in isi.items():
            setattr(salinan, nama, nilai)
        return salinan

    def _last_locked(self) -> int | None:
        """Tahun periodenya yang terakhir terkunci."""
        if self.renstra is None:
            return None
        tahun: int | None = self.renstra.last_locked
        return tahun

    def _isi(self) -> dict[str, Any]:
        """Isi kolom yang menurut tahun."""
        semua = map(self._meta.get_field, self.bertahun)
        return {field.attname: getattr(self, field.attname) for field in semua}

    def _isi_pada(self, tahun: int) -> dict[str, Any]:
        """Yang disimpan bagi `tahun`; kosong bila menurut yang kini."""
        for satu in self.semula:
            if satu["sampai"] >= tahun:
                return {kolom: isi for kolom, isi in satu.items() if kolom != "sampai"}
        return {}

    def _awal(self) -> int:
        """Tahun pertama yang memuatnya."""
        awal: int = self.renstra.tahun_awal
        return awal

    def _begin(self, locked: int) -> None:
        """Baris baru pada periode yang sebagian tahunnya terkunci."""

    def _keep(self, tahun: int, isi: dict[str, Any]) -> None:
        """Simpan `isi` bagi tahun sampai `tahun`, kecuali sudah ada yang disimpan baginya."""
        if not self._isi_pada(tahun):
            self.semula = [*self.semula, {"sampai": tahun, **isi}]

    def _refuse_akhir(self, locked: int) -> None:
        """Sesudah tahun terakhir periodenya tidak ada yang dapat memakai isi baru."""
        if locked >= self.renstra.tahun_akhir:
            raise ValidationError(self.renstra.sebab_locked)


class BersejakQuerySet(ScopedQuerySet):
    """Menurut tahun mulai adanya."""

    def ada_pada(self, tahun: int) -> Any:
        """Yang sudah ada pada `tahun`."""
        return self.filter(Q(tahun_mulai=None) | Q(tahun_mulai__lte=tahun))


class Bersejak(MenurutTahun):
    """Yang ditambahkan sesudah satu tahun terkunci baru ada pada tahun berikutnya."""

    tahun_mulai = tahun_field("ada sejak", null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def _awal(self) -> int:
        return self.tahun_mulai or super()._awal()

    def _begin(self, locked: int) -> None:
        """Tanpa tahun sesudahnya tidak ada yang dapat memuatnya."""
        self._refuse_akhir(locked)
        self.tahun_mulai = locked + 1
