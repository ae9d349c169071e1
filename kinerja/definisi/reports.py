"""Definisi tiap tahun bersanding, dan akibat penerapan yang baru."""

from dataclasses import dataclass
from decimal import Decimal

from core.angka import bersatuan, persen
from core.display import KOSONG
from kinerja.definisi.actions import Penahan, holder
from kinerja.models import UNSUR_DEFINISI, Indikator
from kinerja.tahun.definisi import label, masa_definisi, seandainya, tulisan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

KINI = "kini"
NAMA_KOLOM = ("Target", "Realisasi", "Capaian", "Predikat")


@dataclass(frozen=True)
class BarisUnsur:
    """Satu unsur yang tidak sama pada semua tahun."""

    unsur: str
    isi: tuple[str, ...]


@dataclass(frozen=True)
class BandingDefinisi:
    """Definisi yang pernah berlaku; satu kolom tiap definisi, yang kini terakhir."""

    kolom: tuple[str, ...]
    baris: tuple[BarisUnsur, ...]
    is_tertinggal: bool  # ada tahun yang definisinya bukan definisi kini

    @property
    def is_berganti(self) -> bool:
        """Ada yang dapat disandingkan."""
        return bool(self.baris)


@dataclass(frozen=True)
class AkibatAngka:
    """Satu angka menurut kedua definisi, sebagaimana dibaca orang."""

    nama: str
    semula: str
    menjadi: str

    @property
    def is_sama(self) -> bool:
        return self.semula == self.menjadi


@dataclass(frozen=True)
class Akibat:
    """Satu tahun menurut definisinya, dan seandainya definisi kini diterapkan."""

    tahun: int
    kolom: tuple[AkibatAngka, ...]
    penahan: Penahan | None

    @property
    def tulisan_tahun(self) -> str:
        """Seperti dikirim formulirnya."""
        return str(self.tahun)


def banding(kinerja: TahunKinerja, kini: Indikator) -> BandingDefinisi:
    """Tiap definisi yang berbeda beserta tahunnya, di samping yang kini."""
    definisi: list[Indikator] = []
    kolom: list[str] = []
    tertinggal = 0
    for masa in masa_definisi(kinerja.pengukuran, kini):
        tertinggal += bool(masa.definisi.differs(kini))
        definisi.append(masa.definisi)
        kolom.append(masa.tulisan)
    if not definisi or definisi[-1].differs(kini):
        definisi.append(kini)
        kolom.append(KINI)
    else:
        kolom[-1] = f"{kolom[-1]}, {KINI}"
    baris = _baris(definisi)
    is_tertinggal = tertinggal > 0
    return BandingDefinisi(tuple(kolom), tuple(baris), is_tertinggal)


def _baris(definisi: list[Indikator]) -> list[BarisUnsur]:
    """Unsur yang tulisannya tidak sama pada semua definisi."""
    hasil = []
    for nama in UNSUR_DEFINISI:
        isi = [tulisan(satu, nama) for satu in definisi]
        is_sama = len(set(isi)) == 1
        if not is_sama:
            baris = BarisUnsur(label(nama), tuple(isi))
            hasil.append(baris)
    return hasil


def akibat(kinerja: TahunKinerja, kini: Indikator) -> list[Akibat]:
    """Tiap tahun yang definisinya berbeda dari definisi kini, terbaru dahulu."""
    pengukuran = kinerja.pengukuran
    hasil = []
    for masa in masa_definisi(pengukuran, kini):
        if not masa.definisi.differs(kini):
            continue
        for tahun in masa.tahun:
            semula = pengukuran.ukur(kini, tahun)
            menjadi = seandainya(pengukuran, kinerja.data, kini, tahun)
            kolom = _kolom(semula, menjadi)
            penahan = holder(kini, tahun)
            hasil.append(Akibat(tahun, kolom, penahan))
    hasil.reverse()
    return hasil


def _kolom(semula: Ukuran, menjadi: Ukuran) -> tuple[AkibatAngka, ...]:
    """Keempat angka berpasangan."""
    lama = _angka(semula)
    baru = _angka(menjadi)
    return tuple(map(AkibatAngka, NAMA_KOLOM, lama, baru))


def _angka(ukuran: Ukuran) -> tuple[str, str, str, str]:
    """Target, realisasi, capaian dan predikat sebagai tulisan."""
    indikator = ukuran.indikator
    capaian = KOSONG
    if ukuran.capaian.persen is not None:
        capaian = persen(ukuran.capaian.persen)
    return (
        _bersatuan(ukuran.target_cetak, indikator),
        _bersatuan(ukuran.realisasi_cetak, indikator),
        capaian,
        ukuran.predikat or KOSONG,
    )


def _bersatuan(nilai: Decimal | str | None, indikator: Indikator) -> str:
    """Angka dengan satuannya; sebutan dan keadaan apa adanya."""
    if isinstance(nilai, Decimal):
        return bersatuan(nilai, indikator.satuan, indikator.desimal)
    return nilai or KOSONG
