"""Koperasi Desa/Kelurahan Merah Putih, dari musyawarah sampai berjalan (Inpres 9/2025)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from core.models import Named
from core.querysets import ScopedQuerySet
from villages.models.wilayah import Desa

# tahap menurut urutannya: kolom tanggalnya, sebutannya
TAHAP = (
    ("tanggal_musyawarah", "Musyawarah"),
    ("tanggal_badan_hukum", "Berbadan hukum"),
    ("tanggal_aktif", "Aktif"),
)


def _tanggal(label: str) -> models.DateField:
    """Kosong: belum, atau belum diketahui."""
    return models.DateField(label, null=True, blank=True)


def _berurutan(nama: str, kemudian: str, dahulu: str, pesan: str) -> models.BaseConstraint:
    """`kemudian` tidak mendahului `dahulu` bila keduanya diketahui."""
    kosong = Q(**{kemudian: None}) | Q(**{dahulu: None})
    return models.CheckConstraint(
        condition=kosong | Q(**{f"{kemudian}__gte": F(dahulu)}),
        name=nama,
        violation_error_message=pesan,
    )


class KoperasiDesa(Named):
    """Satu koperasi satu desa atau kelurahan; tiap tahapnya bertanggal."""

    kabupaten_path = "desa__kecamatan__kabupaten"
    dicari = ("nama", "desa__nama")

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT, verbose_name="desa/kelurahan")
    nama = models.CharField(max_length=150, blank=True)
    tanggal_musyawarah = _tanggal("tanggal musyawarah")
    nomor_musyawarah = models.CharField("nomor berita acara", max_length=100, blank=True)
    tanggal_badan_hukum = _tanggal("tanggal badan hukum")
    nomor_badan_hukum = models.CharField("nomor badan hukum", max_length=100, blank=True)
    tanggal_aktif = _tanggal("aktif sejak")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "koperasi desa"
        verbose_name_plural = "koperasi desa"
        ordering = ["desa__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["desa"],
                name="koperasi_desa_unik",
                violation_error_message="Koperasi desa ini sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=Q(nomor_badan_hukum="") | Q(tanggal_badan_hukum__isnull=False),
                name="koperasi_desa_badan_hukum",
                violation_error_message="Isi tanggal badan hukumnya.",
            ),
            _berurutan(
                "koperasi_desa_sesudah_musyawarah",
                "tanggal_badan_hukum",
                "tanggal_musyawarah",
                "Badan hukum tidak mendahului musyawarahnya.",
            ),
            _berurutan(
                "koperasi_desa_sesudah_sah",
                "tanggal_aktif",
                "tanggal_badan_hukum",
                "Koperasi tidak aktif sebelum berbadan hukum.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama or f"Koperasi Merah Putih {self.desa}"

    def clean(self) -> None:
        """Yang dicatat sudah terjadi."""
        kini = timezone.localdate()
        salah = {}
        for kolom, _ in TAHAP:
            tanggal = getattr(self, kolom)
            if tanggal is not None and tanggal > kini:
                salah[kolom] = "Tanggal ini belum terjadi."
        if salah:
            raise ValidationError(salah)

    def tahap(self, akhir: datetime.date) -> str:
        """Tahap terakhir yang tercapai sampai `akhir`; kosong bila belum satu pun."""
        for kolom, sebutan in reversed(TAHAP):
            tanggal = getattr(self, kolom)
            if tanggal is not None and tanggal <= akhir:
                return sebutan
        return ""
