"""Penetapan status desa satu tahun, biaya langkah, dan layanan untuk situs desa."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import Naskah, naskah_constraints
from idm.indeks import INDEKS_DESA, indeks
from idm.models.indikator import IndikatorIdm

Biaya = dict[int, dict[int, int]]  # indikator → skor tujuan → rupiah


class PenetapanIdm(Naskah):
    """Berita acara penetapan IDM, sejak 2025 Indeks Desa, semua desa satu tahun.

    Tanda tangannya mengunci data indeks tahun itu.
    """

    menggantikan = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="menggantikan penetapan",
    )

    class Meta:
        verbose_name = "penetapan status desa"
        verbose_name_plural = "penetapan status desa"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun"],
                condition=Q(menggantikan=None),
                name="penetapan_idm_unik",
                violation_error_message=(
                    "Penetapan tahun itu sudah ada; perbaikannya dibuat sebagai pengganti."
                ),
            ),
            *naskah_constraints("penetapan_idm"),
        ]

    def __str__(self) -> str:
        return f"Penetapan {indeks(self.tahun).singkatan} {self.tahun} {self.kabupaten}"

    @property
    def jenis(self) -> str:
        """Naskahnya menurut indeks yang dipakai tahunnya; kosong bagi IDM."""
        if self.tahun and indeks(self.tahun) is INDEKS_DESA:
            return "indeks_desa"
        return ""


class BiayaQuerySet(ScopedQuerySet):
    """Dibaca sekaligus untuk satu kabupaten."""

    def per_indikator(self, kabupaten: Kabupaten) -> Biaya:
        """`{nomor indikator: {skor tujuan: rupiah}}` milik satu kabupaten."""
        hasil: Biaya = {}
        milik = self.filter(kabupaten=kabupaten)
        rows = milik.values_list("indikator_id", "skor", "biaya_rupiah")
        for indikator, skor, biaya in rows:
            per_skor = hasil.setdefault(indikator, {})
            per_skor[skor] = biaya
        return hasil


class BiayaLangkah(Named):
    """Perkiraan biaya menaikkan satu indikator satu desa ke satu skor, menurut kabupaten."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    indikator = models.ForeignKey(IndikatorIdm, on_delete=models.PROTECT)
    skor = models.PositiveSmallIntegerField("skor tujuan")
    biaya_rupiah = models.BigIntegerField("biaya (Rp)", validators=[MinValueValidator(0)])

    objects = BiayaQuerySet.as_manager()

    class Meta:
        verbose_name = "biaya langkah"
        verbose_name_plural = "biaya langkah"
        ordering = ["indikator__instrumen", "indikator__posisi", "skor"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "indikator", "skor"], name="biaya_langkah_unik"
            ),
            models.CheckConstraint(
                condition=Q(biaya_rupiah__gte=0, skor__lte=5), name="biaya_langkah_wajar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} ke skor {self.skor}"


class LayananRumusan(Named):
    """Apakah layanan rumusan IDM untuk situs desa dibuka oleh satu kabupaten."""

    kabupaten = models.OneToOneField(Kabupaten, on_delete=models.PROTECT)
    is_aktif = models.BooleanField("dibuka untuk umum", default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "layanan rumusan"
        verbose_name_plural = "layanan rumusan"

    def __str__(self) -> str:
        return f"Layanan rumusan {self.kabupaten}"
