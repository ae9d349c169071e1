"""Naskah kinerja selain LKjIP: Perjanjian Kinerja, dan naskah yang dihitung dari pohon."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.models import Bidang, Pejabat
from core.periode import SETAHUN, TRIWULAN
from documents.models import Kunci, Naskah, NaskahQuerySet, naskah_constraints


def satu_setahun(nama: str, fields: tuple[str, ...]) -> list[models.BaseConstraint]:
    """Satu naskah per tahun dan bidang selain penggantinya; `bidang` kosong: seluruh dinas."""
    pesan = "Naskah yang sama untuk tahun itu sudah ada; perbaikannya dibuat sebagai pengganti."
    return [
        models.UniqueConstraint(
            fields=["kabupaten", "tahun", *fields, *bidang],
            condition=Q(menggantikan=None, bidang__isnull=not bidang),
            name=f"{nama}_{'bidang' if bidang else 'dinas'}",
            violation_error_message=pesan,
        )
        for bidang in ((), ("bidang",))
    ]


class NaskahKinerja(Naskah):
    """IKU, IKK, Rencana Aksi, evaluasinya, Formulir E.81, atau Capaian Kinerja satu tahun."""

    class JenisKinerja(models.TextChoices):
        """Naskah kinerja selain perjanjian dan LKjIP."""

        IKU = "iku", "Indikator Kinerja Utama"
        IKK = "ikk", "Indikator Kinerja Kunci"
        RENCANA_AKSI = "rencana_aksi", "Rencana Aksi"
        EVALUASI = "evaluasi", "Pengendalian dan Evaluasi Rencana Aksi"
        E81 = "e81", "Formulir E.81"
        CAPAIAN = "capaian", "Capaian Kinerja"

    BERTRIWULAN = (JenisKinerja.EVALUASI, JenisKinerja.E81)

    jenis = models.CharField(max_length=20, choices=JenisKinerja)
    triwulan = models.PositiveSmallIntegerField(
        "sampai triwulan",
        choices=list(TRIWULAN.items()),
        default=SETAHUN,
        help_text="Untuk evaluasi dan E.81.",
    )
    bidang = models.ForeignKey(
        Bidang,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        help_text="Kosong berarti seluruh dinas.",
    )
    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, verbose_name="menggantikan naskah"
    )

    class Meta:
        verbose_name = "naskah kinerja"
        verbose_name_plural = "naskah kinerja"
        ordering = ["-tahun", "jenis", "triwulan", "pk"]
        constraints = [
            *satu_setahun("naskah_kinerja", ("jenis", "triwulan")),
            models.CheckConstraint(
                condition=Q(jenis__in=("evaluasi", "e81"), triwulan__gt=0)
                | (~Q(jenis__in=("evaluasi", "e81")) & Q(triwulan=0)),
                name="naskah_kinerja_triwulan",
                violation_error_message=(
                    "Triwulan diisi untuk evaluasi dan E.81, dan hanya untuk keduanya."
                ),
            ),
            *naskah_constraints("naskah_kinerja"),
        ]

    def __str__(self) -> str:
        masa = ""
        if self.triwulan:
            masa = f" {self.get_triwulan_display()}"
        milik = ""
        if self.bidang_id:
            milik = f" {self.bidang}"
        return f"{self.get_jenis_display()}{milik}{masa} {self.tahun} {self.kabupaten}"


class PerjanjianQuerySet(NaskahQuerySet):
    """Perjanjian yang dapat digantikan perubahannya."""

    def berlaku(
        self,
        kabupaten: Any,
        tahun: int,
        tingkat: str,
    ) -> "PerjanjianQuerySet":
        """Perjanjian satu tingkat yang tidak digantikan perubahannya."""
        diganti = self.exclude(menggantikan=None).values("menggantikan")
        return self.filter(kabupaten=kabupaten, tahun=tahun, tingkat=tingkat).exclude(
            pk__in=diganti
        )

    def dinas(self, kabupaten: Any, tahun: int) -> "PerjanjianQuerySet":
        """Perjanjian kepala dinas yang berlaku, sudah atau belum ditandatangani."""
        tingkat = PerjanjianKinerja.TingkatJabatan.ESELON_II
        return self.berlaku(kabupaten, tahun, tingkat)

    def sah_dinas(self, kabupaten: Any, tahun: int) -> "PerjanjianQuerySet":
        """Yang sudah ditandatangani di antaranya."""
        return self.dinas(kabupaten, tahun).filter(pengesahan__isnull=False)


class PerjanjianKinerja(Naskah):
    """Janji kepada atasan langsung (Permenpan-RB 53/2014), ditandatangani keduanya berurutan."""

    class TingkatJabatan(models.TextChoices):
        """Jabatan pihak pertama; menentukan isi lampirannya."""

        ESELON_II = "II", "Eselon II (kepala dinas)"
        ESELON_III = "III", "Eselon III (sekretaris, kepala bidang)"
        ESELON_IV = "IV", "Eselon IV atau jabatan fungsional"
        PELAKSANA = "P", "Pelaksana"

    tingkat = models.CharField(
        max_length=3,
        choices=TingkatJabatan,
        default=TingkatJabatan.ESELON_II,
    )
    bidang = models.ForeignKey(
        Bidang,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        help_text="Untuk eselon III ke bawah.",
    )
    pihak_pertama = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="+")
    pihak_kedua = models.ForeignKey(
        Pejabat,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="pihak kedua (atasan langsung)",
    )
    menggantikan = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="perubahan atas",
        help_text="Perjanjian yang sudah ditandatangani dan kini diubah.",
    )
    alasan = models.TextField("alasan perubahan", blank=True)

    objects = PerjanjianQuerySet.as_manager()

    class Meta:
        verbose_name = "perjanjian kinerja"
        verbose_name_plural = "perjanjian kinerja"
        ordering = ["-tahun", "tingkat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun", "pihak_pertama"],
                condition=Q(menggantikan=None),
                name="perjanjian_satu_setahun",
                violation_error_message=(
                    "Pihak pertama ini sudah punya perjanjian; buat perubahannya."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(pihak_pertama=models.F("pihak_kedua")),
                name="perjanjian_dua_pihak",
                violation_error_message="Pihak pertama dan pihak kedua harus orang yang berlainan.",
            ),
            models.CheckConstraint(
                condition=Q(menggantikan=None) | ~Q(alasan=""),
                name="perjanjian_alasan",
                violation_error_message="Tuliskan alasan perubahan.",
            ),
            models.CheckConstraint(
                condition=Q(tingkat="II", bidang=None)
                | (~Q(tingkat="II") & Q(bidang__isnull=False)),
                name="perjanjian_bidang",
                violation_error_message=(
                    "Bidang wajib untuk eselon III ke bawah, dan kosong untuk eselon II."
                ),
            ),
            *naskah_constraints("perjanjian"),
        ]

    def __str__(self) -> str:
        perubahan = ""
        if self.menggantikan_id:
            perubahan = " Perubahan"
        return f"Perjanjian Kinerja{perubahan} {self.tahun} {self.pihak_pertama.nama}"

    @property
    def penanggung(self) -> int | None:
        """Kunci yang menjanjikan: bidangnya, atau orangnya di bawah eselon III."""
        is_bidang = self.tingkat == self.TingkatJabatan.ESELON_III
        if is_bidang:
            return self.bidang_id
        return self.pihak_pertama_id

    def clean(self) -> None:
        """`ValidationError` bila meninggalkan tahun yang LKjIP-nya sudah menyebutnya."""
        super().clean()
        tersimpan = PerjanjianKinerja.objects.filter(pk=self.pk)
        semula = tersimpan.exclude(tahun=self.tahun).first()
        if semula is None:
            return
        sebab = semula.sebab_disebut()
        if sebab:
            raise ValidationError({"tahun": sebab})

    def sebab_tak_terhapus(self) -> str:
        """Kosong bila boleh dihapus."""
        sebab = super().sebab_tak_terhapus()
        return sebab or self.sebab_disebut()

    def sebab_disebut(self) -> str:
        """LKjIP yang sah menyebut ada tidaknya perjanjian tahunnya; kosong bila belum ada."""
        seluruh_tahun = ("",)
        return Kunci.objects.sebab(self.kabupaten_kode, self.tahun, seluruh_tahun)
