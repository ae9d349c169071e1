"""Dimensi satu desa di antara kecamatan dan kabupatennya, sebagai persen dari nilai tertinggi."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any

from core.angka import bulatkan
from idm import deret
from idm.models import IndikatorIdm
from idm.reports.jalan import rubrik
from idm.scoring import SKOR_TERTINGGI

Baris = dict[str, Any]  # satu desa, menurut kolomnya
SemuaBaris = list[Baris]

DESIMAL_PERSEN = 2


@dataclass(frozen=True)
class Banding:
    """Persen dari nilai tertinggi: desa, dan rata-rata kecamatan serta kabupatennya."""

    nama: str
    desa: Decimal
    kecamatan: Decimal
    kabupaten: Decimal


Uraian = tuple[list[Banding], list[Banding]]  # subindeks, dimensi


def banding_idm(row: Any, desa: Any, semua: SemuaBaris) -> Uraian:
    """Subindeks, lalu dimensi dari deret skor; keduanya atas desa yang instrumennya sama."""
    nomor = row.instrumen_id
    sama = [r for r in semua if r["instrumen_id"] == nomor]
    sub = _subindeks(desa, sama)
    indikator = rubrik(row.instrumen)
    panjang = len(indikator)
    if not row.skor or len(row.skor) != panjang:
        return sub, []
    berskor = [r for r in sama if len(r["skor"]) == panjang]
    dimensi = _dimensi(desa, indikator, berskor)
    return sub, dimensi


def _subindeks(desa: Any, semua: SemuaBaris) -> list[Banding]:
    """IKS, IKE dan IKL, yang tertingginya satu."""
    sub = []
    for kode, arti in IndikatorIdm.INDEKS:
        singkat = arti.removeprefix("Indeks Ketahanan ")
        kolom = kode.lower()
        ambil = itemgetter(kolom)
        nama = f"{kode} {singkat}"
        satu = _banding(nama, desa, semua, ambil, 1)
        sub.append(satu)
    return sub


def _dimensi(desa: Any, indikator: list[IndikatorIdm], berskor: SemuaBaris) -> list[Banding]:
    """Dimensi tiap indeks menurut urutan indikatornya."""
    kelompok: dict[tuple[str, str], list[int]] = {}
    for tempat, satu in enumerate(indikator):
        kunci = (satu.indeks, satu.dimensi)
        sedimensi = kelompok.setdefault(kunci, [])
        sedimensi.append(tempat)
    dimensi = []
    for (_, nama), posisi in kelompok.items():
        tertinggi = SKOR_TERTINGGI * len(posisi)
        ambil = _jumlah(posisi)
        sedimensi_banding = _banding(nama, desa, berskor, ambil, tertinggi)
        dimensi.append(sedimensi_banding)
    return dimensi


def _jumlah(posisi: list[int]) -> Callable[[Baris], int]:
    """Jumlah skor indikator pada posisi itu."""

    def ambil(row: Baris) -> int:
        """Hanya posisi dimensinya."""
        skor = row["skor"]
        return sum(int(skor[n]) for n in posisi)

    return ambil


def _banding(
    nama: str,
    desa: Any,
    semua: Iterable[Baris],
    ambil: Callable[..., Any],
    tertinggi: int,
) -> Banding:
    """Jumlah dulu, lalu dibagi dan dibulatkan sekali."""
    sendiri = []
    kecamatan = []
    kabupaten = []
    for row in semua:
        nilai = ambil(row)
        kabupaten.append(nilai)
        if row["kecamatan"] == desa.kecamatan_saat:
            kecamatan.append(nilai)
        if row["desa_id"] == desa.pk:
            sendiri.append(nilai)
    return Banding(
        nama,
        desa=_persen(sendiri, tertinggi),
        kecamatan=_persen(kecamatan, tertinggi),
        kabupaten=_persen(kabupaten, tertinggi),
    )


def _persen(nilai: Sequence[Any], tertinggi: int) -> Decimal:
    """Dibagi banyak desa dan nilai tertingginya sekaligus."""
    jumlah = Decimal(sum(nilai))
    penuh = len(nilai) * tertinggi
    return bulatkan(jumlah * 100 / penuh, DESIMAL_PERSEN)


def banding_poin(row: Any, desa: Any, semua: SemuaBaris) -> Uraian:
    """Dimensi Indeks Desa dari poin yang berlaku; kosong bila poin desa ini tidak diketahui."""
    dimensi = list(row.instrumen.dimensiindeks_set.all())
    banyak = len(dimensi)
    if len(deret.poin(row.poin)) != banyak:
        return [], []
    berpoin = []
    for lain in semua:
        is_sama = lain["instrumen_id"] == row.instrumen_id
        poin = deret.poin(lain["poin"])
        if is_sama and len(poin) == banyak:
            berpoin.append(lain)
    hasil = []
    for tempat, satu in enumerate(dimensi):
        ambil = _poin_ke(tempat)
        letak = _banding(satu.nama, desa, berpoin, ambil, satu.maksimum)
        hasil.append(letak)
    return [], hasil


def _poin_ke(n: int) -> Callable[[Baris], Decimal]:
    """Poin dimensi pada tempat itu."""
    return lambda r: deret.poin(r["poin"])[n]
