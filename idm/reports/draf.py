"""Draf di samping angka yang berlaku; banyak kueri tetap berapa pun desanya."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import Kabupaten
from idm import deret, scoring
from idm.actions.dimensi import instrumen_dimensi, poin_tanpa_isian
from idm.dampak import DrafDesa
from idm.models import DimensiIndeks, IndeksDesa, Instrumen, IsianIdm, PoinDimensi
from idm.models.berlaku import per_desa
from idm.models.ukuran import tabel_hasil
from idm.reports.ukuran import HasilBerlaku
from idm.scoring import DESIMAL_DIMENSI, Ambang
from idm.sources import susunan
from idm.susunan import Susunan
from villages.models import Desa
from villages.sources import menurut_tahun

PerNomor = dict[int, HasilBerlaku]  # menurut nomor desanya
Poin = dict[int, Decimal]  # menurut nomor dimensinya
PerKode = dict[str, Decimal]  # menurut kode dimensinya


def draf_isian(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[DrafDesa]:
    """Isian lengkap yang belum diverifikasi dan berbeda dari yang berlaku, urut kode desa."""
    isian = _isian_lengkap(kabupaten, tahun, desa)
    dibaca: dict[int, tuple[PerNomor, Susunan]] = {}
    hasil = []
    for satu in isian:
        instrumen = satu.instrumen
        nomor = instrumen.pk
        if nomor not in dibaca:
            tabel = tabel_hasil(instrumen)
            berlaku = _berlaku(tabel, isian, tahun)
            dibaca[nomor] = (berlaku, susunan(instrumen))
        per_nomor, dipakai = dibaca[nomor]
        row = per_nomor.get(satu.desa_id)
        if _is_sama(satu, row):
            continue
        draf = _dari_isian(satu, row, dipakai)
        hasil.append(draf)
    return hasil


def _isian_lengkap(kabupaten: Kabupaten, tahun: int, desa: Desa | None) -> list[IsianIdm]:
    """Yang belum diverifikasi saja, dengan desa dan instrumennya."""
    rows = IsianIdm.objects.lengkap().filter(
        desa__kecamatan__kabupaten=kabupaten,
        tahun=tahun,
        status=IsianIdm.StatusIsian.ISIAN,
    )
    if desa:
        rows = rows.filter(desa=desa)
    return menurut_tahun(rows.select_related("instrumen"), tahun)


def _berlaku(model: Any, draf: Sequence[IsianIdm], tahun: int) -> PerNomor:
    """Yang berlaku bagi desa yang berdraf saja."""
    nomor = [satu.desa_id for satu in draf]
    rows = model.objects.filter(desa__in=nomor, tahun=tahun)
    return per_desa(rows)


def _is_sama(isian: IsianIdm, row: HasilBerlaku | None) -> bool:
    """Instrumen dan deretnya sama, jadi hasilnya pun sama."""
    if row is None:
        return False
    if row.instrumen_id != isian.instrumen_id:
        return False
    return row.deret == isian.skor


def _dari_isian(satu: IsianIdm, row: HasilBerlaku | None, dipakai: Susunan) -> DrafDesa:
    """Hasil deretnya di samping yang berlaku."""
    hasil = dipakai.hasil(satu.skor)
    return DrafDesa(
        desa=satu.desa,
        indeks=satu.instrumen.indeks,
        desimal=dipakai.desimal,
        berlaku=row,
        kini=row.nilai if row else None,
        nilai=hasil.nilai or Decimal(0),
        status=str(hasil.status),
        url=satu.get_absolute_url(),
    )


def draf_poin(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[DrafDesa]:
    """Poin lengkap yang berbeda dari Indeks Desa yang berlaku, urut kode desa.

    Desa yang aspeknya diisi memakai isiannya.
    """
    instrumen = instrumen_dimensi(tahun)
    if instrumen is None:
        return []
    milik = Q(desa=desa) if desa else Q(desa__kecamatan__kabupaten=kabupaten)
    rows = poin_tanpa_isian(tahun).filter(milik, dimensi__instrumen=instrumen)
    poin = _poin_desa(rows, tahun)
    tercatat = IndeksDesa.objects.filter(milik, tahun=tahun)
    berlaku = per_desa(tercatat)
    ambang = instrumen.ambang()
    hasil = []
    for satu, isi in poin.items():
        row = berlaku.get(satu.pk)
        draf = _dari_poin(satu, isi, row, instrumen, ambang)
        if draf is not None:
            hasil.append(draf)
    return hasil


def _poin_desa(rows: QuerySet[PoinDimensi], tahun: int) -> dict[Desa, Poin]:
    """Poin tiap dimensi menurut desanya, urut kode desa."""
    poin: dict[Desa, Poin] = {}
    for row in menurut_tahun(rows, tahun):
        milik = poin.setdefault(row.desa, {})
        milik[row.dimensi_id] = row.poin
    return poin


def _dari_poin(
    desa: Desa,
    poin: Poin,
    row: IndeksDesa | None,
    instrumen: Instrumen,
    ambang: Ambang,
) -> DrafDesa | None:
    """`None` bila belum lengkap atau sama dengan yang berlaku."""
    dimensi = list(instrumen.dimensiindeks_set.all())
    per_kode = _per_kode(dimensi, poin)
    maksimum = {satu.kode: satu.maksimum for satu in dimensi}
    skor = scoring.skor_dimensi(per_kode, maksimum)
    if skor is None or _is_berlaku(row, instrumen, per_kode):
        return None
    status = scoring.status(skor, ambang)
    return DrafDesa(
        desa=desa,
        indeks="Indeks Desa",
        desimal=DESIMAL_DIMENSI,
        berlaku=row,
        kini=row.skor if row else None,
        nilai=skor,
        status=status.value,
        url=desa.get_absolute_url(),
    )


def _per_kode(dimensi: list[DimensiIndeks], poin: Poin) -> PerKode:
    """Poin yang terisi menurut kode dimensinya."""
    per_kode = {}
    for satu in dimensi:
        if satu.pk in poin:
            per_kode[satu.kode] = poin[satu.pk]
    return per_kode


def _is_berlaku(row: IndeksDesa | None, instrumen: Instrumen, poin: PerKode) -> bool:
    """Poin yang sama pada instrumen yang sama sudah berlaku."""
    if row is None or row.instrumen_id != instrumen.pk:
        return False
    terisi = list(poin.values())
    return row.poin == deret.deret_poin(terisi)
