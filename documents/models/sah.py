"""Isi yang dibekukan dan bukti pengesahannya; semuanya hanya boleh ditambah."""

import json
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

from accounts.models import Kabupaten, Pejabat
from core.jangkar import Titik
from core.models import Immutable, Named
from core.querysets import ScopedQuerySet


def pelaku_field(label: str | None = None, **kwargs: Any) -> models.ForeignKey:
    """Pengguna yang melakukan satu langkah; tidak terhapus selama disebut."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=label,
        **kwargs,
    )


class Snapshot(Immutable, Named):
    """Isi dokumen yang dibekukan: JSON kanonik, hash dan versinya."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    document = models.CharField("dokumen", max_length=100)
    document_id = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField("versi")
    content = models.TextField("isi")
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField("dibekukan")
    created_by = models.CharField("oleh", max_length=200)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "snapshot"
        verbose_name_plural = "snapshot"
        constraints = [
            models.UniqueConstraint(
                fields=["document", "document_id", "version"],
                name="snapshot_versi",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.document_id} versi {self.version}"

    @property
    def is_peragaan(self) -> bool:
        """Isinya memuat angka buatan; yang dibekukan sebelum tandanya dikenal tidak."""
        return bool(json.loads(self.content).get("is_peragaan"))

    def naskah(self) -> Any:
        """Naskah yang isinya ini; `None` bila bukan lagi isi bekunya."""
        model: Any = apps.get_model(self.document)
        return model._base_manager.filter(pk=self.document_id, snapshot=self).first()


class Pengesahan(Immutable, Named):
    """Bukti tanda tangan satu dokumen: yang dikonfirmasi halaman verifikasi."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    kode = models.CharField("kode verifikasi", max_length=19, unique=True)
    judul = models.CharField(max_length=300)
    nomor = models.CharField(max_length=100)
    tanggal = models.DateField()
    penanda_tangan = models.CharField(max_length=150)
    jabatan = models.CharField(max_length=200)
    snapshot = models.OneToOneField(Snapshot, on_delete=models.PROTECT)
    pdf = models.CharField(max_length=200)
    pdf_sha256 = models.CharField(max_length=64, unique=True)
    is_pades = models.BooleanField("bertanda tangan elektronik", default=False)
    signed_at = models.DateTimeField("ditandatangani")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pengesahan"
        verbose_name_plural = "pengesahan"
        ordering = ["-signed_at"]

    def __str__(self) -> str:
        return f"{self.judul} nomor {self.nomor}"


class TandaTanganQuerySet(ScopedQuerySet):
    """Pilihan menurut isi beku yang ditandatangani."""

    def of(self, snapshot: Snapshot | None) -> "TandaTanganQuerySet":
        """Tanda tangan atas satu isi beku, menurut urutan para pihak."""
        if snapshot is None:
            return self.none()
        signed = self.filter(snapshot=snapshot)
        return signed.order_by("urutan")


class TandaTangan(Immutable, Named):
    """Satu pihak menandatangani satu isi beku; PDF sesudah tanda tangannya tersimpan."""

    kabupaten_path = "snapshot__kabupaten"

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="tanda_tangan")
    urutan = models.PositiveSmallIntegerField()
    pejabat = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=150)
    jabatan = models.CharField(max_length=200)
    kode = models.CharField("kode verifikasi", max_length=19)
    pdf = models.CharField(max_length=200)
    pdf_sha256 = models.CharField(max_length=64)
    is_pades = models.BooleanField("bertanda tangan elektronik", default=False)
    jejak_nomor = models.PositiveBigIntegerField("kejadian yang tercetak", null=True)
    jejak_hash = models.CharField("hash kejadian itu", max_length=64, blank=True)
    signed_by = pelaku_field()
    signed_at = models.DateTimeField("ditandatangani")

    objects = TandaTanganQuerySet.as_manager()

    class Meta:
        verbose_name = "tanda tangan"
        verbose_name_plural = "tanda tangan"
        ordering = ["snapshot", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "urutan"], name="tanda_tangan_urutan"),
        ]

    def __str__(self) -> str:
        return f"{self.nama}, {self.jabatan}"

    @property
    def jejak(self) -> Titik | None:
        """Ujung jejak audit yang tercetak pada PDF-nya; belum ada sebelum rilis 0.3.0."""
        if self.jejak_nomor is None:
            return None
        return Titik(self.snapshot.kabupaten.kode, self.jejak_nomor, self.jejak_hash)
