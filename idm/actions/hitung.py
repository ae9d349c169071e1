"""Hitung ulang indeks dan status dari skor yang tersimpan."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit
from core.audit import Refused
from idm.models import IdmDesa, Instrumen
from idm.scoring import DESIMAL, sidik
from villages.models import Desa, Kecamatan

HASIL = ("iks", "ike", "ikl", "idm", "status")
SEKALIGUS = 2000  # baris dalam satu perintah SQL


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
        lama = [_Baris(*isi) for isi in berskor.order_by("instrumen", "desa__kode").values_list(*kolom)]
        if not lama:
            return 0
        if reason := alasan_kunci(kabupaten, tahun):
            raise Refused(reason)
        baru = [b for i in Instrumen.objects.filter(pk__in={b.instrumen for b in lama}) for b in _hitung(i, lama)]
        sebelum = {b.pk: b for b in lama}
        _simpan([b for b in baru if b != sebelum[b.pk]])
        berskor.update(dihitung_oleh=str(by)[:200], dihitung_at=timezone.now())
        berubah = [b for b in baru if str(b) != str(sebelum[b.pk])]
        ubahan = {b.desa: [str(sebelum[b.pk]), str(b)] for b in sorted(berubah, key=lambda b: b.desa)}
        note = f"Hitung ulang IDM {tahun}: {len(ubahan)} dari {len(lama)} desa berubah."
        audit.record(
            by=by, action=audit.Action.LOAD, obj=kabupaten, changes=ubahan, note=note, kabupaten=kabupaten.kode
        )
    return len(ubahan)


def alasan_kunci(kabupaten: Kabupaten, tahun: int) -> str:
    """Mengapa IDM kabupaten pada tahun itu tidak boleh diubah; kosong bila boleh. Sama bagi semua desanya."""
    return IdmDesa(tahun=tahun, desa=Desa(kecamatan=Kecamatan(kabupaten=kabupaten))).lock_reason()


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


def _simpan(rows: list[_Baris]) -> None:
    """Hanya baris yang berbeda ditulis."""
    objek = IdmDesa.objects.in_bulk([b.pk for b in rows])
    for b in rows:
        for nama in (*HASIL, "sidik"):
            setattr(objek[b.pk], nama, getattr(b, nama))
    simpan_banyak(list(objek.values()))


def simpan_banyak(rows: Sequence[IdmDesa]) -> None:
    """Tambah atau timpa ribuan baris sekaligus; `bulk_update` merangkai CASE per baris dan jauh lebih lambat."""
    kunci = ["pk"] if rows and rows[0].pk else ["desa", "tahun"]
    kolom = ["instrumen", "skor", "sumber", *HASIL, "sidik", "dihitung_oleh", "dihitung_at"]
    IdmDesa.objects.bulk_create(
        rows, batch_size=SEKALIGUS, update_conflicts=True, unique_fields=kunci, update_fields=kolom
    )
