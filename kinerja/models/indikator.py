from django.apps import apps
from django.db import models
from django.db.models import Q

from accounts.models import Bidang
from core.models import Named
from core.periode import SETAHUN
from core.querysets import ScopedQuerySet
from kinerja.aturan.capaian import Arah, Rumus
from kinerja.models.predikat import SkalaKualitatif
from kinerja.models.renstra import Sasaran


def nilai_field(label: str, **kwargs: object) -> models.DecimalField:
    """Angka kinerja: sampai empat desimal, boleh kosong bila belum diketahui."""
    return models.DecimalField(label, max_digits=18, decimal_places=4, null=True, blank=True, **kwargs)


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
        nilai = apps.get_model("kinerja.Realisasi")._default_manager
        filled = nilai.filter(tahun=tahun, triwulan=SETAHUN).filter(
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
    arah = models.CharField(max_length=5, choices=[(a.value, a.rumus.nama) for a in Arah], default="naik")
    rumus_pembilang = models.TextField("rumus: pembilang", blank=True)
    rumus_penyebut = models.TextField("rumus: penyebut", blank=True)
    faktor = models.PositiveSmallIntegerField("faktor kali", default=1)
    desimal = models.PositiveSmallIntegerField("desimal cetak", default=2)
    agregasi = models.CharField(max_length=10, choices=Agregasi, default=Agregasi.TERAKHIR)
    sumber = models.CharField(
        "sumber hitung", max_length=40, blank=True,
        help_text="Kunci fungsi di kinerja.sources; kosong berarti diisi tangan.",
    )  # fmt: skip
    batas_atas = models.DecimalField(
        "capaian paling tinggi (%)", max_digits=7, decimal_places=2, null=True, blank=True,
        help_text="Kosong berarti capaian tidak dibatasi.",
    )  # fmt: skip
    batas_bawah = models.DecimalField(
        "capaian paling rendah (%)", max_digits=7, decimal_places=2, null=True, blank=True,
        help_text="Misalnya 0 agar capaian tidak negatif.",
    )  # fmt: skip
    skala_kualitatif = models.ForeignKey(
        SkalaKualitatif, on_delete=models.PROTECT, null=True, blank=True, verbose_name="skala kualitatif",
        help_text="Untuk indikator yang hasilnya sebutan, misalnya opini WTP atau kategori BB.",
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
            ),
            models.CheckConstraint(
                condition=Q(batas_atas=None) | Q(batas_bawah=None) | Q(batas_atas__gt=models.F("batas_bawah")),
                name="indikator_batas",
                violation_error_message="Capaian paling tinggi harus di atas capaian paling rendah.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor}. {self.nama}"

    def natural_key(self) -> tuple[str, int, int, str, int]:
        return (*self.sasaran.natural_key(), self.jenis, self.nomor)

    @property
    def rumus(self) -> Rumus:
        """Cara capaiannya dihitung, menurut arahnya."""
        return Arah(self.arah).rumus

    @property
    def kunci(self) -> str:
        """Awalan rujukan angka, misalnya `ikk.6`."""
        return f"{self.jenis}.{self.nomor}"
