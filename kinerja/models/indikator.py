from copy import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from accounts.models import Bidang
from kinerja.aturan.capaian import Sebutan
from kinerja.models.definisi import Definisi
from kinerja.models.menurut_tahun import Bersejak, BersejakQuerySet
from kinerja.models.predikat import SkalaPredikat, TingkatKualitatif, sebutan_tertulis
from kinerja.models.renstra import PeriodeRenstra
from kinerja.models.sasaran import Sasaran
from kinerja.models.terukur import terukur_constraints

NOMOR_TETAP = "Data tahun {tahun} terkunci, jadi sasaran, jenis dan nomor indikatornya tetap."


def nilai_field(label: str, **kwargs: object) -> models.DecimalField:
    """Angka kinerja: sampai empat desimal, boleh kosong bila belum diketahui."""
    return models.DecimalField(
        label, max_digits=18, decimal_places=4, null=True, blank=True, **kwargs
    )


def bidang_field() -> models.ForeignKey:
    """Bidang yang menanggung barisnya; kosong berarti belum dibagi."""
    return models.ForeignKey(
        Bidang,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="penanggung jawab",
    )


def catatan_sumber_field() -> models.TextField:
    """Bagi penelaah: apa yang lain pada dokumen lamanya; tidak pernah tercetak pada naskah."""
    return models.TextField(
        "catatan sumber",
        blank=True,
        help_text="Bagi penelaah, pada lembar uji; tidak tercetak pada naskah.",
    )


class IndikatorQuerySet(BersejakQuerySet):
    """Dikenali menurut sasaran, jenis dan nomornya."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun: int,
        sasaran: int,
        jenis: str,
        nomor: int,
    ) -> "Indikator":
        return self.get(
            sasaran__periode__perangkat_daerah__kabupaten__kode=kode,
            sasaran__periode__tahun_awal=tahun,
            sasaran__nomor=sasaran,
            jenis=jenis,
            nomor=nomor,
        )

    def for_tahun(self, tahun: int) -> "IndikatorQuerySet":
        """Indikator pada periode Renstra yang memuat `tahun`, yang sudah ada pada tahun itu."""
        rows: IndikatorQuerySet = self.ada_pada(tahun)
        return rows.filter(
            sasaran__periode__tahun_awal__lte=tahun,
            sasaran__periode__tahun_akhir__gte=tahun,
        )

    def pada_tahun(self, tahun: int) -> "IndikatorQuerySet":
        return self.for_tahun(tahun)

    def bernomor(
        self,
        tahun: int,
        jenis: str,
        nomor: str,
    ) -> "IndikatorQuerySet":
        """Yang tercetak bernomor `6`, atau `2.1` dengan nomor sasarannya, pada naskah `tahun`."""
        sasaran, titik, akhir = nomor.rpartition(".")
        rows = self.for_tahun(tahun).filter(jenis=jenis, nomor=int(akhir))
        if titik:
            rows = rows.filter(sasaran__nomor=int(sasaran))
        return rows

    def absent_from(self, periode: PeriodeRenstra) -> "IndikatorQuerySet":
        """Indikator periode sebelum `periode` yang belum ada padanannya di sana."""
        semua = PeriodeRenstra.objects.filter(perangkat_daerah=periode.perangkat_daerah_id)
        lama = semua.filter(tahun_akhir__lt=periode.tahun_awal).order_by("-tahun_awal")[:1]
        ada = self.filter(sasaran__periode=periode).values("nama")
        return self.filter(sasaran__periode__in=list(lama)).exclude(nama__in=ada)

    def iku(self) -> "IndikatorQuerySet":
        """Indikator kinerja utama."""
        return self.filter(jenis="iku")

    def ikk(self) -> "IndikatorQuerySet":
        """Indikator kinerja kunci."""
        return self.filter(jenis="ikk")


class Indikator(Definisi, Bersejak):
    """Indikator kinerja dengan definisinya: satuan, arah, rumus, sumber."""

    kabupaten_path = "sasaran__periode__perangkat_daerah__kabupaten"
    dicari = ("nama", "jenis", "nomor")
    bertahun = ("penanggung_jawab", "is_perjanjian")
    rujukan = ("sasaran",)

    class JenisIndikator(models.TextChoices):
        IKU = "iku", "IKU"
        IKK = "ikk", "IKK"

    sasaran = models.ForeignKey(Sasaran, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=3, choices=JenisIndikator)
    nomor = models.PositiveSmallIntegerField()
    penanggung_jawab = bidang_field()
    is_perjanjian = models.BooleanField("masuk Perjanjian Kinerja", default=False)
    catatan_sumber = catatan_sumber_field()

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
            *terukur_constraints("indikator"),
        ]

    # terisi pada salinan menurut definisi satu tahun
    tahun_definisi: int | None = None
    tetapan: Definisi | None = None
    # diketahui sesudah semua indikator seperiode dibaca (`kinerja.tahun.renstra`)
    is_nomor_tunggal = True
    is_bersasaran = False

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor_cetak}. {self.nama}"

    @property
    def renstra(self) -> PeriodeRenstra | None:
        return self.sasaran.periode if self.sasaran_id else None

    @property
    def awal(self) -> int:
        """Tahun pertama yang memuatnya."""
        return self._awal()

    @property
    def letak(self) -> tuple[Any, ...]:
        """Yang menentukan nomor tercetaknya dan tabel yang memuatnya."""
        return self.sasaran_id, self.jenis, self.nomor

    @property
    def skala_predikat_id(self) -> int | None:
        """Skala yang memberi predikatnya: menurut definisi tahunnya, atau periodenya."""
        nomor: int | None = self.sasaran.periode.skala_id
        if self.tetapan is not None:
            nomor = self.tetapan.unsur("skala_predikat")
        return nomor

    @property
    def skala_predikat(self) -> SkalaPredikat | None:
        """Baris skalanya, untuk dibaca orang."""
        rows = SkalaPredikat.objects.filter(pk=self.skala_predikat_id)
        return rows.first()

    @property
    def tingkat_sebutan(self) -> list[dict[str, Any]]:
        """Sebutan skalanya: menurut definisi tahunnya, atau sebagaimana kini."""
        if self.tetapan is not None:
            tersimpan: list[dict[str, Any]] = self.tetapan.unsur("tingkat_sebutan")
            return tersimpan
        if self.skala_kualitatif is None:
            return []
        return self.skala_kualitatif.tertulis()

    @property
    def nomor_cetak(self) -> str:
        """`2`; semua yang sejenis didahului nomor sasarannya bila satu saja bernomor kembar."""
        if self.is_bersasaran:
            return f"{self.sasaran.nomor}.{self.nomor}"
        return str(self.nomor)

    @property
    def kode_cetak(self) -> str:
        """Nomor bersama sasarannya; kosong bila nomornya saja yang dicetak."""
        if self.is_bersasaran:
            return self.nomor_cetak
        return ""

    @property
    def kunci(self) -> tuple[str, ...]:
        """Awalan rujukan angkanya: `ikk.1.6` selalu, `ikk.6` bila nomornya tunggal."""
        lengkap = f"{self.jenis}.{self.sasaran.nomor}.{self.nomor}"
        if self.is_nomor_tunggal:
            return f"{self.jenis}.{self.nomor}", lengkap
        return (lengkap,)

    def clean(self) -> None:
        """Letaknya tetap sejak satu tahun periodenya terkunci; definisinya disimpan tiap tahun."""
        super().clean()
        semula = Indikator.objects.filter(pk=self.pk).select_related("sasaran__periode").first()
        if semula is None or semula.letak == self.letak:
            return
        tahun = semula.sasaran.periode.last_locked
        if tahun is not None:
            raise ValidationError({"nomor": NOMOR_TETAP.format(tahun=tahun)})

    def natural_key(self) -> tuple[str, int, int, str, int]:
        return (*self.sasaran.natural_key(), self.jenis, self.nomor)

    def pada(self, tahun: int) -> "Indikator":
        """Indikator menurut definisi `tahun`; dirinya bila tahun itu tidak menyimpannya."""
        if self.pk is None or self.tahun_definisi == tahun:
            return self
        isi = super().pada(tahun)
        for definisi in self.definisi_tahun.all():
            if definisi.tahun == tahun:
                return isi.menurut(definisi, tahun)
        return isi

    def menurut(self, definisi: Definisi, tahun: int) -> "Indikator":
        """Salinan untuk dibaca, dengan unsur definisi itu; tidak untuk disimpan."""
        salinan = copy(self)
        salinan.follow(definisi)
        salinan.tahun_definisi = tahun
        salinan.tetapan = definisi
        return salinan

    def sebutan_dari(self, tingkat: TingkatKualitatif) -> Sebutan:
        """Menurut definisi tahunnya; yang ditambahkan sesudahnya menurut skala kini."""
        for satu in self.tingkat_sebutan:
            if satu["tingkat"] == tingkat.pk:
                return sebutan_tertulis(satu)
        return tingkat.sebutan
