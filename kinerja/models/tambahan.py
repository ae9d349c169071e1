from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from core.querysets import ScopedQuerySet
from kinerja.models.keadaan import pecahan_constraints
from kinerja.models.keluaran import Keluaran, keluaran_constraints
from kinerja.models.pengukuran import PengukuranQuerySet, PengukuranTriwulan
from kinerja.models.program import Kegiatan, Program


class IndikatorTambahanQuerySet(ScopedQuerySet):
    """Dikenali menurut program, kegiatan dan nomornya."""

    def get_by_natural_key(self, *kunci: Any) -> "IndikatorTambahan":
        *program, kegiatan, nomor = kunci
        return self.get(
            program=Program.objects.get_by_natural_key(*program),
            kegiatan__kode=kegiatan or None,
            nomor=nomor,
        )


class IndikatorTambahan(Keluaran):
    """Indikator kedua dan seterusnya satu program atau kegiatan; uangnya tetap milik induknya."""

    kabupaten_path = "program__perangkat_daerah__kabupaten"

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="tambahan")
    kegiatan = models.ForeignKey(
        Kegiatan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tambahan",
        help_text="Kosongkan bila indikator ini milik programnya.",
    )
    nomor = models.PositiveSmallIntegerField("urutan", default=2)

    objects = IndikatorTambahanQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator tambahan"
        verbose_name_plural = "indikator tambahan"
        ordering = ["program", "kegiatan", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "nomor"],
                condition=models.Q(kegiatan=None),
                name="indikator_tambahan_program",
                violation_error_message="Urutan ini sudah dipakai indikator lain pada program itu.",
            ),
            models.UniqueConstraint(
                fields=["kegiatan", "nomor"],
                condition=models.Q(kegiatan__isnull=False),
                name="indikator_tambahan_kegiatan",
                violation_error_message=(
                    "Urutan ini sudah dipakai indikator lain pada kegiatan itu."
                ),
            ),
            models.CheckConstraint(
                condition=~models.Q(indikator=""),
                name="indikator_tambahan_isi",
                violation_error_message="Indikator kinerja belum diisi.",
            ),
            *keluaran_constraints("indikator_tambahan"),
        ]

    def __str__(self) -> str:
        return self.indikator

    @property
    def induk(self) -> Program | Kegiatan:
        """Kegiatannya, atau programnya bila tanpa kegiatan."""
        return self.kegiatan or self.program

    @property
    def tahun(self) -> int:
        return self.program.tahun

    def clean(self) -> None:
        """Kegiatannya harus milik programnya."""
        super().clean()
        if self.kegiatan_id and self.program_id and self.kegiatan.program_id != self.program_id:
            raise ValidationError(
                {"kegiatan": f"Kegiatan ini milik {self.kegiatan.program}; pilih yang seprogram."}
            )

    def natural_key(self) -> tuple[Any, ...]:
        return (
            *self.program.natural_key(),
            self.kegiatan.kode if self.kegiatan else "",
            self.nomor,
        )


class PengukuranTambahan(PengukuranTriwulan):
    """K satu indikator tambahan."""

    kabupaten_path = "tambahan__program__perangkat_daerah__kabupaten"
    induk_field = "tambahan"

    tambahan = models.ForeignKey(
        IndikatorTambahan,
        on_delete=models.PROTECT,
        related_name="pengukuran",
        verbose_name="indikator tambahan",
    )

    objects = PengukuranQuerySet.as_manager()

    class Meta:
        verbose_name = "pengukuran indikator tambahan"
        verbose_name_plural = "pengukuran indikator tambahan"
        ordering = ["tambahan", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["tambahan", "triwulan"],
                name="pengukuran_tambahan_unik",
                violation_error_message="Pengukuran indikator ini untuk triwulan itu sudah ada.",
            ),
            *pecahan_constraints("pengukuran_tambahan", "kinerja"),
        ]

    def __str__(self) -> str:
        return f"{self.get_triwulan_display()} {self.tambahan}"

    @property
    def tahun(self) -> int:
        return self.tambahan.tahun

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.tambahan.natural_key(), self.triwulan)
