"""Kunci data oleh naskah yang ditandatangani, dan pembukaannya untuk sementara."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Kabupaten, tahun_field
from core import audit
from core.display import tulisan_dari
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.models.sah import Pengesahan, pelaku_field

Lingkup = tuple[str, ...]  # data yang tertutup
LINGKUP = [
    ("", "Seluruh data"),
    ("wilayah", "Kerja sama dan lembaga"),
    ("idm", "Indeks Desa"),
    ("indikator", "Target dan realisasi indikator"),
    ("lembaga", "Rekap lembaga"),
    ("kerja_sama", "Anggota kerja sama"),
    ("rencana_aksi", "Rencana aksi"),
    ("pengukuran-1", "Pengukuran triwulan I"),
    ("pengukuran-2", "Pengukuran triwulan II"),
    ("pengukuran-3", "Pengukuran triwulan III"),
    ("pengukuran-4", "Pengukuran triwulan IV"),
]
# yang angkanya juga dicetak naskah tahun sesudahnya (ADR 95)
DICETAK = frozenset({"idm", "indikator", "lembaga", "kerja_sama"})


class DataTahun(Named):
    """Baris data satu tahun: terkunci begitu naskahnya ditandatangani, kecuali sedang dibuka."""

    # lingkup kunci yang mencakup baris ini selain seluruh tahun
    lingkup: ClassVar[Lingkup] = ()

    class Meta:
        abstract = True

    @classmethod
    def lock_scopes(cls, *masa: int) -> Lingkup:
        """Lingkup kunci yang mencakup data ini pada `masa`; "" seluruh tahun."""
        return ("", *cls.lingkup)

    @classmethod
    def lock_for(cls, kabupaten: str, *masa: int) -> str:
        """Ditanyakan sekali selama satu transaksi."""
        question = (kabupaten, masa[0], cls.lock_scopes(*masa))
        return audit.remember(question, lambda: Kunci.objects.sebab(*question))

    def lock_masa(self) -> tuple[int, ...]:
        return (self.tahun,)


class LingkupQuerySet(ScopedQuerySet):
    def of(
        self,
        kabupaten: str,
        tahun: int,
        lingkup: Lingkup,
    ) -> "LingkupQuerySet":
        """Baris lingkup itu, atau yang meliputi seluruh tahunnya."""
        rows = self.filter(
            kabupaten__kode=kabupaten,
            tahun=tahun,
            lingkup__in=lingkup,
        )
        return rows.order_by("lingkup", "pk")

    def active(
        self,
        kabupaten: str,
        tahun: int,
        lingkup: Lingkup,
    ) -> "LingkupQuerySet":
        """Pembukaan yang sedang berlaku."""
        now = timezone.now()
        return self.of(kabupaten, tahun, lingkup).filter(
            Q(ditutup_at=None),
            dibuka_at__lte=now,
            sampai__gt=now,
        )


class KunciQuerySet(LingkupQuerySet):
    def sebab(self, kabupaten: str, tahun: int, lingkup: Lingkup) -> str:
        """Kalimat mengapa lingkup itu terkunci; kosong bila tidak, atau bila sedang dibuka."""
        _, sebab = self._first(kabupaten, tahun, lingkup)
        return sebab

    def penahan(self, kabupaten: str, tahun: int, lingkup: Lingkup) -> "Kunci | None":
        """Kunci yang menahannya; `None` bila tidak ada, atau bila sedang dibuka."""
        kunci, _ = self._first(kabupaten, tahun, lingkup)
        return kunci

    def _first(self, kabupaten: str, tahun: int, lingkup: Lingkup) -> "tuple[Kunci | None, str]":
        """Kunci pertama yang menahan dan kalimatnya."""
        semua = self.holding(kabupaten, tahun, lingkup)
        if not semua:
            return None, ""
        pembukaan = Pembukaan.objects.active(kabupaten, tahun, lingkup)
        if pembukaan.exists():
            return None, ""
        for kunci, tercetak in semua.items():
            sebab = kunci.sebab_bagi(tahun, tercetak)
            if sebab:
                return kunci, sebab
        return None, ""

    def holding(self, kabupaten: str, tahun: int, lingkup: Lingkup) -> "dict[Kunci, str]":
        """Kunci tahun itu, lalu kunci tahun sesudahnya yang naskahnya mencetak angka tahun itu.

        Nilainya lingkup yang tercetak; kosong bagi kunci tahun itu sendiri.
        """
        milik = self.of(kabupaten, tahun, lingkup)
        semua = dict.fromkeys(milik.select_related("pengesahan"), "")
        if DICETAK.isdisjoint(lingkup):
            return semua
        kemudian = self.filter(kabupaten__kode=kabupaten, tahun__gt=tahun).order_by("tahun", "pk")
        kemudian = kemudian.select_related("pengesahan__snapshot")
        for kunci in kemudian.defer("pengesahan__snapshot__content"):
            tercetak = kunci.tercetak(tahun, lingkup)
            if tercetak:
                semua[kunci] = tercetak
        return semua

    def semua_sebab(self, kabupaten: str, lingkup: Lingkup) -> dict[int, str]:
        """Tahun yang lingkup itu terkunci dan tidak sedang dibuka, dengan sebabnya."""
        rows = self.filter(kabupaten__kode=kabupaten, lingkup__in=lingkup)
        hasil = {}
        for tahun in rows.order_by("tahun").values_list("tahun", flat=True).distinct():
            if sebab := self.sebab(kabupaten, tahun, lingkup):
                hasil[tahun] = sebab
        return hasil


PEMBUKA = "Kepala dinas dapat membukanya untuk sementara."


class Kunci(Named):
    """Tahun yang datanya terkunci, dan dokumen yang menguncinya."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    lingkup = models.CharField(
        max_length=30,
        blank=True,
        choices=LINGKUP,
        help_text="Kosong berarti seluruh data tahun itu.",
    )
    pengesahan = models.ForeignKey(Pengesahan, on_delete=models.PROTECT)

    objects = KunciQuerySet.as_manager()

    class Meta:
        verbose_name = "kunci tahun"
        verbose_name_plural = "kunci tahun"
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "tahun", "lingkup", "pengesahan"],
                name="kunci_unik",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tahun} dikunci {self.pengesahan}"

    @property
    def naskah(self) -> str:
        """Yang menguncinya: judul, nomor dan penanda tangannya."""
        sah = self.pengesahan
        return f"{sah.judul} nomor {sah.nomor}, ditandatangani {sah.penanda_tangan}"

    @property
    def sebab(self) -> str:
        apa = "Data"
        if self.lingkup:
            apa = self.get_lingkup_display()
        return f"{apa} tahun {self.tahun} terkunci oleh {self.naskah}. {PEMBUKA}"

    def tercetak(self, tahun: int, lingkup: Lingkup) -> str:
        """Lingkup `tahun` yang lebih awal yang angkanya dicetak naskahnya; kosong bila tidak."""
        snapshot = self.pengesahan.snapshot
        naskah = snapshot.naskah()
        if naskah is None:
            return ""
        for satu, lalu in naskah.jenis_naskah.read_tercetak(naskah, snapshot):
            if lalu == tahun and satu in lingkup:
                return satu
        return ""

    def sebab_bagi(self, tahun: int, tercetak: str) -> str:
        """Kalimatnya bagi `tahun`; kosong bila tahun yang mencetaknya sedang dibuka."""
        if not tercetak:
            return self.sebab
        pembukaan = Pembukaan.objects.active(
            self.kabupaten_kode,
            self.tahun,
            ("", self.lingkup),
        )
        if pembukaan.exists():
            return ""
        apa = dict(LINGKUP)[tercetak]
        return f"{apa} tahun {tahun} tercetak pada {self.naskah}. {PEMBUKA}"


class Pembukaan(Named):
    """Kunci satu lingkup dibuka oleh seseorang, sampai waktu tertentu, dengan alasan.

    Tertutup sendiri.
    """

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    lingkup = models.CharField(max_length=30, blank=True, choices=LINGKUP)
    alasan = models.TextField()
    sampai = models.DateTimeField("terbuka sampai")
    dibuka_by = pelaku_field("dibuka oleh", editable=False)
    dibuka_at = models.DateTimeField("dibuka pada", editable=False)
    ditutup_at = models.DateTimeField(
        "ditutup pada",
        null=True,
        blank=True,
        editable=False,
    )

    objects = LingkupQuerySet.as_manager()

    class Meta:
        verbose_name = "pembukaan kunci"
        verbose_name_plural = "pembukaan kunci"
        ordering = ["-dibuka_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__gt=models.F("dibuka_at")),
                name="pembukaan_masa",
                violation_error_message="Waktu tutup harus sesudah sekarang.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_lingkup_display()} {self.tahun} dibuka {self.dibuka_by}"

    @property
    def is_active(self) -> Any:
        return self.ditutup_at is None and self.sampai > timezone.now()

    def sebab(self) -> str:
        """Kalimat pada halaman selama terbuka."""
        apa = self.get_lingkup_display()
        masa = f"sampai {tulisan_dari(self.sampai)}"
        pembukaan = f"{apa} tahun {self.tahun} dibuka {self.dibuka_by}"
        return f"{pembukaan} {masa}: {self.alasan}"
