from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from core.angka import tanpa_ekor
from core.models import Named
from kinerja.aturan.bacaan import is_keadaan, setara
from kinerja.aturan.capaian import Sebutan
from kinerja.aturan.predikat import Tingkat
from kinerja.models.skala import MilikAtauBersamaQuerySet, SkalaAcuan, skala_constraints

Tertulis = dict[str, Any]  # sebagaimana dibekukan
BUKAN_SEBUTAN = "Bukan sebutan: di isian berarti kosong, tidak berlaku, atau belum rilis."
DIPAKAI = (
    "Skala ini sudah menilai capaian tahun {tahun}, jadi tetap. "
    "Tambahkan skala baru dan pilih pada periode Renstranya."
)


class SkalaPredikat(SkalaAcuan):
    """Skala predikat capaian sebagaimana ditetapkan."""

    class Meta(SkalaAcuan.Meta):
        verbose_name = "skala predikat"
        verbose_name_plural = "skala predikat"
        constraints = skala_constraints("skala_predikat")

    def sebab_lock(self) -> str:
        """Yang sudah menilai satu tahun tetap; perubahan berarti skala baru."""
        dinilai = None
        if self.pk:
            dinilai = self.definisitahun_set.order_by("tahun").first()
        if dinilai is None:
            return super().sebab_lock()
        return DIPAKAI.format(tahun=dinilai.tahun)

    def tingkat(self) -> list[Tingkat]:
        """Tingkat dari yang tertinggi, untuk `kinerja.aturan.capaian.predikat`."""
        return [row.tingkat for row in self.tingkatpredikat_set.all()]


class TingkatQuerySet(MilikAtauBersamaQuerySet):
    """Dikenali menurut skala dan urutannya."""

    def get_by_natural_key(self, *kunci: Any) -> "TingkatPredikat":
        *skala, urutan = kunci
        return self.get(
            skala=SkalaPredikat.objects.get_by_natural_key(*skala),
            urutan=urutan,
        )


class TingkatPredikat(Named):
    """Satu tingkat, urutan 1 tertinggi; tiap tepi termasuk atau tidak, sebagaimana ditetapkan."""

    kabupaten_path = "skala__kabupaten"
    induk_lock = "skala"

    skala = models.ForeignKey(SkalaPredikat, on_delete=models.PROTECT)
    urutan = models.PositiveSmallIntegerField(help_text="1 untuk yang tertinggi.")
    nama = models.CharField(max_length=60)
    bawah = models.DecimalField(
        "batas bawah",
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Kosong pada tingkat terbawah.",
    )
    is_bawah_inklusif = models.BooleanField("batas bawah termasuk", default=False)
    atas = models.DecimalField(
        "batas atas",
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Kosong pada tingkat tertinggi.",
    )
    is_atas_inklusif = models.BooleanField("batas atas termasuk", default=False)

    objects = TingkatQuerySet.as_manager()

    class Meta:
        verbose_name = "tingkat predikat"
        verbose_name_plural = "tingkat predikat"
        ordering = ["skala", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["skala", "urutan"],
                name="tingkat_unik",
                violation_error_message="Urutan ini sudah dipakai tingkat lain pada skala itu.",
            ),
            models.CheckConstraint(
                condition=Q(bawah=None) | Q(atas=None) | Q(bawah__lte=models.F("atas")),
                name="tingkat_urut",
                violation_error_message="Batas bawah tidak boleh melebihi batas atas.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def tingkat(self) -> Tingkat:
        """Untuk `kinerja.aturan.capaian`."""
        return Tingkat(
            self.nama,
            self.bawah,
            self.is_bawah_inklusif,
            self.atas,
            self.is_atas_inklusif,
        )

    def clean(self) -> None:
        """Batasnya tidak bertindih dengan tingkat lain pada skala itu."""
        if self.skala_id is None or self.urutan is None:
            return
        lain = TingkatPredikat.objects.filter(skala=self.skala_id).exclude(pk=self.pk)
        bertindih = Q(pk=None)
        if self.atas is not None:
            bertindih |= Q(urutan__lt=self.urutan, bawah__lt=self.atas)
        if self.bawah is not None:
            bertindih |= Q(urutan__gt=self.urutan, atas__gt=self.bawah)
        tingkat = lain.filter(bertindih).first()
        if tingkat is not None:
            raise ValidationError({"bawah": f"Batasnya bertindih dengan {tingkat}."})

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.skala.natural_key(), self.urutan)


class SkalaKualitatif(SkalaAcuan):
    """Urutan sebutan untuk indikator yang hasilnya bukan angka: opini BPK, kategori AKIP."""

    class Meta(SkalaAcuan.Meta):
        verbose_name = "skala kualitatif"
        verbose_name_plural = "skala kualitatif"
        constraints = skala_constraints("skala_kualitatif")

    def tertulis(self) -> list[Tertulis]:
        """Semua sebutannya sebagaimana kini, dari yang terbaik."""
        return [tingkat.tertulis() for tingkat in self.tingkat.all()]


class TingkatKualitatifQuerySet(MilikAtauBersamaQuerySet):
    """Dikenali menurut skala dan urutannya."""

    def get_by_natural_key(self, *kunci: Any) -> "TingkatKualitatif":
        *skala, urutan = kunci
        return self.get(
            skala=SkalaKualitatif.objects.get_by_natural_key(*skala),
            urutan=urutan,
        )


class TingkatKualitatif(Named):
    """Satu sebutan, urutan 1 terbaik; tanpa `nilai`, capaian di bawah target tidak dihitung."""

    kabupaten_path = "skala__kabupaten"
    induk_lock = "skala"

    skala = models.ForeignKey(SkalaKualitatif, on_delete=models.PROTECT, related_name="tingkat")
    urutan = models.PositiveSmallIntegerField(help_text="1 untuk yang terbaik.")
    nama = models.CharField("sebutan", max_length=60)
    keterangan = models.CharField(max_length=200, blank=True)
    nilai = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Kosong bila skalanya tidak menetapkan angka.",
    )

    objects = TingkatKualitatifQuerySet.as_manager()

    class Meta:
        verbose_name = "tingkat kualitatif"
        verbose_name_plural = "tingkat kualitatif"
        ordering = ["skala", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["skala", "urutan"],
                name="tingkat_kualitatif_unik",
                violation_error_message="Urutan ini sudah dipakai sebutan lain pada skala itu.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def sebutan(self) -> Sebutan:
        """Untuk hitungan capaian."""
        return Sebutan(self.nama, self.urutan, self.nilai)

    def clean(self) -> None:
        """Satu sebutan sekali; nilainya tidak negatif, yang lebih baik tidak lebih rendah."""
        if self.skala_id is None:
            return
        lain = TingkatKualitatif.objects.filter(skala=self.skala_id).exclude(pk=self.pk)
        self._check_nama(lain)
        if self.nilai is None or self.urutan is None:
            return
        if self.nilai < 0:
            raise ValidationError({"nilai": "Nilai tidak boleh negatif."})
        is_melampaui = lain.filter(urutan__lt=self.urutan, nilai__lt=self.nilai).exists()
        is_terlampaui = lain.filter(urutan__gt=self.urutan, nilai__gt=self.nilai).exists()
        if is_melampaui or is_terlampaui:
            raise ValidationError({"nilai": "Sebutan yang lebih baik harus bernilai lebih tinggi."})

    def _check_nama(self, lain: Iterable["TingkatKualitatif"]) -> None:
        """Yang diketik di kisi berarti satu tingkat; `ValidationError` bila dapat berarti lain."""
        nama = setara(self.nama)
        if is_keadaan(nama) or not any(map(str.isalnum, nama)):
            raise ValidationError({"nama": BUKAN_SEBUTAN})
        if nama in {setara(satu.nama) for satu in lain}:
            raise ValidationError({"nama": "Sebutan ini sudah ada pada skala itu."})

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.skala.natural_key(), self.urutan)

    def tertulis(self) -> Tertulis:
        """Sebutannya sebagai isi JSON, dikenali menurut barisnya."""
        nilai = None
        if self.nilai is not None:
            nilai = str(tanpa_ekor(self.nilai))
        return {
            "tingkat": self.pk,
            "nama": self.nama,
            "urutan": self.urutan,
            "nilai": nilai,
        }


def sebutan_tertulis(isi: Tertulis) -> Sebutan:
    """Kebalikan `TingkatKualitatif.tertulis`."""
    nilai = isi["nilai"]
    if nilai is not None:
        nilai = Decimal(nilai)
    return Sebutan(isi["nama"], isi["urutan"], nilai)
