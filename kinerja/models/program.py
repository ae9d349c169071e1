from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from accounts.models import Pejabat, PerangkatDaerah, tahun_field
from core.querysets import ScopedQuerySet
from kinerja.models.indikator import bidang_field
from kinerja.models.keluaran import (
    Berkode,
    is_sub_berpagu,
    keluaran_constraints,
    kode_field,
    nonnegative,
    realisasi_sub,
    uang_field,
)
from kinerja.models.sasaran import Sasaran


def penanggung_field(label: str) -> models.ForeignKey[Any, Any]:
    """Orang yang menjanjikan sub kegiatan itu pada perjanjian kinerjanya."""
    return models.ForeignKey(
        Pejabat,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
        help_text="Yang menjanjikan sub kegiatan ini pada perjanjian kinerjanya.",
    )


class ProgramQuerySet(ScopedQuerySet):
    """Program dengan uangnya."""

    def get_by_natural_key(self, kabupaten: str, tahun: int, kode: str) -> "Program":
        return self.get(perangkat_daerah__kabupaten__kode=kabupaten, tahun=tahun, kode=kode)

    def pada_tahun(self, tahun: int) -> "ProgramQuerySet":
        return self.for_tahun(tahun)

    def tahun_berisi(self) -> list[int]:
        """Tahun yang sudah berisi program, yang terbaru di depan."""
        return list(self.order_by("-tahun").values_list("tahun", flat=True).distinct())

    def with_uang(self) -> "ProgramQuerySet":
        """Dengan jumlah uang sub kegiatannya, dan banyak yang pagu atau realisasinya kosong."""
        sub = "kegiatan__subkegiatan"
        is_berpagu = models.Q(**{f"{sub}__pagu_berlaku__gt": 0})
        is_utama = models.Q(**{f"{sub}__induk": None})
        is_sebanding = is_sub_berpagu(f"{sub}__")
        realisasi = realisasi_sub(f"{sub}__")
        is_tanpa_realisasi = models.Q(IsNull(realisasi, True))
        rows = self.annotate(
            jumlah_pagu=models.Sum(f"{sub}__pagu_berlaku"),
            jumlah_realisasi=models.Sum(realisasi),
            realisasi_sebanding=models.Sum(realisasi, filter=is_sebanding),
            tanpa_realisasi=models.Count(sub, filter=is_tanpa_realisasi & is_berpagu),
            tanpa_pagu=models.Count(sub, filter=is_utama & ~is_sebanding),
        )
        return rows.order_by(*self.model._meta.ordering)  # pengelompokan menghapus urutan bawaan


class Program(Berkode):
    """Program dalam APBD satu tahun."""

    kabupaten_path = "perangkat_daerah__kabupaten"
    dicari = ("nama", "kode")
    tingkat_kode = "program"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    tahun = tahun_field()
    sasaran = models.ForeignKey(
        Sasaran,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="sasaran yang didukung",
    )
    kode = kode_field()
    nama = models.CharField(max_length=300)
    sasaran_program = models.TextField("sasaran program", blank=True)
    penanggung_jawab = bidang_field()
    is_rinci = models.BooleanField(
        "uang dirinci sampai sub kegiatan",
        default=False,
        help_text=(
            "Bila ya, pagu dan realisasi dijumlahkan dari sub kegiatan; "
            "angka di bawah hanya pembanding."
        ),
    )
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
            ),
            *keluaran_constraints("program"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    def natural_key(self) -> tuple[str, int, str]:
        return (*self.perangkat_daerah.natural_key(), self.tahun, self.kode)


class KegiatanQuerySet(ScopedQuerySet):
    """Kegiatan dengan uang sub kegiatannya."""

    def get_by_natural_key(self, kabupaten: str, tahun: int, program: str, kode: str) -> "Kegiatan":
        induk = Program.objects.get_by_natural_key(kabupaten, tahun, program)
        return self.get(program=induk, kode=kode)

    def pada_tahun(self, tahun: int) -> "KegiatanQuerySet":
        return self.filter(program__tahun=tahun)

    def with_uang(self) -> "KegiatanQuerySet":
        """Dengan jumlah uang sub kegiatannya."""
        rows = self.annotate(
            jumlah_pagu=models.Sum("subkegiatan__pagu_berlaku"),
            jumlah_realisasi=models.Sum(realisasi_sub("subkegiatan__")),
        )
        return rows.order_by(*self.model._meta.ordering)


class Kegiatan(Berkode):
    """Kegiatan di bawah program."""

    kabupaten_path = "program__perangkat_daerah__kabupaten"
    dicari = ("nama", "kode")
    tingkat_kode = "kegiatan"
    atasan = "program"

    program = models.ForeignKey(Program, on_delete=models.PROTECT)
    kode = kode_field()
    nama = models.CharField(max_length=400)
    penanggung_jawab = bidang_field()
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
            ),
            *keluaran_constraints("kegiatan"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    @property
    def tahun(self) -> int:
        return self.program.tahun

    def natural_key(self) -> tuple[str, int, str, str]:
        return (*self.program.natural_key(), self.kode)


class SubKegiatanQuerySet(ScopedQuerySet):
    """Sub kegiatan dengan realisasi triwulannya."""

    def get_by_natural_key(self, *kunci: Any) -> "SubKegiatan":
        *kegiatan, nomor = kunci
        return self.get(kegiatan=Kegiatan.objects.get_by_natural_key(*kegiatan), nomor=nomor)

    def uang(self) -> dict[str, Any]:
        """Jumlah pagu yang berlaku dan realisasi; yang tidak diketahui tidak ikut."""
        return self.order_by().aggregate(
            pagu_berlaku=models.Sum("pagu_berlaku"),
            jumlah_realisasi=models.Sum(realisasi_sub()),
        )

    def with_realisasi(self) -> "SubKegiatanQuerySet":
        """Dengan realisasi yang berlaku: dari triwulan bila diukur."""
        return self.annotate(jumlah_realisasi=realisasi_sub())

    def utama(self) -> "SubKegiatanQuerySet":
        """Satu baris per sub kegiatan, tanpa baris indikator tambahannya."""
        return self.filter(induk=None)

    def pada_tahun(self, tahun: int) -> "SubKegiatanQuerySet":
        """Satu baris per sub kegiatan."""
        return self.utama().filter(kegiatan__program__tahun=tahun)

    def in_pohon(self, kabupaten: Any, tahun: int) -> "SubKegiatanQuerySet":
        """Semua baris satu kabupaten dan tahun, urut seperti naskahnya."""
        rows = self.filter(
            kegiatan__program__perangkat_daerah__kabupaten=kabupaten,
            kegiatan__program__tahun=tahun,
        )
        return rows.order_by("kegiatan__program__kode", "kegiatan__kode", "nomor")


class SubKegiatan(Berkode):
    """Sub kegiatan: satu-satunya tingkat tempat uang diketik.

    Sub kegiatan dengan beberapa indikator punya satu baris per indikator; baris tambahannya
    menunjuk baris utamanya lewat `induk` dan memakai kode serta nama yang sama.
    """

    kabupaten_path = "kegiatan__program__perangkat_daerah__kabupaten"
    dicari = ("nama", "kode")
    tingkat_kode = "sub"
    atasan = "kegiatan"

    kegiatan = models.ForeignKey(Kegiatan, on_delete=models.PROTECT)
    induk = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="baris",
        verbose_name="baris utama",
        help_text="Diisi hanya bila baris ini indikator tambahan dari sub kegiatan lain.",
    )
    nomor = models.PositiveSmallIntegerField("urutan", default=1)
    kode = kode_field(blank=True)
    nama = models.TextField()
    pagu = uang_field("pagu murni")
    pagu_perubahan = uang_field(
        "pagu perubahan",
        help_text="Kosong berarti tidak berubah dari pagu murni.",
    )
    pagu_berlaku = models.GeneratedField(
        expression=Coalesce("pagu_perubahan", "pagu"),
        output_field=models.DecimalField(max_digits=18, decimal_places=0, null=True),
        db_persist=True,
        verbose_name="pagu berlaku",
    )
    realisasi = uang_field(
        "realisasi setahun",
        help_text="Hanya bila realisasi per triwulan tidak diisi; selain itu dihitung.",
    )
    pagu_renstra = uang_field("pagu Renstra")
    realisasi_lalu_rupiah = uang_field(
        "realisasi rupiah s.d. tahun lalu",
        help_text="Hanya bila tahun-tahun lalu tidak ada di sistem.",
    )
    penanggung_jawab = bidang_field()
    pejabat = penanggung_field("pejabat eselon IV/JF")
    pelaksana = penanggung_field("pelaksana")

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
            *keluaran_constraints("sub_kegiatan"),
            *nonnegative(
                "sub_kegiatan",
                "pagu",
                "pagu_perubahan",
                "realisasi",
                "pagu_renstra",
                "realisasi_lalu_rupiah",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}".strip()

    @property
    def kata(self) -> str:
        """Keluaran tidak pernah negatif, apa pun katanya."""
        return ""

    @property
    def tahun(self) -> int:
        return self.kegiatan.program.tahun

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.kegiatan.natural_key(), self.nomor)
