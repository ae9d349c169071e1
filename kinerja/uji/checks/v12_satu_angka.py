"""V12: satu angka untuk satu hal di semua naskah; tulisan yang berlainan disebut berdampingan."""

from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter

from core.angka import bulatkan, parse
from documents.jenis import Temuan
from kinerja.aturan.tercetak import dari_asing, desimal
from kinerja.models import AngkaTercetak, Lkjip
from kinerja.tahun.angka_aksi import AKSI
from kinerja.tahun.tahun_kinerja import TahunKinerja


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja)


def temuan(kinerja: TahunKinerja) -> list[Temuan]:
    """Angka tercetak dengan rujukan sama yang nilainya berlainan pada ketelitian terkasarnya."""
    per_rujukan: dict[str, list[AngkaTercetak]] = {}
    for row in sorted(kinerja.tercetak, key=attrgetter("pk")):
        per_rujukan.setdefault(row.rujukan, []).append(row)
    return [t for rows in per_rujukan.values() if (t := _banding(rows))]


def _banding(rows: list[AngkaTercetak]) -> Temuan | None:
    terbaca = [(row, tulisan, nilai) for row in rows for tulisan, nilai in _nilai(row)]
    if len(terbaca) < 2 or is_sama((tulisan, nilai) for _, tulisan, nilai in terbaca):
        return None
    satu, *lain = (row for row, _, _ in terbaca)
    beda = "; ".join(f"{row.dokumen}, {row.tempat}: {row.tercetak}" for row in lain if row.tercetak != satu.tercetak)
    return Temuan("V12", f"{satu.dokumen}, {satu.tempat}", f"Angka ini juga tercetak lain: {beda}.", satu.tercetak)


def _nilai(row: AngkaTercetak) -> list[tuple[str, Decimal]]:
    tulisan = dari_asing(row.tercetak) if row.rujukan.startswith(AKSI) else row.tercetak
    try:
        return [(tulisan, parse(tulisan))]
    except ValueError:
        return []


def is_sama(angka: Iterable[tuple[str, Decimal]]) -> bool:
    """Semua tulisan sama bila dibulatkan ke desimal yang paling sedikit."""
    semua = list(angka)
    n = min(desimal(tulisan) for tulisan, _ in semua)
    return len({bulatkan(nilai, n) for _, nilai in semua}) == 1
