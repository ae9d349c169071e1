from decimal import Decimal

from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten, tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from kinerja.aturan.capaian import bagian_persen

KALIMAT = "kalimat"  # rujukan tulisan yang dibaca sebagai kalimat, bukan sebagai angka
SUDAH_DICATAT = "Tempat ini pada dokumen itu sudah dicatat."


def bagian_field(label: str) -> models.DecimalField:
    """Bagian sebuah persen tercetak; kosong bila tidak diketahui."""
    return models.DecimalField(label, max_digits=18, decimal_places=2, null=True, blank=True)


class TercetakQuerySet(ScopedQuerySet):
    """Angka dokumen lama yang dibandingkan."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun: int | None,
        dokumen: str,
        tempat: str,
    ) -> "AngkaTercetak":
        return self.get(
            kabupaten__kode=kode,
            tahun=tahun,
            dokumen=dokumen,
            tempat=tempat,
        )

    def comparable(self, tahun: int) -> "TercetakQuerySet":
        """Angka `tahun`, dan angka dokumen yang tidak menyebut tahunnya."""
        rows = self.filter(Q(tahun=tahun) | Q(tahun=None))
        return rows.order_by("dokumen", "pk")


class AngkaTercetak(DataTahun):
    """Angka pada dokumen lama, apa adanya, dengan rujukan ke angka yang dihitung sistem."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field(
        null=True, blank=True, help_text="Kosong bila dokumennya tidak menyebut tahun."
    )
    dokumen = models.CharField(max_length=100)
    tempat = models.CharField(max_length=200)
    rujukan = models.CharField(max_length=80)
    tercetak = models.CharField("angka tercetak", max_length=200)
    pembilang = bagian_field("pembilang")
    penyebut = bagian_field("penyebut")

    objects = TercetakQuerySet.as_manager()

    class Meta:
        verbose_name = "angka tercetak"
        verbose_name_plural = "angka tercetak"
        ordering = ["-tahun", "dokumen", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun", "dokumen", "tempat"],
                name="tercetak_unik",
                violation_error_message=SUDAH_DICATAT,
            ),
            models.UniqueConstraint(
                fields=["kabupaten", "dokumen", "tempat"],
                condition=Q(tahun=None),
                name="tercetak_tanpa_tahun_unik",
                violation_error_message=SUDAH_DICATAT,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dokumen}, {self.tempat}: {self.tercetak}"

    @property
    def persen(self) -> Decimal | None:
        """Persen dari bagian-bagiannya sendiri; `None` bila salah satunya tidak diketahui."""
        return bagian_persen(self.pembilang, self.penyebut)

    @property
    def is_kalimat(self) -> bool:
        """Tulisannya kalimat, bukan satu angka."""
        return self.rujukan == KALIMAT

    def lock_masa(self) -> tuple[int, ...]:
        """Dokumen yang tidak menyebut tahunnya tidak terkunci bersama tahun mana pun."""
        if self.tahun is None:
            return ()
        return super().lock_masa()

    def natural_key(self) -> tuple[str, int | None, str, str]:
        return (*self.kabupaten.natural_key(), self.tahun, self.dokumen, self.tempat)
