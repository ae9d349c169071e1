"""Penanda tangan dengan masa jabatannya."""

import datetime

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from accounts.models.daerah import PerangkatDaerah
from core.daerah import Perangkat
from core.models import Named
from core.querysets import ScopedQuerySet


class PejabatQuerySet(ScopedQuerySet):
    def get_by_natural_key(
        self,
        kode: str,
        nip: str,
        mulai: str,
        kantor: str = "",
    ) -> "Pejabat":
        kantornya = PerangkatDaerah.objects.get_by_natural_key(kode, kantor)
        return self.get(perangkat_daerah=kantornya, nip=nip, mulai=mulai)

    def on(self, tanggal: datetime.date) -> "PejabatQuerySet":
        """Pejabat yang menjabat pada `tanggal`."""
        return self.filter(Q(sampai=None) | Q(sampai__gte=tanggal), mulai__lte=tanggal)

    def kepala(self) -> "PejabatQuerySet":
        return self.filter(is_kepala=True)

    def of_dinas(self) -> "PejabatQuerySet":
        """Pejabat dinas PMD, bukan perangkat daerah lain di kabupatennya."""
        return self.filter(perangkat_daerah__jenis=Perangkat.DINAS_PMD)

    def head_of(self, kantor: PerangkatDaerah, tanggal: datetime.date | None) -> "Pejabat | None":
        """Kepala satu perangkat daerah, Plt. atau Plh., yang menjabat pada `tanggal`."""
        if tanggal is None:
            return None
        return self.filter(perangkat_daerah=kantor).kepala().on(tanggal).order_by("-mulai").first()


class Pejabat(Named):
    """Penanda tangan: satu orang pada satu jabatan selama satu masa."""

    kabupaten_path = "perangkat_daerah__kabupaten"
    dicari = ("nama", "jabatan")

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
        validators=[RegexValidator(r"^\d{18}$", "NIP terdiri atas 18 angka.")],
    )
    jabatan = models.CharField(max_length=200)
    pangkat = models.CharField(max_length=60, blank=True)
    golongan = models.CharField(max_length=10, blank=True)
    sifat = models.CharField(max_length=10, choices=Sifat, default=Sifat.DEFINITIF)
    is_kepala = models.BooleanField("kepala perangkat daerah", default=False)
    is_kepala_daerah = models.BooleanField(
        "kepala daerah",
        default=False,
        editable=False,
        help_text="Atasan langsung kepala dinas, tanpa NIP.",
    )
    mulai = models.DateField("menjabat sejak")
    sampai = models.DateField("menjabat sampai", null=True, blank=True)

    objects = PejabatQuerySet.as_manager()

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ["perangkat_daerah", "-mulai", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "nip", "mulai"],
                name="pejabat_unik",
            ),
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

    @property
    def nip_berspasi(self) -> str:
        """NIP dicetak 8-6-1-3; kosong untuk kepala daerah."""
        nip = self.nip
        if not nip:
            return ""
        lahir = nip[:8]
        diangkat = nip[8:14]
        kelamin = nip[14]
        urut = nip[15:]
        return f"{lahir} {diangkat} {kelamin} {urut}"

    @property
    def jabatan_lengkap(self) -> str:
        if self.sifat == "definitif":
            return self.jabatan
        return f"{self.get_sifat_display()} {self.jabatan}"

    def natural_key(self) -> tuple[str, ...]:
        kode, *kantor = self.perangkat_daerah.natural_key()
        return (kode, self.nip, str(self.mulai), *kantor)

    def is_menjabat(self, tanggal: datetime.date) -> bool:
        """Seperti `on`, atas baris yang sudah terbaca."""
        is_berakhir = self.sampai is not None and self.sampai < tanggal
        return self.mulai <= tanggal and not is_berakhir
