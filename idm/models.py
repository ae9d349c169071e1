from decimal import Decimal

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, Q

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import YearData
from idm.scoring import Status
from villages.models import Desa

STATUS_CHOICES = [(s.value, s.value.title()) for s in Status]
# kolom RekapStatus -> status
KOLOM_STATUS = {s.value.lower().replace(" ", "_"): s for s in Status}


def indeks_field(label: str) -> models.DecimalField:
    return models.DecimalField(label, max_digits=5, decimal_places=4)


class InstrumenQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str) -> "Instrumen":
        return self.get(kode=kode)


class Instrumen(Named):
    """Perangkat ukur IDM untuk satu rentang tahun; data acuan bersama, bukan kode."""

    kabupaten_path = None

    kode = models.CharField(max_length=20, unique=True)
    nama = models.CharField(max_length=200)
    regulasi = models.CharField(max_length=200)
    tahun_awal = tahun_field()
    tahun_akhir = models.PositiveSmallIntegerField("berlaku sampai tahun", null=True, blank=True)

    objects = InstrumenQuerySet.as_manager()

    class Meta:
        verbose_name = "instrumen"
        verbose_name_plural = "instrumen"
        ordering = ["tahun_awal"]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str]:
        return (self.kode,)


class IndikatorIdmQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, instrumen: str, kode: str) -> "IndikatorIdm":
        return self.get(instrumen__kode=instrumen, kode=kode)


class IndikatorIdm(Named):
    """Satu indikator instrumen; `posisi` adalah tempatnya dalam deret skor."""

    kabupaten_path = None
    INDEKS = (
        ("IKS", "Indeks Ketahanan Sosial"),
        ("IKE", "Indeks Ketahanan Ekonomi"),
        ("IKL", "Indeks Ketahanan Ekologi/Lingkungan"),
    )

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    posisi = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=50)
    nama = models.CharField(max_length=200)
    indeks = models.CharField(max_length=3, choices=INDEKS)
    dimensi = models.CharField(max_length=100)
    catatan = models.TextField("catatan atas terbitan", blank=True)

    objects = IndikatorIdmQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator IDM"
        verbose_name_plural = "indikator IDM"
        ordering = ["instrumen", "posisi"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "posisi"], name="indikator_idm_posisi"),
            models.UniqueConstraint(fields=["instrumen", "kode"], name="indikator_idm_kode"),
        ]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str, str]:
        return (*self.instrumen.natural_key(), self.kode)


class KriteriaSkorQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, instrumen: str, kode: str, skor: int) -> "KriteriaSkor":
        return self.get(indikator__instrumen__kode=instrumen, indikator__kode=kode, skor=skor)


class KriteriaSkor(Named):
    """Skor yang ada pada satu indikator dan kriterianya, sebagaimana diterbitkan."""

    kabupaten_path = None

    indikator = models.ForeignKey(IndikatorIdm, on_delete=models.PROTECT)
    skor = models.PositiveSmallIntegerField()
    kriteria = models.CharField(max_length=300)

    objects = KriteriaSkorQuerySet.as_manager()

    class Meta:
        verbose_name = "kriteria skor"
        verbose_name_plural = "kriteria skor"
        ordering = ["indikator", "-skor"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "skor"], name="kriteria_unik"),
            models.CheckConstraint(condition=Q(skor__lte=5), name="kriteria_skor_0_5"),
        ]

    def __str__(self) -> str:
        return f"{self.skor}: {self.kriteria}"

    def natural_key(self) -> tuple[str, str, int]:
        return (*self.indikator.natural_key(), self.skor)


class IdmDesaQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, desa: str, tahun: int) -> "IdmDesa":
        return self.get(desa__kode=desa, tahun=tahun)

    def counts(self) -> dict[Status, int]:
        """Banyak desa per status; semua status ada, termasuk yang nol."""
        rows = self.order_by().values("status").annotate(n=Count("pk")).values_list("status", "n")
        found = dict(rows)
        return {status: found.get(status.value, 0) for status in Status}


class IdmDesa(YearData):
    """IDM satu desa satu tahun: semua skor dalam satu deret angka, dan hasilnya di sampingnya."""

    kabupaten_path = "desa__kecamatan__kabupaten"

    class Sumber(models.TextChoices):
        SKOR = "skor", "dihitung dari skor"
        TERBITAN = "terbitan", "indeks terbitan Kemendesa"

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    tahun = tahun_field()
    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    skor = models.CharField(
        "deret skor",
        max_length=60,
        blank=True,
        validators=[RegexValidator(r"^[0-5]*$", "Deret skor hanya berisi angka 0 sampai 5.")],
    )
    iks = indeks_field("IKS")
    ike = indeks_field("IKE")
    ikl = indeks_field("IKL")
    idm = indeks_field("IDM")
    status = models.CharField(max_length=20, choices=STATUS_CHOICES)
    sumber = models.CharField(max_length=10, choices=Sumber)

    objects = IdmDesaQuerySet.as_manager()

    class Meta:
        verbose_name = "IDM desa"
        verbose_name_plural = "IDM desa"
        ordering = ["-tahun", "desa__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["desa", "tahun"],
                name="idm_desa_unik",
                violation_error_message="IDM desa ini untuk tahun itu sudah ada.",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__gte": Decimal(0), f"{name}__lte": Decimal(1)}),
                    name=f"idm_desa_{name}_0_1",
                    violation_error_message=f"{name.upper()} harus antara 0 dan 1.",
                )
                for name in ("iks", "ike", "ikl", "idm")
            ),
        ]
        indexes = [models.Index(fields=["tahun", "status"], name="idm_tahun_status")]

    def __str__(self) -> str:
        return f"IDM {self.desa} {self.tahun}"

    def natural_key(self) -> tuple[str, int]:
        return (*self.desa.natural_key(), self.tahun)


class RekapStatusQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kabupaten: str, tahun: int) -> "RekapStatus":
        return self.get(kabupaten__kode=kabupaten, tahun=tahun)


class RekapStatus(YearData):
    """Banyak desa per status menurut laporan tercetak, untuk tahun yang rincian desanya tidak diketahui."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    mandiri = models.PositiveIntegerField()
    maju = models.PositiveIntegerField()
    berkembang = models.PositiveIntegerField()
    tertinggal = models.PositiveIntegerField()
    sangat_tertinggal = models.PositiveIntegerField("sangat tertinggal")
    sumber = models.CharField(max_length=200)

    objects = RekapStatusQuerySet.as_manager()

    class Meta:
        verbose_name = "rekap status IDM"
        verbose_name_plural = "rekap status IDM"
        ordering = ["-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun"],
                name="rekap_status_unik",
                violation_error_message="Rekap status tahun itu sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"Status IDM {self.kabupaten} {self.tahun}"

    def natural_key(self) -> tuple[str, int]:
        return (*self.kabupaten.natural_key(), self.tahun)

    @property
    def jumlah(self) -> int:
        return sum(self.counts().values())

    def counts(self) -> dict[Status, int]:
        return {status: getattr(self, kolom) for kolom, status in KOLOM_STATUS.items()}
