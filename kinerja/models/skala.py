"""Skala penilaian milik kabupaten, dan acuan bersama yang tanpa kabupaten."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten
from core.models import Named
from core.querysets import ScopedQuerySet


class MilikAtauBersamaQuerySet(ScopedQuerySet):
    """Baris kabupaten pengguna beserta acuan bersama yang tanpa kabupaten."""

    def visible_to(self, user: Any) -> Self:
        """Acuan bersama tampak bagi semua."""
        path = self.model.kabupaten_path
        is_bersama = Q(**{path: None})
        return self.filter(is_bersama | Q(**{path: user.kabupaten_id}))


BERSAMA = "Skala acuan bersama; tambahkan skala sendiri bila urutan atau nilainya lain."
MENILAI_AKIP = (
    "Skala ini dipakai evaluasi AKIP, jadi tetap. Tambahkan skala baru bagi pedoman baru."
)


class SkalaQuerySet(MilikAtauBersamaQuerySet):
    """Skala milik kabupaten, dan acuan bersama."""

    def get_by_natural_key(self, kode: str, kabupaten: str | None = None) -> Any:
        return self.get(kode=kode, kabupaten__kode=kabupaten)

    def owned_by(self, user: Any) -> Self:
        """Skala yang boleh disunting: milik kabupaten pengguna."""
        return self.filter(kabupaten=user.kabupaten_id, kabupaten__isnull=False)

    def bersama(self, kode: str) -> Any:
        """Skala acuan bersama yang disebut peraturan; `None` bila belum dimuat."""
        return self.filter(kode=kode, kabupaten=None).first()


class SkalaAcuan(Named):
    """Skala penilaian. Tanpa kabupaten: acuan bersama yang dimuat dengan perintah."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT, null=True, blank=True)
    kode = models.SlugField(max_length=30, help_text="Singkatan tanpa spasi, misalnya kla.")
    nama = models.CharField(max_length=200)
    regulasi = models.CharField("dasar hukum", max_length=300, blank=True)
    catatan = models.TextField(blank=True)

    objects = SkalaQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["kode", "kabupaten"]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str, ...]:
        if self.kabupaten:
            return (self.kode, self.kabupaten.kode)
        return (self.kode,)

    def sebab_lock(self) -> str:
        """Skala bersama tidak diubah dari satu kabupaten; yang dipakai evaluasi AKIP tetap."""
        if not self.kabupaten_id:
            return BERSAMA
        if self.pk and self._is_menilai_akip():
            return MENILAI_AKIP
        return ""

    def _is_menilai_akip(self) -> bool:
        """Pedomannya sudah dipakai satu evaluasi."""
        pedoman: Any = self.pedomanakip_set  # type: ignore[attr-defined]
        return bool(pedoman.filter(evaluasiakip__isnull=False).exists())


def skala_constraints(nama: str) -> list[models.BaseConstraint]:
    """Satu kode sekali tiap kabupaten, dan sekali pada acuan bersama."""
    return [
        models.UniqueConstraint(
            fields=["kabupaten", "kode"],
            name=f"{nama}_unik",
            violation_error_message="Kode ini sudah dipakai skala lain.",
        ),
        models.UniqueConstraint(
            fields=["kode"],
            condition=Q(kabupaten=None),
            name=f"{nama}_bersama",
            violation_error_message="Kode ini sudah dipakai skala acuan bersama.",
        ),
    ]
