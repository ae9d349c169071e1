from django.db import models
from django.db.models import Q

from accounts.models import tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from kinerja.aturan import kode


class NomenklaturQuerySet(ScopedQuerySet):
    """Kode menurut tahun berlakunya."""

    def get_by_natural_key(self, kode: str, tahun_awal: int) -> "Nomenklatur":
        return self.get(kode=kode, tahun_awal=tahun_awal)

    def valid_in(self, tahun: int) -> "NomenklaturQuerySet":
        """Kode yang berlaku pada `tahun`."""
        is_berlaku = Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun)
        return self.filter(is_berlaku, tahun_awal__lte=tahun)

    def same_as(self, tulisan: str) -> "NomenklaturQuerySet":
        """Semua terbitan kode yang menunjuk kegiatan yang sama: dua maupun empat angka."""
        return self.filter(baku=kode.baku(tulisan))

    def problem(self, tulisan: str, tahun: int) -> str:
        """Mengapa `tulisan` tidak berlaku pada `tahun`; kosong bila berlaku atau asing."""
        if not tulisan:
            return ""
        terbitan = list(self.same_as(tulisan).select_related("padanan"))
        return problem(terbitan, tulisan, tahun)

    def by_baku(self) -> "dict[str, list[Nomenklatur]]":
        """Semua terbitan dikelompokkan menurut kode bakunya, dengan satu kueri."""
        hasil: dict[str, list[Nomenklatur]] = {}
        for row in self.select_related("padanan"):
            hasil.setdefault(row.baku, []).append(row)
        return hasil


class Nomenklatur(Named):
    """Satu kode nomenklatur perencanaan dengan tahun berlakunya dan penerusnya."""

    kabupaten_path = None

    class Tingkat(models.TextChoices):
        PROGRAM = "program", "Program"
        KEGIATAN = "kegiatan", "Kegiatan"
        SUB = "sub", "Sub kegiatan"

    kode = models.CharField(max_length=20)
    baku = models.CharField(
        "kode baku",
        max_length=20,
        editable=False,
        db_index=True,
    )
    tingkat = models.CharField(max_length=10, choices=Tingkat)
    nama = models.TextField()
    tahun_awal = tahun_field("berlaku sejak tahun")
    tahun_akhir = models.PositiveSmallIntegerField("berlaku sampai tahun", null=True, blank=True)
    padanan = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="diteruskan oleh",
        related_name="pendahulu",
    )
    regulasi = models.CharField(max_length=200)
    sumber = models.CharField("sumber", max_length=200, blank=True)

    objects = NomenklaturQuerySet.as_manager()

    class Meta:
        verbose_name = "nomenklatur"
        verbose_name_plural = "nomenklatur"
        ordering = ["baku", "tahun_awal"]
        constraints = [
            models.UniqueConstraint(fields=["kode", "tahun_awal"], name="nomenklatur_unik"),
            models.CheckConstraint(
                condition=Q(tahun_akhir=None) | Q(tahun_akhir__gte=models.F("tahun_awal")),
                name="nomenklatur_masa",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    def natural_key(self) -> tuple[str, int]:
        return (self.kode, self.tahun_awal)

    def is_valid_in(self, tahun: int) -> bool:
        """Tanpa tahun akhir berarti masih berlaku."""
        is_mulai = self.tahun_awal <= tahun
        is_berakhir = self.tahun_akhir is not None and self.tahun_akhir < tahun
        return is_mulai and not is_berakhir


def valid_one(terbitan: list[Nomenklatur], tahun: int) -> Nomenklatur | None:
    """Terbitan atau penerusnya yang berlaku pada `tahun`."""
    penerus = [n.padanan for n in terbitan if n.padanan]
    berlaku = (n for n in (*penerus, *terbitan) if n.is_valid_in(tahun))
    return next(berlaku, None)


def problem(terbitan: list[Nomenklatur], tulisan: str, tahun: int) -> str:
    """Kalimat bila `tulisan` tidak berlaku pada `tahun`; kode asing tidak dipersoalkan."""
    is_berlaku = any(n.kode == tulisan and n.is_valid_in(tahun) for n in terbitan)
    if not terbitan or is_berlaku:
        return ""
    benar = valid_one(terbitan, tahun)
    if benar is None and all(n.tahun_awal > tahun for n in terbitan):
        return ""  # nomenklatur sebelum daftar ini tidak dimuat
    saran = ""
    if benar:
        saran = f" Yang berlaku {benar.kode} {benar.nama}."
    return f"Kode {tulisan} tidak berlaku pada tahun {tahun}.{saran}"
