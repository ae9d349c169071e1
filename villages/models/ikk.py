"""Berkas bukti IKK: keluaran yang dijawab, angka yang tercetak dahulu, dan naskahnya."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import DataTahun, Kunci, Naskah, naskah_constraints


class OutcomeQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kabupaten: str, nomor: int) -> models.Model:
        return self.get(kabupaten__kode=kabupaten, nomor=nomor)


class OutcomeIkk(Named):
    """IKK outcome yang dibuktikan; tiap outcome dijawab dengan semua keluaran."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    nomor = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=200)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = "IKK outcome"
        verbose_name_plural = "IKK outcome"
        ordering = ["nomor"]
        constraints = [
            models.UniqueConstraint(fields=["kabupaten", "nomor"], name="outcome_ikk_unik")
        ]

    def __str__(self) -> str:
        return f"{self.nomor}. {self.nama}"

    def natural_key(self) -> tuple[str, int]:
        return (*self.kabupaten.natural_key(), self.nomor)


class OutputIkk(Named):
    """Satu IKK output: uraiannya, dan dari mana angkanya diambil."""

    class Sumber(models.TextChoices):
        DESA = "desa", "desa yang bekerja sama pada tahun itu"
        SELISIH = (
            "selisih",
            "desa yang bekerja sama, dikurangi tahun sebelumnya",
        )
        LEMBAGA = ("lembaga", "lembaga kemasyarakatan menurut rekap kecamatan")
        UP2K = "up2k", "kelompok UP2K menurut data kegiatan PKK"

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    nomor = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    sumber = models.CharField(max_length=10, choices=Sumber)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = "IKK output"
        verbose_name_plural = "IKK output"
        ordering = ["nomor"]
        constraints = [
            models.UniqueConstraint(fields=["kabupaten", "nomor"], name="output_ikk_unik")
        ]

    def __str__(self) -> str:
        return f"Output {self.nomor}"

    def clean(self) -> None:
        """Sumbernya menentukan angka semua tahun, jadi tetap sejak satu tahun terkunci."""
        super().clean()
        semula = OutputIkk.objects.filter(pk=self.pk).first()
        if semula is None or semula.sumber == self.sumber:
            return
        kunci = Kunci.objects.filter(
            kabupaten=semula.kabupaten, lingkup__in=("", *AngkaIkk.lingkup)
        )
        for tahun in kunci.order_by("tahun").values_list("tahun", flat=True).distinct():
            sebab = AngkaIkk.lock_for(semula.kabupaten_kode, tahun)
            if sebab:
                raise ValidationError({"sumber": f"Sumber angkanya tetap. {sebab}"})

    def natural_key(self) -> tuple[str, int]:
        return (*self.kabupaten.natural_key(), self.nomor)


class AngkaIkkQuerySet(ScopedQuerySet):
    def get_by_natural_key(
        self,
        kabupaten: str,
        nomor: int,
        tahun: int,
    ) -> "AngkaIkk":
        return self.get(
            output__kabupaten__kode=kabupaten,
            output__nomor=nomor,
            tahun=tahun,
        )


class AngkaIkk(DataTahun):
    """Angka satu output sebagaimana tercetak pada naskah lama, pembanding yang dihitung."""

    kabupaten_path = "output__kabupaten"
    lingkup = ("wilayah",)

    output = models.ForeignKey(OutputIkk, on_delete=models.PROTECT, verbose_name="IKK output")
    tahun = tahun_field()
    tercetak = models.PositiveIntegerField("angka tercetak")
    sumber = models.CharField(max_length=200)

    objects = AngkaIkkQuerySet.as_manager()

    class Meta:
        verbose_name = "angka IKK tercetak"
        verbose_name_plural = "angka IKK tercetak"
        ordering = ["-tahun", "output__nomor"]
        constraints = [models.UniqueConstraint(fields=["output", "tahun"], name="angka_ikk_unik")]

    def __str__(self) -> str:
        return f"{self.output} {self.tahun}: {self.tercetak}"

    def natural_key(self) -> tuple[str, int, int]:
        return (*self.output.natural_key(), self.tahun)


class BerkasIkk(Naskah):
    """Bukti IKK setahun: tiap output untuk tiap outcome, dengan lampirannya."""

    class CaraHitung(models.TextChoices):
        DESA = "desa", "desa yang berlainan"
        BARIS = "baris", "baris formulir"

    hitungan = models.CharField(
        "desa bekerja sama dihitung menurut",
        max_length=5,
        choices=CaraHitung,
        default=CaraHitung.DESA,
        help_text="Keduanya tercetak berdampingan. Yang dipilih dilaporkan sebagai angka output.",
    )
    menggantikan = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="menggantikan berkas",
    )

    class Meta:
        verbose_name = "berkas IKK"
        verbose_name_plural = "berkas IKK"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun"],
                condition=Q(menggantikan=None),
                name="berkas_ikk_unik",
                violation_error_message="Berkas IKK tahun itu sudah ada; "
                "perbaikannya dibuat sebagai pengganti.",
            ),
            *naskah_constraints("berkas_ikk"),
        ]

    def __str__(self) -> str:
        return f"Bukti IKK {self.tahun} {self.kabupaten}"
