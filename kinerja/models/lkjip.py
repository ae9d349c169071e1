from django.db import models
from django.db.models import Q

from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import Naskah, naskah_constraints


class NaskahQuerySet(ScopedQuerySet):
    """Dikenali menurut kode kabupaten dan tahunnya."""

    def get_by_natural_key(self, kode: str) -> "NaskahBaku":
        return self.get(kode=kode)


class NaskahBaku(Named):
    """Naskah awal satu bagian LKjIP; angkanya rujukan seperti `{iku.1.realisasi}`."""

    kabupaten_path = None

    kode = models.CharField(max_length=40, unique=True)
    urutan = models.PositiveSmallIntegerField(unique=True)
    judul = models.CharField(max_length=200)
    isi = models.TextField()

    objects = NaskahQuerySet.as_manager()

    class Meta:
        verbose_name = "naskah baku"
        verbose_name_plural = "naskah baku"
        ordering = ["urutan"]

    def __str__(self) -> str:
        return self.judul

    def natural_key(self) -> tuple[str]:
        return (self.kode,)


class Lkjip(Naskah):
    """Laporan Kinerja Instansi Pemerintah satu tahun (Permenpan-RB 53/2014)."""

    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, verbose_name="menggantikan LKjIP"
    )

    class Meta:
        verbose_name = "LKjIP"
        verbose_name_plural = "LKjIP"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun"],
                condition=Q(menggantikan=None),
                name="lkjip_satu_setahun",
                violation_error_message="LKjIP tahun itu sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["kabupaten", "nomor"],
                condition=~Q(nomor=""),
                name="lkjip_nomor",
                violation_error_message="Nomor dokumen ini sudah dipakai.",
            ),
            *naskah_constraints("lkjip"),
        ]

    def __str__(self) -> str:
        return f"LKjIP {self.tahun} {self.kabupaten}"


class BagianLkjip(Named):
    """Satu bagian naskah LKjIP yang disunting staf."""

    kabupaten_path = "lkjip__kabupaten"
    lock_parent = "lkjip"

    lkjip = models.ForeignKey(Lkjip, on_delete=models.CASCADE, related_name="bagian")
    kode = models.CharField(max_length=40, editable=False)
    urutan = models.PositiveSmallIntegerField(editable=False)
    judul = models.CharField(max_length=200)
    isi = models.TextField(blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "bagian LKjIP"
        verbose_name_plural = "bagian LKjIP"
        ordering = ["lkjip", "urutan"]
        constraints = [models.UniqueConstraint(fields=["lkjip", "kode"], name="bagian_unik")]

    def __str__(self) -> str:
        return f"{self.judul} — {self.lkjip}"
