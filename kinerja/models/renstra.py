from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from accounts.models import PerangkatDaerah, tahun_field
from core.models import Named
from core.periode import TAHUN_PERATURAN
from core.querysets import ScopedQuerySet
from documents.models import Kunci
from kinerja.aturan.efisiensi import AturanEfisiensi, CaraEfisiensi
from kinerja.models.predikat import SkalaPredikat

ATURAN_TETAP = "Data tahun {tahun} terkunci, jadi aturan efisiensinya tetap."
AWAL_TETAP = "Data tahun {tahun} terkunci, jadi tahun awal periodenya tetap."
MASA_TETAP = "Data tahun {tahun} terkunci, jadi tahun itu tetap di dalam periode ini."
LETAK_TETAP = "Data tahun {tahun} terkunci, jadi periode dan nomor sasarannya tetap."
MENURUT_PILIHAN = "Kosong: diisi menurut aturan yang dipilih."
SEBUT_SUMBER = "Bunyi ini bukan bunyi {usulan}; sebut sumbernya."
SEBUT_EDISI = "Sebut tahun edisi sumbernya; {edisi} milik {usulan}."
EFISIENSI = [(cara.value, cara.aturan.pilihan) for cara in CaraEfisiensi]


class PeriodeQuerySet(ScopedQuerySet):
    """Periode yang memuat satu tahun."""

    def get_by_natural_key(self, kode: str, tahun_awal: int) -> "PeriodeRenstra":
        return self.get(perangkat_daerah__kabupaten__kode=kode, tahun_awal=tahun_awal)

    def covering(self, tahun: int) -> "PeriodeQuerySet":
        """Periode yang memuat `tahun`."""
        return self.overlapping(tahun, tahun)

    def overlapping(self, awal: int, akhir: int) -> "PeriodeQuerySet":
        """Periode yang memuat salah satu tahun dari `awal` sampai `akhir`."""
        return self.filter(tahun_awal__lte=akhir, tahun_akhir__gte=awal)


class PeriodeRenstra(Named):
    """Rencana strategis satu dinas untuk beberapa tahun."""

    kabupaten_path = "perangkat_daerah__kabupaten"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    nama = models.CharField(max_length=200)
    tahun_awal = tahun_field()
    tahun_akhir = tahun_field("tahun akhir")
    regulasi = models.CharField("dasar hukum", max_length=300, blank=True)
    is_bersumber = models.BooleanField(
        "masa Renstra diketahui",
        default=True,
        help_text="Bila tidak, realisasi sampai tahun lalu pada Formulir E.81 tidak diketahui.",
    )
    skala = models.ForeignKey(
        SkalaPredikat,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="skala predikat",
    )
    efisiensi = models.CharField(
        "aturan efisiensi",
        max_length=20,
        choices=EFISIENSI,
        default=CaraEfisiensi.SELISIH.value,
        help_text="Cara menyimpulkannya; bunyi, sumber dan edisinya dicetak pada laporan kinerja.",
    )
    bunyi_efisiensi = models.CharField(
        "bunyi aturan efisiensi", max_length=300, blank=True, help_text=MENURUT_PILIHAN
    )
    sumber_efisiensi = models.CharField(
        "sumber aturan efisiensi", max_length=300, blank=True, help_text=MENURUT_PILIHAN
    )
    tahun_efisiensi = tahun_field(
        "tahun edisi aturan efisiensi",
        TAHUN_PERATURAN,
        null=True,
        blank=True,
        help_text=MENURUT_PILIHAN,
    )

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "periode renstra"
        verbose_name_plural = "periode renstra"
        ordering = ["-tahun_awal"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun_awal"], name="periode_unik"),
            models.CheckConstraint(
                condition=models.Q(tahun_akhir__gte=models.F("tahun_awal")),
                name="periode_urut",
                violation_error_message="Tahun akhir tidak boleh sebelum tahun awal.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def aturan_efisiensi(self) -> AturanEfisiensi:
        """Aturan yang dipakai dan dicetak: cara yang dipilih, dengan bunyi, sumber dan edisinya."""
        usulan = CaraEfisiensi(self.efisiensi).aturan
        return replace(
            usulan,
            kalimat=self.bunyi_efisiensi or usulan.kalimat,
            sumber=self.sumber_efisiensi or usulan.sumber,
            edisi=self.tahun_efisiensi or usulan.edisi,
        )

    def clean(self) -> None:
        """Satu tahun hanya dimuat satu periode, dan yang terkunci tidak dinilai ulang."""
        if self.tahun_awal is None or self.tahun_akhir is None:
            return
        self._write_aturan()
        self._refuse_efisiensi()
        self._refuse_masa()
        lain = PeriodeRenstra.objects.filter(perangkat_daerah=self.perangkat_daerah_id)
        tindih = lain.exclude(pk=self.pk).overlapping(self.tahun_awal, self.tahun_akhir).first()
        if tindih is not None:
            masa = f"{tindih.tahun_awal}–{tindih.tahun_akhir}"
            pesan = f"Bertindih dengan {tindih} ({masa}); satu tahun hanya dimuat satu periode."
            raise ValidationError({"tahun_awal": pesan})

    def _write_aturan(self) -> None:
        """Bunyi, sumber dan edisi usulannya, selama belum ditulis sendiri."""
        semula = PeriodeRenstra.objects.filter(pk=self.pk).first()
        if semula is not None and semula.efisiensi != self.efisiensi:
            self._delete_usulan(CaraEfisiensi(semula.efisiensi).aturan)
        self._refuse_tanpa_sumber()
        aturan = self.aturan_efisiensi
        self.bunyi_efisiensi = aturan.kalimat
        self.sumber_efisiensi = aturan.sumber
        self.tahun_efisiensi = aturan.edisi

    def _refuse_tanpa_sumber(self) -> None:
        """Bunyi sendiri tidak dicetak atas nama sumber usulan, sumber sendiri dengan edisinya."""
        usulan = CaraEfisiensi(self.efisiensi).aturan
        sumber = self.sumber_efisiensi or usulan.sumber
        bunyi = self.bunyi_efisiensi or usulan.kalimat
        if bunyi != usulan.kalimat and sumber == usulan.sumber:
            pesan = SEBUT_SUMBER.format(usulan=usulan.sumber)
            raise ValidationError({"sumber_efisiensi": pesan})
        if sumber != usulan.sumber and self.tahun_efisiensi is None:
            pesan = SEBUT_EDISI.format(edisi=usulan.edisi, usulan=usulan.sumber)
            raise ValidationError({"tahun_efisiensi": pesan})

    def _delete_usulan(self, lama: AturanEfisiensi) -> None:
        """Usulan cara yang ditinggalkan tidak menyertai cara yang baru."""
        if self.bunyi_efisiensi == lama.kalimat:
            self.bunyi_efisiensi = ""
        if self.sumber_efisiensi == lama.sumber:
            self.sumber_efisiensi = ""
        if self.tahun_efisiensi == lama.edisi:
            self.tahun_efisiensi = None

    def _refuse_efisiensi(self) -> None:
        semula = PeriodeRenstra.objects.filter(pk=self.pk).first()
        if semula is None or semula.aturan_efisiensi == self.aturan_efisiensi:
            return
        tahun = self.locked_tahun().first()
        if tahun is not None:
            pesan = ATURAN_TETAP.format(tahun=tahun)
            raise ValidationError({"efisiensi": pesan})

    def _refuse_masa(self) -> None:
        """Tahun terkunci tetap di dalam periodenya, dan tahun awalnya tetap di tabelnya."""
        semula = PeriodeRenstra.objects.filter(pk=self.pk).first()
        if semula is None:
            return
        for tahun in semula.locked_tahun():
            if self.tahun_awal != semula.tahun_awal:
                raise ValidationError({"tahun_awal": AWAL_TETAP.format(tahun=tahun)})
            if not self.tahun_awal <= tahun <= self.tahun_akhir:
                pesan = MASA_TETAP.format(tahun=tahun)
                raise ValidationError({"tahun_akhir": pesan})

    def locked_tahun(self) -> Any:
        """Tahun periode ini yang seluruh datanya terkunci, urut tahunnya."""
        masa = (self.tahun_awal, self.tahun_akhir)
        kabupaten = self.perangkat_daerah.kabupaten_id
        rows = Kunci.objects.filter(kabupaten=kabupaten, lingkup="", tahun__range=masa)
        return rows.order_by("tahun").values_list("tahun", flat=True)

    def natural_key(self) -> tuple[str, int]:
        return (*self.perangkat_daerah.natural_key(), self.tahun_awal)


class TujuanQuerySet(ScopedQuerySet):
    """Dikenali menurut periode dan nomornya."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun_awal: int,
        nomor: int,
    ) -> "Tujuan":
        return self.get(
            periode__perangkat_daerah__kabupaten__kode=kode,
            periode__tahun_awal=tahun_awal,
            nomor=nomor,
        )


class Tujuan(Named):
    """Tujuan jangka menengah dalam satu periode Renstra; induk sasaran."""

    kabupaten_path = "periode__perangkat_daerah__kabupaten"
    dicari = ("nama",)

    periode = models.ForeignKey(PeriodeRenstra, on_delete=models.PROTECT)
    nomor = models.PositiveSmallIntegerField(default=1)
    nama = models.TextField()

    objects = TujuanQuerySet.as_manager()

    class Meta:
        verbose_name = "tujuan"
        verbose_name_plural = "tujuan"
        ordering = ["periode", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "nomor"],
                name="tujuan_unik",
                violation_error_message="Nomor ini sudah dipakai tujuan lain pada periode itu.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str, int, int]:
        return (*self.periode.natural_key(), self.nomor)


class SasaranQuerySet(ScopedQuerySet):
    """Dikenali menurut periode dan nomornya."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun_awal: int,
        nomor: int,
    ) -> "Sasaran":
        return self.get(
            periode__perangkat_daerah__kabupaten__kode=kode,
            periode__tahun_awal=tahun_awal,
            nomor=nomor,
        )


class Sasaran(Named):
    """Sasaran strategis dalam satu periode Renstra."""

    kabupaten_path = "periode__perangkat_daerah__kabupaten"
    dicari = ("nama",)

    periode = models.ForeignKey(PeriodeRenstra, on_delete=models.PROTECT)
    tujuan = models.ForeignKey(
        Tujuan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    nomor = models.PositiveSmallIntegerField(default=1)
    nama = models.TextField()

    objects = SasaranQuerySet.as_manager()

    class Meta:
        verbose_name = "sasaran"
        verbose_name_plural = "sasaran"
        ordering = ["periode", "nomor"]
        constraints = [models.UniqueConstraint(fields=["periode", "nomor"], name="sasaran_unik")]

    def __str__(self) -> str:
        return self.nama

    def clean(self) -> None:
        """Letaknya menentukan nomor indikator yang tercetak; sebutannya boleh diperbaiki."""
        semula = Sasaran.objects.filter(pk=self.pk).select_related("periode").first()
        if semula is None:
            return
        if (semula.periode_id, semula.nomor) == (self.periode_id, self.nomor):
            return
        tahun = semula.periode.locked_tahun().first()
        if tahun is not None:
            raise ValidationError({"nomor": LETAK_TETAP.format(tahun=tahun)})

    def natural_key(self) -> tuple[str, int, int]:
        return (*self.periode.natural_key(), self.nomor)
