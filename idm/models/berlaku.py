"""Angka yang berlaku.

Asalnya, sejak kapan, dan yang digantikannya selama masih dapat dibatalkan.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from accounts.models import tahun_field
from documents.models import DataTahun
from villages.models import Desa

Potret = dict[str, Any]  # kolom → nilainya
Kunci = tuple[str, int]  # desa, tahun


def per_desa(rows: Iterable[Any]) -> dict[int, Any]:
    """Satu baris tiap desa, menurut nomornya."""
    return {row.desa_id: row for row in rows}


class HasilDesa(DataTahun):
    """Hasil satu desa satu tahun; terkunci bersama penetapan tahunnya."""

    kabupaten_path = "desa__kecamatan__kabupaten"
    lingkup = ("idm",)

    # indeks uniknya, desa lalu tahun, sudah mencakup pencarian menurut desa
    desa = models.ForeignKey(Desa, on_delete=models.PROTECT, db_index=False)
    tahun = tahun_field()

    class Meta:
        abstract = True

    def natural_key(self) -> Kunci:
        return (*self.desa.natural_key(), self.tahun)


class AngkaBerlaku(HasilDesa):
    """Dasar hasil satu desa satu tahun yang dibaca hitungan, naskah dan layanan.

    Draf berdiri di sampingnya.
    """

    asal = models.CharField(
        "dasar berlaku",
        max_length=200,
        blank=True,
        help_text="Dokumen atau laman yang menerbitkannya.",
    )
    berlaku_at = models.DateTimeField("berlaku sejak", null=True, editable=False)
    # kosong: bukan dari verifikasi; {}: sebelumnya belum ada
    semula = models.JSONField("yang digantikan", null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def dasar(self) -> str:
        """Jenis sumbernya, dan dokumennya bila tercatat."""
        row: Any = self
        sumber = str(row.get_sumber_display())
        if self.asal:
            return f"{sumber} ({self.asal})"
        return sumber

    @property
    def is_terverifikasi(self) -> bool:
        """Berlaku lewat verifikasi, jadi dapat dibatalkan."""
        return self.semula is not None

    def sebab_lock(self) -> str:
        """Yang berlaku lewat verifikasi hanya berubah lewat verifikasi atau pembatalannya."""
        if sebab := super().sebab_lock():
            return sebab
        if self.is_terverifikasi:
            asal = "berlaku dari draf yang diverifikasi"
            return f"{self} {asal}; batalkan verifikasinya bila harus diubah."
        return ""


def potret(row: AngkaBerlaku) -> Potret:
    """Semua kolom `row` selain nomornya, sebagai isi JSON; kosong bila belum tersimpan."""
    if row.pk is None:
        return {}
    semua = row._meta.concrete_fields
    fields = [f for f in semua if not f.primary_key]
    isi = {}
    for field in fields:
        nilai = getattr(row, field.attname)
        isi[field.attname] = _tertulis(field, nilai)
    return isi


def pulihkan(row: AngkaBerlaku, isi: Potret) -> None:
    """Kembalikan kolom `row` ke `isi` potretnya; belum disimpan."""
    for field in row._meta.concrete_fields:
        if field.attname in isi:
            nilai = field.to_python(isi[field.attname])
            setattr(row, field.attname, nilai)


def _tertulis(field: Any, nilai: Any) -> Any:
    """Nilai kolom sebagai tulisan yang dapat dipulihkan."""
    if nilai is None or isinstance(field, models.JSONField):
        return nilai
    if isinstance(nilai, datetime):
        return nilai.isoformat()
    return str(nilai)
