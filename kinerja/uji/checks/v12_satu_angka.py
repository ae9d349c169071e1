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
    hasil = map(_banding, per_rujukan.values())
    return [t for t in hasil if t]


def _banding(rows: list[AngkaTercetak]) -> Temuan | None:
    terbaca = [(row, angka) for row in rows if (angka := _angka(row))]
    if len(terbaca) < 2 or is_sama(angka for _, angka in terbaca):
        return None
    satu, *lain = (row for row, _ in terbaca)
    beda = [_sebut(row) for row in lain if row.tercetak != satu.tercetak]
    pesan = f"Angka ini juga tercetak lain: {'; '.join(beda)}."
    return Temuan("V12", f"{satu.dokumen}, {satu.tempat}", pesan, satu.tercetak)


def _sebut(row: AngkaTercetak) -> str:
    return f"{row.dokumen}, {row.tempat}: {row.tercetak}"


def _angka(row: AngkaTercetak) -> tuple[str, Decimal] | None:
    """Tulisan dan nilainya; `None` bila tidak terbaca sebagai angka."""
    tulisan = row.tercetak
    if row.rujukan.startswith(AKSI):
        tulisan = dari_asing(tulisan)
    try:
        return tulisan, parse(tulisan)
    except ValueError:
        return None


def is_sama(angka: Iterable[tuple[str, Decimal]]) -> bool:
    """Semua tulisan sama bila dibulatkan ke desimal yang paling sedikit."""
    semua = list(angka)
    paling_sedikit = min(desimal(tulisan) for tulisan, _ in semua)
    bulat = {bulatkan(nilai, paling_sedikit) for _, nilai in semua}
    return len(bulat) == 1
