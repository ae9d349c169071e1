"""Keadaan wilayah yang sudah berakhir; yang kini ada pada barisnya sendiri."""

import datetime
from operator import attrgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from core.models import Named
from core.periode import akhir_tahun, tanggal_panjang
from core.querysets import ScopedQuerySet
from villages.kode import POLA_DESA, POLA_KECAMATAN
from villages.models.lock import TETAP
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
            self._refuse_lock(wilayah)

    def sebab_tak_terhapus(self) -> str:
        """Tahun terkunci yang wilayahnya berpindah tanpa riwayat ini."""
        return self._sebab_pindah(getattr(self, self.WILAYAH.INDUK), [])

    def _refuse_lock(self, wilayah: Wilayah) -> None:
        """Juga wilayah yang dilepas riwayat ini."""
        sebab = self._sebab_pindah(wilayah, [self])
        tersimpan = type(self)._default_manager.filter(pk=self.pk).first()
        if tersimpan is not None:
            semula = getattr(tersimpan, self.WILAYAH.INDUK)
            if semula != wilayah:
                sebab = sebab or tersimpan.sebab_tak_terhapus()
        if sebab:
            raise ValidationError(sebab)

    def _sebab_pindah(self, wilayah: Wilayah, pengganti: "list[Riwayat]") -> str:
        """Kunci tahun yang letak `wilayah` berganti bila riwayat ini menjadi `pengganti`."""
        for tahun, sebab in wilayah.semua_lock().items():
            akhir = akhir_tahun(tahun)
            semula = wilayah.letak_pada(akhir)
            if semula is None:
                continue
            sesudah = self._keadaan(wilayah, akhir, pengganti)
            if wilayah.letak_menurut(sesudah) != semula:
                return f"{TETAP} {sebab}"
        return ""

    def _keadaan(self, wilayah: Any, akhir: datetime.date, pengganti: "list[Riwayat]") -> Any:
        """Seperti `Wilayah.keadaan_pada`, dengan `pengganti` alih-alih riwayat ini."""
        lain = wilayah.riwayat().filter(**{wilayah.INDUK: wilayah.pk}, sampai__gt=akhir)
        semua = [satu for satu in pengganti if satu.sampai > akhir]  # type: ignore[attr-defined]
        semua += lain.exclude(pk=self.pk)
        return min(semua, key=attrgetter("sampai"), default=wilayah)


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

    def clean(self) -> None:
        """Kecamatannya yang kodenya, kini atau dahulu, mengawali kode desanya.

        Kode desa `16.07.03.2037` terdiri atas kode kecamatannya dan empat angka.
        """
        super().clean()
        if not self.kecamatan_id:
            return
        awal = self.kode.rpartition(".")[0]
        kini = self.kecamatan
        dahulu = RiwayatKecamatan.objects.filter(kecamatan=kini, kode=awal)
        if awal != kini.kode and not dahulu.exists():
            boleh = f"{kini.kode} atau kode lamanya yang tercatat"
            pesan = f"Kode desa di Kecamatan {kini} harus berawal {boleh}."
            raise ValidationError({"kode": pesan})
