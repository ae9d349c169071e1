"""Dimensi satu desa di antara kecamatan dan kabupatennya, sebagai persen dari nilai tertinggi."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

from core.angka import bulatkan
from idm import deret
from idm.models import IdmDesa, IndeksDesa, IndikatorIdm
from idm.reports.jalan import rubrik
from idm.reports.ukuran import HasilBerlaku
from idm.scoring import SKOR_TERTINGGI
from villages.sources import DesaSaat

DESIMAL_PERSEN = 2


@dataclass(frozen=True, slots=True)
class DesaTerukur:
    """Hasil satu desa, dengan kecamatannya tahun itu."""

    row: HasilBerlaku
    kecamatan: int


SemuaDesa = Sequence[DesaTerukur]
Ambil = Callable[[Any], Any]  # dari baris hasil ke nilai yang dijumlahkan


@dataclass(frozen=True)
class Banding:
    """Persen dari nilai tertinggi: desa, dan rata-rata kecamatan serta kabupatennya."""

    nama: str
    desa: Decimal
    kecamatan: Decimal
    kabupaten: Decimal


SemuaBanding = tuple[Banding, ...]
Uraian = tuple[SemuaBanding, SemuaBanding]  # subindeks, dimensi


def banding_idm(row: IdmDesa, desa: DesaSaat, semua: SemuaDesa) -> Uraian:
    """Subindeks, lalu dimensi dari deret skor; keduanya atas desa yang instrumennya sama."""
    sama = [satu for satu in semua if satu.row.instrumen_id == row.instrumen_id]
    sub = _subindeks(desa, sama)
    indikator = rubrik(row.instrumen)
    panjang = len(indikator)
    if not row.skor or len(row.skor) != panjang:
        return sub, ()
    berskor = [satu for satu in sama if len(satu.row.deret) == panjang]
    return sub, _dimensi(desa, indikator, berskor)


def _subindeks(desa: DesaSaat, semua: SemuaDesa) -> SemuaBanding:
    """IKS, IKE dan IKL, yang tertingginya satu."""
    sub = []
    for kode, arti in IndikatorIdm.INDEKS:
        singkat = arti.removeprefix("Indeks Ketahanan ")
        ambil = attrgetter(kode.lower())
        sub.append(_banding(f"{kode} {singkat}", desa, semua, ambil, 1))
    return tuple(sub)


def _dimensi(desa: DesaSaat, indikator: list[IndikatorIdm], berskor: SemuaDesa) -> SemuaBanding:
    """Dimensi tiap indeks menurut urutan indikatornya."""
    kelompok: dict[tuple[str, str], list[int]] = {}
    for tempat, satu in enumerate(indikator):
        kunci = (satu.indeks, satu.dimensi)
        sedimensi = kelompok.setdefault(kunci, [])
        sedimensi.append(tempat)
    dimensi = []
    for (_, nama), posisi in kelompok.items():
        tertinggi = SKOR_TERTINGGI * len(posisi)
        dimensi.append(_banding(nama, desa, berskor, _jumlah(posisi), tertinggi))
    return tuple(dimensi)


def _jumlah(posisi: list[int]) -> Ambil:
    """Jumlah skor indikator pada posisi itu."""

    def ambil(row: IdmDesa) -> int:
        """Hanya posisi dimensinya."""
        return sum(int(row.skor[tempat]) for tempat in posisi)

    return ambil


def _banding(
    nama: str,
    desa: DesaSaat,
    semua: SemuaDesa,
    ambil: Ambil,
    tertinggi: int,
) -> Banding:
    """Jumlah dulu, lalu dibagi dan dibulatkan sekali."""
    sendiri = []
    kecamatan = []
    kabupaten = []
    for satu in semua:
        nilai = ambil(satu.row)
        kabupaten.append(nilai)
        if satu.kecamatan == desa.kecamatan_saat:
            kecamatan.append(nilai)
        if satu.row.desa_id == desa.pk:
            sendiri.append(nilai)
    return Banding(
        nama,
        desa=_persen(sendiri, tertinggi),
        kecamatan=_persen(kecamatan, tertinggi),
        kabupaten=_persen(kabupaten, tertinggi),
    )


def _persen(nilai: Sequence[Decimal | int], tertinggi: int) -> Decimal:
    """Dibagi banyak desa dan nilai tertingginya sekaligus."""
    jumlah = Decimal(sum(nilai))
    penuh = len(nilai) * tertinggi
    return bulatkan(jumlah * 100 / penuh, DESIMAL_PERSEN)


def banding_poin(row: IndeksDesa, desa: DesaSaat, semua: SemuaDesa) -> Uraian:
    """Dimensi Indeks Desa dari poin yang berlaku; kosong bila poin desa ini tidak diketahui."""
    dimensi = list(row.instrumen.dimensiindeks_set.all())
    banyak = len(dimensi)
    if len(deret.poin(row.poin)) != banyak:
        return (), ()
    berpoin = []
    for satu in semua:
        lain = satu.row
        if not isinstance(lain, IndeksDesa) or lain.instrumen_id != row.instrumen_id:
            continue
        if len(deret.poin(lain.poin)) == banyak:
            berpoin.append(satu)
    hasil = []
    for tempat, satu_dimensi in enumerate(dimensi):
        ambil = _poin_ke(tempat)
        hasil.append(_banding(satu_dimensi.nama, desa, berpoin, ambil, satu_dimensi.maksimum))
    return (), tuple(hasil)


def _poin_ke(tempat: int) -> Ambil:
    """Poin dimensi pada tempat itu."""
    return lambda row: deret.poin(row.poin)[tempat]
