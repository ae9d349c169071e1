"""Akun kerja."""

from functools import cached_property
from typing import Any

from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import (
    AbstractUser,
    UserManager,
    _user_has_module_perms,  # pemeriksaan bawaan tanpa jalan pintas superuser
    _user_has_perm,
)
from django.db import models
from django.db.models import Q

from accounts.models.daerah import Bidang, Kabupaten, PerangkatDaerah
from accounts.models.pejabat import Pejabat
from accounts.roles import BERFAKTOR_KEDUA, LABELS, ORANG_KEDUA, Peran, in_order
from core.models import Named
from core.querysets import ScopedQuerySet


class UserQuerySet(ScopedQuerySet):
    def orang_kedua(self, kabupaten: Kabupaten) -> "UserQuerySet":
        """Akun aktif yang boleh menyetujui perubahan yang diusulkan orang lain."""
        peran = [satu.value for satu in ORANG_KEDUA]
        aktif = self.filter(kabupaten=kabupaten, is_active=True)
        return aktif.filter(groups__name__in=peran).distinct()


class ScopedUserManager(UserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Pengelola bawaan Django dengan cakupan kabupaten."""


class User(AbstractUser, Named):
    """Akun kerja: satu orang di satu perangkat daerah, satu peran atau lebih."""

    dicari = ("username", "first_name", "last_name")

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT, null=True, blank=True)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    bidang = models.ForeignKey(Bidang, on_delete=models.PROTECT, null=True, blank=True)
    pejabat = models.OneToOneField(Pejabat, on_delete=models.SET_NULL, null=True, blank=True)
    is_sandi_sementara = models.BooleanField(
        "kata sandi sementara",
        default=False,
        editable=False,
        help_text="Diketik orang lain; harus diganti saat masuk.",
    )

    objects = ScopedUserManager()

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bidang=None) | Q(perangkat_daerah__isnull=False),
                name="pengguna_bidang",
                violation_error_message="Pilih perangkat daerah bidang itu.",
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def peran(self) -> tuple[str, ...]:
        """Peran pengguna menurut nama grupnya, menurut urutan peran."""
        return in_order(self.groups.values_list("name", flat=True))

    @property
    def is_berfaktor_kedua(self) -> bool:
        """Apakah perannya meminta faktor kedua pada pemasangan nyata."""
        return not BERFAKTOR_KEDUA.isdisjoint(self.peran)

    @property
    def sebutan_peran(self) -> str:
        return ", ".join(LABELS[Peran(peran)] for peran in self.peran)

    def check_password(self, raw_password: str) -> bool:
        """Tanpa menyandi ulang: kolomnya hanya berganti lewat pintu menulis."""
        return bool(check_password(raw_password, self.password))

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Menurut tabel hak saja: status superuser tidak membuka apa pun."""
        return _user_has_perm(self, perm, obj)

    def has_module_perms(self, app_label: str) -> bool:
        """Sama: hanya menurut peran."""
        return _user_has_module_perms(self, app_label)
