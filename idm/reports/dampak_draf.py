"""Yang berubah bila draf berlaku: hitungan status, dan indikator kinerja yang memakainya."""

from dataclasses import dataclass

from accounts.models import Kabupaten
from idm import dampak
from idm.dampak import DampakIndikator, DrafDesa
from idm.indeks import INDEKS_DESA
from idm.models import IdmDesa, IndeksDesa
from idm.reports import StatusTahun, banyak_pindah, status_tahun
from idm.reports.draf import draf_isian, draf_poin
from idm.reports.status import Hitungan
from idm.scoring import Status
from villages.models import Desa

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
    idm = []
    poin = draf_poin(kabupaten, tahun, desa)
    for satu in draf_isian(kabupaten, tahun, desa):
        if satu.indeks == INDEKS_DESA.singkatan:
            poin.append(satu)
        else:
            idm.append(satu)
    hasil = []
    if idm:
        dampak_idm = _dampak_idm(kabupaten, tahun, idm)
        hasil.append(dampak_idm)
    if poin:
        dampak_poin = _dampak_poin(kabupaten, tahun, poin)
        hasil.append(dampak_poin)
    return hasil


def _dampak_idm(kabupaten: Kabupaten, tahun: int, draf: SemuaDraf) -> Dampak:
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


def _dampak_poin(kabupaten: Kabupaten, tahun: int, draf: SemuaDraf) -> Dampak:
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


def _pindah(kabupaten: Kabupaten, tahun: int, draf: SemuaDraf) -> dict[tuple[str, str], int]:
    """Perpindahan status setahun seandainya draf berlaku; desa tanpa tahun lalu tidak berpindah."""
    pindah = banyak_pindah(kabupaten, tahun)
    nomor = [satu.desa.pk for satu in draf]
    tahun_lalu = tahun - 1
    lalu = IdmDesa.objects.filter(desa__in=nomor, tahun=tahun_lalu)
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
