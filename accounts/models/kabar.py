"""Kabar bagi satu orang: yang menunggunya, yang berubah, yang segera lewat; dan pilihannya."""

import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from accounts.models.daerah import Kabupaten
from accounts.models.pengguna import User
from core.models import Named
from core.querysets import ScopedQuerySet

PERCOBAAN = 6  # kali satu surat dicoba
JEDA = datetime.timedelta(minutes=10)  # sesudah percobaan pertama; lalu berlipat dua


class JenisKabar(models.TextChoices):
    MENUNGGU = "menunggu", "Naskah menunggu langkah Anda"
    KEMBALI = "kembali", "Naskah Anda dikembalikan"
    SAH = "sah", "Naskah yang Anda kerjakan ditandatangani"
    DIBUKA = "dibuka", "Masa isian dibuka"
    BERAKHIR = "berakhir", "Masa isian berakhir dalam tujuh hari"
    LEWAT = "lewat", "Masa isian lewat dan belum lengkap"
    SK = "sk", "SK lembaga segera berakhir"
    DIJAWAB = "dijawab", "Seseorang menjawab Anda"
    DISEBUT = "disebut", "Seseorang menyebut Anda"
    DITAGIH = "ditagih", "Laporan ditagih"
    SURAT = "surat", "Surat tidak terkirim"


class CaraKabar(models.TextChoices):
    SURAT = "surat", "Layar dan surat harian"
    LAYAR = "layar", "Layar saja"
    MATI = "mati", "Tidak dikabari"


class KabarQuerySet(ScopedQuerySet):
    def visible_to(self, user: Any) -> "KabarQuerySet":
        """Hanya milik penerimanya sendiri."""
        return self.filter(penerima=user.pk)

    def unread(self) -> "KabarQuerySet":
        return self.filter(dibaca_at=None)

    def unsent(self) -> "KabarQuerySet":
        """Yang suratnya belum sampai dan belum dibaca di layar."""
        return self.unread().filter(is_surat=True, dikirim_at=None)

    def ready(self, now: datetime.datetime) -> "KabarQuerySet":
        """Yang sudah waktunya dikirim: belum pernah dicoba, atau jedanya sudah lewat."""
        tunggu = Q(percobaan=0)
        for kali in range(1, PERCOBAAN):
            lama = JEDA * 2 ** (kali - 1)
            tunggu |= Q(percobaan=kali, dicoba_at__lt=now - lama)
        return self.unsent().filter(tunggu)

    def undelivered(self) -> "KabarQuerySet":
        """Yang suratnya tidak dicoba lagi."""
        return self.unsent().filter(percobaan__gte=PERCOBAAN)


class Kabar(Named):
    """Satu kabar; `kunci` menandai kejadiannya, sekali saja bagi tiap penerima."""

    lepas = ("dibaca_at", "percobaan", "dicoba_at", "dikirim_at", "galat")

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    penerima = models.ForeignKey(User, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=10, choices=JenisKabar)
    kunci = models.CharField(max_length=200)
    judul = models.CharField("kabar", max_length=300)
    isi = models.TextField(blank=True)
    halaman = models.CharField(max_length=300, blank=True)
    dibuat_at = models.DateTimeField("waktu")
    dibaca_at = models.DateTimeField("dibaca", null=True, blank=True)
    is_surat = models.BooleanField("ikut surat harian", default=False)
    percobaan = models.PositiveSmallIntegerField(default=0)
    dicoba_at = models.DateTimeField("dicoba kirim", null=True, blank=True)
    dikirim_at = models.DateTimeField("terkirim", null=True, blank=True)
    galat = models.CharField("sebab surat gagal", max_length=300, blank=True)

    objects = KabarQuerySet.as_manager()

    class Meta:
        verbose_name = "kabar"
        verbose_name_plural = "kabar"
        ordering = ["-dibuat_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["penerima", "kunci"], name="kabar_sekali"),
        ]
        indexes = [models.Index(fields=["penerima", "dibaca_at"], name="kabar_belum_dibaca")]

    def __str__(self) -> str:
        return self.judul


class PilihanKabarQuerySet(ScopedQuerySet):
    def visible_to(self, user: Any) -> "PilihanKabarQuerySet":
        """Hanya milik akunnya sendiri."""
        return self.filter(pengguna=user.pk)


class PilihanKabar(Named):
    """Cara satu orang dikabari tentang satu jenis; yang tidak dipilih lewat layar dan surat."""

    kabupaten_path = "pengguna__kabupaten"

    pengguna = models.ForeignKey(User, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=10, choices=JenisKabar)
    cara = models.CharField(max_length=6, choices=CaraKabar)

    objects = PilihanKabarQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan kabar"
        verbose_name_plural = "pilihan kabar"
        ordering = ["pengguna", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "jenis"], name="pilihan_kabar_sekali"),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.get_cara_display()}"
