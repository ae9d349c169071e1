import uuid
from typing import Any

from django.db import models

from core.querysets import ScopedQuerySet


def evidence_path(instance: Any, filename: str) -> str:
    """Nama simpan acak; nama asli hanya di kolom `nama`."""
    nama = uuid.uuid4().hex
    _, titik, akhiran = filename.rpartition(".")
    if not titik:
        return f"bukti/{nama}"
    suffix = akhiran.lower()
    return f"bukti/{nama}.{suffix}"


class BerbuktiQuerySet(ScopedQuerySet):
    """Baris yang dilampiri berkas bukti."""

    def with_jumlah_bukti(self) -> "BerbuktiQuerySet":
        """Dengan banyak berkasnya; pengelompokan menghapus urutan bawaan."""
        rows = self.annotate(jumlah_bukti=models.Count("bukti"))
        return rows.order_by(*self.model._meta.ordering)


class Bukti(models.Model):
    """Berkas bukti dengan hash isinya; tidak pernah ditimpa."""

    berkas = models.FileField(upload_to=evidence_path, max_length=200)
    nama = models.CharField("nama berkas", max_length=200)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.CharField("diunggah oleh", max_length=200)
    uploaded_at = models.DateTimeField("diunggah")

    class Meta:
        abstract = True
