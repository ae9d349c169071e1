import datetime

from django.core.validators import RegexValidator
from django.db import models

from accounts.models import Kabupaten
from core.models import Named
from core.periode import tanggal_panjang
from core.querysets import ScopedQuerySet
from villages.kode import DESA, KELURAHAN, POLA_DESA, POLA_KECAMATAN


class KodeQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> models.Model:
        return self.get(kode=kode)


class KecamatanQuerySet(KodeQuerySet):
    def berlaku(self) -> "KecamatanQuerySet":
        """Yang kodenya masih dipakai."""
        return self.filter(sampai=None)

    def urut_naskah(self) -> "KecamatanQuerySet":
        """Menurut urutan tabel pada naskah, lalu kodenya."""
        return self.order_by(models.F("urutan").asc(nulls_last=True), "kode")


class Kecamatan(Named):
    """Kecamatan menurut kode Kemendagri; kodenya tetap walau nama berubah."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    kode = models.CharField(max_length=8, unique=True, validators=[RegexValidator(POLA_KECAMATAN, "Contoh: 16.07.01")])
    nama = models.CharField(max_length=100)
    urutan = models.PositiveSmallIntegerField(
        "urutan pada naskah", null=True, blank=True, help_text="Kosong berarti menurut kode."
    )
    sampai = models.DateField("tidak berlaku sejak", null=True, blank=True)

    objects = KecamatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kecamatan"
        verbose_name_plural = "kecamatan"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str]:
        return (self.kode,)


class DesaQuerySet(KodeQuerySet):
    def desa(self) -> "DesaQuerySet":
        """Hanya desa, tanpa kelurahan."""
        return self.filter(jenis=DESA)

    def berlaku(self) -> "DesaQuerySet":
        """Yang kodenya masih dipakai."""
        return self.filter(sampai=None)


class Desa(Named):
    """Desa atau kelurahan; kodenya tetap walau nama berubah."""

    kabupaten_path = "kecamatan__kabupaten"
    JENIS = ((DESA, "Desa"), (KELURAHAN, "Kelurahan"))

    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    kode = models.CharField(max_length=13, unique=True, validators=[RegexValidator(POLA_DESA, "Contoh: 16.07.01.2001")])
    nama = models.CharField(max_length=100)
    jenis = models.CharField(max_length=9, choices=JENIS)
    lintang = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    bujur = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    sampai = models.DateField("tidak berlaku sejak", null=True, blank=True)

    objects = DesaQuerySet.as_manager()

    class Meta:
        verbose_name = "desa/kelurahan"
        verbose_name_plural = "desa/kelurahan"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str]:
        return (self.kode,)

    def keadaan_pada(self, tanggal: datetime.date) -> "Desa | RiwayatWilayah":
        """Nama, jenis dan kecamatan yang berlaku pada `tanggal`: riwayat tertua yang belum berakhir, atau yang kini."""
        lama = self.riwayatwilayah_set.filter(sampai__gt=tanggal).order_by("sampai").first()
        return lama or self


class RiwayatWilayah(Named):
    """Keadaan desa/kelurahan yang sudah berakhir: nama, jenis dan kecamatannya sampai satu tanggal."""

    kabupaten_path = "desa__kecamatan__kabupaten"

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
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
            )
        ]

    def __str__(self) -> str:
        return f"{self.nama} sampai {tanggal_panjang(self.sampai)}"


class AliasQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kecamatan: str, kunci: str) -> "AliasNama":
        return self.get(kecamatan__kode=kecamatan, kunci=kunci)


class AliasNama(Named):
    """Tulisan lain satu desa pada naskah satu kecamatan, yang sudah dibenarkan seseorang."""

    kabupaten_path = "kecamatan__kabupaten"

    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT, verbose_name="kecamatan pada naskah")
    tulisan = models.CharField(max_length=100)
    kunci = models.CharField("kunci pembanding", max_length=100, editable=False)
    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    oleh = models.CharField("dibenarkan oleh", max_length=200, editable=False)
    waktu = models.DateTimeField("dibenarkan pada", editable=False)

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name = "alias nama"
        verbose_name_plural = "alias nama"
        ordering = ["kecamatan__kode", "tulisan"]
        constraints = [
            models.UniqueConstraint(
                fields=["kecamatan", "kunci"],
                name="alias_nama_unik",
                violation_error_message="Tulisan ini di kecamatan itu sudah punya desa.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tulisan} ({self.kecamatan})"

    def natural_key(self) -> tuple[str, str]:
        return (*self.kecamatan.natural_key(), self.kunci)


class BatasDesa(Named):
    """Batas satu desa/kelurahan sebagai cincin koordinat bilangan bulat, seperseratus ribu derajat WGS 84."""

    kabupaten_path = "desa__kecamatan__kabupaten"

    desa = models.OneToOneField(Desa, on_delete=models.PROTECT)
    cincin = models.JSONField()
    sumber = models.CharField(max_length=200)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "batas desa"
        verbose_name_plural = "batas desa"
        ordering = ["desa__kode"]

    def __str__(self) -> str:
        return f"Batas {self.desa}"
