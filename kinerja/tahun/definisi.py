"""Definisi indikator dari tahun ke tahun: yang berbeda, dan ukuran seandainya diganti."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Any

from core.angka import ringkas
from core.display import KOSONG
from kinerja.models import Indikator
from kinerja.tahun.pengukuran import Pengukuran, ukur
from kinerja.tahun.sources import SUMBER, Data
from kinerja.tahun.ukuran import Ukuran

# unsur yang tidak mengubah arti angkanya
KATA = frozenset(("nama", "sumber_data", "keterangan", "desimal"))
DIISI_TANGAN = "diisi tangan"


@dataclass(frozen=True)
class Perbedaan:
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
        return f"{self.unsur} “{self.semula}” menjadi “{self.kini}”"


@dataclass(frozen=True)
class MasaDefinisi:
    """Tahun-tahun berurutan yang definisinya sama."""

    tahun: tuple[int, ...]
    definisi: Indikator

    @property
    def tulisan(self) -> str:
        return rentang_tahun(self.tahun)


def perbedaan(semula: Indikator, kini: Indikator) -> tuple[Perbedaan, ...]:
    """Tiap unsur yang berbeda, dengan kedua tulisannya."""
    hasil = []
    for nama in semula.differs(kini):
        satu = Perbedaan(nama, tulisan(semula, nama), tulisan(kini, nama))
        hasil.append(satu)
    return tuple(hasil)


def label(nama: str) -> str:
    """Sebutan satu unsur definisi."""
    return str(Indikator._meta.get_field(nama).verbose_name)


def tulisan(indikator: Indikator, nama: str) -> str:
    """Isi satu unsur untuk dibaca orang."""
    if nama == "agregasi":
        return indikator.tulisan_cara
    if nama == "arah":
        return str(indikator.get_arah_display())
    if nama == "sumber":
        return SUMBER.get(indikator.sumber, indikator.sumber) or DIISI_TANGAN
    return _tulisan_isi(getattr(indikator, nama))


def _tulisan_isi(isi: Any) -> str:
    """Angka cara Indonesia; yang tidak diisi disebut demikian."""
    if isinstance(isi, int | Decimal):
        return ringkas(isi)
    return str(isi or KOSONG)


def masa_definisi(pengukuran: Pengukuran, indikator: Indikator) -> list[MasaDefinisi]:
    """Tahun periode Renstra menurut definisinya, berurutan."""
    renstra = pengukuran.renstra
    if renstra.periode is None:
        return []
    semua = range(renstra.periode.tahun_awal, renstra.periode.tahun_akhir + 1)
    tahun = [t for t in renstra.tahun_diukur if t in semua]
    hasil: list[MasaDefinisi] = []
    for satu in tahun:
        definisi = renstra.pada(indikator, satu)
        if hasil and not hasil[-1].definisi.differs(definisi):
            hasil[-1] = replace(hasil[-1], tahun=(*hasil[-1].tahun, satu))
        else:
            hasil.append(MasaDefinisi((satu,), definisi))
    return hasil


def pergantian(
    pengukuran: Pengukuran, indikator: Indikator
) -> Iterator[tuple[MasaDefinisi, MasaDefinisi]]:
    """Definisi yang berganti di tengah periode: yang lama dan yang menggantikannya."""
    return pairwise(masa_definisi(pengukuran, indikator))


def catatan_definisi(ukuran: Ukuran, kini: Indikator) -> str:
    """Catatan kaki angka tahun lain yang definisinya bukan definisi `kini`."""
    beda = [
        f"{satu.unsur} {satu.semula}"
        for satu in perbedaan(ukuran.indikator, kini)
        if satu.kolom not in KATA
    ]
    if not beda:
        return ""
    return f"{ukuran.tahun} menurut definisi tahun itu: {', '.join(beda)}."


def seandainya(pengukuran: Pengukuran, data: Data, kini: Indikator, tahun: int) -> Ukuran:
    """Ukuran `tahun` seandainya definisi `kini` berlaku pada tahun itu."""
    renstra = pengukuran.renstra
    indikator = renstra.pada(kini, tahun).menurut(kini, tahun)
    kunci = (indikator.pk, tahun)
    rows = {}
    for masa, row in renstra.realisasi.get(kunci, {}).items():
        rows[masa] = copy(row)
        rows[masa].indikator = indikator
    realisasi = MappingProxyType({**renstra.realisasi, kunci: MappingProxyType(rows)})
    andai = replace(renstra, realisasi=realisasi)
    return ukur(andai, data, indikator, tahun)


def rentang_tahun(tahun: Iterable[int]) -> str:
    """`2018–2020, 2022`."""
    bagian = []
    urut = enumerate(sorted(tahun))
    for _, anggota in groupby(urut, key=lambda satu: satu[1] - satu[0]):
        deret = [satu for _, satu in anggota]
        ujung = dict.fromkeys((str(deret[0]), str(deret[-1])))
        bagian.append("–".join(ujung))
    return ", ".join(bagian)
