"""Bersama untuk program, kegiatan dan sub kegiatan: kode, indikator, target dan uangnya."""

from decimal import Decimal
from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Coalesce

from documents.models import DataTahun, Kunci
from kinerja.aturan.capaian import Sebutan
from kinerja.aturan.kode import KODE, masalah_bentuk
from kinerja.aturan.periode import Cara
from kinerja.aturan.rencana import target_cetak
from kinerja.aturan.syarat import Syarat
from kinerja.models.indikator import nilai_field
from kinerja.models.keadaan import tingkat_field
from kinerja.models.syarat import Bersyarat
from kinerja.models.terukur import Terukur, terukur_constraints

Nilai = Decimal | Sebutan | None  # `None` bila belum diisi
TARGET_TRIWULAN = tuple(f"target_tw{n}" for n in (1, 2, 3, 4))
# kolom angka -> kolom sebutannya pada baris kualitatif
SEBUTAN = {
    "target": "tingkat_target",
    "target_renstra": "tingkat_renstra",
    "realisasi_lalu": "tingkat_lalu",
}


def uang_field(label: str, **kwargs: Any) -> models.DecimalField:
    """Rupiah penuh; kosong berarti tidak diketahui."""
    return models.DecimalField(
        label, max_digits=18, decimal_places=0, null=True, blank=True, **kwargs
    )


def nonnegative(nama: str, *fields: str) -> list[models.BaseConstraint]:
    """Uang tidak pernah negatif; kosong boleh."""
    return [
        models.CheckConstraint(
            condition=models.Q(**{field: None}) | models.Q(**{f"{field}__gte": 0}),
            name=f"{nama}_{field}",
            violation_error_message=f"{field.replace('_', ' ').capitalize()} tidak boleh negatif.",
        )
        for field in fields
    ]


def kode_field(**kwargs: Any) -> models.CharField:
    """Kode nomenklatur; susunannya menurut tahun diperiksa `Berkode.clean`."""
    pesan = "Kode berupa angka bertitik, misalnya 2.13.04."
    return models.CharField(max_length=20, validators=[RegexValidator(KODE, pesan)], **kwargs)


def realisasi_sub(awalan: str = "") -> Any:
    """Realisasi baris sub kegiatan: jumlah triwulannya bila diukur, selain itu isian setahun."""
    pengukuran = apps.get_model("kinerja.PengukuranSub")._default_manager
    induk = models.OuterRef(f"{awalan}pk")
    diukur = pengukuran.filter(sub_kegiatan=induk, keuangan__isnull=False).order_by()
    per_sub = diukur.values("sub_kegiatan").annotate(jumlah=models.Sum("keuangan"))
    return Coalesce(
        models.Subquery(per_sub.values("jumlah")),
        models.F(f"{awalan}realisasi"),
    )


def is_sub_berpagu(awalan: str = "") -> Any:
    """Pagu sub kegiatannya diketahui pada salah satu barisnya."""
    sub = apps.get_model("kinerja.SubKegiatan")._default_manager.order_by()
    utama = Coalesce(models.OuterRef(f"{awalan}induk"), models.OuterRef(f"{awalan}pk"))
    sebaris = sub.annotate(utama=Coalesce("induk", "pk")).filter(utama=utama)
    return models.Exists(sebaris.filter(pagu_berlaku__isnull=False))


LINGKUP_POHON = ("", "rencana_aksi", *(f"pengukuran-{satu}" for satu in range(1, 5)))


class Keluaran(Bersyarat, Terukur, DataTahun):
    """Bersama untuk program, kegiatan dan baris sub kegiatan: indikator dan targetnya."""

    kolom_angka = (*SEBUTAN, *TARGET_TRIWULAN)
    penentu = ("satuan",)

    indikator = models.TextField("indikator kinerja", blank=True)
    target = nilai_field("target")
    satuan = models.CharField(max_length=40, blank=True)
    target_tercetak = models.CharField("target tercetak", max_length=60, blank=True)
    target_renstra = nilai_field("target akhir Renstra")
    realisasi_lalu = nilai_field(
        "realisasi Renstra s.d. tahun lalu",
        help_text="Hanya bila tahun-tahun lalu tidak ada di sistem.",
    )

    target_tw1 = nilai_field("target triwulan I")
    target_tw2 = nilai_field("target triwulan II")
    target_tw3 = nilai_field("target triwulan III")
    target_tw4 = nilai_field("target triwulan IV")
    tingkat_target = tingkat_field("target (sebutan)", related_name="+")
    tingkat_renstra = tingkat_field("target akhir Renstra (sebutan)", related_name="+")
    tingkat_lalu = tingkat_field("realisasi s.d. tahun lalu (sebutan)", related_name="+")

    class Meta:
        abstract = True

    @property
    def kata(self) -> str:
        return self.indikator

    @property
    def isi_target(self) -> Nilai:
        """Target setahun, angka atau sebutannya."""
        return self._isi("target")

    @property
    def isi_renstra(self) -> Nilai:
        """Target akhir Renstra, angka atau sebutannya."""
        return self._isi("target_renstra")

    @property
    def isi_lalu(self) -> Nilai:
        """Realisasi sampai tahun lalu yang diisi orang, angka atau sebutannya."""
        return self._isi("realisasi_lalu")

    @property
    def tulisan_target(self) -> str:
        """Target dengan satuannya, atau sebutannya, untuk dibaca orang."""
        return target_cetak(self.isi_target, self.satuan)

    @property
    def target_triwulan(self) -> tuple[Decimal | None, ...]:
        """Target tiap triwulan, juga yang kosong."""
        return tuple(getattr(self, kolom) for kolom in TARGET_TRIWULAN)

    @property
    def gabungan_target(self) -> Decimal | None:
        """Target setahun menurut keempat triwulannya; `None` bila belum semuanya terisi."""
        bertriwulan = {(n, 0): nilai for n, nilai in enumerate(self.target_triwulan, start=1)}
        return self.aturan.gabungan_triwulan(bertriwulan)

    @property
    def usulan(self) -> Cara:
        """Menurut satuan, kata indikator dan target triwulannya."""
        return self.usulan_bagi(self.indikator, self.target, self.target_triwulan)

    def syarat(self, kolom: str) -> Syarat:
        """Semua targetnya bersatuan sama."""
        return self.syarat_nilai

    def sebab_pohon(self, tahun: int) -> str:
        """Kunci `tahun` seluruhnya atau satu bagian pohonnya; kosong bila tidak ada."""
        for lingkup in LINGKUP_POHON:
            sebab = Kunci.objects.sebab(self.kabupaten_kode, tahun, (lingkup,))
            if sebab:
                return sebab
        return ""

    def _isi(self, kolom: str) -> Nilai:
        """Sebutannya lebih dahulu; keduanya tidak pernah terisi bersama."""
        tingkat = getattr(self, SEBUTAN[kolom])
        if tingkat is not None:
            sebutan: Sebutan = tingkat.sebutan
            return sebutan
        angka: Decimal | None = getattr(self, kolom)
        return angka


PINDAH = "Tahun dan atasannya tetap."


class Berkode(Keluaran):
    """Baris yang berkode nomenklatur, menurut tingkat dan tahunnya."""

    tingkat_kode: ClassVar[str]
    atasan: ClassVar[str] = ""  # kunci tamu ke baris setingkat di atasnya

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Susunan kodenya menurut tingkatnya; sebelum 2021 tidak ditentukan di sini."""
        super().clean()
        kolom = f"{self.atasan}_id" if self.atasan else "tahun"
        if getattr(self, kolom) is None:
            return
        masalah = masalah_bentuk(self.kode, self.tingkat_kode, self.tahun)
        if masalah:
            raise ValidationError({"kode": masalah})
        self._refuse_pindah()

    def _refuse_pindah(self) -> None:
        """Pindah tahun atau atasan membawa semua di bawahnya, juga yang terkunci sendiri."""
        kini: Any = self
        semula: Any = type(self)._base_manager.filter(pk=self.pk).first()
        kolom = (f"{self.atasan}_id",) if self.atasan else ("tahun", "perangkat_daerah_id")
        if semula is None or all(getattr(semula, satu) == getattr(kini, satu) for satu in kolom):
            return
        for tahun in {semula.tahun, kini.tahun}:
            sebab = self.sebab_pohon(tahun)
            if sebab:
                raise ValidationError(f"{PINDAH} {sebab}")


def keluaran_constraints(nama: str) -> list[models.BaseConstraint]:
    """Aturannya, dan tiap nilai angka atau sebutan, tidak keduanya."""
    hasil = terukur_constraints(nama)
    for kolom, sebutan in SEBUTAN.items():
        satu = models.CheckConstraint(
            condition=models.Q(**{kolom: None}) | models.Q(**{sebutan: None}),
            name=f"{nama}_{sebutan}",
            violation_error_message="Isi angkanya atau sebutannya, tidak keduanya.",
        )
        hasil.append(satu)
    return hasil
