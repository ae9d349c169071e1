"""V1: uang menjumlah dari sub kegiatan ke kegiatan ke program, rupiah demi rupiah."""

from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Sum

from core.angka import rupiah
from documents.papers import Finding
from kinerja.models import Kegiatan, Lkjip
from kinerja.reports.rujukan import Angka, Bahan


def check(lkjip: Lkjip, b: Bahan, angka: Mapping[str, Angka]) -> list[Finding]:
    return temuan(b)


def temuan(b: Bahan) -> list[Finding]:
    rinci = [u.program for u in b.anggaran.baris if u.program.is_rinci]
    rows = (
        Kegiatan.objects.filter(program__in=rinci)
        .annotate(jumlah=Sum("subkegiatan__pagu_berlaku"))
        .select_related("program")
    )
    hasil = [_banding(k, k.pagu_tercetak, k.jumlah) for k in rows]
    hasil += [_banding(u.program, u.program.pagu_tercetak, u.pagu) for u in b.anggaran.baris if u.program.is_rinci]
    return [t for t in hasil if t]


def _banding(row: object, tercetak: Decimal | None, jumlah: Decimal | None) -> Finding | None:
    if tercetak is None or tercetak == (jumlah or 0):
        return None
    return Finding(
        "V1",
        str(row),
        "Pagu pada dokumen tidak sama dengan jumlah sub kegiatannya.",
        rupiah(tercetak),
        rupiah(jumlah or 0),
        row.get_absolute_url(),  # type: ignore[attr-defined]
    )
