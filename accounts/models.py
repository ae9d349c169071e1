import datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractUser, UserManager
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

from accounts.roles import LABELS, Role
from core.models import Named
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.querysets import ScopedQuerySet


def tahun_field(label: str = "tahun", **kwargs: Any) -> models.PositiveSmallIntegerField:
    """Kolom tahun dengan batas wajar, sama di semua model."""
    limits = [MinValueValidator(TAHUN_AWAL), MaxValueValidator(TAHUN_AKHIR)]
    return models.PositiveSmallIntegerField(label, validators=limits, **kwargs)


class KabupatenQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> "Kabupaten":
        return self.get(kode=kode)


class Kabupaten(Named):
    """Penyewa: setiap baris data milik satu kabupaten."""

    kabupaten_path = "pk"

    kode = models.CharField(max_length=5, unique=True, validators=[RegexValidator(r"^\d\d\.\d\d$")])
    nama = models.CharField(max_length=100)
    provinsi = models.CharField(max_length=100)

    objects = KabupatenQuerySet.as_manager()

    class Meta:
        verbose_name = "kabupaten"
        verbose_name_plural = "kabupaten"
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"Kabupaten {self.nama}"

    def natural_key(self) -> tuple[str]:
        return (self.kode,)


class PerangkatDaerahQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> "PerangkatDaerah":
        return self.get(kabupaten__kode=kode)


class PerangkatDaerah(Named):
    """Dinas PMD satu kabupaten, dengan isi kop suratnya."""

    kabupaten = models.OneToOneField(Kabupaten, on_delete=models.PROTECT)
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=20)
    alamat = models.TextField(blank=True)
    kode_pos = models.CharField("kode pos", max_length=5, blank=True)
    telepon_kantor = models.CharField("telepon/faks kantor", max_length=50, blank=True)
    email = models.EmailField(blank=True)
    situs = models.CharField(max_length=100, blank=True)
    tempat = models.CharField("tempat penandatanganan", max_length=100)
    dasar_hukum = models.TextField("dasar hukum pembentukan", blank=True)
    tahun_kerja = tahun_field("tahun kerja", default=2024, help_text="Tahun yang dibuka pertama kali setelah masuk.")

    objects = PerangkatDaerahQuerySet.as_manager()

    class Meta:
        verbose_name = "perangkat daerah"
        verbose_name_plural = "perangkat daerah"
        ordering = ["kabupaten__kode"]

    def __str__(self) -> str:
        return f"{self.nama} {self.kabupaten}"

    def natural_key(self) -> tuple[str]:
        return self.kabupaten.natural_key()


class BidangQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str, nama: str) -> "Bidang":
        return self.get(perangkat_daerah__kabupaten__kode=kode, nama=nama)


class Bidang(Named):
    """Bidang atau sekretariat di dalam dinas."""

    kabupaten_path = "perangkat_daerah__kabupaten"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    nama = models.CharField(max_length=150)
    urutan = models.PositiveSmallIntegerField(default=1)

    objects = BidangQuerySet.as_manager()

    class Meta:
        verbose_name = "bidang"
        verbose_name_plural = "bidang"
        ordering = ["perangkat_daerah", "urutan", "nama"]
        constraints = [models.UniqueConstraint(fields=["perangkat_daerah", "nama"], name="bidang_unik")]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str, str]:
        return (*self.perangkat_daerah.natural_key(), self.nama)


class PejabatQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str, nip: str, mulai: str) -> "Pejabat":
        return self.get(perangkat_daerah__kabupaten__kode=kode, nip=nip, mulai=mulai)

    def on(self, tanggal: datetime.date) -> "PejabatQuerySet":
        """Pejabat yang menjabat pada `tanggal`."""
        return self.filter(Q(sampai=None) | Q(sampai__gte=tanggal), mulai__lte=tanggal)

    def kepala(self) -> "PejabatQuerySet":
        return self.filter(is_kepala=True)


class Pejabat(Named):
    """Penanda tangan: satu orang pada satu jabatan selama satu masa."""

    kabupaten_path = "perangkat_daerah__kabupaten"

    class Sifat(models.TextChoices):
        DEFINITIF = "definitif", "Definitif"
        PLT = "plt", "Plt."
        PLH = "plh", "Plh."

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    nama = models.CharField("nama dan gelar", max_length=150)
    nip = models.CharField(
        "NIP",
        max_length=18,
        blank=True,
        validators=[RegexValidator(r"^\d{18}$", "NIP terdiri atas 18 angka tanpa spasi.")],
    )
    jabatan = models.CharField(max_length=200)
    pangkat = models.CharField(max_length=60, blank=True)
    golongan = models.CharField(max_length=10, blank=True)
    sifat = models.CharField(max_length=10, choices=Sifat, default=Sifat.DEFINITIF)
    is_kepala = models.BooleanField("kepala perangkat daerah", default=False)
    is_kepala_daerah = models.BooleanField(
        "kepala daerah", default=False, help_text="Bupati; atasan langsung kepala dinas, tanpa NIP."
    )
    mulai = models.DateField("menjabat sejak")
    sampai = models.DateField("menjabat sampai", null=True, blank=True)

    objects = PejabatQuerySet.as_manager()

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ["perangkat_daerah", "-mulai", "nama"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "nip", "mulai"], name="pejabat_unik"),
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gte=F("mulai")),
                name="pejabat_masa",
                violation_error_message="Tanggal akhir tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(nip="") | Q(is_kepala_daerah=True),
                name="pejabat_nip",
                violation_error_message="NIP wajib diisi, kecuali untuk kepala daerah.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} — {self.jabatan}"

    def natural_key(self) -> tuple[str, str, str]:
        return (*self.perangkat_daerah.natural_key(), self.nip, str(self.mulai))

    @property
    def nip_berspasi(self) -> str:
        """NIP dicetak 8-6-1-3; kosong untuk kepala daerah."""
        if not self.nip:
            return ""
        return f"{self.nip[:8]} {self.nip[8:14]} {self.nip[14]} {self.nip[15:]}"

    @property
    def jabatan_lengkap(self) -> str:
        return self.jabatan if self.sifat == "definitif" else f"{self.get_sifat_display()} {self.jabatan}"


class ScopedUserManager(UserManager.from_queryset(ScopedQuerySet)):  # type: ignore[misc]
    """Pengelola bawaan Django dengan cakupan kabupaten."""


class User(AbstractUser, Named):
    """Akun kerja: satu orang, satu kabupaten, satu peran atau lebih."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT, null=True, blank=True)
    pejabat = models.OneToOneField(Pejabat, on_delete=models.SET_NULL, null=True, blank=True)

    objects = ScopedUserManager()

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["username"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Peran pengguna menurut nama grupnya."""
        return tuple(self.groups.filter(name__in=list(Role)).values_list("name", flat=True))

    @property
    def role_labels(self) -> str:
        return ", ".join(LABELS[Role(role)] for role in self.roles)
