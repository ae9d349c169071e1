"""Perubahan akun yang menunggu orang kedua."""

from django.db import models
from django.db.models import F, Q

from accounts.models.pengguna import User
from accounts.roles import BERPERSETUJUAN, LABELS, Peran
from core.models import Named
from core.querysets import ScopedQuerySet

PERAN = [(peran.value, LABELS[peran]) for peran in Peran if peran in BERPERSETUJUAN]


class UsulAkunQuerySet(ScopedQuerySet):
    def menunggu(self) -> "UsulAkunQuerySet":
        return self.filter(status=UsulAkun.Status.MENUNGGU)


class UsulAkun(Named):
    """Peran atau pelepasan faktor kedua yang baru berlaku sesudah disetujui orang kedua."""

    class JenisUsul(models.TextChoices):
        PERAN = "peran", "Memberi peran"
        FAKTOR = "faktor", "Melepas faktor kedua"

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu"
        DISETUJUI = "disetujui", "Disetujui"
        DITOLAK = "ditolak", "Ditolak"

    kabupaten_path = "pengguna__kabupaten"

    pengguna = models.ForeignKey(User, on_delete=models.PROTECT, related_name="usul")
    jenis = models.CharField(max_length=10, choices=JenisUsul)
    peran = models.CharField(max_length=20, choices=PERAN, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.MENUNGGU)
    diusulkan_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="diusulkan oleh",
    )
    diusulkan_at = models.DateTimeField("diusulkan pada")
    diputus_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="diputus oleh",
    )
    diputus_at = models.DateTimeField("diputus pada", null=True, blank=True)

    objects = UsulAkunQuerySet.as_manager()

    class Meta:
        verbose_name = "usul akun"
        verbose_name_plural = "usul akun"
        ordering = ["-diusulkan_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "jenis", "peran"],
                condition=Q(status="menunggu"),
                name="usul_akun_satu",
            ),
            models.CheckConstraint(
                condition=Q(diputus_by=None) | ~Q(diputus_by=F("diusulkan_by")),
                name="usul_akun_orang_kedua",
                violation_error_message="Yang mengusulkan tidak dapat menyetujui.",
            ),
            models.CheckConstraint(
                condition=Q(status="menunggu", diputus_at=None, diputus_by=None)
                | Q(diputus_at__isnull=False, diputus_by__isnull=False) & ~Q(status="menunggu"),
                name="usul_akun_putusan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.perbuatan} {self.pengguna}"

    @property
    def perbuatan(self) -> str:
        """`Peran Kepala Dinas bagi`, atau `Pelepasan faktor kedua`."""
        if self.jenis == self.JenisUsul.PERAN:
            return f"Peran {self.get_peran_display()} bagi"
        return "Pelepasan faktor kedua"

    @property
    def is_menunggu(self) -> bool:
        return self.status == self.Status.MENUNGGU
