from decimal import Decimal

from django.db import models
from django.db.models import Q

from accounts.models import tahun_field
from core.models import Immutable, Named
from core.periode import BULAN, SETAHUN, TRIWULAN
from core.querysets import ScopedQuerySet
from documents.models import BerbuktiQuerySet, Bukti, DataTahun
from kinerja.models.indikator import Indikator, catatan_sumber_field, nilai_field
from kinerja.models.keadaan import Berpecahan, Bersebutan, keadaan_constraints, pecahan_constraints
from kinerja.models.rencana import TriwulanData

PENUH = 0  # bukan per bulan
BULAN_PILIHAN = [(PENUH, "—"), *enumerate(BULAN, start=1)]


def tercetak_field() -> models.CharField:
    """Angka naskah lama sebagaimana ditulis; tidak dihitung."""
    return models.CharField(
        "angka tercetak",
        max_length=60,
        blank=True,
        help_text="Tulisan pada dokumen sumber, apa adanya; disimpan untuk dibandingkan.",
    )


class NilaiQuerySet(BerbuktiQuerySet):
    """Dikenali menurut indikator dan masanya."""

    def get_by_natural_key(self, *kunci: object) -> models.Model:
        tahun, triwulan, *bulan = kunci[5:]
        induk = Indikator.objects.get_by_natural_key(*kunci[:5])  # type: ignore[arg-type]
        return self.get(
            indikator=induk, tahun=tahun, triwulan=triwulan, bulan=bulan[0] if bulan else PENUH
        )

    def setahun(self) -> "NilaiQuerySet":
        """Tanpa yang per triwulan dan per bulan."""
        return self.filter(triwulan=SETAHUN)

    def with_definisi(self) -> "NilaiQuerySet":
        """Definisi tiap tahun indikatornya dibaca sekaligus."""
        return self.prefetch_related("indikator__definisi_tahun")


class Mutu(models.TextChoices):
    """Angka tahun lalu yang tidak dapat dibaca begitu saja."""

    MERAGUKAN = "meragukan", "meragukan"
    DISUSUN = "disusun", "disusun kembali"


class Nilai(Bersebutan, DataTahun):
    """Bersama untuk target dan realisasi: satu indikator pada satu tahun, triwulan, atau bulan."""

    kabupaten_path = "indikator__sasaran__periode__perangkat_daerah__kabupaten"
    induk_field = "indikator"
    lingkup = ("indikator",)

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT)
    tahun = tahun_field()
    triwulan = models.PositiveSmallIntegerField(choices=list(TRIWULAN.items()), default=SETAHUN)
    bulan = models.PositiveSmallIntegerField(choices=BULAN_PILIHAN, default=PENUH)
    nilai = nilai_field("nilai")
    tercetak = tercetak_field()
    penjelasan = models.TextField(blank=True)
    mutu = models.CharField(
        "mutu angka",
        max_length=12,
        choices=Mutu,
        blank=True,
        help_text="Tercetak sebagai catatan kaki bersama penjelasannya.",
    )

    catatan_sumber = catatan_sumber_field()

    objects = NilaiQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["indikator", "-tahun", "triwulan", "bulan"]

    def __str__(self) -> str:
        label = f"{self._meta.verbose_name} {self.indikator} {self.masa} {self.tahun}"
        return label[:1].upper() + label[1:]

    @property
    def definisi(self) -> Indikator:
        """Indikatornya menurut definisi tahun nilai ini."""
        return self.indikator.pada(self.tahun)

    @property
    def masa(self) -> str:
        """`Maret`, `Triwulan I` atau `Setahun`."""
        if self.bulan:
            return self.get_bulan_display()  # type: ignore[attr-defined]
        return self.get_triwulan_display()  # type: ignore[attr-defined]

    @property
    def catatan(self) -> str:
        """Catatan kaki: mutu angkanya dengan penjelasannya; kosong bila biasa."""
        if not self.mutu:
            return ""
        label = str(self.get_mutu_display())  # type: ignore[attr-defined]
        return f"{label[:1].upper()}{label[1:]}: {self.penjelasan}"

    def natural_key(self) -> tuple[object, ...]:
        return (*self.indikator.natural_key(), self.tahun, self.triwulan, self.bulan)

    def masalah_angka(self) -> dict[str, str]:
        """Tahun yang belum diisi belum berdefinisi."""
        if self.tahun is None:
            return {}
        return super().masalah_angka()


def nilai_constraints(nama: str) -> list[models.BaseConstraint]:
    """Satu baris per masa; bulan selalu di dalam triwulannya."""
    return [
        models.UniqueConstraint(
            fields=["indikator", "tahun", "triwulan", "bulan"],
            name=f"{nama}_unik",
            violation_error_message=f"{nama.capitalize()} indikator ini untuk masa itu sudah ada.",
        ),
        models.CheckConstraint(
            condition=Q(bulan=PENUH)
            | Q(
                bulan__gt=3 * (models.F("triwulan") - 1),
                bulan__lte=3 * models.F("triwulan"),
                triwulan__gt=SETAHUN,
            ),
            name=f"{nama}_bulan",
            violation_error_message="Bulan itu tidak termasuk triwulannya.",
        ),
        models.CheckConstraint(
            condition=Q(mutu="") | ~Q(penjelasan=""),
            name=f"{nama}_mutu",
            violation_error_message="Mutu angka harus disertai penjelasannya.",
        ),
    ]


class TargetQuerySet(NilaiQuerySet):
    """Target setahun beserta target triwulannya."""

    def latest_triwulan(self) -> tuple[Decimal | None, tuple[Decimal | None, ...]]:
        """Target setahun dan keempat triwulannya pada tahun terakhir yang bertriwulan."""
        rows = self.filter(bulan=PENUH)
        tahun = rows.filter(triwulan__gt=SETAHUN).aggregate(models.Max("tahun"))["tahun__max"]
        nilai = dict(rows.filter(tahun=tahun).values_list("triwulan", "nilai"))
        return nilai.get(SETAHUN), tuple(map(nilai.get, (1, 2, 3, 4)))


class Target(Nilai):
    """Target satu indikator."""

    objects = TargetQuerySet.as_manager()

    class Meta(Nilai.Meta):
        verbose_name = "target"
        verbose_name_plural = "target"
        constraints = [
            *nilai_constraints("target"),
            *keadaan_constraints("target", "nilai", "tingkat"),
        ]


class PerubahanTargetQuerySet(ScopedQuerySet):
    """Riwayat satu target."""

    def of(self, target: Target) -> "PerubahanTargetQuerySet":
        """Perubahan satu target."""
        return self.filter(target=target)


class PerubahanTarget(Immutable, Named):
    """Target lama yang diganti, beserta alasan dan dasarnya; tidak pernah diubah atau dihapus."""

    kabupaten_path = "target__indikator__sasaran__periode__perangkat_daerah__kabupaten"

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="perubahan")
    lama = models.CharField("target lama", max_length=60)
    baru = models.CharField("target baru", max_length=60)
    alasan = models.TextField()
    oleh = models.CharField(max_length=200)
    waktu = models.DateTimeField()

    objects = PerubahanTargetQuerySet.as_manager()

    class Meta:
        verbose_name = "perubahan target"
        verbose_name_plural = "perubahan target"
        ordering = ["-waktu", "-pk"]

    def __str__(self) -> str:
        return f"{self.target}: {self.lama} menjadi {self.baru}"


class Realisasi(TriwulanData, Berpecahan, Nilai):
    """Realisasi satu indikator; bila rumusnya pecahan, pembilang dan penyebut ikut disimpan."""

    class Meta(Nilai.Meta):
        verbose_name = "realisasi"
        verbose_name_plural = "realisasi"
        constraints = [
            *nilai_constraints("realisasi"),
            *pecahan_constraints("realisasi", "nilai"),
        ]


class BuktiRealisasi(Bukti, DataTahun):
    """Berkas bukti satu realisasi."""

    kabupaten_path = "realisasi__indikator__sasaran__periode__perangkat_daerah__kabupaten"
    induk_lock = "realisasi"

    realisasi = models.ForeignKey(Realisasi, on_delete=models.PROTECT, related_name="bukti")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti realisasi"
        verbose_name_plural = "bukti realisasi"
        ordering = ["uploaded_at"]

    def __str__(self) -> str:
        return f"{self.nama} — {self.realisasi}"

    @property
    def tahun(self) -> int:
        return self.realisasi.tahun
