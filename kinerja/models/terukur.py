"""Bersama untuk semua baris yang diukur: cara menggabungkan masa, rumus capaian, dan batasnya."""

from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from kinerja.aturan.capaian import Arah, Rumus
from kinerja.aturan.periode import Aturan, Cara

CARA = [(cara.value, cara.nama) for cara in Cara]
CARA_KELUARAN = [pilihan for pilihan in CARA if pilihan[0] != Cara.PECAHAN]
ARAH = [(arah.value, arah.rumus.pilihan) for arah in Arah]


def cara_field(choices: list[tuple[str, str]]) -> models.CharField:
    """Kosong berarti mengikuti usulan."""
    return models.CharField(
        "nilai setahun",
        max_length=10,
        choices=choices,
        blank=True,
        help_text="Kosong berarti menurut satuan, kata indikator dan target triwulannya.",
    )


def batas_field(label: str, help_text: str) -> models.DecimalField:
    """Kosong berarti tanpa batas."""
    return models.DecimalField(
        label, max_digits=7, decimal_places=2, null=True, blank=True, help_text=help_text
    )


class Terukur(models.Model):
    """Aturan satu baris yang diukur; selama belum dipilih orang, caranya diusulkan."""

    arah = models.CharField("rumus capaian", max_length=10, choices=ARAH, default=Arah.NAIK.value)
    toleransi = models.DecimalField(
        max_digits=18,
        decimal_places=4,
        default=Decimal(0),
        validators=[MinValueValidator(0)],
        help_text="Untuk rumus dalam rentang: boleh meleset sebesar ini dari target.",
    )
    batas_atas = batas_field("capaian paling tinggi (%)", "Kosong berarti capaian tidak dibatasi.")
    batas_bawah = batas_field("capaian paling rendah (%)", "Misalnya 0 agar capaian tidak negatif.")

    class Meta:
        abstract = True

    @property
    def usulan(self) -> Cara:
        """Cara yang diusulkan dari satuan, kata indikator dan target triwulannya."""
        raise NotImplementedError

    @property
    def cara(self) -> Cara:
        """Pilihan orang, atau usulannya."""
        agregasi: str = self.agregasi  # type: ignore[attr-defined]
        if agregasi:
            return Cara(agregasi)
        return self.usulan

    @property
    def tulisan_cara(self) -> str:
        """`dijumlahkan`, atau `nilai terakhir (usulan)` selama belum dipilih orang."""
        agregasi: str = self.agregasi  # type: ignore[attr-defined]
        if agregasi:
            return self.cara.nama
        return f"{self.cara.nama} (usulan)"

    @property
    def aturan(self) -> Aturan:
        """Aturan baris ini dari kolom-kolomnya."""
        return Aturan(
            cara=self.cara,
            arah=Arah(self.arah),
            toleransi=self.toleransi,
            bawah=self.batas_bawah,
            atas=self.batas_atas,
        )

    @property
    def rumus(self) -> Rumus:
        """Cara capaiannya dihitung, menurut arahnya."""
        return Arah(self.arah).rumus


def terukur_constraints(name: str) -> list[Any]:
    """Batas atas di atas batas bawah."""
    is_terbuka = Q(batas_atas=None) | Q(batas_bawah=None)
    return [
        models.CheckConstraint(
            condition=is_terbuka | Q(batas_atas__gt=F("batas_bawah")),
            name=f"{name}_batas",
            violation_error_message="Capaian paling tinggi harus di atas capaian paling rendah.",
        )
    ]
