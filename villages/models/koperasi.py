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
ISIAN = (
    "nama",
    "nomor_musyawarah",
    "nomor_badan_hukum",
    "tanggal_musyawarah",
    "tanggal_badan_hukum",
    "tanggal_aktif",
)
TANPA_ISI = "Isi namanya, nomornya, atau tanggal satu tahapnya; yang belum ada tidak dicatat."
Tanggal = datetime.date | None  # `None` bila belum
MULAI = 2025  # Inpres 9/2025


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


def _is_tercapai(tanggal: Tanggal, tahun: int) -> bool:
    """Sampai akhir `tahun`."""
    return tanggal is not None and tanggal.year <= tahun


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
        """Yang dicatat sudah terjadi, sesudah tahap di depannya, dan bukan pada tahun terkunci."""
        lama = KoperasiDesa.objects.filter(pk=self.pk).first()
        salah = {}
        dahulu = ""
        for kolom, _ in TAHAP:
            masalah = self._masalah(kolom, dahulu)
            masalah = masalah or self._lock(getattr(lama, kolom, None), getattr(self, kolom))
            if masalah:
                salah[kolom] = masalah
            dahulu = kolom
        if salah:
            raise ValidationError(salah)
        if not any(getattr(self, kolom) for kolom in ISIAN):
            raise ValidationError(TANPA_ISI)

    def _masalah(self, kolom: str, dahulu: str) -> str:
        """Tahap yang belum terjadi, atau yang tahap di depannya belum bertanggal."""
        tanggal = getattr(self, kolom)
        if tanggal is None:
            return ""
        if tanggal > timezone.localdate():
            return "Tanggal ini belum terjadi."
        if dahulu and getattr(self, dahulu) is None:
            sebutan = self._meta.get_field(dahulu).verbose_name
            return f"Isi dahulu {sebutan}."
        return ""

    def _lock(self, semula: Tanggal, kini: Tanggal) -> str:
        """Kunci tahun yang tahap akhirnya berganti; kosong bila tidak ada."""
        if self.desa_id is None or semula == kini:
            return ""
        for tahun, sebab in self.desa.semua_lock().items():
            if _is_tercapai(semula, tahun) != _is_tercapai(kini, tahun):
                return sebab
        return ""

    def sebab_tak_terhapus(self) -> str:
        """Tahap tahun terkunci ikut hilang."""
        semua = [self._lock(getattr(self, kolom), None) for kolom, _ in TAHAP]
        return next(filter(None, semua), "")

    def tahap(self, akhir: datetime.date) -> str:
        """Tahap terakhir yang tercapai sampai `akhir`; kosong bila belum satu pun."""
        for kolom, sebutan in reversed(TAHAP):
            tanggal = getattr(self, kolom)
            if tanggal is not None and tanggal <= akhir:
                return sebutan
        return ""
