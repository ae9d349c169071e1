from django.db import models

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import YearData
from villages.models.wilayah import Kecamatan

LEMBAGA = ("posyandu", "lpm", "pkk", "rw", "rt", "karang_taruna", "lembaga_adat")


def jumlah(label: str, **kwargs: object) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(label, default=0, **kwargs)


def rincian(label: str) -> models.PositiveIntegerField:
    """Rincian yang boleh belum diketahui: kosong bukan nol."""
    return models.PositiveIntegerField(label, null=True, blank=True)


class RekapLembagaQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str, tahun: int) -> "RekapLembaga":
        return self.get(kecamatan__kode=kode, tahun=tahun)

    def totals(self) -> dict[str, int]:
        """Jumlah tiap kolom, berikut `semua` lembaga (Permendagri 18/2018)."""
        names = ("jumlah_desa", "jumlah_kelurahan", *LEMBAGA)
        sums = self.aggregate(**{name: models.Sum(name, default=0) for name in names})
        return {**sums, "semua": sum(sums[name] for name in LEMBAGA)}


class RekapLembaga(YearData):
    """Lembaga kemasyarakatan satu kecamatan dalam satu tahun (Permendagri 18/2018)."""

    kabupaten_path = "kecamatan__kabupaten"

    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    tahun = tahun_field()
    jumlah_desa = jumlah("desa")
    jumlah_kelurahan = jumlah("kelurahan")
    posyandu = jumlah("Posyandu")
    lpm = jumlah("LPM")
    pkk = jumlah("PKK")
    rw = jumlah("RW")
    rt = jumlah("RT")
    karang_taruna = jumlah("Karang Taruna")
    lembaga_adat = jumlah("Lembaga Adat")
    posyandu_aktif = rincian("Posyandu aktif")
    pkk_aktif = rincian("PKK aktif")
    lpm_berprestasi = rincian("LPM berprestasi")
    binaan_lpm = rincian("kelompok binaan LPM")
    binaan_pkk = rincian("kelompok binaan PKK")

    objects = RekapLembagaQuerySet.as_manager()

    class Meta:
        verbose_name = "rekap lembaga"
        verbose_name_plural = "rekap lembaga"
        ordering = ["-tahun", "kecamatan__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["kecamatan", "tahun"],
                name="rekap_lembaga_unik",
                violation_error_message="Rekap kecamatan ini untuk tahun itu sudah ada.",
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"{part}__isnull": True}) | models.Q(**{f"{part}__lte": models.F(whole)}),
                    name=f"rekap_{part}",
                    violation_error_message=f"{label} melebihi jumlah {whole.upper()}.",
                )
                for part, whole, label in (
                    ("posyandu_aktif", "posyandu", "Posyandu aktif"),
                    ("pkk_aktif", "pkk", "PKK aktif"),
                    ("lpm_berprestasi", "lpm", "LPM berprestasi"),
                )
            ),
        ]

    def __str__(self) -> str:
        return f"Lembaga {self.kecamatan} {self.tahun}"

    def natural_key(self) -> tuple[str, int]:
        return (*self.kecamatan.natural_key(), self.tahun)

    @property
    def semua(self) -> int:
        return sum(getattr(self, name) for name in LEMBAGA)
