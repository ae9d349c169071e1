"""Pengisian skor satu desa: jawaban, catatan, bukti, dan tahapannya sampai ditetapkan."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import Bukti, DataTahun, pelaku_field
from idm.deret import BELUM
from idm.models.indikator import IndikatorIdm
from idm.models.instrumen import Instrumen
from villages.models import Desa


class IsianQuerySet(ScopedQuerySet):
    """Disaring menurut kelengkapan dan tahapnya."""

    def lengkap(self) -> "IsianQuerySet":
        """Tanpa tanda belum dijawab."""
        return self.exclude(skor__contains=BELUM)

    def terverifikasi(self) -> "IsianQuerySet":
        """Yang hasilnya sudah berlaku."""
        return self.filter(status=IsianIdm.StatusIsian.DIVERIFIKASI)


class IsianIdm(DataTahun):
    """Jawaban satu desa satu tahun, IDM maupun Indeks Desa.

    `skor` satu aksara per butir, `-` bila belum dijawab.
    """

    kabupaten_path = "desa__kecamatan__kabupaten"
    lingkup = ("idm",)

    class StatusIsian(models.TextChoices):
        """Draf, lalu terkunci sesudah diverifikasi."""

        ISIAN = "isian", "Draf"
        DIVERIFIKASI = "diverifikasi", "Diverifikasi"

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    tahun = tahun_field()
    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    skor = models.CharField(
        "deret skor",
        max_length=200,
        validators=[RegexValidator(r"^[0-5-]*$")],
    )
    status = models.CharField(
        max_length=12,
        choices=StatusIsian,
        default=StatusIsian.ISIAN,
        editable=False,
    )
    catatan = models.TextField("catatan pengembalian", blank=True, editable=False)
    diverifikasi_by = pelaku_field("diverifikasi oleh", null=True, editable=False)
    diverifikasi_at = models.DateTimeField("diverifikasi pada", null=True, editable=False)

    objects = IsianQuerySet.as_manager()

    class Meta:
        verbose_name = "isian indeks"
        verbose_name_plural = "isian indeks"
        ordering = ["-tahun", "desa__kode"]
        constraints = [
            models.UniqueConstraint(fields=["desa", "tahun"], name="isian_idm_unik"),
            models.CheckConstraint(
                condition=Q(status="isian", diverifikasi_by=None, diverifikasi_at=None)
                | Q(
                    status="diverifikasi",
                    diverifikasi_by__isnull=False,
                    diverifikasi_at__isnull=False,
                ),
                name="isian_idm_verifikasi",
            ),
            models.CheckConstraint(
                condition=Q(status="isian") | ~Q(skor__contains=BELUM), name="isian_idm_lengkap"
            ),
        ]

    def __str__(self) -> str:
        return f"Isian {self.instrumen.indeks} {self.desa} {self.tahun}"

    def get_absolute_url(self) -> str:
        """Isian dibuka sebagai kuesioner desanya."""
        return reverse("idm:isian", args=[self.desa_id])

    @property
    def terjawab(self) -> int:
        """Tanda belum dijawab tidak dihitung."""
        return len(self.skor) - self.skor.count(BELUM)

    @property
    def is_lengkap(self) -> bool:
        """Hanya yang lengkap dapat diverifikasi."""
        return BELUM not in self.skor

    def sebab_lock(self) -> str:
        """Tahun yang ditetapkan dahulu, lalu isian yang sudah diverifikasi."""
        if sebab := super().sebab_lock():
            return sebab
        if self.status == self.StatusIsian.DIVERIFIKASI:
            oleh = f"sudah diverifikasi {self.diverifikasi_by}"
            return f"{self} {oleh}; minta dikembalikan bila harus diubah."
        return ""


class CatatanJawaban(DataTahun):
    """Catatan atas satu jawaban, misalnya mengapa skornya turun, atau usul yang diambilnya."""

    kabupaten_path = "isian__desa__kecamatan__kabupaten"
    induk_lock = "isian"

    isian = models.ForeignKey(IsianIdm, on_delete=models.CASCADE)
    indikator = models.ForeignKey(IndikatorIdm, on_delete=models.PROTECT)
    catatan = models.TextField()
    usul = models.CharField("dasar usul yang diambil", max_length=300, blank=True, editable=False)
    usul_skor = models.PositiveSmallIntegerField("poin usul", null=True, editable=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan jawaban"
        verbose_name_plural = "catatan jawaban"
        ordering = ["isian", "indikator__posisi"]
        constraints = [
            models.UniqueConstraint(fields=["isian", "indikator"], name="catatan_jawaban_unik")
        ]

    def __str__(self) -> str:
        return f"{self.isian}: {self.indikator}"

    @property
    def tahun(self) -> int:
        """Mengikuti isiannya."""
        return self.isian.tahun


class BuktiJawaban(Bukti, DataTahun):
    """Berkas bukti satu jawaban."""

    kabupaten_path = "isian__desa__kecamatan__kabupaten"
    induk_lock = "isian"

    isian = models.ForeignKey(IsianIdm, on_delete=models.PROTECT, related_name="bukti")
    indikator = models.ForeignKey(IndikatorIdm, on_delete=models.PROTECT)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti jawaban"
        verbose_name_plural = "bukti jawaban"
        ordering = ["isian", "indikator__posisi", "uploaded_at"]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        """Bukti dilihat pada kuesioner desanya."""
        return self.isian.get_absolute_url()

    @property
    def tahun(self) -> int:
        """Mengikuti isiannya."""
        return self.isian.tahun
