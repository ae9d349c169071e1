"""Kelengkapan pengisian satu kabupaten: yang berlaku dan drafnya berdampingan.

Kueri tetap berapa pun desanya.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from idm.dampak import DrafDesa
from idm.indeks import IDM
from idm.models import IdmDesa, IndeksDesa, Instrumen, IsianIdm, PoinDimensi
from idm.models.berlaku import per_desa
from idm.reports.draf import draf_isian, draf_poin
from idm.scoring import DESIMAL, DESIMAL_DIMENSI
from villages.models import Desa

DIVERIFIKASI = IsianIdm.StatusIsian.DIVERIFIKASI


@dataclass(frozen=True)
class BarisDaftar:
    """Satu desa: sejauh mana terisi, angka yang berlaku, dan drafnya bila berbeda."""

    desa: Desa
    terjawab: int
    banyak: int
    tahap: str
    berlaku: Any
    draf: DrafDesa | None
    is_terverifikasi: bool
    is_dikembalikan: bool = False
    is_poin: bool = False  # yang diisi poin dimensinya, bukan aspeknya

    @property
    def nilai(self) -> Decimal | None:
        """Angka yang berlaku."""
        if self.berlaku:
            nilai: Decimal = self.berlaku.nilai
            return nilai
        return None


@dataclass(frozen=True)
class Daftar:
    """Semua desa pada satu tahun, menurut instrumen yang dipakai."""

    instrumen: Instrumen | None
    baris: tuple[BarisDaftar, ...]
    desimal: int
    is_berbutir: bool = False  # indikator atau aspeknya dapat diisi satu per satu

    @property
    def is_poin(self) -> bool:
        """Instrumennya berdimensi."""
        return self.instrumen is not None and self.instrumen.is_dimensi

    @property
    def indeks(self) -> str:
        """Sebutan ukurannya."""
        if self.instrumen is None:
            return IDM.singkatan
        return self.instrumen.indeks

    @property
    def lengkap(self) -> int:
        """Banyak desa yang semua isinya terjawab."""
        return sum(b.terjawab == b.banyak > 0 for b in self.baris)

    @property
    def diverifikasi(self) -> int:
        """Banyak desa yang hasilnya sudah berlaku."""
        return sum(b.is_terverifikasi for b in self.baris)

    @property
    def draf(self) -> int:
        """Banyak desa yang drafnya berbeda dari yang berlaku."""
        return sum(b.draf is not None for b in self.baris)


def _desa(kabupaten: Kabupaten, tahun: int) -> list[Desa]:
    """Desa tahun itu, urut kode."""
    ada = Desa.objects.desa_on(tahun)
    rows = ada.filter(kecamatan__kabupaten=kabupaten)
    return list(rows.select_related("kecamatan").order_by("kode_saat"))


def daftar(kabupaten: Kabupaten, tahun: int, instrumen: Instrumen | None) -> Daftar:
    """Instrumen berskor: satu isian tiap desa."""
    rows = _desa(kabupaten, tahun)
    saring = {"desa__in": rows, "tahun": tahun}
    isian = per_desa(IsianIdm.objects.filter(**saring))
    berlaku = per_desa(IdmDesa.objects.filter(**saring))
    draf = _per_desa(draf_isian(kabupaten, tahun))
    banyak = 0
    if instrumen:
        banyak = instrumen.indikatoridm_set.count()
    baris = []
    for desa in rows:
        milik = isian.get(desa.pk)
        kini = berlaku.get(desa.pk)
        draf_desa = draf.get(desa.pk)
        satu = _baris_isian(desa, milik, kini, draf_desa, banyak)
        baris.append(satu)
    return Daftar(
        instrumen=instrumen,
        baris=tuple(baris),
        desimal=DESIMAL,
        is_berbutir=banyak > 0,
    )


def _per_desa(draf: list[DrafDesa]) -> dict[int, DrafDesa]:
    """Menurut nomor desanya."""
    return {satu.desa.pk: satu for satu in draf}


def _baris_isian(
    desa: Desa,
    satu: IsianIdm | None,
    row: Any,
    draf: DrafDesa | None,
    banyak: int,
) -> BarisDaftar:
    """Tanpa isian, yang berlaku dihitung terjawab."""
    tercatat = ""
    if row and len(row.deret) == banyak:
        tercatat = row.deret
    skor = tercatat
    if satu:
        skor = satu.skor
    return BarisDaftar(
        desa=desa,
        terjawab=sum(c.isdigit() for c in skor),
        banyak=banyak,
        tahap=str(satu.get_status_display()) if satu else "",
        berlaku=row,
        draf=draf,
        is_terverifikasi=satu is not None and satu.status == DIVERIFIKASI,
        is_dikembalikan=bool(satu and satu.catatan),
    )


def daftar_poin(kabupaten: Kabupaten, tahun: int, instrumen: Instrumen | None) -> Daftar:
    """Instrumen berdimensi: aspek desa yang diisi menurut aspeknya, selain itu poin dimensinya."""
    rows = _desa(kabupaten, tahun)
    saring = {"desa__in": rows, "tahun": tahun}
    dimensi = []
    if instrumen:
        dimensi = list(instrumen.dimensiindeks_set.all())
    poin = PoinDimensi.objects.filter(**saring, dimensi__in=dimensi)
    terisi = Counter(poin.values_list("desa", flat=True))
    berlaku = per_desa(IndeksDesa.objects.filter(**saring))
    semua_draf = [*draf_poin(kabupaten, tahun), *draf_isian(kabupaten, tahun)]
    draf = _per_desa(semua_draf)
    isian = per_desa(IsianIdm.objects.filter(**saring))
    banyak_aspek = 0
    if instrumen:
        banyak_aspek = instrumen.indikatoridm_set.count()
    baris = []
    for desa in rows:
        kini = berlaku.get(desa.pk)
        draf_desa = draf.get(desa.pk)
        milik = isian.get(desa.pk)
        is_poin = milik is None and (terisi[desa.pk] > 0 or not banyak_aspek)
        if is_poin:
            satu = _baris_poin(desa, terisi[desa.pk], kini, draf_desa, len(dimensi))
        else:
            satu = _baris_isian(desa, milik, kini, draf_desa, banyak_aspek)
        baris.append(satu)
    return Daftar(
        instrumen=instrumen,
        baris=tuple(baris),
        desimal=DESIMAL_DIMENSI,
        is_berbutir=banyak_aspek > 0,
    )


def _baris_poin(
    desa: Desa,
    terisi: int,
    row: IndeksDesa | None,
    draf: DrafDesa | None,
    banyak: int,
) -> BarisDaftar:
    """Draf hanya bila ada yang berbeda atau belum lengkap."""
    is_terverifikasi = row is not None and row.is_terverifikasi
    tahap = ""
    if is_terverifikasi:
        tahap = "Diverifikasi"
    if draf or 0 < terisi < banyak:
        tahap = "Draf"
    return BarisDaftar(
        desa=desa,
        terjawab=terisi,
        banyak=banyak,
        tahap=tahap,
        berlaku=row,
        draf=draf,
        is_terverifikasi=is_terverifikasi,
        is_poin=True,
    )
