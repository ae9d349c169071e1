from typing import Any

from django.core.validators import RegexValidator
from django.db import models

from accounts.models import Bidang, PerangkatDaerah, tahun_field
from core.querysets import ScopedQuerySet
from documents.models import YearData


def uang_field(label: str) -> models.DecimalField:
    """Rupiah penuh; kosong berarti tidak diketahui."""
    return models.DecimalField(label, max_digits=18, decimal_places=0, null=True, blank=True)


def kode_field(pola: str, contoh: str, **kwargs: Any) -> models.CharField:
    """Kode nomenklatur (Kepmendagri 050-5889/2021 dan 900.1.15.5-1317/2023)."""
    return models.CharField(max_length=20, validators=[RegexValidator(pola, f"Kode harus seperti {contoh}.")], **kwargs)


class ProgramQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kabupaten: str, tahun: int, kode: str) -> "Program":
        return self.get(perangkat_daerah__kabupaten__kode=kabupaten, tahun=tahun, kode=kode)

    def with_money(self) -> "ProgramQuerySet":
        """Dengan jumlah uang sub kegiatannya, dan banyak sub kegiatan berpagu yang realisasinya belum diketahui."""
        sub = "kegiatan__subkegiatan"
        rows = self.annotate(
            jumlah_pagu=models.Sum(f"{sub}__pagu"),
            jumlah_realisasi=models.Sum(f"{sub}__realisasi"),
            tanpa_realisasi=models.Count(sub, filter=models.Q(**{f"{sub}__realisasi": None, f"{sub}__pagu__gt": 0})),
        )
        return rows.order_by(*self.model._meta.ordering)  # pengelompokan menghapus urutan bawaan


class Program(YearData):
    """Program dalam APBD satu tahun (urusan 2.13)."""

    kabupaten_path = "perangkat_daerah__kabupaten"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    tahun = tahun_field()
    kode = kode_field(r"^2\.13\.\d\d$", "2.13.04")
    nama = models.CharField(max_length=300)
    indikator = models.TextField("indikator program", blank=True)
    target = models.CharField(max_length=60, blank=True)
    is_rinci = models.BooleanField(
        "uang dirinci sampai sub kegiatan", default=False,
        help_text="Bila ya, pagu dan realisasi dijumlahkan dari sub kegiatan; angka di bawah hanya pembanding.",
    )  # fmt: skip
    pagu_tercetak = uang_field("pagu menurut dokumen")
    realisasi_tercetak = uang_field("realisasi menurut dokumen")

    objects = ProgramQuerySet.as_manager()

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "program"
        ordering = ["-tahun", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "kode"],
                name="program_unik",
                violation_error_message="Program dengan kode ini sudah ada pada tahun itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    def natural_key(self) -> tuple[str, int, str]:
        return (*self.perangkat_daerah.natural_key(), self.tahun, self.kode)


class KegiatanQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kabupaten: str, tahun: int, program: str, kode: str) -> "Kegiatan":
        parent = Program.objects.get_by_natural_key(kabupaten, tahun, program)
        return self.get(program=parent, kode=kode)

    def with_money(self) -> "KegiatanQuerySet":
        """Dengan jumlah uang sub kegiatannya."""
        rows = self.annotate(
            jumlah_pagu=models.Sum("subkegiatan__pagu"), jumlah_realisasi=models.Sum("subkegiatan__realisasi")
        )
        return rows.order_by(*self.model._meta.ordering)


class Kegiatan(YearData):
    """Kegiatan di bawah program."""

    kabupaten_path = "program__perangkat_daerah__kabupaten"

    program = models.ForeignKey(Program, on_delete=models.PROTECT)
    kode = kode_field(r"^2\.13\.\d\d\.2\.\d\d$", "2.13.04.2.01")
    nama = models.CharField(max_length=400)
    indikator = models.TextField("indikator kegiatan", blank=True)
    target = models.CharField(max_length=60, blank=True)
    pagu_tercetak = uang_field("pagu menurut dokumen")
    realisasi_tercetak = uang_field("realisasi menurut dokumen")

    objects = KegiatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["program", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "kode"],
                name="kegiatan_unik",
                violation_error_message="Kegiatan dengan kode ini sudah ada pada program itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    @property
    def tahun(self) -> int:
        return self.program.tahun

    def natural_key(self) -> tuple[str, int, str, str]:
        return (*self.program.natural_key(), self.kode)


class SubKegiatanQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, *key: Any) -> "SubKegiatan":
        *kegiatan, nomor = key
        return self.get(kegiatan=Kegiatan.objects.get_by_natural_key(*kegiatan), nomor=nomor)

    def money(self) -> dict[str, Any]:
        """Jumlah pagu dan realisasi; yang tidak diketahui tidak ikut."""
        return self.aggregate(pagu=models.Sum("pagu"), realisasi=models.Sum("realisasi"))


class SubKegiatan(YearData):
    """Sub kegiatan: satu-satunya tingkat tempat uang diketik."""

    kabupaten_path = "kegiatan__program__perangkat_daerah__kabupaten"

    kegiatan = models.ForeignKey(Kegiatan, on_delete=models.PROTECT)
    nomor = models.PositiveSmallIntegerField("urutan", default=1)
    kode = kode_field(r"^2\.13\.\d\d\.2\.\d\d\.(\d\d|\d{4})$", "2.13.04.2.01.0001", blank=True)
    nama = models.TextField()
    indikator = models.TextField("indikator sub kegiatan", blank=True)
    target = models.CharField(max_length=60, blank=True)
    satuan = models.CharField(max_length=40, blank=True)
    pagu = uang_field("pagu")
    realisasi = uang_field("realisasi")
    penanggung_jawab = models.ForeignKey(
        Bidang, on_delete=models.PROTECT, null=True, blank=True, verbose_name="penanggung jawab"
    )

    objects = SubKegiatanQuerySet.as_manager()

    class Meta:
        verbose_name = "sub kegiatan"
        verbose_name_plural = "sub kegiatan"
        ordering = ["kegiatan", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["kegiatan", "nomor"],
                name="sub_kegiatan_unik",
                violation_error_message="Urutan ini sudah dipakai sub kegiatan lain.",
            ),
            models.CheckConstraint(
                condition=models.Q(pagu=None) | models.Q(pagu__gte=0),
                name="sub_kegiatan_pagu",
                violation_error_message="Pagu tidak boleh negatif.",
            ),
            models.CheckConstraint(
                condition=models.Q(realisasi=None) | models.Q(realisasi__gte=0),
                name="sub_kegiatan_realisasi",
                violation_error_message="Realisasi tidak boleh negatif.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}".strip()

    @property
    def tahun(self) -> int:
        return self.kegiatan.program.tahun

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.kegiatan.natural_key(), self.nomor)
