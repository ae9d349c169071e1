"""Tujuan dan sasaran satu periode Renstra."""

from django.core.exceptions import ValidationError
from django.db import models

from kinerja.models.menurut_tahun import Bersejak, BersejakQuerySet
from kinerja.models.renstra import PeriodeRenstra

LETAK_TETAP = "Data tahun {tahun} terkunci, jadi periode dan nomornya tetap."


class SeperiodeQuerySet(BersejakQuerySet):
    """Dikenali menurut periode dan nomornya."""

    def get_by_natural_key(self, kode: str, tahun_awal: int, nomor: int) -> "Seperiode":
        return self.get(
            periode__perangkat_daerah__kabupaten__kode=kode,
            periode__tahun_awal=tahun_awal,
            nomor=nomor,
        )


class Seperiode(Bersejak):
    """Bersama untuk tujuan dan sasaran; letaknya menentukan nomor indikator yang tercetak."""

    kabupaten_path = "periode__perangkat_daerah__kabupaten"
    dicari = ("nama",)

    periode = models.ForeignKey(PeriodeRenstra, on_delete=models.PROTECT)
    nomor = models.PositiveSmallIntegerField(default=1)
    nama = models.TextField()

    objects = SeperiodeQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["periode", "nomor"]

    def __str__(self) -> str:
        return self.nama

    @property
    def renstra(self) -> PeriodeRenstra | None:
        return self.periode if self.periode_id else None

    def clean(self) -> None:
        """Sebutannya boleh berganti sesudah tahun terkunci, letaknya tidak."""
        super().clean()
        semula = type(self).objects.filter(pk=self.pk).select_related("periode").first()
        if semula is None:
            return
        if (semula.periode_id, semula.nomor) == (self.periode_id, self.nomor):
            return
        tahun = semula.periode.last_locked
        if tahun is not None:
            raise ValidationError({"nomor": LETAK_TETAP.format(tahun=tahun)})

    def natural_key(self) -> tuple[str, int, int]:
        return (*self.periode.natural_key(), self.nomor)


class Tujuan(Seperiode):
    """Tujuan jangka menengah dalam satu periode Renstra; induk sasaran."""

    bertahun = ("nama",)
    rujukan = ("periode",)

    class Meta(Seperiode.Meta):
        verbose_name = "tujuan"
        verbose_name_plural = "tujuan"
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "nomor"],
                name="tujuan_unik",
                violation_error_message="Nomor ini sudah dipakai tujuan lain pada periode itu.",
            )
        ]


class Sasaran(Seperiode):
    """Sasaran strategis dalam satu periode Renstra."""

    bertahun = ("nama", "tujuan")
    rujukan = ("periode", "tujuan")

    tujuan = models.ForeignKey(Tujuan, on_delete=models.PROTECT, null=True, blank=True)

    class Meta(Seperiode.Meta):
        verbose_name = "sasaran"
        verbose_name_plural = "sasaran"
        constraints = [models.UniqueConstraint(fields=["periode", "nomor"], name="sasaran_unik")]
