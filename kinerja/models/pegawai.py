from django.db import models

from accounts.models import PerangkatDaerah, tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun


class RekapPegawaiQuerySet(ScopedQuerySet):
    """Dikenali menurut dinas, tahun, kelompok dan urutannya."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun: int,
        kelompok: str,
        urutan: int,
    ) -> "RekapPegawai":
        return self.get(
            perangkat_daerah__kabupaten__kode=kode, tahun=tahun, kelompok=kelompok, urutan=urutan
        )


class RekapPegawai(DataTahun):
    """Satu baris tabel pegawai dinas per 31 Desember."""

    kabupaten_path = "perangkat_daerah__kabupaten"

    class Kelompok(models.TextChoices):
        STATUS = "status", "Status kepegawaian"
        PENDIDIKAN = "pendidikan", "Pendidikan"
        GOLONGAN = "golongan", "Pangkat/golongan"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    tahun = tahun_field()
    kelompok = models.CharField(max_length=10, choices=Kelompok)
    urutan = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=60)
    jumlah = models.PositiveIntegerField("jumlah orang")

    objects = RekapPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "rekap pegawai"
        verbose_name_plural = "rekap pegawai"
        ordering = ["-tahun", "kelompok", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "kelompok", "urutan"],
                name="rekap_pegawai_unik",
                violation_error_message="Urutan ini sudah dipakai baris lain.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kelompok_display()} {self.nama} {self.tahun}"

    def natural_key(self) -> tuple[str, int, str, int]:
        return (*self.perangkat_daerah.natural_key(), self.tahun, self.kelompok, self.urutan)
