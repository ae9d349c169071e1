"""Draf di samping angka yang berlaku: desanya, hitungan statusnya, dan indikator yang ikut berubah.

Banyak kueri tetap berapa pun desanya.
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
    """Banyak desa satu status kini, dan bila semua drafnya berlaku; `kini` kosong bila belum ada hitungan."""

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
    rows = IsianIdm.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun).lengkap()
    rows = rows.filter(status=IsianIdm.Status.ISIAN, **({"desa": desa} if desa else {}))
    isian = list(rows.select_related("desa__kecamatan", "instrumen").order_by("desa__kode"))
    berlaku = _berlaku(IdmDesa, isian, tahun)
    susunan = {i.pk: _susunan(i) for i in {satu.instrumen for satu in isian}}
    return [
        _dari_isian(satu, berlaku.get(satu.desa_id), *susunan[satu.instrumen_id])
        for satu in isian
        if not _is_sama(satu, berlaku.get(satu.desa_id))
    ]


def _berlaku(model: Any, draf: Sequence[Any], tahun: int) -> dict[int, Any]:
    nomor = [satu.desa_id for satu in draf]
    return {row.desa_id: row for row in model.objects.filter(desa__in=nomor, tahun=tahun)}


def _susunan(instrumen: Instrumen) -> tuple[list[str], Any]:
    return [i.indeks for i in rubrik(instrumen).values()], instrumen.ambang()


def _is_sama(isian: IsianIdm, row: IdmDesa | None) -> bool:
    return row is not None and (row.instrumen_id, row.skor) == (isian.instrumen_id, isian.skor)


def _dari_isian(satu: IsianIdm, row: IdmDesa | None, indeks: list[str], ambang: Any) -> DrafDesa:
    hasil = deret.hasil(satu.skor, indeks, ambang)
    kini = row.idm if row else None
    nilai, status = hasil.idm or Decimal(0), str(hasil.status)
    return DrafDesa(satu.desa, "IDM", DESIMAL, row, kini, nilai, status, satu.get_absolute_url())


def draf_poin(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[DrafDesa]:
    """Poin lengkap yang berbeda dari Indeks Desa yang berlaku, urut kode desa."""
    instrumen = instrumen_dimensi(tahun)
    if instrumen is None:
        return []
    saring = {"desa": desa} if desa else {"desa__kecamatan__kabupaten": kabupaten}
    rows = PoinDimensi.objects.filter(**saring, tahun=tahun, dimensi__instrumen=instrumen)
    poin: dict[Desa, dict[int, Any]] = {}
    for row in rows.select_related("desa__kecamatan").order_by("desa__kode"):
        poin.setdefault(row.desa, {})[row.dimensi_id] = row.poin
    hasil = IndeksDesa.objects.filter(**saring, tahun=tahun)
    berlaku = {row.desa_id: row for row in hasil}
    ambang = instrumen.ambang()
    semua = [
        _dari_poin(satu, isi, berlaku.get(satu.pk), instrumen, ambang) for satu, isi in poin.items()
    ]
    return [satu for satu in semua if satu is not None]


def _dari_poin(
    desa: Desa, poin: dict[int, Any], row: IndeksDesa | None, instrumen: Instrumen, ambang: Any
) -> DrafDesa | None:
    """`None` bila belum lengkap atau sama dengan yang berlaku."""
    dimensi = list(instrumen.dimensiindeks_set.all())
    per_kode = {d.kode: poin[d.pk] for d in dimensi if d.pk in poin}
    skor = scoring.skor_dimensi(per_kode, {d.kode: d.maksimum for d in dimensi})
    if skor is None:
        return None
    tertulis = deret.deret_poin(list(per_kode.values()))
    if row is not None and (row.instrumen_id, row.poin) == (instrumen.pk, tertulis):
        return None
    status = scoring.status(skor, ambang).value
    kini = row.skor if row else None
    return DrafDesa(
        desa, "Indeks Desa", DESIMAL_DIMENSI, row, kini, skor, status, desa.get_absolute_url()
    )


def dampak_draf(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[Dampak]:
    """Dampak semua draf satu tahun, atau draf satu desa; kosong bila tidak ada draf."""
    idm, poin = draf_idm(kabupaten, tahun, desa), draf_poin(kabupaten, tahun, desa)
    hasil = [_dampak_idm(kabupaten, tahun, idm)] if idm else []
    return [*hasil, _dampak_poin(kabupaten, tahun, poin)] if poin else hasil


def _dampak_idm(kabupaten: Kabupaten, tahun: int, draf: list[DrafDesa]) -> Dampak:
    kini = status_tahun(kabupaten, tahun)
    rinci = IdmDesa.objects.milik(kabupaten).filter(tahun=tahun).counts()
    counts = _sesudah(rinci, draf)
    andai = StatusTahun(tahun, counts, "bila draf berlaku", True)
    indikator = dampak.indikator(kabupaten, tahun, andai, _pindah(kabupaten, tahun, draf))
    baris = _baris(kini.counts if kini else None, counts)
    return Dampak("IDM", tahun, tuple(draf), baris, tuple(indikator))


def _dampak_poin(kabupaten: Kabupaten, tahun: int, draf: list[DrafDesa]) -> Dampak:
    kini = IndeksDesa.objects.milik(kabupaten).filter(tahun=tahun).counts()
    return Dampak("Indeks Desa", tahun, tuple(draf), _baris(kini, _sesudah(kini, draf)), ())


def _sesudah(kini: dict[Status, int], draf: list[DrafDesa]) -> dict[Status, int]:
    counts = dict(kini)
    for satu in draf:
        if satu.status_kini:
            counts[Status(satu.status_kini)] -= 1
        counts[Status(satu.status)] += 1
    return counts


def _baris(kini: dict[Status, int] | None, counts: dict[Status, int]) -> tuple[BarisDampak, ...]:
    return tuple(BarisDampak(s.value, kini[s] if kini else None, counts[s]) for s in Status)


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
