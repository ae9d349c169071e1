from django.core.validators import URLValidator
from django.db import models

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import YearData
from villages.models.wilayah import Desa, Kecamatan


class KerjaSamaQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kecamatan: str, jenis: str) -> "KerjaSama":
        return self.get(kecamatan__kode=kecamatan, jenis=jenis)


class KerjaSama(Named):
    """Badan kerja sama antar desa (BKAD) satu kecamatan."""

    class Jenis(models.TextChoices):
        KAWASAN = "kawasan", "Kawasan Perdesaan"
        EKS_PNPM = "eks_pnpm", "Eks PNPM MPd"

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=10, choices=Jenis)
    tema = models.CharField(max_length=100, blank=True)
    is_prioritas_nasional = models.BooleanField("kawasan perdesaan prioritas nasional", default=False)
    bumdesma = models.CharField("BUM Desa Bersama", max_length=150, blank=True)
    dasar_hukum = models.TextField("dasar hukum", blank=True)
    tautan = models.CharField(
        "tautan dokumen",
        max_length=300,
        blank=True,
        validators=[URLValidator(["http", "https"], message="Tautan harus lengkap, misalnya https://…")],
    )

    objects = KerjaSamaQuerySet.as_manager()

    class Meta:
        verbose_name = "kerja sama antar desa"
        verbose_name_plural = "kerja sama antar desa"
        ordering = ["jenis", "kecamatan__kode"]
        constraints = [models.UniqueConstraint(fields=["kecamatan", "jenis"], name="kerja_sama_unik")]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.kecamatan}"

    def natural_key(self) -> tuple[str, str]:
        return (*self.kecamatan.natural_key(), self.jenis)


class AnggotaQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kecamatan: str, jenis: str, tahun: int, nama: str) -> "AnggotaKerjaSama":
        return self.get(
            kerja_sama__kecamatan__kode=kecamatan,
            kerja_sama__jenis=jenis,
            tahun=tahun,
            nama_tercetak=nama,
        )

    def distinct_desa(self) -> int:
        """Banyak desa yang berlainan; nama yang belum cocok dihitung menurut tulisannya."""
        matched = self.exclude(desa=None).values("desa").distinct().count()
        unmatched = self.filter(desa=None).values("kerja_sama__kecamatan", "nama_tercetak")
        return matched + unmatched.distinct().count()


class AnggotaKerjaSama(YearData):
    """Satu desa dalam satu kerja sama pada satu tahun, sebagaimana baris formulir BKAD."""

    kabupaten_path = "kerja_sama__kabupaten"

    kerja_sama = models.ForeignKey(KerjaSama, on_delete=models.PROTECT, verbose_name="kerja sama")
    tahun = tahun_field()
    urutan = models.PositiveSmallIntegerField(default=1)
    desa = models.ForeignKey(Desa, on_delete=models.PROTECT, null=True, blank=True)
    nama_tercetak = models.CharField("nama menurut formulir", max_length=100)
    is_aktif = models.BooleanField("aktif", default=False)
    perdes = models.CharField("peraturan desa", max_length=200, blank=True)
    keterangan = models.CharField(max_length=200, blank=True)
    kontak = models.CharField("kontak person", max_length=100, blank=True)
    telepon = models.CharField("telepon kontak", max_length=20, blank=True)

    objects = AnggotaQuerySet.as_manager()

    class Meta:
        verbose_name = "anggota kerja sama"
        verbose_name_plural = "anggota kerja sama"
        ordering = ["-tahun", "kerja_sama__jenis", "kerja_sama__kecamatan__kode", "urutan"]
        constraints = [models.UniqueConstraint(fields=["kerja_sama", "tahun", "nama_tercetak"], name="anggota_unik")]

    def __str__(self) -> str:
        return f"{self.nama_tercetak} — {self.kerja_sama} {self.tahun}"

    def natural_key(self) -> tuple[str, str, int, str]:
        return (*self.kerja_sama.natural_key(), self.tahun, self.nama_tercetak)
