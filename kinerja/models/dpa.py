import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.models import PerangkatDaerah, tahun_field
from core.periode import akhir_tahun, tanggal_panjang
from core.querysets import ScopedQuerySet
from documents.models import DataTahun

BERLANJUT = "Hapus dahulu {versi}: pagunya mengubah pagu DPA murni."
TANPA_MURNI = "Catat dahulu DPA murni {tahun}: pergeseran dan perubahan mengubah pagunya."
BERLUBANG = "DPA pergeseran ke-{ke} {tahun} belum dicatat; nomornya berurutan mulai 1."
DILANJUTKAN = "Hapus dahulu {versi}: nomornya melanjutkan pergeseran ke-{ke}."
DI_LUAR_TAHUN = "Tanggal {versi} harus antara {awal} dan {akhir}."
DIPINDAH = (
    "Tanggal ini memindahkan {versi} melewati {lain}, padahal pagunya dibekukan menurut urutan "
    "semula. Hapus versi ini, lalu catat lagi."
)
TERBALIK = "Tanggal {versi} ({hari}) {letak} tanggal {lain} ({hari_lain})."


class DpaQuerySet(ScopedQuerySet):
    """Versi anggaran satu dinas, urut terbitnya."""

    def get_by_natural_key(
        self,
        kode: str,
        tahun: int,
        jenis: str,
        pergeseran_ke: int | None = None,
    ) -> "Dpa":
        return self.get(
            perangkat_daerah__kabupaten__kode=kode,
            tahun=tahun,
            jenis=jenis,
            pergeseran_ke=pergeseran_ke,
        )

    def versi(self, perangkat_daerah: Any, tahun: int) -> "DpaQuerySet":
        """Semua versi anggaran satu tahun, urut berlakunya."""
        rows = self.filter(perangkat_daerah=perangkat_daerah, tahun=tahun)
        return rows.order_by("tanggal", "pk")

    def sesudah(self, versi: "Dpa") -> "DpaQuerySet":
        """Yang bersandar pada satu versi: semuanya pada murni, pergeseran pada yang sebelumnya."""
        lain = self.exclude(pk=versi.pk)
        if versi.is_murni:
            return lain
        if versi.pergeseran_ke is None:
            return self.none()
        return lain.filter(pergeseran_ke__gt=versi.pergeseran_ke)


class Dpa(DataTahun):
    """Satu versi anggaran setahun: DPA murni, pergeserannya, atau perubahannya.

    `rincian` pagu tiap sub kegiatan saat versi ini dicatat; tidak berubah sesudahnya. Yang dicatat
    menyusul diisi sendiri, sebab pagu yang berlaku sudah milik versi sesudahnya.
    """

    kabupaten_path = "perangkat_daerah__kabupaten"

    class JenisDpa(models.TextChoices):
        """Dokumen yang menetapkan pagunya."""

        MURNI = "murni", "DPA murni"
        PERGESERAN = "pergeseran", "DPA pergeseran"
        PERUBAHAN = "perubahan", "DPA perubahan"

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, on_delete=models.PROTECT)
    tahun = tahun_field()
    jenis = models.CharField(max_length=10, choices=JenisDpa)
    pergeseran_ke = models.PositiveSmallIntegerField(
        "pergeseran ke", null=True, blank=True, help_text="Hanya untuk DPA pergeseran: 1, 2, …"
    )
    nomor = models.CharField("nomor DPA", max_length=100)
    tanggal = models.DateField("tanggal DPA")
    is_menyusul = models.BooleanField(
        "dicatat menyusul",
        default=False,
        help_text=(
            "Centang bila pagu yang berlaku kini sudah milik versi sesudahnya. Pagu versi ini lalu "
            "diisi menurut lembar DPA-nya, tidak dibekukan dari yang berlaku."
        ),
    )
    rincian = models.JSONField("pagu tiap sub kegiatan", default=list, editable=False)

    objects = DpaQuerySet.as_manager()

    class Meta:
        verbose_name = "DPA"
        verbose_name_plural = "DPA"
        ordering = ["-tahun", "tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "jenis"],
                condition=Q(pergeseran_ke=None),
                name="dpa_unik",
                violation_error_message="DPA jenis ini untuk tahun itu sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "pergeseran_ke"],
                name="dpa_pergeseran_unik",
                violation_error_message="Pergeseran dengan nomor urut ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(jenis="pergeseran", pergeseran_ke__isnull=False, pergeseran_ke__gte=1)
                | (~Q(jenis="pergeseran") & Q(pergeseran_ke=None)),
                name="dpa_pergeseran",
                violation_error_message=(
                    "Isi pergeseran ke berapa untuk DPA pergeseran, dan hanya untuk itu."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sebutan} {self.tahun} nomor {self.nomor}"

    @property
    def sebutan(self) -> str:
        """“DPA pergeseran ke-1”."""
        jenis: str = self.get_jenis_display()
        if self.pergeseran_ke:
            return f"{jenis} ke-{self.pergeseran_ke}"
        return jenis

    @property
    def is_murni(self) -> bool:
        """Yang digeser dan diubah versi lainnya."""
        return self.jenis == self.JenisDpa.MURNI

    @property
    def is_digantikan(self) -> bool:
        """Versi yang berlaku sesudahnya sudah dicatat."""
        versi = Dpa.objects.versi(self.perangkat_daerah_id, self.tahun).exclude(pk=self.pk)
        return versi.filter(tanggal__gt=self.tanggal).exists()

    @property
    def letak(self) -> tuple[Any, ...]:
        """Yang membedakannya dari versi lain dinasnya."""
        return (self.tahun, self.jenis, self.pergeseran_ke)

    def clean(self) -> None:
        """Murni lebih dahulu, lalu pergeserannya menurut nomornya; tanggalnya searah."""
        if None in (self.perangkat_daerah_id, self.tahun, self.tanggal):
            return
        versi = Dpa.objects.versi(self.perangkat_daerah_id, self.tahun)
        lain = versi.exclude(pk=self.pk)
        murni = lain.filter(jenis=self.JenisDpa.MURNI)
        if not self.is_murni and not murni.exists():
            pesan = TANPA_MURNI.format(tahun=self.tahun)
            raise ValidationError({"jenis": pesan})
        self._refuse_gap(lain)
        self._refuse_leave()
        self._refuse_tahun()
        for satu in lain:
            self._refuse_order(satu)
        self._refuse_move(lain)

    def _refuse_gap(self, lain: DpaQuerySet) -> None:
        """Nomor pergeseran berurutan mulai satu."""
        sebelum = (self.pergeseran_ke or 1) - 1
        if sebelum and not lain.filter(pergeseran_ke=sebelum).exists():
            pesan = BERLUBANG.format(ke=sebelum, tahun=self.tahun)
            raise ValidationError({"pergeseran_ke": pesan})

    def _refuse_leave(self) -> None:
        """Berganti tahun, jenis atau nomor sama dengan menghapus versi yang lama."""
        semula = Dpa.objects.filter(pk=self.pk).first()
        if semula is None or semula.letak == self.letak:
            return
        sebab = semula.sebab_tak_terhapus()
        if sebab:
            raise ValidationError({"jenis": sebab})

    def _refuse_tahun(self) -> None:
        """Berlaku setahun anggaran; DPA murni boleh disahkan Desember sebelumnya."""
        awal = datetime.date(self.tahun, 1, 1)
        if self.is_murni:
            awal = datetime.date(self.tahun - 1, 12, 1)
        akhir = akhir_tahun(self.tahun)
        if not awal <= self.tanggal <= akhir:
            pesan = DI_LUAR_TAHUN.format(
                versi=self,
                awal=tanggal_panjang(awal),
                akhir=tanggal_panjang(akhir),
            )
            raise ValidationError({"tanggal": pesan})

    def _refuse_order(self, lain: "Dpa") -> None:
        """Yang mendahului menurut jenis dan nomornya tidak bertanggal sesudahnya."""
        letak = ""
        if lain.precedes(self) and lain.tanggal > self.tanggal:
            letak = "sebelum"
        if self.precedes(lain) and self.tanggal > lain.tanggal:
            letak = "sesudah"
        if letak:
            pesan = TERBALIK.format(
                versi=self,
                hari=tanggal_panjang(self.tanggal),
                letak=letak,
                lain=lain,
                hari_lain=tanggal_panjang(lain.tanggal),
            )
            raise ValidationError({"tanggal": pesan})

    def _refuse_move(self, lain: DpaQuerySet) -> None:
        """Pagu yang dibekukan tidak berganti urutan terhadap versi lain."""
        semula = Dpa.objects.filter(pk=self.pk).first()
        if semula is None or self.is_menyusul:
            return
        awal, akhir = sorted([semula.tanggal, self.tanggal])
        dilewati = lain.filter(tanggal__gte=awal, tanggal__lte=akhir).first()
        if dilewati is not None and awal != akhir:
            pesan = DIPINDAH.format(versi=self, lain=dilewati)
            raise ValidationError({"tanggal": pesan})

    def precedes(self, lain: "Dpa") -> bool:
        """Murni mendahului semuanya; pergeseran yang lebih besar nomornya.

        Perubahan di antara, sebelum atau sesudah pergeseran mana pun (Permendagri 77/2020).
        """
        if self.is_murni:
            return not lain.is_murni
        if self.pergeseran_ke and lain.pergeseran_ke:
            return self.pergeseran_ke < lain.pergeseran_ke
        return False

    def sebab_tak_terhapus(self) -> str:
        """Murni tetap selama ada versi lainnya, pergeseran selama ada yang melanjutkannya."""
        versi = Dpa.objects.versi(self.perangkat_daerah_id, self.tahun)
        terakhir = versi.sesudah(self).last()
        if terakhir is None:
            return ""
        sebab = BERLANJUT if self.is_murni else DILANJUTKAN
        return sebab.format(versi=terakhir, ke=self.pergeseran_ke)

    def natural_key(self) -> tuple[Any, ...]:
        kunci = (*self.perangkat_daerah.natural_key(), self.tahun, self.jenis)
        if self.pergeseran_ke:
            return (*kunci, self.pergeseran_ke)
        return kunci
