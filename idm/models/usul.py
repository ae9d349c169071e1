"""Langkah perencana yang diusulkan bagi rencana aksi satu tahun."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from idm.models.indikator import IndikatorIdm
from idm.scoring import SKOR_TERTINGGI
from villages.models import Desa


class UsulLangkah(DataTahun):
    """Satu aspek satu desa yang akan dinaikkan pada `tahun`; terkunci bersama rencana aksinya.

    `kode` sub kegiatan yang mengerjakannya, kosong selama belum masuk rencana aksi.
    """

    kabupaten_path = "desa__kecamatan__kabupaten"
    lingkup = ("rencana_aksi",)

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    tahun = tahun_field("tahun rencana aksi")
    indikator = models.ForeignKey(
        IndikatorIdm, on_delete=models.PROTECT, verbose_name="indikator atau aspek"
    )
    dari = models.PositiveSmallIntegerField("dari skor")
    ke = models.PositiveSmallIntegerField("ke skor")
    biaya_rupiah = models.BigIntegerField(
        "perkiraan biaya (Rp)",
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="Kosong berarti belum diketahui.",
    )
    kode = models.CharField("kode sub kegiatan", max_length=20, blank=True, editable=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "usul langkah"
        verbose_name_plural = "usul langkah"
        ordering = ["-tahun", "indikator", "desa__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["desa", "tahun", "indikator"],
                name="usul_langkah_unik",
                violation_error_message="Aspek desa itu sudah diusulkan pada tahun itu.",
            ),
            models.CheckConstraint(
                condition=Q(ke__gt=F("dari"), ke__lte=SKOR_TERTINGGI),
                name="usul_langkah_naik",
                violation_error_message="Skor tujuan harus lebih tinggi, paling tinggi 5.",
            ),
            models.CheckConstraint(
                condition=Q(biaya_rupiah=None) | Q(biaya_rupiah__gte=0),
                name="usul_langkah_biaya",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.desa}, {self.indikator}, {self.tahun}"
