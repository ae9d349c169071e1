"""Butir yang dinilai: indikator IDM atau aspek Indeks Desa, dengan skala skornya."""

from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from core.models import Named
from core.periode import tanggal_panjang
from core.querysets import ScopedQuerySet
from idm.models.instrumen import BagianInstrumen, Instrumen, Kunci, SubdimensiIndeks
from idm.scoring import SKOR_TERTINGGI

SKALA_UMUM = tuple(range(1, SKOR_TERTINGGI + 1))  # aspek yang rubriknya belum diketahui


class IndikatorIdmQuerySet(ScopedQuerySet):
    """Dikenali menurut instrumen dan posisinya."""

    def get_by_natural_key(self, instrumen: str, kode: str) -> "IndikatorIdm":
        return self.get(instrumen__kode=instrumen, kode=kode)


# kolom pelaksana: nama pada layanan resmi
PELAKSANA = {
    "pusat": "PUSAT",
    "provinsi": "PROV",
    "kab_kota": "KAB",
    "desa": "DESA",
    "csr": "CSR",
    "lainnya": "LAINNYA",
}


def pelaksana(label: str) -> models.CharField:
    """Siapa yang dapat membiayai; kosong berarti tidak tercantum."""
    return models.CharField(label, max_length=100, blank=True)


class IndikatorIdm(BagianInstrumen):
    """Satu butir instrumen; `posisi` adalah tempatnya dalam deret skor.

    Pada Indeks Desa butirnya aspek: `nomor` dan `indikator` induknya, `variabel` subdimensinya.
    Aspek yang belum disebut sumber mana pun tanpa nomor.
    """

    INDEKS = (
        ("IKS", "Indeks Ketahanan Sosial"),
        ("IKE", "Indeks Ketahanan Ekonomi"),
        ("IKL", "Indeks Ketahanan Ekologi/Lingkungan"),
    )

    instrumen = models.ForeignKey(Instrumen, on_delete=models.PROTECT)
    posisi = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=50)
    nama = models.CharField(max_length=200)
    indeks = models.CharField(max_length=3, choices=INDEKS, blank=True)
    dimensi = models.CharField(max_length=100)
    variabel = models.CharField("variabel atau subdimensi", max_length=100, blank=True)
    nomor = models.PositiveSmallIntegerField("nomor indikator", null=True, blank=True)
    indikator = models.CharField("indikator aspek ini", max_length=200, blank=True)
    judul_lembar = models.CharField(
        "judul kolom pada lembar resmi", max_length=200, blank=True, editable=False
    )
    sumber_skala = models.CharField("sumber skala", max_length=200, blank=True)
    dipastikan_oleh = models.CharField(
        "skala dipastikan oleh", max_length=200, blank=True, editable=False
    )
    dipastikan_at = models.DateTimeField("skala dipastikan pada", null=True, editable=False)
    pusat = pelaksana("pelaksana pusat")
    provinsi = pelaksana("pelaksana provinsi")
    kab_kota = pelaksana("pelaksana kabupaten/kota")
    desa = pelaksana("pelaksana desa")
    csr = pelaksana("pelaksana CSR")
    lainnya = pelaksana("pelaksana lainnya")
    catatan = models.TextField("catatan atas terbitan", blank=True)

    objects = IndikatorIdmQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["instrumen", "posisi"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "posisi"], name="indikator_idm_posisi"),
            models.UniqueConstraint(fields=["instrumen", "kode"], name="indikator_idm_kode"),
        ]

    def __str__(self) -> str:
        if self.indikator:
            return f"{self.indikator}: {self.nama}"
        return self.nama

    @property
    def is_belum_dikenal(self) -> bool:
        """Aspek yang poinnya dihitung tetapi namanya belum ada pada sumber mana pun."""
        return self.instrumen.is_dimensi and self.nomor is None and not self.judul_lembar

    @property
    def keterangan_skala(self) -> str:
        """Asal skalanya, dan siapa yang sudah mencocokkannya."""
        if not self.dipastikan_oleh:
            return f"{self.sumber_skala}; belum dipastikan."
        tanggal = tanggal_panjang(self.dipastikan_at)
        return f"{self.sumber_skala}; dipastikan {self.dipastikan_oleh}, {tanggal}."

    @cached_property
    def rubrik(self) -> tuple[int, ...]:
        """Skor yang ada pada rubriknya, dari yang terendah; kosong bila belum diketahui."""
        return tuple(sorted(satu.skor for satu in self.kriteriaskor_set.all()))

    @cached_property
    def tersedia(self) -> tuple[int, ...]:
        """Skor yang dapat diisi; aspek yang rubriknya belum diketahui menerima 1 sampai 5."""
        if self.instrumen.is_dimensi:
            return self.rubrik or SKALA_UMUM
        return self.rubrik

    @property
    def tujuan(self) -> tuple[int, ...]:
        """Skor yang pasti ada untuk direncanakan: menurut rubriknya.

        Aspek yang rubriknya belum diketahui hanya pasti mempunyai poin tertinggi.
        """
        if self.rubrik or not self.instrumen.is_dimensi:
            return self.rubrik
        return (SKOR_TERTINGGI,)

    @property
    def pelaksana_teks(self) -> str:
        """Siapa yang dapat membiayai, dengan sebutannya pada layanan resmi."""
        semua = []
        for nama, label in PELAKSANA.items():
            teks = getattr(self, nama)
            if teks:
                semua.append(f"{label}: {teks}")
        return "; ".join(semua)

    def natural_key(self) -> Kunci:
        return (*self.instrumen.natural_key(), self.kode)

    def clean(self) -> None:
        """IDM berindeks; aspek Indeks Desa berdimensi dan bersubdimensi instrumennya."""
        if self.instrumen_id is None:
            return
        if not self.instrumen.is_dimensi:
            if not self.indeks:
                raise ValidationError({"indeks": "Pilih IKS, IKE atau IKL."})
            return
        dikenal = SubdimensiIndeks.objects.filter(
            dimensi__instrumen=self.instrumen,
            dimensi__nama=self.dimensi,
            nama=self.variabel,
        )
        if not dikenal.exists():
            pesan = f"Bukan subdimensi {self.dimensi} pada {self.instrumen}."
            raise ValidationError({"variabel": pesan})


class KriteriaSkorQuerySet(ScopedQuerySet):
    """Dikenali menurut indikator dan skornya."""

    def get_by_natural_key(self, instrumen: str, kode: str, skor: int) -> "KriteriaSkor":
        return self.get(indikator__instrumen__kode=instrumen, indikator__kode=kode, skor=skor)


class KriteriaSkor(Named):
    """Satu skor satu indikator sebagaimana diterbitkan.

    Kriterianya, dan kegiatan untuk menaikkannya.
    """

    kabupaten_path = None
    induk_lock = "indikator"

    indikator = models.ForeignKey(IndikatorIdm, on_delete=models.PROTECT)
    skor = models.PositiveSmallIntegerField()
    kriteria = models.CharField(max_length=300)
    kegiatan = models.CharField("kegiatan untuk menaikkannya", max_length=300, blank=True)

    objects = KriteriaSkorQuerySet.as_manager()

    class Meta:
        verbose_name = "kriteria skor"
        verbose_name_plural = "kriteria skor"
        ordering = ["indikator", "-skor"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "skor"], name="kriteria_unik"),
            models.CheckConstraint(condition=Q(skor__lte=5), name="kriteria_skor_0_5"),
        ]

    def __str__(self) -> str:
        return f"{self.skor}: {self.kriteria}"

    def sebab_lock(self) -> str:
        """Instrumen yang dipakai dahulu, lalu skala yang sudah dipastikan orang."""
        if sebab := super().sebab_lock():
            return sebab
        if self.indikator.dipastikan_oleh:
            oleh = f"sudah dipastikan {self.indikator.dipastikan_oleh}"
            return f"Skala {self.indikator} {oleh}; batalkan kepastiannya bila harus diubah."
        return ""

    def natural_key(self) -> tuple[str, str, int]:
        return (*self.indikator.natural_key(), self.skor)
