"""Naskah Inspektorat atas LKjIP."""

from django.db import models
from django.db.models import Q

from documents.models import Naskah, naskah_constraints
from kinerja.models.lkjip import Lkjip


class PernyataanReviu(Naskah):
    """Pernyataan Telah Direviu atas satu LKjIP (Permenpan-RB 53/2014 lampiran III), berkop Inspektorat."""

    lkjip = models.ForeignKey(
        Lkjip, on_delete=models.PROTECT, related_name="pernyataan_reviu", verbose_name="LKjIP yang direviu"
    )
    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, verbose_name="menggantikan pernyataan"
    )

    class Meta:
        verbose_name = "pernyataan telah direviu"
        verbose_name_plural = "pernyataan telah direviu"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lkjip"],
                condition=Q(menggantikan=None),
                name="pernyataan_reviu_satu",
                violation_error_message="LKjIP itu sudah punya pernyataan; perbaikannya dibuat sebagai pengganti.",
            ),
            *naskah_constraints("pernyataan_reviu"),
        ]

    def __str__(self) -> str:
        return f"Pernyataan Telah Direviu {self.lkjip}"
