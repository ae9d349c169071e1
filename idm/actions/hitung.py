"""Hitung ulang indeks dan status dari skor yang tersimpan."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from idm.models import IdmDesa, Instrumen
from idm.scoring import DESIMAL, sidik

HASIL = ("iks", "ike", "ikl", "idm", "status")


class _Baris(NamedTuple):
    """Satu baris tersimpan, atau hasil hitungnya."""

    pk: int
    desa: str
    instrumen: int
    skor: str
    sidik: str
    iks: Decimal
    ike: Decimal
    ikl: Decimal
    idm: Decimal
    status: str

    def __str__(self) -> str:
        return f"{self.iks:.4f} {self.ike:.4f} {self.ikl:.4f} {self.idm:.4f} {self.status}"


def recompute(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Hitung ulang semua IDM berskor satu kabupaten satu tahun; kembaliannya banyak baris yang hasilnya berubah.

    `Refused` bila tahunnya terkunci atau instrumennya belum dapat menghitung.
    """
    with audit.locked(kabupaten.kode):
        berskor = IdmDesa.objects.milik(kabupaten).filter(tahun=tahun).exclude(skor="")
        kolom = ("pk", "desa__kode", "instrumen", "skor", "sidik", *HASIL)
        lama = [
            _Baris(*isi) for isi in berskor.order_by("instrumen", "desa__kode").values_list(*kolom)
        ]
        if not lama:
            return 0
        if reason := IdmDesa.lock_for(kabupaten.kode, tahun):
            raise Refused(reason)
        baru = [
            b
            for i in Instrumen.objects.filter(pk__in={b.instrumen for b in lama})
            for b in _hitung(i, lama)
        ]
        sebelum = {b.pk: b for b in lama}
        berubah = [b for b in baru if str(b) != str(sebelum[b.pk])]
        ubahan = {
            b.desa: [str(sebelum[b.pk]), str(b)] for b in sorted(berubah, key=lambda b: b.desa)
        }
        note = f"Hitung ulang IDM {tahun}: {len(ubahan)} dari {len(lama)} desa berubah."
        rows = _terhitung([b for b in baru if b != sebelum[b.pk]], by)
        door.save_all(
            rows, by=by, target=kabupaten, changes=ubahan, note=note, replace=True, only_scope=True
        )
    return len(ubahan)


def _hitung(instrumen: Instrumen, rows: list[_Baris]) -> list[_Baris]:
    """Hasil baris milik `instrumen`, dari deret skornya."""
    from idm.massal import hitung  # pandas hanya dibaca saat menghitung banyak desa

    milik = [b for b in rows if b.instrumen == instrumen.pk]
    indeks = list(instrumen.indikatoridm_set.order_by("posisi").values_list("indeks", flat=True))
    ambang = instrumen.ambang()
    if not ambang:
        raise Refused(f"{instrumen} belum mempunyai ambang status.")
    try:
        tabel = hitung([b.skor for b in milik], indeks, ambang)
    except ValueError as error:
        raise Refused(f"{instrumen}: {error}") from error
    return [
        b._replace(sidik=sidik(instrumen.kode, b.skor), status=status, **_desimal(angka))
        for b, (*angka, status) in zip(milik, tabel.itertuples(index=False, name=None), strict=True)
    ]


def _desimal(angka: Sequence[int]) -> dict[str, Any]:
    return {nama: Decimal(a).scaleb(-DESIMAL) for nama, a in zip(HASIL, angka, strict=False)}


def _terhitung(rows: list[_Baris], by: Any) -> list[IdmDesa]:
    """Baris tersimpan dengan hasil hitung barunya; yang hasilnya tetap tidak disentuh."""
    objek = IdmDesa.objects.in_bulk([b.pk for b in rows])
    now = timezone.now()
    for b in rows:
        row = objek[b.pk]
        for nama in (*HASIL, "sidik"):
            setattr(row, nama, getattr(b, nama))
        row.dihitung_oleh, row.dihitung_at = str(by)[:200], now
    return list(objek.values())
