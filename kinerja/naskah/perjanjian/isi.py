"""Bentuk isi Perjanjian Kinerja."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from core.angka import format_angka
from documents.kepala import KepalaNaskah, Orang
from documents.snapshot import Plain
from kinerja.aturan.batasan import Batasan, satuan_target
from kinerja.naskah.dasar.besaran import Besaran, besaran, dari_tulisan

Pagu = Decimal | None  # `None` bila tidak diketahui
DIHAPUS = besaran("tidak lagi diperjanjikan")  # target indikator yang dilepas perubahannya


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorPerjanjian:
    """Indikator yang diperjanjikan; tanpa `desimal` targetnya tulisan lengkap dengan satuannya."""

    nama: str
    satuan: str
    desimal: int | None
    target: Besaran
    semula: str = ""  # target perjanjian yang diubah, dengan satuannya
    catatan: str = ""  # keadaan atau mutu targetnya, dengan alasannya

    @property
    def tulisan(self) -> str:
        """Target dengan satuannya, untuk disandingkan."""
        angka = self.target.angka
        if angka is None:
            return f"{self.target.sebutan} {self.satuan}".strip()
        return f"{format_angka(angka, self.desimal)} {self.satuan}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranPerjanjian:
    """Sasaran, program atau kegiatan dengan indikatornya."""

    sasaran: str
    indikator: tuple[IndikatorPerjanjian, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UangPerjanjian:
    """Program, kegiatan atau sub kegiatan dengan pagunya (rupiah)."""

    kode: str
    nama: str
    pagu: Pagu
    semula: Pagu = None  # pada perjanjian yang diubah
    is_sebagian: bool = False  # pagunya belum memuat semua sub kegiatannya

    @property
    def selisih(self) -> Pagu:
        """Bertambah atau berkurang; `None` bila salah satunya tidak diketahui."""
        return selisih(self.semula, self.pagu)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPerjanjian(KepalaNaskah):
    """Pernyataan, kedua pihak, sasaran dengan target, lalu anggaran dan jumlahnya."""

    VERSI: ClassVar[int] = 2

    tingkat: str
    pertama: Orang
    kedua: Orang
    alasan: str
    nomor_lama: str
    sasaran: tuple[SasaranPerjanjian, ...]
    sebutan: str
    anggaran: tuple[UangPerjanjian, ...]
    jumlah: Pagu
    is_bersanding: bool = False  # perubahan yang mencetak semula dan menjadi
    jumlah_semula: Pagu = None
    catatan_pagu: str = ""  # baris yang tidak dijumlahkan karena pagunya belum diketahui

    @property
    def batasan(self) -> tuple[Batasan, ...]:
        """Satuan dan target tiap indikatornya, untuk dihadapkan dengan naskah lain."""
        hasil = []
        for sasaran in self.sasaran:
            for satu in sasaran.indikator:
                if satu.target == DIHAPUS:
                    continue
                satuan = satu.satuan or satuan_target(satu.tulisan)
                batasan = Batasan(nama=satu.nama, satuan=satuan, target=satu.target.banding)
                hasil.append(batasan)
        return tuple(hasil)

    @property
    def selisih(self) -> Pagu:
        """Selisih jumlah anggarannya."""
        return selisih(self.jumlah_semula, self.jumlah)

    @property
    def is_berubah(self) -> bool:
        """Ada target atau pagu yang lain dari semula."""
        target = []
        for s in self.sasaran:
            for i in s.indikator:
                target.append(i.semula != i.tulisan)
        return any(target) or any(uang.semula != uang.pagu for uang in self.anggaran)


def selisih(semula: Pagu, menjadi: Pagu) -> Pagu:
    """`None` bila salah satunya tidak diketahui."""
    if semula is None or menjadi is None:
        return None
    return menjadi - semula


def lift_perjanjian(isi: Plain) -> Plain:
    """Versi 1 ke 2: target menjadi besaran; definisi indikator yang tidak tercetak dilepas."""
    return isi | {"sasaran": [_sasaran(row) for row in isi["sasaran"]]}


def _sasaran(lama: Plain) -> Plain:
    """Indikator-indikator satu sasaran dinaikkan."""
    return lama | {"indikator": [_indikator(i) for i in lama["indikator"]]}


def _indikator(lama: Plain) -> Plain:
    """Tanpa desimal, targetnya tulisan."""
    tulisan = lama["target"]
    is_angka = lama["desimal"] is not None
    target: Plain = {"angka": None, "sebutan": tulisan}
    if is_angka:
        target = dari_tulisan(tulisan)
    tetap = {}
    for nama in ("nama", "satuan", "desimal"):
        tetap[nama] = lama[nama]
    return tetap | {"target": target}
