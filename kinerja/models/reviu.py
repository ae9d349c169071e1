"""Reviu Inspektorat atas satu naskah beku: isian pedoman, catatan, jadwal, dan naskahnya."""

import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import Naskah, Utas, UtasQuerySet, naskah_constraints, pelaku_field
from kinerja.models.lkjip import Lkjip
from kinerja.models.pedoman import ButirPedoman, PedomanReviu

SUDAH_SAH = "Catatan Hasil Reviu sudah ditandatangani; isian dan catatannya tetap."


class JadwalQuerySet(ScopedQuerySet):
    def of(self, naskah: Any) -> "JadwalReviu | None":
        """Jadwal reviu naskah itu; `None` bila tidak dijadwalkan."""
        rows = self.filter(kabupaten=naskah.kabupaten_id, tahun=naskah.tahun)
        return rows.filter(document=naskah._meta.label).first()

    def is_scheduled(self, naskah: Any) -> bool:
        """Naskah itu direviu sebelum ditandatangani."""
        return self.of(naskah) is not None


class JadwalReviu(Named):
    """Tenggat reviu satu jenis naskah setahun; naskahnya direviu sebelum ditandatangani."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    document = models.CharField("jenis naskah", max_length=100)
    tenggat = models.DateField()

    objects = JadwalQuerySet.as_manager()

    class Meta:
        verbose_name = "jadwal reviu"
        verbose_name_plural = "jadwal reviu"
        ordering = ["-tahun", "tenggat"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun", "document"],
                name="jadwal_reviu_unik",
                violation_error_message="Jadwal naskah itu untuk tahun ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"Jadwal reviu {self.tahun}"


class ReviuQuerySet(ScopedQuerySet):
    def of(self, naskah: Any) -> "Reviu | None":
        """Reviu atas naskah itu; `None` bila belum dibuka."""
        return self.filter(document=naskah._meta.label, document_id=naskah.pk).first()


class Reviu(Named):
    """Satu naskah di meja Inspektorat, dari dibuka sampai Catatan Hasil Reviu sah."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    document = models.CharField("jenis naskah", max_length=100)
    document_id = models.PositiveBigIntegerField("nomor naskah")
    judul = models.CharField("naskah", max_length=300)
    pedoman = models.ForeignKey(PedomanReviu, on_delete=models.PROTECT)
    tenggat = models.DateField(null=True, blank=True)
    dibuka_by = pelaku_field("dibuka oleh")
    dibuka_at = models.DateTimeField("dibuka")

    objects = ReviuQuerySet.as_manager()

    class Meta:
        verbose_name = "reviu"
        verbose_name_plural = "reviu"
        ordering = ["-tahun", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "document_id"],
                name="reviu_satu_naskah",
                violation_error_message="Naskah itu sudah di meja reviu.",
            )
        ]

    def __str__(self) -> str:
        return f"Reviu {self.judul}"

    @property
    def versi(self) -> int:
        """Versi isi beku yang kini ada di meja; nol bila belum diajukan."""
        snapshot = self.naskah().snapshot
        return snapshot.version if snapshot else 0

    def naskah(self) -> Any:
        """Naskah yang direviu."""
        model: Any = apps.get_model(self.document)
        return model._base_manager.select_related("kabupaten", "snapshot").get(pk=self.document_id)

    def sebab_lock(self) -> str:
        """Sesudah Catatan Hasil Reviu sah isiannya tetap."""
        if self.pk and self.hasil.filter(pengesahan__isnull=False).exists():
            return SUDAH_SAH
        return ""

    def is_lewat(self, today: datetime.date) -> bool:
        """Tenggatnya lewat dan hasilnya belum sah."""
        is_past = self.tenggat is not None and self.tenggat < today
        return is_past and not self.sebab_lock()


class IsianReviu(Named):
    """Jawaban satu butir pedoman pada satu reviu."""

    kabupaten_path = "reviu__kabupaten"
    induk_lock = "reviu"

    class HasilButir(models.TextChoices):
        YA = "ya", "Ya"
        TIDAK = "tidak", "Tidak"

    reviu = models.ForeignKey(Reviu, on_delete=models.PROTECT, related_name="isian")
    butir = models.ForeignKey(ButirPedoman, on_delete=models.PROTECT)
    hasil = models.CharField(max_length=5, choices=HasilButir, blank=True)
    catatan = models.TextField(blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "isian reviu"
        verbose_name_plural = "isian reviu"
        ordering = ["reviu", "butir"]
        constraints = [
            models.UniqueConstraint(fields=["reviu", "butir"], name="isian_reviu_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.butir}: {self.get_hasil_display() or 'belum'}"


class CatatanReviu(Utas):
    """Satu catatan pereviu pada satu tempat di naskah bekunya."""

    kabupaten_path = "reviu__kabupaten"
    dicari = ("uraian",)

    reviu = models.ForeignKey(Reviu, on_delete=models.PROTECT, related_name="catatan")
    nomor = models.PositiveSmallIntegerField(editable=False)
    tempat = models.CharField(max_length=80)
    sebutan = models.CharField("tempat", max_length=300, editable=False)
    kutipan = models.CharField(
        max_length=300,
        blank=True,
        help_text="Angka atau kalimat sebagaimana tertulis pada naskah bekunya.",
    )
    uraian = models.TextField("catatan")
    versi = models.PositiveSmallIntegerField("versi beku", editable=False)

    objects = UtasQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan reviu"
        verbose_name_plural = "catatan reviu"
        ordering = ["reviu", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["reviu", "nomor"], name="catatan_reviu_unik"),
        ]

    def __str__(self) -> str:
        return f"Catatan {self.nomor} {self.reviu}"

    @property
    def kabupaten(self) -> Kabupaten:
        """Pemilik mejanya."""
        pemilik: Kabupaten = self.reviu.kabupaten
        return pemilik

    @property
    def kantor(self) -> Any:
        """Pemilik naskahnya."""
        return self.reviu.naskah().perangkat

    @property
    def tautan(self) -> str:
        """Tempatnya pada pratinjau naskahnya."""
        meta = self.reviu.naskah()._meta
        url = reverse(f"{meta.app_label}:{meta.model_name}_preview", args=[self.reviu.document_id])
        return f"{url}#{self.tempat}"

    def sebab_lock(self) -> str:
        """Yang sudah dijawab tidak disunting; balasannya menyusul di bawahnya."""
        if self.pk and self.balasan().exists():
            return f"{self} sudah dijawab; tulis balasan, bukan mengubahnya."
        return self.reviu.sebab_lock()


class PernyataanReviu(Naskah):
    """Pernyataan Telah Direviu atas satu naskah (Permenpan-RB 53/2014 lampiran III)."""

    lkjip = models.ForeignKey(
        Lkjip,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pernyataan_reviu",
        verbose_name="LKjIP yang direviu",
    )
    reviu = models.ForeignKey(
        Reviu,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pernyataan",
        verbose_name="meja reviu",
    )
    pengecualian = models.TextField(
        blank=True,
        help_text="Mengapa dinyatakan walau masih ada catatan terbuka; ikut tercetak.",
    )
    menggantikan = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="menggantikan pernyataan",
    )

    class Meta:
        verbose_name = "pernyataan telah direviu"
        verbose_name_plural = "pernyataan telah direviu"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lkjip"],
                condition=Q(menggantikan=None),
                name="pernyataan_reviu_satu",
                violation_error_message=(
                    "LKjIP itu sudah punya pernyataan; perbaikannya dibuat sebagai pengganti."
                ),
            ),
            models.UniqueConstraint(
                fields=["reviu"],
                condition=Q(menggantikan=None),
                name="pernyataan_reviu_satu_meja",
                violation_error_message=(
                    "Reviu itu sudah punya pernyataan; perbaikannya dibuat sebagai pengganti."
                ),
            ),
            models.CheckConstraint(
                condition=Q(lkjip__isnull=False) | Q(reviu__isnull=False),
                name="pernyataan_reviu_atas",
                violation_error_message="Pilih naskah yang direviu.",
            ),
            *naskah_constraints("pernyataan_reviu"),
        ]

    def __str__(self) -> str:
        return f"Pernyataan Telah Direviu {self.direviu}"

    @property
    def direviu(self) -> Any:
        """Naskah yang direviu."""
        if self.lkjip is not None:
            return self.lkjip
        if self.reviu:
            return self.reviu.naskah()
        return None


class HasilReviu(Naskah):
    """Catatan Hasil Reviu: isian pedoman dan semua catatannya, ditandatangani Inspektur."""

    reviu = models.ForeignKey(Reviu, on_delete=models.PROTECT, related_name="hasil")
    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, verbose_name="menggantikan catatan"
    )

    class Meta:
        verbose_name = "catatan hasil reviu"
        verbose_name_plural = "catatan hasil reviu"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reviu"],
                condition=Q(menggantikan=None),
                name="hasil_reviu_satu",
                violation_error_message=(
                    "Reviu itu sudah punya catatan hasil; perbaikannya dibuat sebagai pengganti."
                ),
            ),
            *naskah_constraints("hasil_reviu"),
        ]

    def __str__(self) -> str:
        return f"Catatan Hasil {self.reviu}"
