"""Utas dan balasannya: satu bentuk bagi catatan reviu, rekomendasi, dan percakapan lain."""

import datetime
from typing import Any, ClassVar, Self

from django.apps import apps
from django.db import models

from accounts.models import Bidang, Kabupaten, PerangkatDaerah
from core.models import Immutable, Named
from core.querysets import ScopedQuerySet
from documents.models.bukti import Bukti
from documents.models.sah import pelaku_field
from documents.utas import HAK, STATUS, LangkahUtas, SemuaLangkah, StatusUtas, langkah_dari

LANGKAH = {
    LangkahUtas.JAWAB: "Jawaban",
    LangkahUtas.TERIMA: "Diterima",
    LangkahUtas.BUKA_LAGI: "Dibuka lagi",
}


class UtasQuerySet(ScopedQuerySet):
    """Pilihan menurut keadaannya."""

    def unfinished(self) -> Self:
        """Yang jawabannya belum diterima."""
        return self.exclude(status=StatusUtas.DITERIMA.value)

    def unanswered(self) -> Self:
        """Yang menunggu jawaban dinas."""
        return self.filter(status__in=[StatusUtas.TERBUKA.value, StatusUtas.DIBUKA_LAGI.value])

    def overdue(self, today: datetime.date) -> Self:
        """Yang belum diterima padahal tenggatnya sudah lewat."""
        return self.unfinished().filter(tenggat__lt=today)


class Utas(Named):
    """Dasar semua utas: yang menjawab, tenggatnya, statusnya, dan jawaban terakhirnya.

    `perlu_bukti`: jawaban tanpa berkas bukti tidak dapat diterima.
    """

    perlu_bukti: ClassVar[bool] = False

    penanggung = models.ForeignKey(
        Bidang,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="penanggung jawab",
        help_text="Bidang yang menjawab; kosong berarti seluruh dinas.",
    )
    tenggat = models.DateField(null=True, blank=True)
    status = models.CharField(
        max_length=12,
        choices=[(satu.value, sebutan) for satu, sebutan in STATUS.items()],
        default=StatusUtas.TERBUKA.value,
        editable=False,
    )
    tindak_lanjut = models.TextField("tindak lanjut", blank=True, editable=False)

    objects = UtasQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def kantor(self) -> PerangkatDaerah:
        """Perangkat daerah yang menjawab."""
        dinas: PerangkatDaerah = self.kabupaten.dinas
        return dinas

    @property
    def is_selesai(self) -> bool:
        return self.status == StatusUtas.DITERIMA

    def is_lewat(self, today: datetime.date) -> bool:
        """Belum diterima padahal tenggatnya sudah lewat."""
        return not self.is_selesai and self.tenggat is not None and self.tenggat < today

    def sebab_tak_terhapus(self) -> str:
        if self.balasan().exists():
            return f"{self} sudah dijawab, jadi tidak dihapus."
        return ""

    def balasan(self) -> "BalasanQuerySet":
        """Balasannya menurut urutan waktunya."""
        return Balasan.objects.of(self)

    def langkah_bagi(self, user: Any) -> SemuaLangkah:
        """Langkah yang terbuka bagi `user`; jawaban hanya dari kantornya."""
        hasil = []
        for langkah in langkah_dari(self.status):
            is_kantornya = langkah != LangkahUtas.JAWAB or self.is_penjawab(user)
            if is_kantornya and user.has_perm(HAK[langkah]):
                hasil.append(langkah)
        return hasil

    def is_penjawab(self, user: Any) -> bool:
        return bool(user.perangkat_daerah == self.kantor)


class BalasanQuerySet(ScopedQuerySet):
    def of(self, utas: Any) -> "BalasanQuerySet":
        """Balasan satu utas beserta buktinya, yang terlama lebih dahulu."""
        rows = self.filter(subjek=utas._meta.label, subjek_id=utas.pk)
        return rows.select_related("by").prefetch_related("bukti").order_by("pk")


class Balasan(Immutable, Named):
    """Satu jawaban atau putusan; tidak diubah, yang keliru dibalas lagi."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    subjek = models.CharField("utas", max_length=100)
    subjek_id = models.PositiveBigIntegerField("nomor utas")
    langkah = models.CharField(
        max_length=10,
        choices=[(satu.value, sebutan) for satu, sebutan in LANGKAH.items()],
    )
    isi = models.TextField(blank=True)
    by = pelaku_field("oleh")
    at = models.DateTimeField("pada")

    objects = BalasanQuerySet.as_manager()

    class Meta:
        verbose_name = "balasan"
        verbose_name_plural = "balasan"
        ordering = ["pk"]
        indexes = [models.Index(fields=["subjek", "subjek_id"], name="balasan_utas")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(langkah=LangkahUtas.TERIMA.value) | ~models.Q(isi=""),
                name="balasan_berisi",
                violation_error_message="Isi balasan wajib ditulis.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_langkah_display()} {self.by}"

    def get_absolute_url(self) -> str:
        """Halaman utasnya."""
        model: Any = apps.get_model(self.subjek)
        url: str = model(pk=self.subjek_id).get_absolute_url()
        return url


class BuktiBalasan(Bukti, Named):
    """Berkas bukti satu jawaban."""

    kabupaten_path = "balasan__kabupaten"

    balasan = models.ForeignKey(Balasan, on_delete=models.PROTECT, related_name="bukti")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti balasan"
        verbose_name_plural = "bukti balasan"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return self.balasan.get_absolute_url()
