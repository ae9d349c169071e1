from collections.abc import Iterable
from typing import ClassVar, Self

from django.db import models

from accounts.models import tahun_field
from core.querysets import ScopedQuerySet
from documents.models import DataTahun
from villages.models.wilayah import Desa, Kecamatan

WILAYAH = ("jumlah_desa", "jumlah_kelurahan")
LEMBAGA = (
    "posyandu",
    "lpm",
    "pkk",
    "rw",
    "rt",
    "karang_taruna",
    "lembaga_adat",
)
RINCI = (
    "posyandu_aktif",
    "pkk_aktif",
    "lpm_berprestasi",
    "binaan_lpm",
    "binaan_pkk",
)
SEBAGIAN = (
    ("posyandu_aktif", "posyandu", "Posyandu aktif"),
    ("pkk_aktif", "pkk", "PKK aktif"),
    ("lpm_berprestasi", "lpm", "LPM berprestasi"),
)


def hitungan(label: str) -> models.PositiveIntegerField:
    """Banyaknya; kosong berarti belum diketahui, bukan nol."""
    return models.PositiveIntegerField(label, null=True, blank=True)


def jumlah(semua: Iterable[int | None]) -> int | None:
    """Jumlah yang diketahui; `None` bila tidak satu pun."""
    diketahui = [banyak for banyak in semua if banyak is not None]
    return sum(diketahui) if diketahui else None


def tidak_melebihi(awalan: str) -> list[models.BaseConstraint]:
    """Yang aktif atau berprestasi paling banyak sejumlah lembaganya."""
    return [
        models.CheckConstraint(
            condition=models.Q(**{f"{bagian}__isnull": True})
            | models.Q(**{f"{bagian}__lte": models.F(whole)}),
            name=f"{awalan}_{bagian}",
            violation_error_message=f"{label} melebihi jumlah {whole.upper()}.",
        )
        for bagian, whole, label in SEBAGIAN
    ]


class HitungLembagaQuerySet(ScopedQuerySet):
    def lengkap(self) -> Self:
        """Baris yang semua hitungan formulirnya diketahui; yang baru sebagian belum melapor."""
        return self.exclude(_belum_diketahui(self.model.WAJIB))


def _belum_diketahui(kolom: Iterable[str]) -> models.Q:
    """Salah satu `kolom` masih kosong."""
    kosong = models.Q()
    for nama in kolom:
        kosong |= models.Q(**{f"{nama}__isnull": True})
    return kosong


class RekapLembagaQuerySet(HitungLembagaQuerySet):
    def get_by_natural_key(self, kode: str, tahun: int) -> "RekapLembaga":
        return self.get(kecamatan__kode=kode, tahun=tahun)

    def totals(self) -> dict[str, int | None]:
        """Jumlah yang diketahui tiap kolom, berikut `semua` lembaga (Permendagri 18/2018)."""
        sums = self.aggregate(**{nama: models.Sum(nama) for nama in (*WILAYAH, *LEMBAGA)})
        return {**sums, "semua": jumlah(sums[nama] for nama in LEMBAGA)}

    def sebagian(self, semua_nama: Iterable[str]) -> set[str]:
        """`semua` diketahui sebagian selama satu jenisnya demikian.

        Jenis yang tidak diketahui di satu kecamatan pun membuatnya sebagian pula.
        """
        kurang = super().sebagian((*WILAYAH, *LEMBAGA))
        belum = [nama for nama, total in self.totals().items() if total is None]
        if kurang.intersection(LEMBAGA) or set(belum).intersection(LEMBAGA):
            kurang.add("semua")
        return kurang.intersection(semua_nama)


class HitungLembaga(DataTahun):
    """Kolom hitungan lembaga kemasyarakatan (Permendagri 18/2018), sama bagi kecamatan dan desa."""

    lingkup = ("wilayah", "lembaga")
    WAJIB: ClassVar[tuple[str, ...]] = LEMBAGA  # yang diminta formulirnya

    posyandu = hitungan("Posyandu")
    lpm = hitungan("LPM")
    pkk = hitungan("PKK")
    rw = hitungan("RW")
    rt = hitungan("RT")
    karang_taruna = hitungan("Karang Taruna")
    lembaga_adat = hitungan("Lembaga Adat")
    posyandu_aktif = hitungan("Posyandu aktif")
    pkk_aktif = hitungan("PKK aktif")
    lpm_berprestasi = hitungan("LPM berprestasi")
    binaan_lpm = hitungan("kelompok binaan LPM")
    binaan_pkk = hitungan("kelompok binaan PKK")

    class Meta:
        abstract = True

    @property
    def is_berisi(self) -> bool:
        """Paling sedikit satu hitungannya diketahui."""
        return any(getattr(self, nama) is not None for nama in (*self.WAJIB, *RINCI))

    @property
    def semua(self) -> int | None:
        """Banyak semua lembaga; `None` selama satu jenis saja belum diketahui."""
        banyak = [getattr(self, nama) for nama in LEMBAGA]
        if None in banyak:
            return None
        return jumlah(banyak)


class RekapLembaga(HitungLembaga):
    """Lembaga kemasyarakatan satu kecamatan dalam satu tahun."""

    kabupaten_path = "kecamatan__kabupaten"
    WAJIB = (*WILAYAH, *LEMBAGA)

    kecamatan = models.ForeignKey(Kecamatan, on_delete=models.PROTECT)
    tahun = tahun_field()
    jumlah_desa = hitungan("desa")
    jumlah_kelurahan = hitungan("kelurahan")
    is_rincian = models.BooleanField("dijumlahkan dari rincian", default=False, editable=False)

    objects = RekapLembagaQuerySet.as_manager()

    class Meta:
        verbose_name = "rekap lembaga"
        verbose_name_plural = "rekap lembaga"
        ordering = ["-tahun", "kecamatan__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["kecamatan", "tahun"],
                name="rekap_lembaga_unik",
                violation_error_message="Rekap kecamatan ini untuk tahun itu sudah ada.",
            ),
            *tidak_melebihi("rekap"),
        ]

    def __str__(self) -> str:
        return f"Lembaga {self.kecamatan} {self.tahun}"

    @property
    def alasan_rincian(self) -> str:
        """Kalimat bila barisnya jumlah rincian; kosong bila diisi sendiri."""
        if self.is_rincian:
            return f"{self} dijumlahkan dari rincian desa dan kelurahannya; ubah di sana."
        return ""

    def natural_key(self) -> tuple[str, int]:
        return (*self.kecamatan.natural_key(), self.tahun)

    def sebab_lock(self) -> str:
        if sebab := super().sebab_lock():
            return sebab
        return self.alasan_rincian


class RincianLembaga(HitungLembaga):
    """Lembaga kemasyarakatan satu desa/kelurahan dalam satu tahun."""

    kabupaten_path = "desa__kecamatan__kabupaten"

    desa = models.ForeignKey(Desa, on_delete=models.PROTECT)
    tahun = tahun_field()

    objects = HitungLembagaQuerySet.as_manager()

    class Meta:
        verbose_name = "rincian lembaga"
        verbose_name_plural = "rincian lembaga"
        ordering = ["-tahun", "desa__kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["desa", "tahun"],
                name="rincian_lembaga_unik",
                violation_error_message="Rincian desa ini untuk tahun itu sudah ada.",
            ),
            *tidak_melebihi("rincian"),
        ]

    def __str__(self) -> str:
        return f"Lembaga {self.desa} {self.tahun}"
