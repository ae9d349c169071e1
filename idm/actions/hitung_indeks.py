"""Hitung ulang skor Indeks Desa dari poin tiap aspek yang tersimpan."""

from collections.abc import Collection
from typing import Any, NamedTuple

from accounts.models import Kabupaten
from core import audit
from core.audit import Refused
from idm import deret
from idm.actions.hitung import (
    Rumus,
    SemuaRumus,
    bulat,
    desimal,
    keep_ulang,
    kode_desa,
    ubahan_desa,
)
from idm.models import IndeksDesa
from idm.scoring import DESIMAL_DIMENSI

KOLOM = ("pk", "desa", "instrumen", "jawaban", "poin", "status")


class _BarisIndeks(NamedTuple):
    """Satu baris tersimpan; skornya bilangan bulat seperseratus."""

    pk: int
    desa: int
    instrumen: int
    jawaban: str
    poin: str
    status: str
    skor: int

    @property
    def hasil(self) -> "_HasilIndeks":
        return _HasilIndeks(self.skor, self.poin, self.status)


class _HasilIndeks(NamedTuple):
    """Yang dihitung dari aspek satu desa.

    `skor` persen dari poin tertinggi edisinya, seperseratus; `poin` deret poin tiap dimensi
    menurut susunan edisinya; `status` menurut ambang edisinya.
    """

    skor: int
    poin: str
    status: str

    def __str__(self) -> str:
        skor = desimal(self.skor, DESIMAL_DIMENSI)
        return f"{skor:.2f} {self.status} ({self.poin})"


_SemuaBaris = list[_BarisIndeks]
_Berbeda = tuple[_BarisIndeks, _HasilIndeks]  # tersimpan, lalu hasil barunya


def recompute_indeks(
    *,
    kabupaten: Kabupaten,
    tahun: int,
    by: Any,
    rumus: SemuaRumus | None = None,
) -> int:
    """Hitung ulang Indeks Desa satu kabupaten satu tahun yang asalnya poin aspek.

    Kembaliannya banyak baris yang hasilnya berubah. `Refused` bila tahunnya terkunci atau edisinya
    belum dapat menghitung.
    """
    with audit.locked(kabupaten.kode):
        desa = kode_desa(kabupaten)
        tersimpan = _beraspek(desa, tahun)
        if not tersimpan:
            return 0
        if sebab := IndeksDesa.lock_for(kabupaten.kode, tahun):
            raise Refused(sebab)
        nomor = {baris.instrumen for baris in tersimpan}
        semua_rumus = rumus or SemuaRumus()
        berbeda: list[_Berbeda] = []
        for satu in semua_rumus.dipakai(nomor):
            berbeda += _berbeda(satu, tersimpan)
        ubahan = ubahan_desa(desa, berbeda)
        rows = _terhitung(berbeda)
        judul = f"Indeks Desa {tahun}"
        keep_ulang(
            rows,
            ubahan,
            judul=judul,
            semua=len(tersimpan),
            target=kabupaten,
            by=by,
        )
    return len(berbeda)


def _beraspek(desa: Collection[int], tahun: int) -> _SemuaBaris:
    """Yang semua aspeknya terjawab."""
    nomor = list(desa)
    milik = IndeksDesa.objects.filter(desa__in=nomor, tahun=tahun)
    beraspek = milik.filter(sumber=IndeksDesa.SumberIndeks.ASPEK).exclude(jawaban="")
    lengkap = beraspek.exclude(jawaban__contains=deret.BELUM).order_by()
    skor = bulat("skor", DESIMAL_DIMENSI)
    semua = lengkap.values_list(*KOLOM, skor)
    return list(map(_BarisIndeks._make, semua))


def _berbeda(rumus: Rumus, tersimpan: _SemuaBaris) -> list[_Berbeda]:
    """Baris milik satu edisi yang hasilnya lain dari hitungan isian satu desa.

    `Refused` bila panjang deretnya lain dari edisinya.
    """
    from idm.massal import baris, hitung_poin  # numpy hanya dibaca saat menghitung banyak desa

    edisi, dipakai = rumus
    milik = [satu for satu in tersimpan if satu.instrumen == edisi.pk]
    jawaban = [satu.jawaban for satu in milik]
    try:
        kolom = hitung_poin(
            jawaban,
            dipakai.letak,
            dipakai.maksimum,
            dipakai.ambang,
        )
    except ValueError as error:
        raise Refused(f"{edisi}: {error}") from error
    skor = kolom.pop("skor").tolist()
    status = kolom.pop("status").tolist()
    deret_poin = []
    for poin in baris(kolom):
        tulisan = ";".join(map(str, poin))
        deret_poin.append(tulisan)
    semua = map(_HasilIndeks, skor, deret_poin, status)
    berbeda = []
    for pasangan in zip(milik, semua, strict=True):
        satu, baru = pasangan
        if baru != satu.hasil:
            berbeda.append(pasangan)
    return berbeda


def _terhitung(berbeda: list[_Berbeda]) -> list[IndeksDesa]:
    """Baris tersimpan dengan hasil hitung barunya."""
    nomor = [satu.pk for satu, _ in berbeda]
    objek = IndeksDesa.objects.in_bulk(nomor)
    for satu, hasil in berbeda:
        row = objek[satu.pk]
        row.skor = desimal(hasil.skor, DESIMAL_DIMENSI)
        row.poin = hasil.poin
        row.status = hasil.status
    return list(objek.values())
