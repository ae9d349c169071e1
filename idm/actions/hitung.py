"""Hitung ulang indeks dan status dari skor yang tersimpan."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit
from core.audit import Refused
from idm.models import IdmDesa, Instrumen
from idm.scoring import DESIMAL, sidik

HASIL = ("iks", "ike", "ikl", "idm", "status")
SEKALIGUS = 2000  # baris dalam satu perintah SQL


def recompute(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Hitung ulang semua IDM berskor satu kabupaten satu tahun; kembaliannya banyak baris yang hasilnya berubah.

    `Refused` bila tahunnya terkunci atau instrumennya belum dapat menghitung.
    """
    with audit.locked(kabupaten.kode):
        rows = list(
            IdmDesa.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
            .exclude(skor="")
            .select_related("desa__kecamatan__kabupaten", "instrumen")
            .order_by("desa__kode")
        )
        if not rows:
            return 0
        if reason := rows[0].lock_reason():  # kuncinya menurut kabupaten, tahun dan lingkup: sama bagi semua baris
            raise Refused(reason)
        sebelum = {row.pk: _tulisan(row) for row in rows}
        for instrumen in {row.instrumen_id: row.instrumen for row in rows}.values():
            hitung_baris([row for row in rows if row.instrumen_id == instrumen.pk], instrumen, by)
        simpan_banyak(rows)
        ubahan = {row.desa.kode: [sebelum[row.pk], _tulisan(row)] for row in rows if sebelum[row.pk] != _tulisan(row)}
        note = f"Hitung ulang IDM {tahun}: {len(ubahan)} dari {len(rows)} desa berubah."
        audit.record(
            by=by, action=audit.Action.LOAD, obj=kabupaten, changes=ubahan, note=note, kabupaten=kabupaten.kode
        )
    return len(ubahan)


def hitung_baris(rows: list[IdmDesa], instrumen: Instrumen, by: Any) -> None:
    """Isi indeks, status, sidik dan penghitung tiap baris dari deret skornya; belum disimpan."""
    from idm.massal import hitung  # pandas hanya dibaca saat menghitung banyak desa

    indeks = list(instrumen.indikatoridm_set.order_by("posisi").values_list("indeks", flat=True))
    ambang = instrumen.ambang()
    if not ambang:
        raise Refused(f"{instrumen} belum mempunyai ambang status.")
    try:
        tabel = hitung([row.skor for row in rows], indeks, ambang)
    except ValueError as error:
        raise Refused(f"{instrumen}: {error}") from error
    now = timezone.now()
    for row, hasil in zip(rows, tabel.itertuples(index=False), strict=True):
        for nama in HASIL[:-1]:
            setattr(row, nama, Decimal(getattr(hasil, nama)).scaleb(-DESIMAL))
        row.status, row.sidik = hasil.status, sidik(instrumen.kode, row.skor)
        row.dihitung_oleh, row.dihitung_at = str(by)[:200], now


def simpan_banyak(rows: Sequence[IdmDesa]) -> None:
    """Tambah atau timpa ribuan baris sekaligus; `bulk_update` merangkai CASE per baris dan jauh lebih lambat."""
    kunci = ["pk"] if rows and rows[0].pk else ["desa", "tahun"]
    kolom = ["instrumen", "skor", "sumber", *HASIL, "sidik", "dihitung_oleh", "dihitung_at"]
    IdmDesa.objects.bulk_create(
        rows, batch_size=SEKALIGUS, update_conflicts=True, unique_fields=kunci, update_fields=kolom
    )


def _tulisan(row: IdmDesa) -> str:
    return f"{row.iks:.4f} {row.ike:.4f} {row.ikl:.4f} {row.idm:.4f} {row.status}"
