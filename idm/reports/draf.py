"""Draf di samping angka yang berlaku.

Desanya, hitungan statusnya, dan indikator yang ikut berubah. Banyak kueri tetap berapa pun desanya.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from idm import dampak, deret, scoring
from idm.actions.dimensi import instrumen_dimensi
from idm.actions.isian import rubrik
from idm.dampak import DampakIndikator, DrafDesa
from idm.models import IdmDesa, IndeksDesa, Instrumen, IsianIdm, PoinDimensi
from idm.reports import StatusTahun, banyak_pindah, status_tahun
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
        return None if self.kini is None else self.draf - self.kini


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
        hasil.append(_dari_isian(satu, row, indeks, ambang))
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
    nomor = [satu.desa_id for satu in draf]
    rows = model.objects.filter(desa__in=nomor, tahun=tahun)
    return {row.desa_id: row for row in rows}


def _susunan(instrumen: Instrumen) -> tuple[list[str], Any]:
    indikator = rubrik(instrumen)
    indeks = [satu.indeks for satu in indikator.values()]
    return indeks, instrumen.ambang()


def _is_sama(isian: IsianIdm, row: IdmDesa | None) -> bool:
    if row is None or row.instrumen_id != isian.instrumen_id:
        return False
    return row.skor == isian.skor


def _dari_isian(satu: IsianIdm, row: IdmDesa | None, indeks: list[str], ambang: Any) -> DrafDesa:
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
    saring: dict[str, Any] = {"tahun": tahun, "desa__kecamatan__kabupaten": kabupaten}
    if desa:
        saring = {"tahun": tahun, "desa": desa}
    rows = PoinDimensi.objects.filter(**saring, dimensi__instrumen=instrumen)
    poin: dict[Desa, dict[int, Any]] = {}
    for row in rows.select_related("desa__kecamatan").order_by("desa__kode"):
        poin.setdefault(row.desa, {})[row.dimensi_id] = row.poin
    berlaku = {row.desa_id: row for row in IndeksDesa.objects.filter(**saring)}
    ambang = instrumen.ambang()
    hasil = []
    for satu, isi in poin.items():
        row = berlaku.get(satu.pk)
        draf = _dari_poin(satu, isi, row, instrumen, ambang)
        if draf is not None:
            hasil.append(draf)
    return hasil


def _dari_poin(
    desa: Desa,
    poin: dict[int, Any],
    row: IndeksDesa | None,
    instrumen: Instrumen,
    ambang: Any,
) -> DrafDesa | None:
    """`None` bila belum lengkap atau sama dengan yang berlaku."""
    dimensi = list(instrumen.dimensiindeks_set.all())
    per_kode = {d.kode: poin[d.pk] for d in dimensi if d.pk in poin}
    maksimum = {d.kode: d.maksimum for d in dimensi}
    skor = scoring.skor_dimensi(per_kode, maksimum)
    if skor is None:
        return None
    tertulis = deret.deret_poin(list(per_kode.values()))
    if row and row.instrumen_id == instrumen.pk and row.poin == tertulis:
        return None
    return DrafDesa(
        desa=desa,
        indeks="Indeks Desa",
        desimal=DESIMAL_DIMENSI,
        berlaku=row,
        kini=row.skor if row else None,
        nilai=skor,
        status=scoring.status(skor, ambang).value,
        url=desa.get_absolute_url(),
    )


def dampak_draf(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[Dampak]:
    """Dampak semua draf satu tahun, atau draf satu desa; kosong bila tidak ada draf."""
    idm = draf_idm(kabupaten, tahun, desa)
    poin = draf_poin(kabupaten, tahun, desa)
    hasil = []
    if idm:
        hasil.append(_dampak_idm(kabupaten, tahun, idm))
    if poin:
        hasil.append(_dampak_poin(kabupaten, tahun, poin))
    return hasil


def _dampak_idm(kabupaten: Kabupaten, tahun: int, draf: list[DrafDesa]) -> Dampak:
    kini = status_tahun(kabupaten, tahun)
    rinci = IdmDesa.objects.milik(kabupaten).filter(tahun=tahun).counts()
    counts = _sesudah(rinci, draf)
    andai = StatusTahun(tahun, counts, "bila draf berlaku", True)
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
    kini = IndeksDesa.objects.milik(kabupaten).filter(tahun=tahun).counts()
    return Dampak(
        indeks="Indeks Desa",
        tahun=tahun,
        desa=tuple(draf),
        status=_baris(kini, _sesudah(kini, draf)),
        indikator=(),
    )


def _sesudah(kini: dict[Status, int], draf: list[DrafDesa]) -> dict[Status, int]:
    counts = dict(kini)
    for satu in draf:
        if satu.status_kini:
            counts[Status(satu.status_kini)] -= 1
        counts[Status(satu.status)] += 1
    return counts


def _baris(kini: dict[Status, int] | None, counts: dict[Status, int]) -> tuple[BarisDampak, ...]:
    baris = []
    for status in Status:
        banyak = kini[status] if kini else None
        baris.append(BarisDampak(status.value, banyak, counts[status]))
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
            pindah[dari, satu.status_kini] -= 1
        pindah[dari, satu.status] = pindah.get((dari, satu.status), 0) + 1
    return pindah
