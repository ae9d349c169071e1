from typing import Any

from django.db import models
from django.db.models import Q

from core.querysets import ScopedQuerySet
from documents.models import BerbuktiQuerySet, Bukti, DataTahun
from kinerja.models.indikator import nilai_field
from kinerja.models.keadaan import (
    BAGIAN_PECAHAN,
    RENTANG,
    Berpecahan,
    pecahan_constraints,
)
from kinerja.models.keluaran import uang_field
from kinerja.models.program import Kegiatan, Program, SubKegiatan
from kinerja.models.rencana import TRIWULAN_PILIHAN, TriwulanData

Kunci = tuple[Any, ...]  # kunci alaminya

PENGEMBALIAN = "Realisasi negatif hanya untuk pengembalian; tulis sebabnya pada penjelasan."


class PengukuranTriwulan(Berpecahan, TriwulanData):
    """Bersama: realisasi kinerja (K) satu baris satu triwulan; tertutup menurut periode isian."""

    kolom_nilai = "kinerja"
    kolom_angka = ("kinerja", *RENTANG, *BAGIAN_PECAHAN)

    triwulan = models.PositiveSmallIntegerField(choices=TRIWULAN_PILIHAN)
    kinerja = nilai_field("realisasi kinerja (K)")
    penjelasan = models.TextField(blank=True)

    class Meta:
        abstract = True


class PengukuranQuerySet(BerbuktiQuerySet):
    """Dikenali menurut barisnya dan triwulannya."""

    def get_by_natural_key(self, *kunci: Any) -> models.Model:
        *pemilik, triwulan = kunci
        nama = self.model.induk_field
        target = self.model._meta.get_field(nama).related_model
        induk = target._default_manager.get_by_natural_key(*pemilik)
        return self.get(**{nama: induk}, triwulan=triwulan)


class PengukuranProgram(PengukuranTriwulan):
    """K satu program; uangnya selalu jumlah sub kegiatannya."""

    kabupaten_path = "program__perangkat_daerah__kabupaten"
    induk_field = "program"

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="pengukuran")

    objects = PengukuranQuerySet.as_manager()

    class Meta:
        verbose_name = "pengukuran program"
        verbose_name_plural = "pengukuran program"
        ordering = ["program", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "triwulan"],
                name="pengukuran_program_unik",
                violation_error_message="Pengukuran program ini untuk triwulan itu sudah ada.",
            ),
            *pecahan_constraints("pengukuran_program", "kinerja"),
        ]

    def __str__(self) -> str:
        return f"{self.get_triwulan_display()} {self.program}"

    @property
    def tahun(self) -> int:
        return self.program.tahun

    def natural_key(self) -> Kunci:
        return (*self.program.natural_key(), self.triwulan)


class PengukuranKegiatan(PengukuranTriwulan):
    """K satu kegiatan; uangnya selalu jumlah sub kegiatannya."""

    kabupaten_path = "kegiatan__program__perangkat_daerah__kabupaten"
    induk_field = "kegiatan"

    kegiatan = models.ForeignKey(Kegiatan, on_delete=models.PROTECT, related_name="pengukuran")

    objects = PengukuranQuerySet.as_manager()

    class Meta:
        verbose_name = "pengukuran kegiatan"
        verbose_name_plural = "pengukuran kegiatan"
        ordering = ["kegiatan", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["kegiatan", "triwulan"],
                name="pengukuran_kegiatan_unik",
                violation_error_message="Pengukuran kegiatan ini untuk triwulan itu sudah ada.",
            ),
            *pecahan_constraints("pengukuran_kegiatan", "kinerja"),
        ]

    def __str__(self) -> str:
        return f"{self.get_triwulan_display()} {self.kegiatan}"

    @property
    def tahun(self) -> int:
        return self.kegiatan.tahun

    def natural_key(self) -> Kunci:
        return (*self.kegiatan.natural_key(), self.triwulan)


class PengukuranSub(PengukuranTriwulan):
    """K dan Rp satu baris sub kegiatan pada satu triwulan, dengan sebab dan tindak lanjutnya."""

    kabupaten_path = "sub_kegiatan__kegiatan__program__perangkat_daerah__kabupaten"
    induk_field = "sub_kegiatan"

    sub_kegiatan = models.ForeignKey(
        SubKegiatan,
        on_delete=models.PROTECT,
        related_name="pengukuran",
        verbose_name="sub kegiatan",
    )
    keuangan = uang_field("realisasi keuangan (Rp)")
    pendorong = models.TextField("faktor pendorong", blank=True)
    penghambat = models.TextField("faktor penghambat", blank=True)
    tindak_lanjut = models.TextField("tindak lanjut", blank=True)

    objects = PengukuranQuerySet.as_manager()

    class Meta:
        verbose_name = "pengukuran sub kegiatan"
        verbose_name_plural = "pengukuran sub kegiatan"
        ordering = ["sub_kegiatan", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["sub_kegiatan", "triwulan"],
                name="pengukuran_sub_unik",
                violation_error_message="Pengukuran sub kegiatan ini untuk triwulan itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(kinerja=None) | Q(kinerja__gte=0),
                name="pengukuran_sub_kinerja",
                violation_error_message="Realisasi kinerja tidak boleh negatif.",
            ),
            models.CheckConstraint(
                condition=Q(keuangan__isnull=True) | Q(keuangan__gte=0) | ~Q(penjelasan=""),
                name="pengukuran_sub_keuangan",
                violation_error_message=PENGEMBALIAN,
            ),
            *pecahan_constraints("pengukuran_sub", "kinerja"),
        ]

    def __str__(self) -> str:
        return f"{self.get_triwulan_display()} {self.sub_kegiatan}"

    @property
    def tahun(self) -> int:
        return self.sub_kegiatan.tahun

    def natural_key(self) -> Kunci:
        return (*self.sub_kegiatan.natural_key(), self.triwulan)


class BuktiPengukuran(Bukti, DataTahun):
    """Berkas bukti satu pengukuran sub kegiatan."""

    kabupaten_path = "pengukuran__sub_kegiatan__kegiatan__program__perangkat_daerah__kabupaten"
    induk_lock = "pengukuran"

    pengukuran = models.ForeignKey(PengukuranSub, on_delete=models.PROTECT, related_name="bukti")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti pengukuran"
        verbose_name_plural = "bukti pengukuran"
        ordering = ["uploaded_at"]

    def __str__(self) -> str:
        return f"{self.nama} — {self.pengukuran}"

    @property
    def tahun(self) -> int:
        return self.pengukuran.tahun
