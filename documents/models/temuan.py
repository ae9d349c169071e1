"""Tanggapan orang atas satu temuan uji kewajaran."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q

from accounts.models import Kabupaten
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models.sah import pelaku_field
from documents.uji import SIDIK, Temuan


class TanggapanQuerySet(ScopedQuerySet):
    def of(self, naskah: Any) -> "TanggapanQuerySet":
        """Tanggapan atas satu naskah, yang terlama lebih dahulu."""
        rows = self.filter(document=naskah._meta.label, document_id=naskah.pk)
        return rows.select_related("answered_by", "judged_by").order_by("pk")


def of_temuan(rows: Iterable["TanggapanTemuan"], temuan: Temuan) -> "TanggapanTemuan | None":
    """Tanggapan atas fakta itu dengan angkanya kini, juga yang disimpan menurut sidik lama."""
    tanda = (temuan.sidik, *temuan.sidik_lama)
    per_sidik = {row.sidik: row for row in rows}
    return next((per_sidik[satu] for satu in tanda if satu in per_sidik), None)


class TanggapanTemuan(Named):
    """Penjelasan atas satu temuan dan putusan meja berikutnya.

    Berlaku bagi fakta dengan angka yang sama; angka yang berganti memberi temuan lain. Yang tanpa
    `fakta` ditanggapi dahulu, dan ditemukan kembali dengan `sidik_lama` temuannya.
    """

    class Putusan(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu putusan"
        DITERIMA = "diterima", "Diterima"
        DITOLAK = "ditolak", "Tidak diterima"

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    document = models.CharField("naskah", max_length=100)
    document_id = models.PositiveBigIntegerField()
    kelas = models.CharField(max_length=4)
    tempat = models.TextField()
    fakta = models.TextField(blank=True)
    sidik = models.CharField(max_length=SIDIK)
    pesan = models.TextField()
    tercetak = models.TextField(blank=True)
    dihitung = models.TextField(blank=True)
    alasan = models.TextField("penjelasan")
    answered_by = pelaku_field("dijelaskan oleh")
    answered_at = models.DateTimeField("dijelaskan")
    putusan = models.CharField(max_length=10, choices=Putusan, default=Putusan.MENUNGGU)
    catatan = models.TextField("catatan putusan", blank=True)
    judged_by = pelaku_field("diputuskan oleh", null=True, blank=True)
    judged_at = models.DateTimeField("diputuskan", null=True, blank=True)

    objects = TanggapanQuerySet.as_manager()

    class Meta:
        verbose_name = "tanggapan temuan"
        verbose_name_plural = "tanggapan temuan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "document_id", "sidik"],
                name="tanggapan_satu_temuan",
            ),
            models.CheckConstraint(
                condition=Q(putusan="menunggu", judged_by=None, judged_at=None)
                | (~Q(putusan="menunggu") & Q(judged_by__isnull=False, judged_at__isnull=False)),
                name="tanggapan_putusan",
            ),
            models.CheckConstraint(
                condition=Q(judged_by=None) | ~Q(judged_by=F("answered_by")),
                name="tanggapan_dua_orang",
            ),
            models.CheckConstraint(
                condition=~Q(putusan="ditolak") | ~Q(catatan=""),
                name="tanggapan_penolakan_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kelas} {self.tempat}"[:300]
