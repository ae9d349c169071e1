"""Bersama untuk semua baris yang diukur: cara menggabungkan masa, rumus capaian, dan batasnya."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from kinerja.aturan.capaian import SERATUS, Arah, Rumus, Sebutan
from kinerja.aturan.periode import Aturan, Cara
from kinerja.aturan.satuan import is_persen, masalah_faktor, usulan_cara
from kinerja.aturan.syarat import Syarat
from kinerja.models.predikat import SkalaKualitatif, TingkatKualitatif

CARA = [(cara.value, cara.nama) for cara in Cara]
ARAH = [(arah.value, arah.rumus.pilihan) for arah in Arah]


def batas_field(label: str, help_text: str) -> models.DecimalField:
    """Kosong berarti tanpa batas."""
    return models.DecimalField(
        label, max_digits=7, decimal_places=2, null=True, blank=True, help_text=help_text
    )


class Terukur(models.Model):
    """Aturan satu baris yang diukur; selama belum dipilih orang, caranya diusulkan."""

    rumus_pembilang = models.TextField("rumus: pembilang", blank=True)
    rumus_penyebut = models.TextField("rumus: penyebut", blank=True)
    faktor = models.PositiveIntegerField("faktor kali", default=1)
    skala_kualitatif = models.ForeignKey(
        SkalaKualitatif,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="skala kualitatif",
        help_text="Untuk indikator yang hasilnya sebutan, misalnya opini WTP atau kategori BB.",
    )
    agregasi = models.CharField(
        "nilai setahun",
        max_length=10,
        choices=CARA,
        blank=True,
        help_text="Kosong berarti menurut satuan, kata indikator dan target triwulannya.",
    )
    arah = models.CharField("rumus capaian", max_length=10, choices=ARAH, default=Arah.NAIK.value)
    toleransi = models.DecimalField(
        max_digits=18,
        decimal_places=4,
        default=Decimal(0),
        validators=[MinValueValidator(0)],
        help_text="Untuk rumus dalam rentang: boleh meleset sebesar ini dari target.",
    )
    batas_atas = batas_field("capaian paling tinggi (%)", "Kosong berarti capaian tidak dibatasi.")
    batas_bawah = batas_field("capaian paling rendah (%)", "Misalnya 0 agar capaian tidak negatif.")

    class Meta:
        abstract = True

    @property
    def kata(self) -> str:
        """Nama atau indikatornya, yang menyebut apa yang diukur."""
        raise NotImplementedError

    @property
    def syarat_nilai(self) -> Syarat:
        """Angka yang boleh menjadi target, realisasi atau K-nya."""
        is_hasil_bagi = self.rumus_penyebut or self.faktor != 1
        satuan = "" if is_hasil_bagi else self.satuan  # type: ignore[attr-defined]
        tertulis = self.satuan  # type: ignore[attr-defined]
        is_perseratus = is_persen(tertulis) or self.faktor == SERATUS
        return Syarat.baris(satuan, self.kata, is_perseratus=is_perseratus)

    @property
    def syarat_pembilang(self) -> Syarat:
        """Menurut rumusnya."""
        return Syarat.bagian(self.rumus_pembilang, self.kata)

    @property
    def syarat_penyebut(self) -> Syarat:
        """Menurut rumusnya; tidak pernah negatif."""
        return Syarat.bagian(self.rumus_penyebut, "")

    @property
    def masalah_faktor(self) -> str:
        """Mengapa pengali rumusnya tidak menurut satuannya; kosong bila menurut."""
        satuan: str = self.satuan  # type: ignore[attr-defined]
        return masalah_faktor(satuan, self.faktor, is_pecahan=bool(self.rumus_penyebut))

    @property
    def usulan(self) -> Cara:
        """Cara yang diusulkan dari satuan, kata indikator dan target triwulannya."""
        raise NotImplementedError

    @property
    def cara(self) -> Cara:
        """Pilihan orang, atau usulannya."""
        if self.agregasi:
            return Cara(self.agregasi)
        return self.usulan

    @property
    def usulan_lain(self) -> Cara | None:
        """Usulan kini bila pilihan orang lain daripadanya."""
        usulan = self.usulan
        if not self.agregasi or self.agregasi == usulan:
            return None
        return usulan

    @property
    def tulisan_cara(self) -> str:
        """`dijumlahkan`, atau `nilai terakhir (usulan)` selama belum dipilih orang."""
        if self.agregasi:
            return self.cara.nama
        return f"{self.cara.nama} (usulan)"

    @property
    def aturan(self) -> Aturan:
        """Aturan baris ini dari kolom-kolomnya."""
        return Aturan(
            cara=self.cara,
            arah=Arah(self.arah),
            toleransi=self.toleransi,
            bawah=self.batas_bawah,
            atas=self.batas_atas,
        )

    @property
    def rumus(self) -> Rumus:
        """Cara capaiannya dihitung, menurut arahnya."""
        return Arah(self.arah).rumus

    def usulan_bagi(
        self,
        kata: str,
        target: Decimal | None,
        triwulan: Sequence[Decimal | None],
    ) -> Cara:
        """Sebutan selalu bertahap; pecahan diusulkan tanpa satuannya."""
        if self.skala_kualitatif_id is not None:  # type: ignore[attr-defined]
            return Cara.TERAKHIR
        satuan = "" if self.rumus_penyebut else self.satuan  # type: ignore[attr-defined]
        return usulan_cara(satuan, kata, target, triwulan)

    def sebutan_dari(self, tingkat: TingkatKualitatif) -> Sebutan:
        """Sebutan sebagaimana skala barisnya menilainya."""
        return tingkat.sebutan


def terukur_constraints(nama: str) -> list[Any]:
    """Batas atas di atas batas bawah."""
    is_terbuka = Q(batas_atas=None) | Q(batas_bawah=None)
    return [
        models.CheckConstraint(
            condition=is_terbuka | Q(batas_atas__gt=F("batas_bawah")),
            name=f"{nama}_batas",
            violation_error_message="Capaian paling tinggi harus di atas capaian paling rendah.",
        )
    ]
