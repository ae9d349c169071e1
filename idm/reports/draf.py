"""Draf di samping angka yang berlaku.

Desanya, hitungan statusnya, dan indikator yang ikut berubah. Banyak kueri tetap berapa pun desanya.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from accounts.models import Kabupaten
from idm import dampak, deret, scoring
from idm.actions.dimensi import instrumen_dimensi
from idm.actions.isian import rubrik
from idm.dampak import DampakIndikator, DrafDesa
from idm.models import (
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    Instrumen,
    IsianIdm,
    PoinDimensi,
)
from idm.models.berlaku import per_desa
from idm.reports import StatusTahun, banyak_pindah, status_tahun
from idm.reports.status import Hitungan
from idm.scoring import DESIMAL, DESIMAL_DIMENSI, Status
from villages.models import Desa


@dataclass(frozen=True)
class BarisDampak:
    """Banyak desa satu status kini, dan bila semua drafnya berlaku.

    `kini` kosong bila belum ada hitungan.
    """

    status: str
    kini: int | None
    draf: int

    @property
    def selisih(self) -> int | None:
        """`None` bila belum ada hitungan yang dibandingkan."""
        if self.kini is None:
            return None
        return self.draf - self.kini


@dataclass(frozen=True)
class Dampak:
    """Yang berubah bila `desa` berlaku."""

    indeks: str
    tahun: int
    desa: tuple[DrafDesa, ...]
    status: tuple[BarisDampak, ...]
    indikator: tuple[DampakIndikator, ...]

    @property
    def status_beda(self) -> list[BarisDampak]:
        """Status yang banyak desanya berubah saja."""
        return [baris for baris in self.status if baris.selisih]


def draf_idm(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[DrafDesa]:
    """Isian lengkap yang belum diverifikasi dan berbeda dari yang berlaku, urut kode desa."""
    isian = _isian_lengkap(kabupaten, tahun, desa)
    berlaku = _berlaku(IdmDesa, isian, tahun)
    instrumen = {satu.instrumen for satu in isian}
    susunan = {satu.pk: _susunan(satu) for satu in instrumen}
    hasil = []
    for satu in isian:
        row = berlaku.get(satu.desa_id)
        if _is_sama(satu, row):
            continue
        indeks, ambang = susunan[satu.instrumen_id]
        draf = _dari_isian(satu, row, indeks, ambang)
        hasil.append(draf)
    return hasil


def _isian_lengkap(kabupaten: Kabupaten, tahun: int, desa: Desa | None) -> list[IsianIdm]:
    """Yang belum diverifikasi saja, dengan desa dan instrumennya."""
    rows = IsianIdm.objects.lengkap().filter(
        desa__kecamatan__kabupaten=kabupaten,
        tahun=tahun,
        status=IsianIdm.Status.ISIAN,
    )
    if desa:
        rows = rows.filter(desa=desa)
    rows = rows.select_related("desa__kecamatan", "instrumen")
    return list(rows.order_by("desa__kode"))


def _berlaku(model: Any, draf: Sequence[Any], tahun: int) -> dict[int, Any]:
    """Yang berlaku bagi desa yang berdraf saja."""
    nomor = [satu.desa_id for satu in draf]
    rows = model.objects.filter(desa__in=nomor, tahun=tahun)
    return per_desa(rows)


def _susunan(instrumen: Instrumen) -> tuple[list[str], Any]:
    """Indeks tiap tempat dalam deret, dan ambang statusnya; dibaca sekali tiap instrumen."""
    indikator = rubrik(instrumen)
    indeks = [satu.indeks for satu in indikator.values()]
    return indeks, instrumen.ambang()


def _is_sama(isian: IsianIdm, row: IdmDesa | None) -> bool:
    """Instrumen dan deretnya sama, jadi hasilnya pun sama."""
    if row is None:
        return False
    if row.instrumen_id != isian.instrumen_id:
        return False
    return row.skor == isian.skor


def _dari_isian(satu: IsianIdm, row: IdmDesa | None, indeks: list[str], ambang: Any) -> DrafDesa:
    """Hasil deretnya di samping yang berlaku."""
    hasil = deret.hasil(satu.skor, indeks, ambang)
    return DrafDesa(
        desa=satu.desa,
        indeks="IDM",
        desimal=DESIMAL,
        berlaku=row,
        kini=row.idm if row else None,
        nilai=hasil.idm or Decimal(0),
        status=str(hasil.status),
        url=satu.get_absolute_url(),
    )


def draf_poin(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[DrafDesa]:
    """Poin lengkap yang berbeda dari Indeks Desa yang berlaku, urut kode desa."""
    instrumen = instrumen_dimensi(tahun)
    if instrumen is None:
        return []
    saring: dict[str, Any] = {"tahun": tahun}
    if desa:
        saring["desa"] = desa
    else:
        saring["desa__kecamatan__kabupaten"] = kabupaten
    rows = PoinDimensi.objects.filter(**saring, dimensi__instrumen=instrumen)
    poin = _poin_desa(rows)
    tercatat = IndeksDesa.objects.filter(**saring)
    berlaku = per_desa(tercatat)
    ambang = instrumen.ambang()
    hasil = []
    for satu, isi in poin.items():
        row = berlaku.get(satu.pk)
        draf = _dari_poin(satu, isi, row, instrumen, ambang)
        if draf is not None:
            hasil.append(draf)
    return hasil


def _poin_desa(rows: QuerySet[PoinDimensi]) -> dict[Desa, dict[int, Any]]:
    """Poin tiap dimensi menurut desanya, urut kode desa."""
    berurut = rows.select_related("desa__kecamatan").order_by("desa__kode")
    poin: dict[Desa, dict[int, Any]] = {}
    for row in berurut:
        milik = poin.setdefault(row.desa, {})
        milik[row.dimensi_id] = row.poin
    return poin


def _dari_poin(
    desa: Desa,
    poin: dict[int, Any],
    row: IndeksDesa | None,
    instrumen: Instrumen,
    ambang: Any,
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


def _per_kode(dimensi: list[DimensiIndeks], poin: dict[int, Any]) -> dict[str, Any]:
    """Poin yang terisi menurut kode dimensinya."""
    per_kode = {}
    for satu in dimensi:
        if satu.pk in poin:
            per_kode[satu.kode] = poin[satu.pk]
    return per_kode


def _is_berlaku(row: IndeksDesa | None, instrumen: Instrumen, poin: dict[str, Any]) -> bool:
    """Poin yang sama pada instrumen yang sama sudah berlaku."""
    if row is None or row.instrumen_id != instrumen.pk:
        return False
    terisi = list(poin.values())
    return row.poin == deret.deret_poin(terisi)


def dampak_draf(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[Dampak]:
    """Dampak semua draf satu tahun, atau draf satu desa; kosong bila tidak ada draf."""
    idm = draf_idm(kabupaten, tahun, desa)
    poin = draf_poin(kabupaten, tahun, desa)
    hasil = []
    if idm:
        dampak_idm = _dampak_idm(kabupaten, tahun, idm)
        hasil.append(dampak_idm)
    if poin:
        dampak_poin = _dampak_poin(kabupaten, tahun, poin)
        hasil.append(dampak_poin)
    return hasil


def _dampak_idm(kabupaten: Kabupaten, tahun: int, draf: list[DrafDesa]) -> Dampak:
    """Termasuk indikator kinerja yang memakainya."""
    kini = status_tahun(kabupaten, tahun)
    rows = IdmDesa.objects.milik(kabupaten).filter(tahun=tahun)
    counts = _sesudah(rows.counts(), draf)
    andai = StatusTahun(
        tahun=tahun,
        counts=counts,
        sumber="bila draf berlaku",
        is_rinci=True,
    )
    pindah = _pindah(kabupaten, tahun, draf)
    indikator = dampak.indikator(kabupaten, tahun, andai, pindah)
    return Dampak(
        indeks="IDM",
        tahun=tahun,
        desa=tuple(draf),
        status=_baris(kini.counts if kini else None, counts),
        indikator=tuple(indikator),
    )


def _dampak_poin(kabupaten: Kabupaten, tahun: int, draf: list[DrafDesa]) -> Dampak:
    """Indeks Desa tidak dipakai indikator kinerja mana pun."""
    rows = IndeksDesa.objects.milik(kabupaten).filter(tahun=tahun)
    kini = rows.counts()
    return Dampak(
        indeks="Indeks Desa",
        tahun=tahun,
        desa=tuple(draf),
        status=_baris(kini, _sesudah(kini, draf)),
        indikator=(),
    )


def _sesudah(kini: Hitungan, draf: list[DrafDesa]) -> Hitungan:
    """Tiap draf pindah dari status kininya; yang belum berstatus bertambah."""
    counts = dict(kini)
    for satu in draf:
        if satu.status_kini:
            semula = Status(satu.status_kini)
            counts[semula] -= 1
        menjadi = Status(satu.status)
        counts[menjadi] += 1
    return counts


def _baris(kini: Hitungan | None, counts: Hitungan) -> tuple[BarisDampak, ...]:
    """Semua status, juga yang tidak berubah."""
    baris = []
    for status in Status:
        satu = BarisDampak(
            status=status.value,
            kini=kini[status] if kini else None,
            draf=counts[status],
        )
        baris.append(satu)
    return tuple(baris)


def _pindah(kabupaten: Kabupaten, tahun: int, draf: list[DrafDesa]) -> dict[tuple[str, str], int]:
    """Perpindahan status setahun seandainya draf berlaku; desa tanpa tahun lalu tidak berpindah."""
    pindah = banyak_pindah(kabupaten, tahun)
    nomor = [satu.desa.pk for satu in draf]
    lalu = IdmDesa.objects.filter(desa__in=nomor, tahun=tahun - 1)
    asal = dict(lalu.values_list("desa", "status"))
    for satu in draf:
        dari = asal.get(satu.desa.pk)
        if dari is None:
            continue
        if satu.status_kini:
            semula = (dari, satu.status_kini)
            pindah[semula] -= 1
        arah = (dari, satu.status)
        banyak = pindah.get(arah, 0)
        pindah[arah] = banyak + 1
    return pindah
