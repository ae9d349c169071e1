"""Formulir kertas yang sudah diisi tangan: foto atau pindaiannya, bukti yang diketik darinya."""

from urllib.parse import urlencode

from django.db import models
from django.urls import NoReverseMatch, reverse

from accounts.models import Kabupaten
from core.querysets import ScopedQuerySet
from documents.models.bukti import Bukti
from documents.models.kunci import DataTahun


class FormulirQuerySet(ScopedQuerySet):
    def of_kisi(self, kisi: str, tahun: int) -> "FormulirQuerySet":
        """Formulir satu kisi setahun."""
        return self.filter(kisi=kisi, tahun=tahun)


class BuktiFormulir(Bukti, DataTahun):
    """Satu berkas formulir satu baris kisi; `kisi` nama url kisinya, `kunci` barisnya."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = models.PositiveSmallIntegerField()
    kisi = models.CharField(max_length=100)
    kunci = models.CharField("baris", max_length=100)
    kode = models.CharField("kode formulir", max_length=9)
    judul = models.CharField("formulir", max_length=300)

    objects = FormulirQuerySet.as_manager()

    class Meta:
        verbose_name = "formulir terisi"
        verbose_name_plural = "formulir terisi"
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "kisi", "tahun", "kunci", "sha256"],
                name="formulir_berkas_sekali",
                violation_error_message="Berkas ini sudah terlampir pada formulir ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} — {self.judul}"

    @property
    def halaman(self) -> str:
        """Formulir barisnya, berdampingan dengan yang diketik; kosong bila kisinya tidak ada."""
        try:
            url = reverse(f"{self.kisi}_formulir")
        except NoReverseMatch:
            return ""
        query = urlencode({"tahun": self.tahun, "baris": self.kunci})
        return f"{url}?{query}"
