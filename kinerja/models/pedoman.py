"""Pedoman reviu: daftar periksa satu jenis naskah, bernomor versi."""

from typing import Any

from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten
from core.models import Named
from kinerja.models.skala import MilikAtauBersamaQuerySet

BERSAMA = "Pedoman acuan bersama tidak disunting; salin menjadi pedoman kantor ini."
DIPAKAI = "Pedoman ini sudah dipakai {pemakai}, jadi tetap. Salin menjadi versi baru."


class PedomanQuerySet(MilikAtauBersamaQuerySet):
    """Pedoman kantor sendiri dan acuan bersama."""

    def get_by_natural_key(
        self,
        document: str,
        versi: int,
        kabupaten: str | None = None,
    ) -> "PedomanReviu":
        return self.get(document=document, versi=versi, kabupaten__kode=kabupaten)

    def berlaku(self, kabupaten: Kabupaten, document: str) -> "PedomanReviu | None":
        """Versi terbaru kantor itu; tanpa itu acuan bersama. `None` bila belum dimuat."""
        sejenis = self.filter(document=document).order_by("-versi")
        sendiri = sejenis.filter(kabupaten=kabupaten).first()
        return sendiri or sejenis.filter(kabupaten=None).first()


class PedomanBerversi(Named):
    """Pedoman acuan bersama, atau versi milik satu kantor; yang sudah dipakai tetap."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT, null=True, blank=True)
    versi = models.PositiveSmallIntegerField(default=1, editable=False)
    nama = models.CharField(max_length=200)
    regulasi = models.CharField("dasar hukum", max_length=300, blank=True)
    catatan = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        if self.kabupaten_id:
            return f"{self.nama}, versi {self.versi}"
        return self.nama

    def sebab_lock(self) -> str:
        """Yang sudah dipakai tetap; perubahan berarti versi baru."""
        if self.kabupaten_id is None:
            return BERSAMA
        pemakai = self.pemakai() if self.pk else None
        if pemakai is None:
            return ""
        return DIPAKAI.format(pemakai=pemakai)

    def pemakai(self) -> Named | None:
        """Satu yang memakainya; `None` bila belum ada."""
        raise NotImplementedError


class PedomanReviu(PedomanBerversi):
    """Daftar periksa reviu satu jenis naskah; reviu menyimpan versi yang dipakainya."""

    document = models.CharField("jenis naskah", max_length=100, editable=False)

    objects = PedomanQuerySet.as_manager()

    class Meta:
        verbose_name = "pedoman reviu"
        verbose_name_plural = "pedoman reviu"
        ordering = ["document", "kabupaten", "-versi"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "document", "versi"], name="pedoman_reviu_unik"
            ),
            models.UniqueConstraint(
                fields=["document", "versi"],
                condition=Q(kabupaten=None),
                name="pedoman_reviu_bersama",
            ),
        ]

    def natural_key(self) -> tuple[Any, ...]:
        """Jenis naskah, versinya, dan kode kabupaten pemiliknya."""
        if self.kabupaten:
            return (self.document, self.versi, self.kabupaten.kode)
        return (self.document, self.versi)

    def sejenis(self) -> "models.QuerySet[PedomanReviu]":
        """Semua versi bagi jenis naskah yang sama."""
        return PedomanReviu.objects.filter(document=self.document)

    def pemakai(self) -> Named | None:
        """Reviu pertama yang memakainya."""
        return self.reviu_set.first()


class ButirPedoman(Named):
    """Satu yang diperiksa; `petunjuk` kunci keterangan yang disusun sistem di sampingnya."""

    kabupaten_path = "pedoman__kabupaten"
    induk_lock = "pedoman"

    class BagianPedoman(models.TextChoices):
        """Ketiga bagian formulir Permenpan-RB 53/2014 lampiran III."""

        FORMAT = "1", "Format"
        MEKANISME = "2", "Mekanisme penyusunan"
        SUBSTANSI = "3", "Substansi"

    pedoman = models.ForeignKey(PedomanReviu, on_delete=models.CASCADE, related_name="butir")
    bagian = models.CharField(max_length=1, choices=BagianPedoman)
    nomor = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    petunjuk = models.CharField(
        "petunjuk sistem",
        max_length=40,
        blank=True,
        help_text="Keterangan yang disusun sistem dari isi bekunya; kosong bila tidak ada.",
    )

    objects = MilikAtauBersamaQuerySet.as_manager()

    class Meta:
        verbose_name = "butir pedoman"
        verbose_name_plural = "butir pedoman"
        ordering = ["pedoman", "bagian", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["pedoman", "bagian", "nomor"],
                name="butir_pedoman_unik",
                violation_error_message="Nomor ini sudah dipakai pada bagian itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_bagian_display()} {self.nomor}"

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.pedoman.natural_key(), self.bagian, self.nomor)
