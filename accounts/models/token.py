"""Token: sistem lain membaca data satu kantor lewat API, tanpa akun dan tanpa hak menulis."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.models.daerah import Kabupaten
from accounts.models.tautan import sidik
from core.models import Named
from core.querysets import ScopedQuerySet


class TokenApiQuerySet(ScopedQuerySet):
    def bertanda(self, rahasia: str) -> "TokenApiQuerySet":
        """Yang sidiknya sidik `rahasia`; rahasianya sendiri tidak tersimpan di mana pun."""
        return self.filter(sidik=sidik(rahasia))


class TokenApi(Named):
    """Satu sistem yang boleh membaca data kantornya sampai tanggalnya, atau sampai dicabut.

    Menjadi pembaca pada `visible_to`, karena itu berkantor seperti pengguna.
    """

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    nama = models.CharField(
        "nama pemakai",
        max_length=100,
        help_text="Sistem yang memakainya, misalnya “Dasbor Bappeda”.",
    )
    sidik = models.CharField(max_length=64, unique=True, editable=False)
    dibuat_pada = models.DateField(editable=False)
    berlaku_sampai = models.DateField(help_text="Paling lama satu tahun.")
    dicabut_at = models.DateTimeField("dicabut pada", null=True, editable=False)
    dipakai_pada = models.DateField("terakhir dipakai", null=True, editable=False)

    objects = TokenApiQuerySet.as_manager()

    class Meta:
        verbose_name = "token API"
        verbose_name_plural = "token API"
        ordering = ["-berlaku_sampai", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "nama"],
                condition=Q(dicabut_at=None),
                name="token_nama",
                violation_error_message="Masih dipakai token lain; cabut dahulu token itu.",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__gte=F("dibuat_pada")),
                name="token_masa",
                violation_error_message="Tanggalnya sudah lewat.",
            ),
        ]

    def __str__(self) -> str:
        return f"Token {self.nama}"

    @property
    def keadaan(self) -> str:
        """`berlaku`, `dicabut` atau `kedaluwarsa`."""
        if self.dicabut_at is not None:
            return "dicabut"
        if self.berlaku_sampai < timezone.localdate():
            return "kedaluwarsa"
        return "berlaku"
