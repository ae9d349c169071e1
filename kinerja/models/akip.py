"""Evaluasi AKIP setahun, dan rekomendasi yang lahir darinya, dari reviu, dan dari rapat."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten, tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun, Utas, UtasQuerySet
from documents.utas import StatusUtas
from documents.workflow import Status
from kinerja.models.pedoman_akip import PedomanAkip

SUDAH_SAH = (
    "Laporan Hasil Evaluasi sudah ditandatangani; lembar kerjanya tetap, dan terbuka lagi bila "
    "penggantinya dibuat."
)
SEDANG_DIAJUKAN = (
    "Laporan Hasil Evaluasi sedang diajukan; lembar kerjanya terbuka lagi bila laporan itu "
    "dikembalikan sebagai draf."
)
PEDOMAN_TETAP = "Lembar kerjanya sudah diisi menurut pedoman itu, atau sudah dilaporkan."
TERCETAK = (
    "Nilai {tahun} tercetak pada {laporan}; terbuka lagi bila laporan itu dikembalikan sebagai "
    "draf, atau penggantinya dibuat."
)
TAHUN_TETAP = "Lembar kerjanya sudah diisi bagi tahun itu, atau sudah dilaporkan."


class EvaluasiAkipQuerySet(ScopedQuerySet):
    """Dikenali menurut kode kabupaten dan tahunnya."""

    def get_by_natural_key(self, kode: str, tahun: int) -> "EvaluasiAkip":
        return self.get(kabupaten__kode=kode, tahun=tahun)


class EvaluasiAkip(DataTahun):
    """Evaluasi AKIP satu tahun oleh Inspektorat (Permenpan-RB 88/2021).

    Dengan `pedoman` nilainya dihitung dari lembar kerjanya; tanpa itu hasil yang disalin dari
    laporan di luar aplikasi.
    """

    berdesimal = {"nilai": 2}  # seperti pada laporannya

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    pedoman = models.ForeignKey(
        PedomanAkip,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        help_text="Kosong bila hasilnya disalin dari laporan yang sudah ada.",
    )
    target = models.CharField("target kategori", max_length=5, blank=True)
    nilai = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Hanya tanpa pedoman; dengan pedoman dihitung dari lembar kerjanya.",
    )
    tercetak = models.CharField("kategori tercetak", max_length=5, blank=True)

    objects = EvaluasiAkipQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluasi AKIP"
        verbose_name_plural = "evaluasi AKIP"
        ordering = ["-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun"],
                name="evaluasi_akip_unik",
                violation_error_message="Evaluasi tahun itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(nilai=None) | Q(nilai__gte=0, nilai__lte=100),
                name="evaluasi_akip_nilai",
                violation_error_message="Nilai AKIP antara 0 dan 100.",
            ),
            models.CheckConstraint(
                condition=Q(pedoman=None, nilai__isnull=False)
                | Q(pedoman__isnull=False, nilai=None),
                name="evaluasi_akip_asal",
                violation_error_message=(
                    "Pilih pedomannya, atau isi nilai dari laporan yang sudah ada; salah satu."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluasi AKIP {self.tahun}"

    @property
    def laporan_terakhir(self) -> Any:
        """Laporan Hasil Evaluasi terbaru, sah atau belum; `None` bila belum dibuat."""
        if self.pk is None:
            return None
        return self.hasil.order_by("-pk").first()

    @property
    def laporan_sah(self) -> Any:
        """Laporan Hasil Evaluasi terbaru yang sudah ditandatangani; `None` bila belum."""
        return self.hasil.filter(pengesahan__isnull=False).order_by("-pk").first()

    def natural_key(self) -> tuple[str, int]:
        return (*self.kabupaten.natural_key(), self.tahun)

    def clean(self) -> None:
        """Tahun dan pedomannya tetap sejak lembar kerjanya diisi atau dilaporkan."""
        if self.pk is None:
            return
        if not self.isian.exists() and not self.hasil.exists():
            return
        semula = EvaluasiAkip.objects.get(pk=self.pk)
        if semula.pedoman_id != self.pedoman_id:
            raise ValidationError({"pedoman": PEDOMAN_TETAP})
        if semula.tahun != self.tahun:
            raise ValidationError({"tahun": TAHUN_TETAP})

    def sebab_lock(self) -> str:
        """Yang dinilai di sini tetap sejak laporannya diajukan; yang disalin menurut tahunnya.

        Yang disalin juga tetap sejak laporan tahun berikutnya, yang mencetak nilainya, diajukan.
        """
        if self.pedoman_id is None:
            return super().sebab_lock() or self._sebab_tercetak()
        terakhir = self._laporan_beku()
        if terakhir is None:
            return ""
        return SUDAH_SAH if terakhir.is_signed else SEDANG_DIAJUKAN

    def _laporan_beku(self) -> Any:
        """Laporan terakhirnya yang sudah diajukan; `None` selama masih draf."""
        terakhir = self.laporan_terakhir
        if terakhir is None or terakhir.status == Status.DRAFT:
            return None
        return terakhir

    def _sebab_tercetak(self) -> str:
        """Kalimatnya; kosong bila laporan tahun berikutnya belum diajukan."""
        berikut = EvaluasiAkip.objects.filter(kabupaten=self.kabupaten_id, tahun=self.tahun + 1)
        sesudah = berikut.first()
        laporan = sesudah._laporan_beku() if sesudah else None
        if laporan is None:
            return ""
        return TERCETAK.format(tahun=self.tahun, laporan=laporan)


class RekomendasiQuerySet(UtasQuerySet):
    """Dikenali menurut tahun, asal dan nomornya."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun: int,
        asal: str,
        nomor: int,
    ) -> "Rekomendasi":
        return self.get(kabupaten__kode=kode, tahun=tahun, asal=asal, nomor=nomor)

    def kemajuan(self) -> tuple[int, int]:
        """Banyak yang buktinya diterima, dan banyak semuanya."""
        rows = self.order_by()
        return rows.filter(status=StatusUtas.DITERIMA.value).count(), rows.count()


class Rekomendasi(Utas):
    """Rekomendasi Inspektorat atau komitmen rapat: satu utas sampai buktinya diterima."""

    class AsalRekomendasi(models.TextChoices):
        AKIP = "akip", "Evaluasi AKIP"
        REVIU = "reviu", "Reviu"
        RAPAT = "rapat", "Komitmen rapat"

    perlu_bukti = True
    dicari = ("uraian",)

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    asal = models.CharField(
        max_length=5, choices=AsalRekomendasi, default=AsalRekomendasi.AKIP.value
    )
    nomor = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    objects = RekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering = ["-tahun", "asal", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun", "asal", "nomor"],
                name="rekomendasi_unik",
                violation_error_message="Nomor ini sudah dipakai rekomendasi lain.",
            )
        ]

    def __str__(self) -> str:
        return f"Rekomendasi {self.nomor} ({self.get_asal_display()} {self.tahun})"

    def natural_key(self) -> tuple[str, int, str, int]:
        return (*self.kabupaten.natural_key(), self.tahun, self.asal, self.nomor)
