"""Definisi indikator dari tahun ke tahun: yang berbeda, dan ukuran seandainya diganti."""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from core.angka import ringkas
from core.display import KOSONG
from kinerja.aturan.periode import Masa
from kinerja.models import AKURASI, DefinisiTahun, Indikator
from kinerja.tahun.data import Data
from kinerja.tahun.pengukuran import Pengukuran, ukur
from kinerja.tahun.renstra import Kunci
from kinerja.tahun.sources import sebutan as sebutan_sumber
from kinerja.tahun.ukuran import Ukuran

Tersimpan = Mapping[Kunci, Mapping[Masa, Any]]  # baris tiap masa


# unsur yang tidak mengubah arti angkanya
KATA = frozenset(("nama", *AKURASI, "keterangan", "desimal", "skala_predikat"))
DIISI_TANGAN = "diisi tangan"


@dataclass(frozen=True)
class BedaUnsur:
    """Satu unsur definisi pada dua tahun."""

    kolom: str
    semula: str
    kini: str

    @property
    def unsur(self) -> str:
        """Sebutan unsurnya."""
        return label(self.kolom)

    @property
    def kalimat(self) -> str:
        """Kedua tulisannya."""
        return f"{self.unsur} “{self.semula}” menjadi “{self.kini}”"


@dataclass(frozen=True)
class MasaDefinisi:
    """Tahun-tahun berurutan yang definisinya sama."""

    awal: int
    akhir: int
    definisi: Indikator

    @property
    def tahun(self) -> range:
        """Tiap tahunnya."""
        return range(self.awal, self.akhir + 1)

    @property
    def tulisan(self) -> str:
        """`2018–2020`."""
        return rentang_tahun(self.tahun)


def perbedaan(semula: Indikator, kini: Indikator) -> list[BedaUnsur]:
    """Tiap unsur yang berbeda, dengan kedua tulisannya."""
    hasil = []
    for kolom in semula.differs(kini):
        lama = tulisan(semula, kolom)
        baru = tulisan(kini, kolom)
        satu = BedaUnsur(kolom, lama, baru)
        hasil.append(satu)
    return hasil


def label(kolom: str) -> str:
    """Sebutan satu unsur definisi."""
    field: Any = DefinisiTahun._meta.get_field(kolom)
    return str(field.verbose_name)


def tulisan(indikator: Indikator, kolom: str) -> str:
    """Isi satu unsur untuk dibaca orang; yang tidak diisi disebut demikian."""
    if kolom == "agregasi":
        return indikator.tulisan_cara
    if kolom == "arah":
        return str(indikator.get_arah_display())
    if kolom == "sumber":
        return sebutan_sumber(indikator.sumber) or DIISI_TANGAN
    if kolom == "tingkat_sebutan":
        return _tulisan_sebutan(indikator)
    isi = getattr(indikator, kolom)
    if isinstance(isi, int | Decimal):
        return ringkas(isi)
    return str(isi or KOSONG)


def _tulisan_sebutan(indikator: Indikator) -> str:
    """`WTP 100, WDP 75`, dari yang terbaik."""
    semua = []
    for satu in indikator.tingkat_sebutan:
        sebutan = satu["nama"]
        nilai = satu["nilai"]
        if nilai is not None:
            angka = Decimal(nilai)
            sebutan = f"{sebutan} {ringkas(angka)}"
        semua.append(sebutan)
    return ", ".join(semua) or KOSONG


def masa_definisi(pengukuran: Pengukuran, indikator: Indikator) -> list[MasaDefinisi]:
    """Tahun periode Renstra menurut definisinya, berurutan."""
    renstra = pengukuran.renstra
    periode = renstra.periode
    if periode is None:
        return []
    hasil: list[MasaDefinisi] = []
    lama: MasaDefinisi | None = None
    for tahun in range(periode.tahun_awal, periode.tahun_akhir + 1):
        definisi = renstra.pada(indikator, tahun)
        awal = tahun
        if lama and not lama.definisi.differs(definisi):
            awal = lama.awal
            hasil.pop()
        lama = MasaDefinisi(awal, tahun, definisi)
        hasil.append(lama)
    return hasil


def pergantian(
    pengukuran: Pengukuran, indikator: Indikator
) -> Iterator[tuple[MasaDefinisi, MasaDefinisi]]:
    """Definisi yang berganti di tengah periode: yang lama dan yang menggantikannya."""
    return pairwise(masa_definisi(pengukuran, indikator))


def catatan_definisi(pengukuran: Pengukuran, kini: Indikator) -> dict[int, str]:
    """Catatan kaki tiap tahun; kosong bila angkanya dibaca seperti menurut definisi `kini`."""
    hasil = {}
    for masa in masa_definisi(pengukuran, kini):
        catatan = _catatan(masa, kini)
        for tahun in masa.tahun:
            hasil[tahun] = catatan
    return hasil


def _catatan(masa: MasaDefinisi, kini: Indikator) -> str:
    """Unsur yang mengubah arti angka masa itu."""
    beda = []
    for satu in perbedaan(masa.definisi, kini):
        if satu.kolom not in KATA:
            beda.append(f"{satu.unsur} {satu.semula}")
    if not beda:
        return ""
    unsur = ", ".join(beda)
    return f"{masa.tulisan} menurut definisinya: {unsur}."


def seandainya(
    pengukuran: Pengukuran,
    data: Data,
    kini: Indikator,
    tahun: int,
) -> Ukuran:
    """Ukuran `tahun` seandainya definisi `kini` berlaku pada tahun itu."""
    renstra = pengukuran.renstra
    berlaku = renstra.pada(kini, tahun)
    indikator = berlaku.menurut(kini, tahun)
    kunci = (indikator.pk, tahun)
    andai = replace(
        renstra,
        target=_menurut(renstra.target, indikator, kunci),
        realisasi=_menurut(renstra.realisasi, indikator, kunci),
    )
    return ukur(andai, data, indikator, tahun)


def _menurut(semua: Tersimpan, indikator: Indikator, kunci: Kunci) -> Tersimpan:
    """Isian yang sama, dibaca dengan definisi `indikator`."""
    isian = {}
    milik = semua.get(kunci, {})
    for masa, row in milik.items():
        salinan = copy(row)
        salinan.indikator = indikator
        isian[masa] = salinan
    return {**semua, kunci: isian}


def rentang_tahun(tahun: range) -> str:
    """`2018–2020`; satu tahun saja bila hanya satu, kosong bila tidak ada."""
    ujung = dict.fromkeys((*tahun[:1], *tahun[-1:]))
    return "–".join(map(str, ujung))
