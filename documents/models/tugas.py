"""Tugas: pekerjaan di luar permintaan sebagaimana dilihat peminta dan kantornya."""

import datetime
import uuid
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import Kabupaten
from core.models import Named
from core.querysets import ScopedQuerySet
from documents.tugas import Tahap, jenis_tugas, tahap

BERJALAN = "berjalan"  # fase yang tidak dihitung
PATUT_DIAMBIL = datetime.timedelta(minutes=1)
MENGATUR_SEMUA = "accounts.change_user"  # pemegangnya membatalkan dan mengulang tugas orang lain


class StatusTugas(models.TextChoices):
    MENUNGGU = "menunggu", "Menunggu"
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"
    GAGAL = "gagal", "Gagal"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


AKTIF = (StatusTugas.MENUNGGU, StatusTugas.BERJALAN)
BELUM_BERAKHIR = Q(status__in=AKTIF)
DIPEGANG = ~Q(klaim="") & Q(sampai__isnull=False)
BERWAKTU = Q(finished_at__isnull=False)


def result_path(tugas: Any, filename: str) -> str:
    """Nama simpan acak; nama yang dibaca orang di kolom `nama`."""
    nama = uuid.uuid4().hex
    return f"tugas/{nama}"


class TugasQuerySet(ScopedQuerySet):
    def active(self) -> "TugasQuerySet":
        """Yang belum selesai."""
        return self.filter(status__in=AKTIF)

    def about(self, row: Any) -> "TugasQuerySet":
        """Tugas atas baris itu."""
        return self.filter(subjek=row._meta.label, subjek_id=row.pk)

    def ready(self, now: datetime.datetime) -> "TugasQuerySet":
        """Yang menunggu, dan yang pekerjanya tidak berkabar lagi."""
        menunggu = Q(status=StatusTugas.MENUNGGU)
        mati = Q(status=StatusTugas.BERJALAN, sampai__lt=now)
        return self.filter(menunggu | mati)

    def live(self, now: datetime.datetime) -> "TugasQuerySet":
        """Yang sedang dikerjakan pekerja yang masih berkabar."""
        return self.filter(status=StatusTugas.BERJALAN, sampai__gte=now)

    def held(self, tugas: "Tugas") -> "TugasQuerySet":
        """Tugas itu, selama masih dipegang pekerja yang sama."""
        return self.filter(
            pk=tugas.pk,
            klaim=tugas.klaim,
            status=StatusTugas.BERJALAN,
        )

    def by_turn(self, now: datetime.datetime) -> "TugasQuerySet":
        """Yang siap, bergiliran antar kantor.

        Didahulukan kantor yang paling sedikit sedang dikerjakan, lalu yang paling lama tidak
        dilayani, lalu permintaannya yang tertua.
        """
        kantor = OuterRef("kabupaten")
        sekantor = Tugas.objects.filter(kabupaten=kantor).order_by()
        berjalan = sekantor.live(now)
        per_kantor = berjalan.values("kabupaten")
        banyak = per_kantor.annotate(banyak=Count("pk"))
        pernah = sekantor.exclude(started_at=None)
        terbaru = pernah.order_by("-started_at")
        hitungan = Subquery(banyak.values("banyak"))
        dilayani = Subquery(terbaru.values("started_at")[:1])
        rows = self.ready(now).annotate(
            dikerjakan=Coalesce(hitungan, 0),
            dilayani=dilayani,
        )
        terlama = F("dilayani").asc(nulls_first=True)
        return rows.order_by("dikerjakan", terlama, "diminta_at", "pk")


class Tugas(Named):
    """Satu permintaan; antreannya sendiri tidak tercatat dan tidak berkabupaten.

    `klaim` nomor pekerja yang memegangnya, `sampai` saat ia dianggap mati bila tidak berkabar.
    `sidik` menandai isi yang sama: selama belum selesai, permintaan kembar menjadi satu.
    """

    # kabar pekerjanya; hasil dan akhirnya lewat pintu menulis
    lepas = ("status", "fase", "maju", "dari", "percobaan", "klaim", "sampai", "started_at")

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=40, editable=False)
    judul = models.CharField("tugas", max_length=200)
    hak = models.CharField("hak membuka hasilnya", max_length=100)
    subjek = models.CharField(max_length=100, blank=True)
    subjek_id = models.PositiveBigIntegerField("nomor subjek", null=True, blank=True)
    isian = models.JSONField(default=dict, blank=True)
    sidik = models.CharField(max_length=64)
    halaman = models.CharField("halaman", max_length=300, blank=True)
    status = models.CharField(
        max_length=12,
        choices=StatusTugas,
        default=StatusTugas.MENUNGGU,
    )
    fase = models.PositiveSmallIntegerField(default=0)
    maju = models.PositiveIntegerField(null=True, blank=True)
    dari = models.PositiveIntegerField(null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField(default=0)
    klaim = models.CharField(max_length=32, blank=True)
    sampai = models.DateTimeField("dipegang sampai", null=True, blank=True)
    diminta_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name="diminta oleh",
    )
    diminta_at = models.DateTimeField("diminta")
    started_at = models.DateTimeField("dikerjakan", null=True, blank=True)
    finished_at = models.DateTimeField("selesai", null=True, blank=True)
    galat = models.TextField("sebab gagal", blank=True)
    ringkasan = models.CharField("hasil", max_length=300, blank=True)
    nama = models.CharField("nama berkas", max_length=200, blank=True)
    berkas = models.FileField(upload_to=result_path, max_length=200, blank=True)

    objects = TugasQuerySet.as_manager()

    class Meta:
        verbose_name = "tugas"
        verbose_name_plural = "tugas"
        ordering = ["-diminta_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kabupaten", "jenis", "sidik"],
                condition=BELUM_BERAKHIR,
                name="tugas_tidak_kembar",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusTugas.BERJALAN) | DIPEGANG,
                name="tugas_dipegang",
            ),
            models.CheckConstraint(
                condition=(BELUM_BERAKHIR & ~BERWAKTU) | (~BELUM_BERAKHIR & BERWAKTU),
                name="tugas_selesai",
            ),
        ]
        indexes = [models.Index(fields=["status", "kabupaten"], name="tugas_giliran")]

    def __str__(self) -> str:
        return self.judul

    @property
    def is_active(self) -> bool:
        return self.status in AKTIF

    @property
    def is_terlantar(self) -> bool:
        """Menunggu terlalu lama padahal tidak ada pekerja yang sedang bekerja."""
        now = timezone.now()
        is_lama = self.diminta_at < now - PATUT_DIAMBIL
        is_menunggu = self.status == StatusTugas.MENUNGGU
        return is_menunggu and is_lama and not Tugas.objects.live(now).exists()

    @property
    def is_saving(self) -> bool:
        """Sedang mengubah data; tidak dapat dibatalkan lagi."""
        terakhir = len(jenis_tugas(self.jenis).fase)
        return self.status == StatusTugas.BERJALAN and self.fase == terakhir

    @property
    def is_repeatable(self) -> bool:
        return self.status in (StatusTugas.GAGAL, StatusTugas.DIBATALKAN)

    @property
    def tahap(self) -> list[Tahap]:
        """Fase demi fase bagi halamannya; yang menunggu belum sampai di mana pun."""
        jenis = jenis_tugas(self.jenis)
        kini = self.fase
        if self.status == StatusTugas.MENUNGGU:
            kini = -1
        if self.status == StatusTugas.SELESAI:
            kini = len(jenis.semua_fase)
        return list(tahap(jenis, kini, self.maju, self.dari))

    @property
    def kabar(self) -> str:
        """Satu kalimat bagi daftarnya."""
        if self.status != StatusTugas.BERJALAN:
            return self.galat or self.ringkasan
        for satu in self.tahap:
            if satu.keadaan == "kini":
                return f"{satu.nama}: {satu.hitungan or BERJALAN}"
        return ""

    @property
    def is_berhalaman(self) -> bool:
        """Selesai, dan hasilnya dibaca di halamannya."""
        return self.status == StatusTugas.SELESAI and not self.nama and bool(self.halaman)

    @property
    def has_berkas(self) -> bool:
        """Hasilnya masih di penyimpanan."""
        berkas = self.berkas
        return bool(berkas) and berkas.storage.exists(berkas.name)

    def subject(self) -> Any:
        """Baris yang dikerjakan; `None` bila sudah dihapus."""
        model: Any = apps.get_model(self.subjek)
        return model._base_manager.filter(pk=self.subjek_id).first()

    def may_control(self, user: Any) -> bool:
        """Peminta sendiri, atau admin kantornya."""
        return self.diminta_by_id == user.pk or user.has_perm(MENGATUR_SEMUA)
