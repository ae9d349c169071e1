"""Hitung ulang skor Indeks Desa dari poin tiap aspek yang tersimpan."""

from decimal import Decimal
from typing import Any, NamedTuple

from accounts.models import Kabupaten
from core import audit
from core.audit import Refused
from idm import deret
from idm.actions.hitung import keep_ulang
from idm.models import IndeksDesa, Instrumen
from idm.scoring import DESIMAL_DIMENSI
from idm.sources import susunan

Rows = list[IndeksDesa]


class _Hasil(NamedTuple):
    """Yang dihitung dari aspek satu desa.

    `skor` persen dari poin tertinggi edisinya, dua desimal; `poin` deret poin tiap dimensi dan
    subdimensi menurut susunan edisinya; `status` menurut ambang edisinya.
    """

    skor: Decimal
    poin: str
    status: str

    def __str__(self) -> str:
        return f"{self.skor:.2f} {self.status} ({self.poin})"


def recompute_indeks(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Hitung ulang Indeks Desa satu kabupaten satu tahun yang asalnya poin aspek.

    Kembaliannya banyak baris yang hasilnya berubah. `Refused` bila tahunnya terkunci atau edisinya
    belum dapat menghitung.
    """
    with audit.locked(kabupaten.kode):
        rows = _beraspek(kabupaten, tahun)
        if not rows:
            return 0
        if sebab := IndeksDesa.lock_for(kabupaten.kode, tahun):
            raise Refused(sebab)
        ubahan = {}
        berubah = []
        for row, baru in _terhitung(rows):
            lama = _Hasil(row.skor, row.poin, row.status)
            if baru != lama:
                ubahan[row.desa.kode] = [str(lama), str(baru)]
                row.skor, row.poin, row.status = baru
                berubah.append(row)
        judul = f"Indeks Desa {tahun}"
        keep_ulang(berubah, ubahan, judul=judul, semua=len(rows), target=kabupaten, by=by)
    return len(berubah)


def _beraspek(kabupaten: Kabupaten, tahun: int) -> Rows:
    """Yang semua aspeknya terjawab, menurut kode desanya."""
    milik = IndeksDesa.objects.milik(kabupaten).filter(tahun=tahun)
    beraspek = milik.filter(sumber=IndeksDesa.SumberIndeks.ASPEK).exclude(jawaban="")
    lengkap = beraspek.exclude(jawaban__contains=deret.BELUM)
    return list(lengkap.select_related("desa").order_by("desa__kode"))


def _terhitung(rows: Rows) -> list[tuple[IndeksDesa, _Hasil]]:
    """Tiap baris dengan hasil hitungnya, edisi demi edisi.

    `Refused` bila satu edisi belum dapat menghitung.
    """
    per_instrumen: dict[int, Rows] = {}
    for row in rows:
        milik = per_instrumen.setdefault(row.instrumen_id, [])
        milik.append(row)
    hasil: list[tuple[IndeksDesa, _Hasil]] = []
    for instrumen in Instrumen.objects.filter(pk__in=per_instrumen).order_by("pk"):
        milik = per_instrumen[instrumen.pk]
        dihitung = _hitung(instrumen, [row.jawaban for row in milik])
        hasil += zip(milik, dihitung, strict=True)
    return hasil


def _hitung(instrumen: Instrumen, jawaban: list[str]) -> list[_Hasil]:
    """Sama dengan hitungan isian satu desa, semuanya sekaligus.

    `jawaban` deret poin tiap aspek satu desa; hasilnya menurut urutannya. `Refused` bila edisinya
    tanpa ambang, atau satu poin melebihi skalanya.
    """
    from idm.massal import hitung_poin  # pandas hanya dibaca saat menghitung banyak desa

    dipakai = susunan(instrumen)
    if not dipakai.ambang:
        raise Refused(f"{instrumen} belum mempunyai ambang status.")
    try:
        tabel = hitung_poin(jawaban, dipakai.letak, dipakai.maksimum, dipakai.ambang)
    except ValueError as error:
        raise Refused(f"{instrumen}: {error}") from error
    hasil = []
    for *semua, angka, status in tabel.itertuples(index=False, name=None):
        skor = Decimal(angka).scaleb(-DESIMAL_DIMENSI)
        poin = deret.deret_poin([Decimal(satu) for satu in semua])
        hasil.append(_Hasil(skor, poin, status))
    return hasil
