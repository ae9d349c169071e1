"""Register lembaga kemasyarakatan dan pengurusnya."""

import datetime

from django.db import models

from core.models import Named
from core.querysets import ScopedQuerySet
from villages.models.wilayah import Desa

SK_HARI = 90  # SK yang berakhir dalam sekian hari dikabarkan
# bidang layanan posyandu (Permendagri 13/2024)
LAYANAN = (
    ("layanan_pendidikan", "pendidikan"),
    ("layanan_kesehatan", "kesehatan"),
    ("layanan_pekerjaan_umum", "pekerjaan umum"),
    ("layanan_perumahan", "perumahan rakyat"),
    ("layanan_ketenteraman", "ketenteraman, ketertiban, pelindungan masyarakat"),
    ("layanan_sosial", "sosial"),
)


def layanan(nama: str) -> models.BooleanField:
    """Satu bidang layanan posyandu; kosong berarti belum diketahui."""
    bidang = dict(LAYANAN)[nama]
    return models.BooleanField(f"layanan {bidang}", null=True, blank=True)


class LembagaQuerySet(ScopedQuerySet):
    def segera_berakhir(self, today: datetime.date) -> "LembagaQuerySet":
        """SK yang berakhir dalam `SK_HARI` hari, yang terdekat di atas."""
        sampai = today + datetime.timedelta(days=SK_HARI)
        rows = self.filter(berakhir__range=(today, sampai))
        return rows.order_by("berakhir", "desa__kode")


class Lembaga(Named):
    """Satu lembaga kemasyarakatan dengan SK kepengurusannya (Permendagri 18/2018)."""

    kabupaten_path = "desa__kecamatan__kabupaten"
    dicari = ("nama", "desa__nama")

    class JenisLembaga(models.TextChoices):
        RT = "rt", "RT"
        RW = "rw", "RW"
        LPM = "lpm", "LPM"
        POSYANDU = "posyandu", "Posyandu"
        PKK = "pkk", "PKK"
        KARANG_TARUNA = "karang_taruna", "Karang Taruna"
        LEMBAGA_ADAT = "lembaga_adat", "Lembaga Adat"
        SATUAN_KEAMANAN = "keamanan", "Satuan keamanan lingkungan"

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT, verbose_name="desa/kelurahan")
    jenis = models.CharField(max_length=15, choices=JenisLembaga)
    nama = models.CharField(max_length=150)
    nomor_sk = models.CharField("nomor SK", max_length=100, blank=True)
    tanggal_sk = models.DateField("tanggal SK", null=True, blank=True)
    mulai = models.DateField("masa bakti sejak", null=True, blank=True)
    berakhir = models.DateField("masa bakti sampai", null=True, blank=True)
    layanan_pendidikan = layanan("layanan_pendidikan")
    layanan_kesehatan = layanan("layanan_kesehatan")
    layanan_pekerjaan_umum = layanan("layanan_pekerjaan_umum")
    layanan_perumahan = layanan("layanan_perumahan")
    layanan_ketenteraman = layanan("layanan_ketenteraman")
    layanan_sosial = layanan("layanan_sosial")

    objects = LembagaQuerySet.as_manager()

    class Meta:
        verbose_name = "lembaga"
        verbose_name_plural = "lembaga"
        ordering = ["desa__kode", "jenis", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["desa", "jenis", "nama"],
                name="lembaga_unik",
                violation_error_message="Lembaga dengan nama itu di desa ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=models.Q(berakhir=None)
                | models.Q(mulai=None)
                | models.Q(berakhir__gte=models.F("mulai")),
                name="lembaga_masa",
                violation_error_message="Masa bakti tidak boleh berakhir sebelum mulai.",
            ),
            models.CheckConstraint(
                condition=models.Q(jenis="posyandu")
                | models.Q(**{f"{nama}__isnull": True for nama, _ in LAYANAN}),
                name="lembaga_layanan",
                violation_error_message="Bidang layanan hanya bagi posyandu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.desa}"


class Pengurus(Named):
    """Satu pengurus lembaga; nomor teleponnya data pribadi."""

    kabupaten_path = "lembaga__desa__kecamatan__kabupaten"

    lembaga = models.ForeignKey(Lembaga, on_delete=models.CASCADE)
    urutan = models.PositiveSmallIntegerField(default=1)
    jabatan = models.CharField(max_length=100)
    nama = models.CharField(max_length=150)
    telepon = models.CharField("telepon kontak", max_length=20, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pengurus"
        verbose_name_plural = "pengurus"
        ordering = ["lembaga", "urutan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lembaga", "jabatan", "nama"],
                name="pengurus_unik",
                violation_error_message="Pengurus dengan jabatan dan nama itu sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nama} — {self.jabatan}"
