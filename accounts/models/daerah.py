"""Daerah sebagai penyewa, perangkat daerahnya, dan bidangnya."""

from base64 import b64encode
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from core.audit import Refused
from core.daerah import (
    KEPALA,
    PERANGKAT,
    SEBUTAN,
    Daerah,
    Perangkat,
    SebutanWilayah,
    sebutan_wilayah,
)
from core.models import Named
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.querysets import ScopedQuerySet

SATU_KATA = RegexValidator(r"^[a-z]{3,20}$", "Satu kata huruf kecil, misalnya distrik.")
CARA_MENCATAT = "Admin mencatatnya di Pengaturan › Perangkat daerah."
SUDAH_ADA = "Perangkat daerah jenis itu sudah ada; tiap daerah hanya punya satu."
PETUNJUK_LOGO = "Dicetak pada kop. PNG, JPEG atau SVG, paling besar 1 MB."


def tahun_berjalan() -> int:
    """Tahun kalender menurut zona waktu pemasangan."""
    return timezone.localdate().year


def tahun_field(
    label: str = "tahun", awal: int = TAHUN_AWAL, **kwargs: Any
) -> models.PositiveSmallIntegerField:
    """Kolom tahun dengan batas wajar, sama di semua model; `awal` lain bagi tahun peraturan."""
    limits = [MinValueValidator(awal), MaxValueValidator(TAHUN_AKHIR)]
    return models.PositiveSmallIntegerField(label, validators=limits, **kwargs)


class PerangkatBelumAda(Refused):
    """Perangkat daerah yang diperlukan belum dicatat; pesannya untuk pengguna."""


class KabupatenQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> "Kabupaten":
        return self.get(kode=kode)

    def binaan(self, kantor: "Kabupaten | None") -> "KabupatenQuerySet":
        """Kabupaten dan kota di provinsi `kantor`; bagi kantor lain tidak ada."""
        if kantor is None or kantor.jenis != Daerah.PROVINSI:
            return self.none()
        return self.filter(kode__startswith=f"{kantor.kode}.")


class Kabupaten(Named):
    """Penyewa: setiap baris data milik satu kabupaten, kota atau provinsi."""

    kabupaten_path = "pk"

    kode = models.CharField(
        max_length=5,
        unique=True,
        validators=[RegexValidator(r"^\d\d(\.\d\d)?$", "Contoh: 16.07, atau 16.")],
    )
    nama = models.CharField(max_length=100)
    jenis = models.CharField(max_length=10, choices=list(SEBUTAN.items()), default=Daerah.KABUPATEN)
    provinsi = models.CharField(max_length=100)
    sebutan_kecamatan = models.CharField(
        "sebutan kecamatan", max_length=20, blank=True, validators=[SATU_KATA]
    )
    sebutan_desa = models.CharField(
        "sebutan desa", max_length=20, blank=True, validators=[SATU_KATA]
    )

    objects = KabupatenQuerySet.as_manager()

    class Meta:
        verbose_name = "kabupaten"
        verbose_name_plural = "kabupaten"
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"{self.sebutan} {self.nama}"

    @property
    def sebutan(self) -> str:
        """`Kabupaten`, `Kota` atau `Provinsi`."""
        return SEBUTAN[Daerah(self.jenis)]

    @property
    def sebutan_kepala(self) -> str:
        """`Bupati`, `Wali Kota` atau `Gubernur`."""
        return KEPALA[Daerah(self.jenis)]

    @property
    def wilayah(self) -> SebutanWilayah:
        """Sebutan kecamatan dan desanya: pilihan kantornya, atau yang lazim di provinsinya."""
        lazim = sebutan_wilayah(self.kode)
        return SebutanWilayah(
            self.sebutan_kecamatan or lazim.kecamatan, self.sebutan_desa or lazim.desa
        )

    @cached_property
    def dinas_tercatat(self) -> "PerangkatDaerah | None":
        """Dinas PMD-nya; `None` bila belum dicatat."""
        return PerangkatDaerah.objects.filter(kabupaten=self, jenis=Perangkat.DINAS_PMD).first()

    @property
    def dinas(self) -> "PerangkatDaerah":
        """Dinas PMD-nya; `PerangkatBelumAda` bila belum dicatat."""
        return self.dinas_tercatat or self.perangkat(Perangkat.DINAS_PMD)

    def natural_key(self) -> tuple[str]:
        return (self.kode,)

    def perangkat(self, jenis: Perangkat) -> "PerangkatDaerah":
        """Satu-satunya perangkat daerah berjenis itu; `PerangkatBelumAda` bila belum dicatat."""
        perangkat: PerangkatDaerah | None = PerangkatDaerah.objects.filter(
            kabupaten=self,
            jenis=jenis,
        ).first()
        if perangkat is None:
            kejadian = f"{PERANGKAT[jenis]} {self} belum dicatat."
            raise PerangkatBelumAda(f"{kejadian} {CARA_MENCATAT}")
        return perangkat


class PerangkatDaerahQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str, nama: str = "") -> "PerangkatDaerah":
        """Tanpa nama: dinas PMD daerah itu."""
        return self.get(
            kabupaten__kode=kode,
            **({"nama": nama} if nama else {"jenis": Perangkat.DINAS_PMD}),
        )


class PerangkatDaerah(Named):
    """Satu perangkat daerah dengan isi kop suratnya.

    Yang menjalankan aplikasi ini dinas PMD-nya.
    """

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    jenis = models.CharField(
        max_length=15,
        choices=list(PERANGKAT.items()),
        default=Perangkat.DINAS_PMD,
    )
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=20)
    logo = models.FileField(
        upload_to="logo/",
        blank=True,
        help_text=PETUNJUK_LOGO,
    )
    alamat = models.TextField(blank=True)
    kode_pos = models.CharField("kode pos", max_length=5, blank=True)
    telepon_kantor = models.CharField("telepon/faks kantor", max_length=50, blank=True)
    email = models.EmailField(blank=True)
    situs = models.CharField(max_length=100, blank=True)
    tempat = models.CharField("tempat penandatanganan", max_length=100)
    dasar_hukum = models.TextField("dasar hukum pembentukan", blank=True)
    tahun_kerja = tahun_field(
        "tahun kerja",
        default=tahun_berjalan,
        help_text="Tahun yang dibuka pertama kali setelah masuk.",
    )
    is_lkjip_direviu = models.BooleanField(
        "LKjIP direviu Inspektorat",
        default=True,
        help_text="Direviu sesudah disetujui, sebelum ditandatangani.",
    )
    is_angka_terbuka = models.BooleanField(
        "angka terbuka bagi umum",
        default=False,
        help_text="Pada dinas PMD: angka naskah sahnya dapat dibaca dan diunduh siapa pun.",
    )

    objects = PerangkatDaerahQuerySet.as_manager()

    class Meta:
        verbose_name = "perangkat daerah"
        verbose_name_plural = "perangkat daerah"
        ordering = ["kabupaten__kode", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "jenis"],
                condition=~Q(jenis=Perangkat.LAIN.value),
                name="perangkat_daerah_satu_jenis",
                violation_error_message=SUDAH_ADA,
            ),
            models.UniqueConstraint(
                fields=["kabupaten", "nama"],
                name="perangkat_daerah_nama",
                violation_error_message="Perangkat daerah dengan nama itu sudah ada.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.kabupaten}"

    @property
    def logo_uri(self) -> str:
        """Logo sebagai `data:` untuk halaman dan cetakan.

        Kosong bila belum ada atau berkasnya hilang.
        """
        if not self.logo or not self.logo.storage.exists(self.logo.name):
            return ""
        with self.logo.open("rb") as berkas:
            return f"data:image/png;base64,{b64encode(berkas.read()).decode()}"

    def natural_key(self) -> tuple[str, ...]:
        kode = self.kabupaten.natural_key()
        if self.jenis == Perangkat.DINAS_PMD:
            return kode
        return (*kode, self.nama)

    def clean(self) -> None:
        """Jenis menentukan naskah, hak dan kuncinya, maka tetap begitu perangkat daerah dipakai."""
        super().clean()
        if not PerangkatDaerah.objects.filter(pk=self.pk).exclude(jenis=self.jenis).exists():
            return
        if used_by := self._used_by():
            sebab = f"Jenis tidak dapat diganti: sudah dipakai oleh {', '.join(used_by)}."
            raise ValidationError({"jenis": sebab})

    def _used_by(self) -> list[str]:
        """Nama tiap jenis baris yang merujuk perangkat daerah ini."""
        hasil = []
        for relation in self._meta.related_objects:
            model = relation.related_model
            if model._base_manager.filter(**{relation.field.name: self}).exists():
                hasil.append(str(model._meta.verbose_name))
        return hasil


class BidangQuerySet(ScopedQuerySet):
    def get_by_natural_key(
        self,
        kode: str,
        nama: str,
        kantor: str = "",
    ) -> "Bidang":
        return self.get(
            perangkat_daerah=PerangkatDaerah.objects.get_by_natural_key(kode, kantor),
            nama=nama,
        )


class Bidang(Named):
    """Bidang atau sekretariat di dalam satu perangkat daerah."""

    kabupaten_path = "perangkat_daerah__kabupaten"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    nama = models.CharField(max_length=150)
    urutan = models.PositiveSmallIntegerField(default=1)

    objects = BidangQuerySet.as_manager()

    class Meta:
        verbose_name = "bidang"
        verbose_name_plural = "bidang"
        ordering = ["perangkat_daerah", "urutan", "nama"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "nama"], name="bidang_unik"),
        ]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str, ...]:
        kode, *kantor = self.perangkat_daerah.natural_key()
        return (kode, self.nama, *kantor)
