from collections.abc import Sequence
from decimal import Decimal

from django.db import models

from accounts.models import Bidang
from core.models import Named
from core.querysets import ScopedQuerySet
from kinerja.aturan.periode import Cara
from kinerja.models.renstra import Sasaran
from kinerja.models.terukur import Terukur, terukur_constraints


def nilai_field(label: str, **kwargs: object) -> models.DecimalField:
    """Angka kinerja: sampai empat desimal, boleh kosong bila belum diketahui."""
    return models.DecimalField(
        label, max_digits=18, decimal_places=4, null=True, blank=True, **kwargs
    )


class IndikatorQuerySet(ScopedQuerySet):
    """Dikenali menurut sasaran, jenis dan nomornya."""

    def get_by_natural_key(
        self, kode: str, tahun: int, sasaran: int, jenis: str, nomor: int
    ) -> "Indikator":
        return self.get(
            sasaran__periode__perangkat_daerah__kabupaten__kode=kode,
            sasaran__periode__tahun_awal=tahun,
            sasaran__nomor=sasaran,
            jenis=jenis,
            nomor=nomor,
        )

    def for_tahun(self, tahun: int) -> "IndikatorQuerySet":
        """Indikator pada periode Renstra yang memuat `tahun`."""
        return self.filter(
            sasaran__periode__tahun_awal__lte=tahun, sasaran__periode__tahun_akhir__gte=tahun
        )

    def iku(self) -> "IndikatorQuerySet":
        """Indikator kinerja utama."""
        return self.filter(jenis="iku")

    def ikk(self) -> "IndikatorQuerySet":
        """Indikator kinerja kunci."""
        return self.filter(jenis="ikk")


class Indikator(Terukur, Named):
    """Indikator kinerja dengan definisinya: satuan, arah, rumus, sumber."""

    kabupaten_path = "sasaran__periode__perangkat_daerah__kabupaten"

    class Jenis(models.TextChoices):
        IKU = "iku", "IKU"
        IKK = "ikk", "IKK"

    sasaran = models.ForeignKey(Sasaran, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=3, choices=Jenis)
    nomor = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=300)
    satuan = models.CharField(max_length=30)
    desimal = models.PositiveSmallIntegerField("desimal cetak", default=2)
    sumber = models.CharField(
        "sumber hitung",
        max_length=40,
        blank=True,
        help_text="Kunci fungsi di kinerja.sources; kosong berarti diisi tangan.",
    )
    penanggung_jawab = models.ForeignKey(
        Bidang, on_delete=models.PROTECT, null=True, blank=True, verbose_name="penanggung jawab"
    )
    sumber_data = models.CharField("sumber data", max_length=200, blank=True)
    keterangan = models.TextField(blank=True)
    is_perjanjian = models.BooleanField("masuk Perjanjian Kinerja", default=False)

    objects = IndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["-jenis", "sasaran__nomor", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["sasaran", "jenis", "nomor"],
                name="indikator_unik",
                violation_error_message="Nomor ini sudah dipakai indikator lain yang sejenis.",
            ),
            *terukur_constraints("indikator"),
        ]

    # diketahui sesudah semua indikator seperiode dibaca (`kinerja.tahun.renstra`)
    is_nomor_tunggal = True

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor_cetak}. {self.nama}"

    def natural_key(self) -> tuple[str, int, int, str, int]:
        return (*self.sasaran.natural_key(), self.jenis, self.nomor)

    @property
    def usulan(self) -> Cara:
        """Menurut rumus, satuan dan kata pada namanya."""
        return self.usulan_dari(None, ())

    def usulan_dari(self, target: Decimal | None, triwulan: Sequence[Decimal | None]) -> Cara:
        """Usulan dengan target triwulannya."""
        return self.usulan_bagi(self.nama, target, triwulan)

    @property
    def nomor_cetak(self) -> str:
        """`2`; didahului nomor sasarannya bila sasaran lain memakai nomor yang sama."""
        if self.is_nomor_tunggal:
            return str(self.nomor)
        return f"{self.sasaran.nomor}.{self.nomor}"

    @property
    def kode_cetak(self) -> str:
        """Nomor bersama sasarannya; kosong bila nomornya saja sudah tunggal."""
        if self.is_nomor_tunggal:
            return ""
        return self.nomor_cetak

    @property
    def kunci(self) -> tuple[str, ...]:
        """Awalan rujukan angkanya: `ikk.1.6` selalu, `ikk.6` bila nomornya tunggal."""
        lengkap = f"{self.jenis}.{self.sasaran.nomor}.{self.nomor}"
        if self.is_nomor_tunggal:
            return f"{self.jenis}.{self.nomor}", lengkap
        return (lengkap,)
