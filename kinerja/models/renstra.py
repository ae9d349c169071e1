from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import models

from accounts.models import PerangkatDaerah, tahun_field
from core.periode import TAHUN_PERATURAN
from core.querysets import ScopedQuerySet
from documents.models import DataTahun, Kunci
from kinerja.aturan.efisiensi import AturanEfisiensi, CaraEfisiensi
from kinerja.models.menurut_tahun import MenurutTahun
from kinerja.models.predikat import SkalaPredikat

ATURAN_TETAP = "Data tahun {tahun} terkunci, jadi aturan efisiensinya tetap."
AWAL_TETAP = "Data tahun {tahun} terkunci, jadi tahun awal periodenya tetap."
MASA_TETAP = "Data tahun {tahun} terkunci, jadi periode Renstra yang memuatnya tetap."
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


class PeriodeRenstra(MenurutTahun):
    """Rencana strategis satu dinas untuk beberapa tahun."""

    kabupaten_path = "perangkat_daerah__kabupaten"
    bertahun = ("nama", "tahun_akhir", "regulasi", "is_bersumber")

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
    def renstra(self) -> "PeriodeRenstra":
        """Dirinya."""
        return self

    @property
    def last_locked(self) -> int | None:
        """Tahun terkunci yang terakhir; kosong bila tidak ada, atau semuanya sedang dibuka."""
        return max(self.locked_tahun(), default=None)

    @property
    def sebab_locked(self) -> str:
        """Kalimat kunci tahun itu."""
        tahun = self.last_locked
        if tahun is None:
            return ""
        return DataTahun.lock_for(self.kabupaten_kode, tahun)

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
        super().clean()
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
        tahun = self.last_locked
        if tahun is not None:
            pesan = ATURAN_TETAP.format(tahun=tahun)
            raise ValidationError({"efisiensi": pesan})

    def _refuse_masa(self) -> None:
        """Tahun terkunci tidak keluar dari periodenya, tidak masuk periode lain, awalnya tetap."""
        semula = PeriodeRenstra.objects.filter(pk=self.pk).first()
        dimuat = semula.locked_tahun() if semula else []
        if semula and dimuat and semula.tahun_awal != self.tahun_awal:
            raise ValidationError({"tahun_awal": AWAL_TETAP.format(tahun=dimuat[0])})
        pindah = set(dimuat).symmetric_difference(self.locked_tahun())
        if pindah:
            raise ValidationError({"tahun_akhir": MASA_TETAP.format(tahun=min(pindah))})

    def locked_tahun(self) -> list[int]:
        """Tahun periode ini yang seluruh datanya terkunci dan tidak sedang dibuka, berurutan."""
        if self.perangkat_daerah_id is None:
            return []
        masa = (self.tahun_awal, self.tahun_akhir)
        kabupaten = self.perangkat_daerah.kabupaten
        rows = Kunci.objects.filter(kabupaten=kabupaten, lingkup="", tahun__range=masa)
        semua = rows.order_by("tahun").values_list("tahun", flat=True).distinct()
        return [tahun for tahun in semua if DataTahun.lock_for(kabupaten.kode, tahun)]

    def natural_key(self) -> tuple[str, int]:
        return (*self.perangkat_daerah.natural_key(), self.tahun_awal)
