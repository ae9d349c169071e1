"""Pedoman evaluasi AKIP: komponen, subkomponen dan kriterianya, bernomor versi."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Substr

from core.models import Named
from kinerja.aturan.akip import (
    KODE,
    KRITERIA,
    SERATUS,
    SUBKOMPONEN,
    induk,
    jenjang,
    masalah_bobot,
)
from kinerja.models.pedoman import PedomanBerversi
from kinerja.models.predikat import SkalaKualitatif, SkalaPredikat
from kinerja.models.skala import MilikAtauBersamaQuerySet

POLA = RegexValidator(
    rf"^{KODE.pattern}$",
    "Tulis 1 untuk komponen, 1.a untuk subkomponen, 1.a.3 untuk kriteria.",
)
PANJANG_SUB = 3  # aksara kode subkomponen
URUTAN = (Substr("kode", 1, PANJANG_SUB), Length("kode"), "kode")  # 1, 1.a, 1.a.2, 1.a.10


class PedomanAkipQuerySet(MilikAtauBersamaQuerySet):
    """Pedoman kantor sendiri dan acuan bersama."""

    def get_by_natural_key(self, versi: int, kabupaten: str | None = None) -> "PedomanAkip":
        return self.get(versi=versi, kabupaten__kode=kabupaten)


class PedomanAkip(PedomanBerversi):
    """Komponen dan kriteria satu peraturan; evaluasi menyimpan versi yang dipakainya."""

    skala = models.ForeignKey(
        SkalaKualitatif, on_delete=models.PROTECT, verbose_name="tingkat subkomponen"
    )
    predikat = models.ForeignKey(
        SkalaPredikat, on_delete=models.PROTECT, verbose_name="skala predikat"
    )

    objects = PedomanAkipQuerySet.as_manager()

    class Meta:
        verbose_name = "pedoman AKIP"
        verbose_name_plural = "pedoman AKIP"
        ordering = ["kabupaten", "-versi"]
        constraints = [
            models.UniqueConstraint(fields=["kabupaten", "versi"], name="pedoman_akip_unik"),
            models.UniqueConstraint(
                fields=["versi"], condition=Q(kabupaten=None), name="pedoman_akip_bersama"
            ),
        ]

    def natural_key(self) -> tuple[Any, ...]:
        """Versinya, dan kode kabupaten pemiliknya."""
        if self.kabupaten:
            return (self.versi, self.kabupaten.kode)
        return (self.versi,)

    def sejenis(self) -> "models.QuerySet[PedomanAkip]":
        """Semua versi."""
        return PedomanAkip.objects.all()

    def pemakai(self) -> Named | None:
        """Evaluasi pertama yang memakainya."""
        return self.evaluasiakip_set.first()

    def masalah(self) -> list[str]:
        """Sebab belum dapat dipakai: bobot yang tidak sejumlah, tingkat yang nilainya tidak sah."""
        masalah = masalah_bobot(dict(self.butir.values_list("kode", "bobot")))
        semua = self.skala.tingkat.all()
        if not semua:
            masalah.append(f"Skala {self.skala} tanpa tingkat.")
        for tingkat in semua:
            if tingkat.nilai is None:
                masalah.append(f"Tingkat {tingkat} tanpa nilai.")
            elif not 0 <= tingkat.nilai <= SERATUS:
                masalah.append(f"Tingkat {tingkat} bernilai di luar 0 sampai 100.")
        return masalah


class ButirAkipQuerySet(MilikAtauBersamaQuerySet):
    """Dikenali menurut pedoman dan kodenya."""

    def get_by_natural_key(self, *kunci: Any) -> "ButirAkip":
        *pedoman, kode = kunci
        return self.get(pedoman=PedomanAkip.objects.get_by_natural_key(*pedoman), kode=kode)


class ButirAkip(Named):
    """Komponen, subkomponen atau kriteria menurut kodenya; `petunjuk` kunci bukti dari sistem."""

    kabupaten_path = "pedoman__kabupaten"
    induk_lock = "pedoman"

    pedoman = models.ForeignKey(PedomanAkip, on_delete=models.CASCADE, related_name="butir")
    kode = models.CharField(max_length=6, validators=[POLA])
    uraian = models.TextField()
    bobot = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Untuk komponen dan subkomponen; kriteria tidak berbobot.",
    )
    petunjuk = models.CharField(
        "petunjuk sistem",
        max_length=40,
        blank=True,
        help_text="Bukti yang disusun sistem di samping kriterianya; kosong bila tidak ada.",
    )

    objects = ButirAkipQuerySet.as_manager()

    class Meta:
        verbose_name = "butir AKIP"
        verbose_name_plural = "butir AKIP"
        ordering = ["pedoman", *URUTAN]
        constraints = [
            models.UniqueConstraint(
                fields=["pedoman", "kode"],
                name="butir_akip_unik",
                violation_error_message="Kode ini sudah dipakai butir lain.",
            ),
            models.CheckConstraint(
                condition=Q(bobot=None) | Q(bobot__gte=0, bobot__lte=100),
                name="butir_akip_bobot",
                violation_error_message="Bobot antara 0 dan 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"

    @property
    def induk(self) -> str:
        """Kode butir di atasnya."""
        return induk(self.kode)

    @property
    def is_kriteria(self) -> bool:
        """Dijawab ya atau tidak."""
        return jenjang(self.kode) == KRITERIA

    @property
    def is_sub(self) -> bool:
        """Diberi tingkat."""
        return jenjang(self.kode) == SUBKOMPONEN

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.pedoman.natural_key(), self.kode)

    def clean(self) -> None:
        """Komponen dan subkomponen berbobot, kriteria tidak."""
        if self.is_kriteria == (self.bobot is None):
            return
        pesan = "Komponen dan subkomponen berbobot."
        if self.is_kriteria:
            pesan = "Kriteria tidak berbobot."
        raise ValidationError({"bobot": pesan})
