"""Lembar kerja evaluasi AKIP: jawaban kedua pihak, berkas buktinya, dan laporan hasilnya."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import BerbuktiQuerySet, Bukti, Naskah, naskah_constraints
from kinerja.aturan.akip import PENUH, PERLU_ALASAN
from kinerja.models.akip import EvaluasiAkip
from kinerja.models.pedoman_akip import ButirAkip
from kinerja.models.predikat import TingkatKualitatif

TANPA_ALASAN = "{butir}: {tingkat} di atas {penuh}, jadi alasannya ditulis pada catatan."


class IsianAkip(Named):
    """Jawaban satu pihak atas satu butir: kriteria ya atau tidak, subkomponen tingkatnya."""

    kabupaten_path = "evaluasi__kabupaten"
    induk_lock = "evaluasi"

    class PihakAkip(models.TextChoices):
        DINAS = "dinas", "Dinas"
        INSPEKTORAT = "inspektorat", "Inspektorat"

    class HasilKriteria(models.TextChoices):
        YA = "ya", "Ya"
        TIDAK = "tidak", "Tidak"

    evaluasi = models.ForeignKey(EvaluasiAkip, on_delete=models.PROTECT, related_name="isian")
    butir = models.ForeignKey(ButirAkip, on_delete=models.PROTECT)
    pihak = models.CharField(max_length=12, choices=PihakAkip)
    hasil = models.CharField(max_length=5, choices=HasilKriteria, blank=True)
    tingkat = models.ForeignKey(TingkatKualitatif, on_delete=models.PROTECT, null=True, blank=True)
    catatan = models.TextField(blank=True)

    objects = BerbuktiQuerySet.as_manager()

    class Meta:
        verbose_name = "isian AKIP"
        verbose_name_plural = "isian AKIP"
        ordering = ["evaluasi", "butir", "pihak"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluasi", "butir", "pihak"],
                name="isian_akip_unik",
                violation_error_message="Butir itu sudah diisi pihak ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.butir.kode} {self.get_pihak_display()} {self.evaluasi}"

    def get_absolute_url(self) -> str:
        """Tempatnya pada lembar kerjanya."""
        return f"{self.evaluasi.get_absolute_url()}#butir-{self.butir_id}"

    def clean(self) -> None:
        """Di atas tingkat penuh hanya dengan alasan."""
        if self.tingkat is None or self.catatan.strip():
            return
        if self.tingkat.nama in PERLU_ALASAN:
            pesan = TANPA_ALASAN.format(butir=self.butir.kode, tingkat=self.tingkat, penuh=PENUH)
            raise ValidationError({"catatan": pesan})


class BuktiAkip(Bukti, Named):
    """Berkas bukti dinas bagi satu kriteria."""

    kabupaten_path = "isian__evaluasi__kabupaten"
    induk_lock = "isian"

    isian = models.ForeignKey(IsianAkip, on_delete=models.PROTECT, related_name="bukti")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti AKIP"
        verbose_name_plural = "bukti AKIP"
        ordering = ["uploaded_at"]

    def __str__(self) -> str:
        return f"{self.nama} — {self.isian}"


class HasilEvaluasi(Naskah):
    """Laporan Hasil Evaluasi AKIP, ditandatangani Inspektur."""

    evaluasi = models.ForeignKey(EvaluasiAkip, on_delete=models.PROTECT, related_name="hasil")
    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, verbose_name="menggantikan laporan"
    )

    class Meta:
        verbose_name = "laporan hasil evaluasi"
        verbose_name_plural = "laporan hasil evaluasi"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluasi"],
                condition=Q(menggantikan=None),
                name="hasil_evaluasi_satu",
                violation_error_message=(
                    "Evaluasi itu sudah punya laporan; perbaikannya dibuat sebagai pengganti."
                ),
            ),
            *naskah_constraints("hasil_evaluasi"),
        ]

    def __str__(self) -> str:
        return f"Laporan Hasil {self.evaluasi}"
