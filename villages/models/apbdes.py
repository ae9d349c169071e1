"""Anggaran Pendapatan dan Belanja Desa (APBDes) menurut rekening, dalam rupiah."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.models import tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from villages.models.wilayah import Desa


class RekeningQuerySet(ScopedQuerySet):
    """Rekening menurut kodenya."""

    def get_by_natural_key(self, kode: str) -> "RekeningDesa":
        return self.get(kode=kode)


class RekeningDesa(Named):
    """Satu rekening APBDes (Permendagri 20/2018); yang berinduk dijumlahkan ke induknya.

    Belanja dirinci menurut bidang: 5.01 sampai 5.05.
    """

    kabupaten_path = None
    dicari = ("nama", "kode")

    kode = models.CharField(max_length=20, unique=True)
    nama = models.CharField(max_length=200)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    is_pengurang = models.BooleanField("mengurangi induknya", default=False)
    sebutan = models.CharField(
        "sebutan lain",
        max_length=300,
        blank=True,
        help_text="Nama lain pada lembar Siskeudes, dipisahkan titik koma.",
    )

    objects = RekeningQuerySet.as_manager()

    class Meta:
        verbose_name = "rekening APBDes"
        verbose_name_plural = "rekening APBDes"
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    @property
    def semua_sebutan(self) -> tuple[str, ...]:
        """Nama dan sebutan lainnya."""
        lain = [satu.strip() for satu in self.sebutan.split(";")]
        return (self.nama, *filter(None, lain))

    def natural_key(self) -> tuple[str]:
        return (self.kode,)

    def clean(self) -> None:
        """Kodenya melanjutkan kode induknya, dan induk yang sudah berisi tidak dirinci lagi."""
        lepas = self.rekeningdesa_set.exclude(kode__startswith=f"{self.kode}.") if self.pk else None
        if lepas:
            pesan = f"Kode rinciannya, {lepas[0]}, tidak lagi melanjutkan kode ini."
            raise ValidationError({"kode": pesan})
        if self.induk is None:
            return
        awalan = f"{self.induk.kode}."
        if not self.kode.startswith(awalan):
            pesan = f"Kode rinciannya berawalan {awalan}"
            raise ValidationError({"kode": pesan})
        if self.induk.anggarandesa_set.exists():
            pesan = f"{self.induk} sudah berisi anggaran; tidak dapat dirinci."
            raise ValidationError({"induk": pesan})

    def sebab_lock(self) -> str:
        """Dipakai bersama semua kantor: yang rinciannya sudah berisi tidak berubah lagi."""
        milik = Q(rekening=self.pk) | Q(rekening__kode__startswith=f"{self.kode}.")
        if self.pk and AnggaranDesa.objects.filter(milik).exists():
            return f"{self} sudah berisi anggaran desa."
        return ""


def uang_field(label: str) -> models.DecimalField:
    """Rupiah; kosong berarti belum diketahui, bukan nol."""
    return models.DecimalField(
        label,
        max_digits=17,
        decimal_places=2,
        null=True,
        blank=True,
    )


class AnggaranDesa(DataTahun):
    """Anggaran dan realisasi satu rekening satu desa dalam satu tahun.

    Rekening tanpa baris tidak dianggarkan desa itu; yang kosong salah satunya belum diketahui.
    """

    kabupaten_path = "desa__kecamatan__kabupaten"

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    tahun = tahun_field()
    rekening = models.ForeignKey(RekeningDesa, on_delete=models.PROTECT)
    anggaran = uang_field("anggaran (Rp)")
    realisasi = uang_field("realisasi (Rp)")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "anggaran desa"
        verbose_name_plural = "anggaran desa"
        ordering = ["-tahun", "desa__kode", "rekening__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["desa", "tahun", "rekening"],
                name="anggaran_desa_unik",
                violation_error_message="Rekening ini di desa itu untuk tahun itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(anggaran__isnull=False) | Q(realisasi__isnull=False),
                name="anggaran_desa_berisi",
                violation_error_message="Isi anggaran atau realisasinya.",
            ),
            models.CheckConstraint(
                condition=Q(anggaran=None) | Q(anggaran__gte=0),
                name="anggaran_desa_anggaran",
                violation_error_message="Anggaran tidak boleh negatif.",
            ),
            models.CheckConstraint(
                condition=Q(realisasi=None) | Q(realisasi__gte=0),
                name="anggaran_desa_realisasi",
                violation_error_message="Realisasi tidak boleh negatif.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rekening} {self.desa} {self.tahun}"

    def clean(self) -> None:
        """Rekening yang dirinci dijumlahkan dari rinciannya."""
        if self.rekening.rekeningdesa_set.exists():
            pesan = f"{self.rekening} dijumlahkan dari rinciannya; isi rinciannya."
            raise ValidationError({"rekening": pesan})
