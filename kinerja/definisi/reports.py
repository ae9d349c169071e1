"""Definisi tiap tahun bersanding, dan akibat penerapan yang baru."""

from dataclasses import dataclass

from kinerja.definisi.actions import Penahan, holder
from kinerja.models import KOLOM_DEFINISI, Indikator
from kinerja.tahun.definisi import MasaDefinisi, label, masa_definisi, seandainya, tulisan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran


@dataclass(frozen=True)
class BarisUnsur:
    """Satu unsur yang tidak sama pada semua tahun."""

    unsur: str
    isi: tuple[str, ...]


@dataclass(frozen=True)
class Banding:
    """Definisi yang pernah berlaku; satu kolom tiap definisi, yang kini terakhir."""

    kolom: tuple[str, ...]
    baris: tuple[BarisUnsur, ...]
    is_tertinggal: bool  # ada tahun yang definisinya bukan definisi kini

    @property
    def is_berganti(self) -> bool:
        """Ada yang dapat disandingkan."""
        return bool(self.baris)


@dataclass(frozen=True)
class Akibat:
    """Satu tahun menurut definisinya, dan seandainya definisi kini diterapkan."""

    semula: Ukuran
    menjadi: Ukuran
    penahan: Penahan

    @property
    def tahun(self) -> int:
        return self.semula.tahun

    @property
    def is_capaian_sama(self) -> bool:
        return self.semula.capaian.persen == self.menjadi.capaian.persen

    @property
    def is_predikat_sama(self) -> bool:
        return self.semula.predikat == self.menjadi.predikat


def banding(kinerja: TahunKinerja, kini: Indikator) -> Banding:
    """Tiap definisi yang berbeda beserta tahunnya, di samping yang kini."""
    masa = masa_definisi(kinerja.pengukuran, kini)
    definisi = [satu.definisi for satu in masa]
    kolom = [_kepala(satu, kini) for satu in masa]
    if not masa or masa[-1].definisi.differs(kini):
        definisi.append(kini)
        kolom.append("kini")
    baris = []
    for nama in KOLOM_DEFINISI:
        isi = tuple(tulisan(satu, nama) for satu in definisi)
        if len(set(isi)) > 1:
            baris.append(BarisUnsur(label(nama), isi))
    is_tertinggal = any(satu.definisi.differs(kini) for satu in masa)
    return Banding(tuple(kolom), tuple(baris), is_tertinggal)


def _kepala(masa: MasaDefinisi, kini: Indikator) -> str:
    """`2021–2023`; yang definisinya definisi kini disebut demikian."""
    if masa.definisi.differs(kini):
        return masa.tulisan
    return f"{masa.tulisan}, kini"


def akibat(kinerja: TahunKinerja, kini: Indikator) -> list[Akibat]:
    """Tiap tahun yang definisinya berbeda dari definisi kini, terbaru dahulu."""
    pengukuran = kinerja.pengukuran
    hasil = []
    for masa in masa_definisi(pengukuran, kini):
        if not masa.definisi.differs(kini):
            continue
        for tahun in masa.tahun:
            menjadi = seandainya(pengukuran, kinerja.data, kini, tahun)
            semula = pengukuran.ukur(kini, tahun)
            hasil.append(Akibat(semula, menjadi, holder(kini, tahun)))
    return hasil[::-1]
