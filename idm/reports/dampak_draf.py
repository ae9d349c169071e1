"""Yang berubah bila draf berlaku: hitungan status, dan indikator kinerja yang memakainya."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from idm import dampak
from idm.dampak import DampakIndikator, DrafDesa
from idm.reports import StatusTahun, banyak_pindah, status_tahun, tabel_tahun
from idm.reports.draf import draf_isian, draf_poin
from idm.reports.status import Hitungan
from idm.reports.ukuran import INDEKS, Indeks
from idm.scoring import Status
from villages.models import Desa
from villages.sources import banyak_pada

SemuaDraf = list[DrafDesa]


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


SemuaBaris = tuple[BarisDampak, ...]


@dataclass(frozen=True)
class Dampak:
    """Yang berubah bila `desa` berlaku."""

    indeks: str
    tahun: int
    desa: tuple[DrafDesa, ...]
    status: SemuaBaris
    indikator: tuple[DampakIndikator, ...]

    @property
    def status_beda(self) -> list[BarisDampak]:
        """Status yang banyak desanya berubah saja."""
        return [baris for baris in self.status if baris.selisih]


def dampak_draf(kabupaten: Kabupaten, tahun: int, desa: Desa | None = None) -> list[Dampak]:
    """Dampak semua draf satu tahun, atau draf satu desa; kosong bila tidak ada draf."""
    per_ukuran: dict[str, SemuaDraf] = {}
    semua = [*draf_isian(kabupaten, tahun, desa), *draf_poin(kabupaten, tahun, desa)]
    for satu in semua:
        seukuran = per_ukuran.setdefault(satu.indeks, [])
        seukuran.append(satu)
    hasil = []
    for ukuran in INDEKS:
        draf = per_ukuran.get(ukuran.nama)
        if draf:
            dampak_ukuran = _dampak(kabupaten, tahun, draf, ukuran)
            hasil.append(dampak_ukuran)
    return hasil


def _dampak(kabupaten: Kabupaten, tahun: int, draf: SemuaDraf, ukuran: Indeks) -> Dampak:
    """Termasuk indikator kinerja yang memakainya, bila itu indeks yang dipakai tahunnya."""
    model = ukuran.model
    kini = status_tahun(kabupaten, tahun, model)
    rows = model.objects.milik(kabupaten).filter(tahun=tahun)
    counts = _sesudah(rows.counts(), draf)
    semua_desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
    andai = StatusTahun(
        tahun=tahun,
        counts=counts,
        sumber="bila draf berlaku",
        is_rinci=True,
        semua=banyak_pada(semua_desa, (tahun,)).get(tahun, 0),
    )
    indikator: list[DampakIndikator] = []
    if tabel_tahun(tahun) is model:
        pindah = _pindah(kabupaten, tahun, draf, model)
        indikator = dampak.indikator(kabupaten, tahun, andai, pindah)
    return Dampak(
        indeks=ukuran.nama,
        tahun=tahun,
        desa=tuple(draf),
        status=_baris(kini.counts if kini else None, counts),
        indikator=tuple(indikator),
    )


def _sesudah(kini: Hitungan, draf: SemuaDraf) -> Hitungan:
    """Tiap draf pindah dari status kininya; yang belum berstatus bertambah."""
    counts = dict(kini)
    for satu in draf:
        if satu.status_kini:
            semula = Status(satu.status_kini)
            counts[semula] -= 1
        menjadi = Status(satu.status)
        counts[menjadi] += 1
    return counts


def _baris(kini: Hitungan | None, counts: Hitungan) -> SemuaBaris:
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


def _pindah(
    kabupaten: Kabupaten, tahun: int, draf: SemuaDraf, model: Any
) -> dict[tuple[str, str], int]:
    """Perpindahan status setahun seandainya draf berlaku; desa tanpa tahun lalu tidak berpindah."""
    pindah = banyak_pindah(kabupaten, tahun, model)
    nomor = [satu.desa.pk for satu in draf]
    tahun_lalu = tahun - 1
    lalu = model.objects.filter(desa__in=nomor, tahun=tahun_lalu)
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
