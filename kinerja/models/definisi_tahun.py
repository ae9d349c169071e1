from typing import Any

from django.db import models

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import YearData
from kinerja.models.definisi import KOLOM_DEFINISI, Definisi
from kinerja.models.indikator import Indikator
from kinerja.models.terukur import terukur_constraints


class DefinisiTahun(Definisi, YearData):
    """Definisi yang berlaku bagi satu indikator pada satu tahun, apa pun definisinya kini."""

    kabupaten_path = "indikator__sasaran__periode__perangkat_daerah__kabupaten"

    indikator = models.ForeignKey(
        Indikator, on_delete=models.CASCADE, related_name="definisi_tahun"
    )
    tahun = tahun_field()
    # definisi yang digantikan penerapan terakhir; kosong: tidak ada yang dapat dibatalkan
    semula = models.JSONField("yang digantikan", null=True, blank=True, editable=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "definisi tahun"
        verbose_name_plural = "definisi tahun"
        ordering = ["indikator", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun"],
                name="definisi_tahun_unik",
                violation_error_message="Definisi indikator ini untuk tahun itu sudah disimpan.",
            ),
            *terukur_constraints("definisi_tahun"),
        ]

    def __str__(self) -> str:
        return f"{self.nama} ({self.tahun})"

    def lock_reason(self) -> str:
        """Menyimpan yang sedang berlaku tidak mengubah tahunnya; menggantinya mengubah."""
        if self._state.adding:
            return ""
        return super().lock_reason()

    @property
    def is_replaced(self) -> bool:
        """Ada penerapan yang dapat dibatalkan."""
        return self.semula is not None

    def replace(self, kini: Definisi) -> None:
        """Ikuti definisi `kini`; yang digantikan disimpan utuh. Belum ditulis."""
        self.semula = {nama: _tertulis(self.unsur(nama)) for nama in KOLOM_DEFINISI}
        self.follow(kini)

    def restore(self) -> None:
        """Kembalikan yang digantikan penerapan terakhir. Belum ditulis."""
        for nama, isi in self.semula.items():
            field = self._meta.get_field(nama)
            setattr(self, field.attname, field.to_python(isi))
        self.semula = None


def _tertulis(nilai: Any) -> str | None:
    """Nilai satu unsur sebagai isi JSON."""
    if nilai is None:
        return None
    return str(nilai)
