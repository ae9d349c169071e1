from typing import Any

from django.db import models

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from kinerja.models.definisi import UNSUR_DEFINISI, Definisi
from kinerja.models.indikator import Indikator
from kinerja.models.predikat import SkalaPredikat
from kinerja.models.terukur import terukur_constraints


class DefinisiTahun(Definisi, DataTahun):
    """Definisi yang berlaku bagi satu indikator pada satu tahun, apa pun definisinya kini."""

    kabupaten_path = "indikator__sasaran__periode__perangkat_daerah__kabupaten"

    indikator = models.ForeignKey(
        Indikator, on_delete=models.CASCADE, related_name="definisi_tahun"
    )
    tahun = tahun_field()
    skala_predikat = models.ForeignKey(
        SkalaPredikat,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="skala predikat",
    )
    tingkat_sebutan = models.JSONField("nilai sebutan", default=list, blank=True, editable=False)
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

    @property
    def is_replaced(self) -> bool:
        """Ada penerapan yang dapat dibatalkan."""
        return self.semula is not None

    def sebab_lock(self) -> str:
        """Menyimpan yang sedang berlaku tidak mengubah tahunnya; menggantinya mengubah."""
        if self._state.adding:
            return ""
        return super().sebab_lock()

    def follow(self, lain: Definisi) -> None:
        """Juga yang menilai angkanya."""
        self._copy(lain, UNSUR_DEFINISI)

    def replace(self, kini: Definisi) -> None:
        """Ikuti definisi `kini`; yang digantikan disimpan utuh. Belum ditulis."""
        self.semula = {nama: _tertulis(self.unsur(nama)) for nama in UNSUR_DEFINISI}
        self.follow(kini)

    def restore(self) -> None:
        """Kembalikan yang digantikan penerapan terakhir. Belum ditulis."""
        for nama, isi in self.semula.items():
            field = self._meta.get_field(nama)
            setattr(self, field.attname, field.to_python(isi))
        self.semula = None


def _tertulis(nilai: Any) -> Any:
    """Nilai satu unsur sebagai isi JSON; daftar sebutan sudah demikian."""
    if nilai is None or isinstance(nilai, list):
        return nilai
    return str(nilai)
