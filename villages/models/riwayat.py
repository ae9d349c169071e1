"""Keadaan wilayah yang sudah berakhir; yang kini ada pada barisnya sendiri."""

import datetime
from typing import Any

from django.core.validators import RegexValidator
from django.db import models

from core.models import Named
from core.periode import tanggal_panjang
from core.querysets import ScopedQuerySet
from villages.kode import POLA_DESA, POLA_KECAMATAN
from villages.models.wilayah import (
    Desa,
    Kecamatan,
    Wilayah,
    refuse_kode_bersama,
)


class Riwayat(Named):
    """Dasar riwayat: berlaku sejak riwayat sebelumnya berakhir, atau sejak wilayahnya ada."""

    WILAYAH: type[Wilayah]
    is_kini = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        lama: Any = self
        return f"{lama.nama} sampai {tanggal_panjang(lama.sampai)}"

    def mulai(self) -> datetime.date:
        lama: Any = self
        wilayah: Wilayah = getattr(lama, self.WILAYAH.INDUK)
        return wilayah.mulai(sebelum=lama.sampai)

    def clean(self) -> None:
        """Kode lama tidak pernah milik dua wilayah sekaligus."""
        lama: Any = self
        if lama.sampai and getattr(lama, f"{self.WILAYAH.INDUK}_id"):
            wilayah = getattr(lama, self.WILAYAH.INDUK)
            refuse_kode_bersama(wilayah, lama.kode, self.mulai, lama.sampai)


class RiwayatKecamatan(Riwayat):
    """Kode dan nama kecamatan sampai satu tanggal."""

    WILAYAH = Kecamatan
    kabupaten_path = "kecamatan__kabupaten"

    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    kode = models.CharField(
        max_length=8,
        validators=[RegexValidator(POLA_KECAMATAN, "Contoh: 16.07.01")],
    )
    nama = models.CharField(max_length=100)
    sampai = models.DateField("berlaku sampai")
    dasar = models.CharField("dasar perubahan", max_length=300, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat kecamatan"
        verbose_name_plural = "riwayat kecamatan"
        ordering = ["kecamatan__kode", "-sampai"]
        constraints = [
            models.UniqueConstraint(
                fields=["kecamatan", "sampai"],
                name="riwayat_kecamatan_unik",
                violation_error_message="Riwayat kecamatan itu sampai tanggal yang sama sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["kode", "sampai"],
                name="kode_kecamatan_lama_unik",
                violation_error_message="Kode itu sampai tanggal yang sama milik kecamatan lain.",
            ),
        ]


class RiwayatWilayah(Riwayat):
    """Kode, nama, jenis dan kecamatan satu desa/kelurahan sampai satu tanggal."""

    WILAYAH = Desa
    kabupaten_path = "desa__kecamatan__kabupaten"

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    kode = models.CharField(
        max_length=13,
        validators=[RegexValidator(POLA_DESA, "Contoh: 16.07.01.2001")],
    )
    nama = models.CharField(max_length=100)
    jenis = models.CharField(max_length=9, choices=Desa.JENIS)
    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    sampai = models.DateField("berlaku sampai")
    dasar = models.CharField("dasar perubahan", max_length=300, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat wilayah"
        verbose_name_plural = "riwayat wilayah"
        ordering = ["desa__kode", "-sampai"]
        constraints = [
            models.UniqueConstraint(
                fields=["desa", "sampai"],
                name="riwayat_wilayah_unik",
                violation_error_message="Riwayat desa itu sampai tanggal yang sama sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["kode", "sampai"],
                name="kode_desa_lama_unik",
                violation_error_message="Kode itu sampai tanggal yang sama milik desa lain.",
            ),
        ]
