from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

from accounts.models import Kabupaten, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models import Bukti, DataTahun
from villages.models.wilayah import Desa, Kecamatan


class KerjaSamaQuerySet(ScopedQuerySet):
    def get_by_natural_key(
        self,
        kecamatan: str,
        jenis: str,
        kawasan: str,
    ) -> "KerjaSama":
        return self.get(kecamatan__kode=kecamatan, jenis=jenis, kawasan=kawasan)


class KerjaSama(Named):
    """Badan kerja sama antar desa (BKAD) satu kecamatan."""

    dicari = ("kawasan", "tema", "kecamatan__nama")

    class JenisKerjaSama(models.TextChoices):
        KAWASAN = "kawasan", "Kawasan Perdesaan"
        EKS_PNPM = "eks_pnpm", "Eks PNPM MPd"

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=10, choices=JenisKerjaSama)
    kawasan = models.CharField("nama kawasan", max_length=150, blank=True)
    urutan = models.PositiveSmallIntegerField("nomor pada formulir", default=1)
    tema = models.CharField(max_length=100, blank=True)
    is_prioritas_nasional = models.BooleanField(
        "kawasan perdesaan prioritas nasional", default=False
    )
    bumdesma = models.CharField("BUM Desa Bersama", max_length=150, blank=True)
    dasar_hukum = models.TextField("dasar hukum", blank=True)

    objects = KerjaSamaQuerySet.as_manager()

    class Meta:
        verbose_name = "kerja sama antar desa"
        verbose_name_plural = "kerja sama antar desa"
        ordering = [
            "-jenis",
            "urutan",
            "kecamatan__kode",
        ]  # kawasan (A) sebelum eks PNPM (B)
        constraints = [
            models.UniqueConstraint(
                fields=["kecamatan", "jenis", "kawasan"],
                name="kerja_sama_unik",
                violation_error_message="Kerja sama jenis dan nama itu di kecamatan ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        sebutan = (self.get_jenis_display(), self.kawasan, str(self.kecamatan))
        return " ".join(filter(None, sebutan))

    @property
    def huruf(self) -> str:
        """Bagian formulir: A kawasan perdesaan, B eks PNPM MPd."""
        if self.jenis == self.JenisKerjaSama.KAWASAN:
            return "A"
        return "B"

    def clean(self) -> None:
        """Jenis dan kecamatannya menentukan formulir tiap tahunnya; sebutannya boleh diperbaiki."""
        semula = KerjaSama.objects.filter(pk=self.pk).first()
        if semula is None:
            return
        if (semula.jenis, semula.kecamatan_id) == (self.jenis, self.kecamatan_id):
            return
        bertahun = AnggotaKerjaSama.objects.filter(kerja_sama=self).order_by("tahun")
        for tahun in bertahun.values_list("tahun", flat=True).distinct():
            sebab = AnggotaKerjaSama.lock_for(semula.kabupaten_kode, tahun)
            if sebab:
                raise ValidationError({"jenis": f"Jenis dan kecamatannya tetap. {sebab}"})

    def natural_key(self) -> tuple[str, str, str]:
        return (*self.kecamatan.natural_key(), self.jenis, self.kawasan)


class AnggotaQuerySet(ScopedQuerySet):
    def get_by_natural_key(
        self,
        kecamatan: str,
        jenis: str,
        kawasan: str,
        tahun: int,
        nama: str,
    ) -> "AnggotaKerjaSama":
        kerja_sama = KerjaSama.objects.get_by_natural_key(kecamatan, jenis, kawasan)
        return self.get(kerja_sama=kerja_sama, tahun=tahun, nama_tercetak=nama)

    def distinct_desa(self) -> int:
        """Banyak desa yang berlainan; nama yang belum cocok dihitung menurut tulisannya."""
        matched = self.exclude(desa=None).values("desa").distinct().count()
        unmatched = self.filter(desa=None).values("kerja_sama__kecamatan", "nama_tercetak")
        return matched + unmatched.distinct().count()


class AnggotaKerjaSama(DataTahun):
    """Satu desa dalam satu kerja sama pada satu tahun, sebagaimana baris formulir BKAD."""

    kabupaten_path = "kerja_sama__kabupaten"
    lingkup = ("wilayah", "kerja_sama")

    kerja_sama = models.ForeignKey(KerjaSama, on_delete=models.PROTECT, verbose_name="kerja sama")
    tahun = tahun_field()
    urutan = models.PositiveSmallIntegerField(default=1)
    desa = models.ForeignKey(Desa, on_delete=models.PROTECT, null=True, blank=True)
    nama_tercetak = models.CharField("nama menurut formulir", max_length=100)
    is_aktif = models.BooleanField("aktif", default=False)
    perdes = models.CharField("peraturan desa", max_length=200, blank=True)
    keterangan = models.CharField(max_length=200, blank=True)
    kontak = models.CharField("kontak person", max_length=100, blank=True)
    telepon = models.CharField("telepon kontak", max_length=20, blank=True)

    objects = AnggotaQuerySet.as_manager()

    class Meta:
        verbose_name = "anggota kerja sama"
        verbose_name_plural = "anggota kerja sama"
        ordering = [
            "-tahun",
            "-kerja_sama__jenis",
            "kerja_sama__urutan",
            "kerja_sama__kecamatan__kode",
            "urutan",
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kerja_sama", "tahun", "nama_tercetak"],
                name="anggota_unik",
                violation_error_message="Nama ini sudah ada pada kerja sama dan tahun itu.",
            ),
            models.UniqueConstraint(
                fields=["kerja_sama", "tahun", "desa"],
                name="anggota_desa_unik",
                violation_error_message="Desa ini sudah menjadi anggota kerja sama itu "
                "pada tahun yang sama.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama_tercetak} — {self.kerja_sama} {self.tahun}"

    def natural_key(self) -> tuple[str, str, str, int, str]:
        return (*self.kerja_sama.natural_key(), self.tahun, self.nama_tercetak)


class FormulirQuerySet(ScopedQuerySet):
    def get_by_natural_key(
        self,
        kecamatan: str,
        jenis: str,
        kawasan: str,
        tahun: int,
    ) -> "FormulirKerjaSama":
        kerja_sama = KerjaSama.objects.get_by_natural_key(kecamatan, jenis, kawasan)
        return self.get(kerja_sama=kerja_sama, tahun=tahun)


class FormulirKerjaSama(DataTahun):
    """Kolom dokumen terkait dan keterangan satu kerja sama pada formulir satu tahun."""

    kabupaten_path = "kerja_sama__kabupaten"
    lingkup = ("wilayah", "kerja_sama")

    kerja_sama = models.ForeignKey(KerjaSama, on_delete=models.PROTECT, verbose_name="kerja sama")
    tahun = tahun_field()
    dokumen = models.TextField("dokumen terkait", blank=True)
    keterangan = models.TextField(blank=True)

    objects = FormulirQuerySet.as_manager()

    class Meta:
        verbose_name = "keterangan formulir"
        verbose_name_plural = "keterangan formulir"
        ordering = ["-tahun", "-kerja_sama__jenis", "kerja_sama__urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["kerja_sama", "tahun"],
                name="formulir_kerja_sama_unik",
                violation_error_message="Keterangan kerja sama ini untuk tahun itu sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kerja_sama} {self.tahun}"

    def natural_key(self) -> tuple[str, str, str, int]:
        return (*self.kerja_sama.natural_key(), self.tahun)


class DokumenKerjaSama(Bukti, Named):
    """Berkas dokumen satu kerja sama, misalnya peraturan bersama atau penetapan kawasan."""

    kabupaten_path = "kerja_sama__kabupaten"

    kerja_sama = models.ForeignKey(
        KerjaSama,
        on_delete=models.PROTECT,
        related_name="bukti",
        verbose_name="kerja sama",
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen kerja sama"
        verbose_name_plural = "dokumen kerja sama"
        ordering = ["kerja_sama", "uploaded_at"]

    def __str__(self) -> str:
        return self.nama


class TautanKerjaSama(Named):
    """Dokumen satu kerja sama yang disimpan di tempat lain."""

    kabupaten_path = "kerja_sama__kabupaten"

    kerja_sama = models.ForeignKey(KerjaSama, on_delete=models.CASCADE, verbose_name="kerja sama")
    judul = models.CharField(max_length=200)
    tautan = models.CharField(
        max_length=300,
        validators=[
            URLValidator(
                ["http", "https"],
                message="Tautan harus lengkap, misalnya https://…",
            )
        ],
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "tautan dokumen"
        verbose_name_plural = "tautan dokumen"
        ordering = ["kerja_sama", "judul"]
        constraints = [
            models.UniqueConstraint(
                fields=["kerja_sama", "tautan"],
                name="tautan_kerja_sama_unik",
                violation_error_message="Tautan itu sudah tercatat.",
            )
        ]

    def __str__(self) -> str:
        return self.judul
