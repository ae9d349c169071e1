"""Kelengkapan pengisian satu kabupaten: yang berlaku dan drafnya berdampingan.

Kueri tetap berapa pun desanya.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from idm.dampak import DrafDesa
from idm.models import IdmDesa, IndeksDesa, Instrumen, IsianIdm, PoinDimensi
from idm.reports.draf import draf_idm, draf_poin
from idm.scoring import DESIMAL, DESIMAL_DIMENSI
from villages.models import Desa

DIVERIFIKASI = IsianIdm.Status.DIVERIFIKASI


@dataclass(frozen=True)
class BarisDaftar:
    """Satu desa: sejauh mana terisi, angka yang berlaku, dan drafnya bila berbeda."""

    desa: Desa
    terjawab: int
    banyak: int
    tahap: str
    berlaku: Any
    nilai: Decimal | None
    draf: DrafDesa | None
    is_terverifikasi: bool
    is_dikembalikan: bool = False


@dataclass(frozen=True)
class Daftar:
    """Semua desa pada satu tahun, menurut instrumen yang dipakai."""

    instrumen: Instrumen | None
    baris: tuple[BarisDaftar, ...]
    desimal: int

    @property
    def is_poin(self) -> bool:
        return self.instrumen is not None and self.instrumen.cara == Instrumen.Cara.DIMENSI

    @property
    def indeks(self) -> str:
        return "Indeks Desa" if self.is_poin else "IDM"

    @property
    def lengkap(self) -> int:
        return sum(b.terjawab == b.banyak > 0 for b in self.baris)

    @property
    def diverifikasi(self) -> int:
        return sum(b.is_terverifikasi for b in self.baris)

    @property
    def draf(self) -> int:
        return sum(b.draf is not None for b in self.baris)


def _desa(kabupaten: Kabupaten, tahun: int) -> list[Desa]:
    rows = Desa.objects.desa_on(tahun).filter(kecamatan__kabupaten=kabupaten)
    return list(rows.select_related("kecamatan").order_by("kode"))


def daftar(kabupaten: Kabupaten, tahun: int, instrumen: Instrumen | None) -> Daftar:
    """Instrumen berskor: satu isian tiap desa."""
    rows = _desa(kabupaten, tahun)
    isian = {i.desa_id: i for i in IsianIdm.objects.filter(desa__in=rows, tahun=tahun)}
    berlaku = {r.desa_id: r for r in IdmDesa.objects.filter(desa__in=rows, tahun=tahun)}
    draf = {d.desa.pk: d for d in draf_idm(kabupaten, tahun)}
    banyak = instrumen.indikatoridm_set.count() if instrumen else 0
    baris = (
        _baris_isian(
            d,
            isian.get(d.pk),
            berlaku.get(d.pk),
            draf.get(d.pk),
            banyak,
        )
        for d in rows
    )
    return Daftar(instrumen, tuple(baris), DESIMAL)


def _baris_isian(
    d: Desa,
    satu: IsianIdm | None,
    row: IdmDesa | None,
    draf: DrafDesa | None,
    banyak: int,
) -> BarisDaftar:
    tercatat = row.skor if row and len(row.skor) == banyak else ""
    skor = satu.skor if satu else tercatat
    return BarisDaftar(
        desa=d,
        terjawab=sum(c.isdigit() for c in skor),
        banyak=banyak,
        tahap=str(satu.get_status_display()) if satu else "",
        berlaku=row,
        nilai=row.idm if row else None,
        draf=draf,
        is_terverifikasi=satu is not None and satu.status == DIVERIFIKASI,
        is_dikembalikan=bool(satu and satu.catatan),
    )


def daftar_poin(kabupaten: Kabupaten, tahun: int, instrumen: Instrumen | None) -> Daftar:
    """Instrumen berdimensi: poin tiap dimensi."""
    rows = _desa(kabupaten, tahun)
    dimensi = list(instrumen.dimensiindeks_set.all()) if instrumen else []
    poin = PoinDimensi.objects.filter(desa__in=rows, tahun=tahun, dimensi__in=dimensi)
    terisi = Counter(poin.values_list("desa", flat=True))
    berlaku = {r.desa_id: r for r in IndeksDesa.objects.filter(desa__in=rows, tahun=tahun)}
    draf = {d.desa.pk: d for d in draf_poin(kabupaten, tahun)}
    baris = (
        _baris_poin(
            d,
            terisi[d.pk],
            berlaku.get(d.pk),
            draf.get(d.pk),
            len(dimensi),
        )
        for d in rows
    )
    return Daftar(instrumen, tuple(baris), DESIMAL_DIMENSI)


def _baris_poin(
    d: Desa,
    terisi: int,
    row: IndeksDesa | None,
    draf: DrafDesa | None,
    banyak: int,
) -> BarisDaftar:
    is_terverifikasi = row is not None and row.is_terverifikasi
    tahap = "Diverifikasi" if is_terverifikasi else ""
    if draf or 0 < terisi < banyak:
        tahap = "Draf"
    return BarisDaftar(
        desa=d,
        terjawab=terisi,
        banyak=banyak,
        tahap=tahap,
        berlaku=row,
        nilai=row.skor if row else None,
        draf=draf,
        is_terverifikasi=is_terverifikasi,
    )
