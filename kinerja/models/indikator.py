from decimal import Decimal

from django.db import models
from django.db.models import Q

from accounts.models import Bidang, tahun_field
from core.models import Named
from core.periode import SETAHUN, TRIWULAN
from core.querysets import ScopedQuerySet
from documents.models import Evidence, YearData
from kinerja.capaian import Arah
from kinerja.models.renstra import Sasaran


def nilai_field(label: str, **kwargs: object) -> models.DecimalField:
    """Angka kinerja: sampai empat desimal, boleh kosong bila belum diketahui."""
    return models.DecimalField(label, max_digits=18, decimal_places=4, null=True, blank=True, **kwargs)


def tercetak_field() -> models.CharField:
    return models.CharField(
        "angka tercetak", max_length=60, blank=True,
        help_text="Tulisan pada dokumen sumber, apa adanya; disimpan untuk dibandingkan.",
    )  # fmt: skip


class IndikatorQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, kode: str, tahun: int, sasaran: int, jenis: str, nomor: int) -> "Indikator":
        return self.get(
            sasaran__periode__perangkat_daerah__kabupaten__kode=kode,
            sasaran__periode__tahun_awal=tahun,
            sasaran__nomor=sasaran,
            jenis=jenis,
            nomor=nomor,
        )

    def for_tahun(self, tahun: int) -> "IndikatorQuerySet":
        """Indikator pada periode Renstra yang memuat `tahun`."""
        return self.filter(sasaran__periode__tahun_awal__lte=tahun, sasaran__periode__tahun_akhir__gte=tahun)

    def iku(self) -> "IndikatorQuerySet":
        return self.filter(jenis="iku")

    def ikk(self) -> "IndikatorQuerySet":
        return self.filter(jenis="ikk")

    def without_realisasi(self, tahun: int) -> "IndikatorQuerySet":
        """Indikator isian tangan yang realisasi setahunnya belum ada."""
        filled = Realisasi.objects.filter(tahun=tahun, triwulan=SETAHUN).filter(
            Q(nilai__isnull=False) | Q(pembilang__isnull=False, penyebut__isnull=False)
        )
        return self.for_tahun(tahun).filter(sumber="").exclude(pk__in=filled.values("indikator"))


class Indikator(Named):
    """Indikator kinerja dengan definisinya: satuan, arah, rumus, sumber."""

    kabupaten_path = "sasaran__periode__perangkat_daerah__kabupaten"

    class Jenis(models.TextChoices):
        IKU = "iku", "IKU"
        IKK = "ikk", "IKK"

    class Agregasi(models.TextChoices):
        TERAKHIR = "terakhir", "nilai terakhir"
        JUMLAH = "jumlah", "dijumlahkan"
        RATA = "rata", "rata-rata"

    sasaran = models.ForeignKey(Sasaran, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=3, choices=Jenis)
    nomor = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=300)
    satuan = models.CharField(max_length=30)
    arah = models.CharField(max_length=5, choices=[(a.value, a.value.title()) for a in Arah], default="naik")
    rumus_pembilang = models.TextField("rumus: pembilang", blank=True)
    rumus_penyebut = models.TextField("rumus: penyebut", blank=True)
    faktor = models.PositiveSmallIntegerField("faktor kali", default=1)
    desimal = models.PositiveSmallIntegerField("desimal cetak", default=2)
    agregasi = models.CharField(max_length=10, choices=Agregasi, default=Agregasi.TERAKHIR)
    sumber = models.CharField(
        "sumber hitung", max_length=40, blank=True,
        help_text="Kunci fungsi di kinerja.sources; kosong berarti diisi tangan.",
    )  # fmt: skip
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
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor}. {self.nama}"

    def natural_key(self) -> tuple[str, int, int, str, int]:
        return (*self.sasaran.natural_key(), self.jenis, self.nomor)

    @property
    def kunci(self) -> str:
        """Awalan rujukan angka, misalnya `ikk.6`."""
        return f"{self.jenis}.{self.nomor}"


class NilaiQuerySet(ScopedQuerySet):
    def get_by_natural_key(self, *key: object) -> models.Model:
        *indikator, tahun, triwulan = key
        parent = Indikator.objects.get_by_natural_key(*indikator)  # type: ignore[arg-type]
        return self.get(indikator=parent, tahun=tahun, triwulan=triwulan)

    def setahun(self) -> "NilaiQuerySet":
        return self.filter(triwulan=SETAHUN)

    def with_jumlah_bukti(self) -> "NilaiQuerySet":
        """Realisasi dengan banyak berkas buktinya; pengelompokan menghapus urutan bawaan, maka ditulis lagi."""
        return self.annotate(jumlah_bukti=models.Count("bukti")).order_by(*self.model._meta.ordering)


class Nilai(YearData):
    """Bersama untuk target dan realisasi: satu indikator, satu tahun, satu triwulan."""

    kabupaten_path = "indikator__sasaran__periode__perangkat_daerah__kabupaten"

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT)
    tahun = tahun_field()
    triwulan = models.PositiveSmallIntegerField(choices=list(TRIWULAN.items()), default=SETAHUN)
    nilai = nilai_field("nilai")
    tercetak = tercetak_field()

    objects = NilaiQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["indikator", "-tahun", "triwulan"]

    def __str__(self) -> str:
        label = f"{self._meta.verbose_name} {self.indikator} {self.get_triwulan_display()} {self.tahun}"
        return label[:1].upper() + label[1:]

    def natural_key(self) -> tuple[object, ...]:
        return (*self.indikator.natural_key(), self.tahun, self.triwulan)


class Target(Nilai):
    """Target satu indikator."""

    class Meta(Nilai.Meta):
        verbose_name = "target"
        verbose_name_plural = "target"
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun", "triwulan"],
                name="target_unik",
                violation_error_message="Target indikator ini untuk masa itu sudah ada.",
            )
        ]


class Realisasi(Nilai):
    """Realisasi satu indikator; bila rumusnya pecahan, pembilang dan penyebut ikut disimpan."""

    pembilang = nilai_field("pembilang")
    penyebut = nilai_field("penyebut")
    penjelasan = models.TextField(blank=True)

    class Meta(Nilai.Meta):
        verbose_name = "realisasi"
        verbose_name_plural = "realisasi"
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun", "triwulan"],
                name="realisasi_unik",
                violation_error_message="Realisasi indikator ini untuk masa itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(penyebut__isnull=True) | ~Q(penyebut=0),
                name="realisasi_penyebut",
                violation_error_message="Penyebut tidak boleh nol.",
            ),
        ]

    def hitung(self) -> Decimal | None:
        """Nilai tanpa pembulatan: pembilang/penyebut × faktor bila keduanya ada, selain itu isian."""
        if self.pembilang is not None and self.penyebut:
            return self.pembilang / self.penyebut * self.indikator.faktor
        return self.nilai


class BuktiRealisasi(Evidence, YearData):
    """Berkas bukti satu realisasi."""

    kabupaten_path = "realisasi__indikator__sasaran__periode__perangkat_daerah__kabupaten"

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
