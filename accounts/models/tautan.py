"""Tautan sekali pakai untuk memasang kata sandi."""

from hashlib import sha256

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.models.pengguna import User
from core.models import Named
from core.querysets import ScopedQuerySet


class TautanQuerySet(ScopedQuerySet):
    def belum_selesai(self) -> "TautanQuerySet":
        """Belum dipakai dan belum dicabut, walau mungkin sudah lewat masanya."""
        return self.filter(selesai_at=None)

    def berlaku(self) -> "TautanQuerySet":
        """Masih dapat dipakai, oleh akun yang masih aktif."""
        rows = self.belum_selesai()
        return rows.filter(berlaku_sampai__gt=timezone.now(), pengguna__is_active=True)

    def bertanda(self, rahasia: str) -> "TautanQuerySet":
        """Yang sidiknya sidik `rahasia`; rahasianya sendiri tidak tersimpan di mana pun."""
        return self.filter(sidik=sidik(rahasia))


def sidik(rahasia: str) -> str:
    return sha256(rahasia.encode()).hexdigest()


class Tautan(Named):
    """Satu kesempatan memasang kata sandi tanpa mengetahui yang lama."""

    class JenisTautan(models.TextChoices):
        UNDANGAN = "undangan", "Undangan"
        SANDI = "sandi", "Kata sandi baru"

    kabupaten_path = "pengguna__kabupaten"

    pengguna = models.ForeignKey(User, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=10, choices=JenisTautan)
    sidik = models.CharField(max_length=64, unique=True)
    dibuat_by = models.CharField("dibuat oleh", max_length=200)
    dibuat_at = models.DateTimeField("dibuat pada")
    berlaku_sampai = models.DateTimeField()
    selesai_at = models.DateTimeField("dipakai atau dicabut pada", null=True, blank=True)
    is_dipakai = models.BooleanField("dipakai", default=False)

    objects = TautanQuerySet.as_manager()

    class Meta:
        verbose_name = "tautan akun"
        verbose_name_plural = "tautan akun"
        ordering = ["-dibuat_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna"],
                condition=Q(selesai_at=None),
                name="tautan_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__gt=F("dibuat_at")),
                name="tautan_masa",
            ),
            models.CheckConstraint(
                condition=Q(is_dipakai=False) | Q(selesai_at__isnull=False),
                name="tautan_dipakai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.pengguna}"
