"""Kegiatan PKK Pokja II satu kecamatan satu tahun, kolom menurut formulir Data Kegiatan PKK."""

from typing import Self

from django.db import models

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from villages.models.wilayah import Kecamatan

UP2K = ("up2k_pemula", "up2k_madya", "up2k_utama", "up2k_mandiri")


def cacah(label: str) -> models.PositiveIntegerField:
    """Banyaknya; kosong berarti belum dilaporkan."""
    return models.PositiveIntegerField(label, null=True, blank=True)


class KegiatanPkkQuerySet(ScopedQuerySet):
    def lengkap(self) -> Self:
        """Yang melapor: paling sedikit satu hitungannya diketahui, karena formulirnya panjang."""
        diketahui = models.Q()
        for field in self.model._meta.concrete_fields:
            if field.get_internal_type() == "PositiveIntegerField":
                diketahui |= models.Q(**{f"{field.name}__isnull": False})
        return self.filter(diketahui)

    def get_by_natural_key(self, kecamatan: str, tahun: int) -> "KegiatanPkk":
        return self.get(kecamatan__kode=kecamatan, tahun=tahun)


class KegiatanPkk(DataTahun):
    """Pokja II: pendidikan dan keterampilan, serta pengembangan kehidupan berkoperasi (UP2K)."""

    kabupaten_path = "kecamatan__kabupaten"
    lingkup = ("wilayah",)

    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    tahun = tahun_field()
    buta_aksara = cacah("warga masih buta aksara")
    paket_a = cacah("Paket A, kelompok belajar")
    paket_a_warga = cacah("Paket A, warga belajar")
    paket_b = cacah("Paket B, kelompok belajar")
    paket_b_warga = cacah("Paket B, warga belajar")
    paket_c = cacah("Paket C, kelompok belajar")
    paket_c_warga = cacah("Paket C, warga belajar")
    kf = cacah("KF, kelompok belajar")
    kf_warga = cacah("KF, warga belajar")
    paud = cacah("PAUD sejenis")
    taman_bacaan = cacah("taman bacaan/perpustakaan")
    bkb = cacah("BKB, kelompok")
    bkb_peserta = cacah("BKB, peserta")
    bkb_ape = cacah("BKB, APE (set)")
    bkb_simulasi = cacah("BKB, kelompok simulasi")
    tutor_kf = cacah("tutor KF")
    tutor_paud = cacah("tutor PAUD sejenis")
    kader_bkb = cacah("kader BKB")
    kader_koperasi = cacah("kader koperasi")
    kader_keterampilan = cacah("kader keterampilan")
    latih_lp3pkk = cacah("kader dilatih LP3PKK")
    latih_tpk3pkk = cacah("kader dilatih TPK3PKK")
    latih_damas = cacah("kader dilatih DAMAS PKK")
    up2k_pemula = cacah("UP2K pemula, kelompok")
    up2k_pemula_peserta = cacah("UP2K pemula, peserta")
    up2k_madya = cacah("UP2K madya, kelompok")
    up2k_madya_peserta = cacah("UP2K madya, peserta")
    up2k_utama = cacah("UP2K utama, kelompok")
    up2k_utama_peserta = cacah("UP2K utama, peserta")
    up2k_mandiri = cacah("UP2K mandiri, kelompok")
    up2k_mandiri_peserta = cacah("UP2K mandiri, peserta")
    koperasi = cacah("koperasi berbadan hukum, kelompok")
    koperasi_anggota = cacah("koperasi berbadan hukum, anggota")
    keterangan = models.CharField(max_length=200, blank=True)

    objects = KegiatanPkkQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan PKK"
        verbose_name_plural = "kegiatan PKK"
        ordering = ["-tahun", "kecamatan__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["kecamatan", "tahun"],
                name="kegiatan_pkk_unik",
                violation_error_message="Kegiatan PKK kecamatan ini untuk tahun itu sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"PKK Pokja II {self.kecamatan} {self.tahun}"

    @property
    def is_up2k_lengkap(self) -> bool:
        """Keempat tingkat UP2K-nya diketahui."""
        return None not in [getattr(self, nama) for nama in UP2K]

    @property
    def up2k(self) -> int | None:
        """Banyak kelompok UP2K; `None` bila tidak satu pun kolomnya dilaporkan."""
        semua = [getattr(self, nama) for nama in UP2K]
        diketahui = [banyak for banyak in semua if banyak is not None]
        if diketahui:
            return sum(diketahui)
        return None

    def natural_key(self) -> tuple[str, int]:
        return (*self.kecamatan.natural_key(), self.tahun)
