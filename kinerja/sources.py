"""Dari mana angka indikator berasal: tiap sumber memberi pembilang, penyebut, dan baris di baliknya."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from accounts.models import Kabupaten
from idm.reports import StatusTahun, desa_berstatus, perpindahan, status_tahun
from idm.scoring import Status
from villages.models import RekapLembaga

Desa = Any


@dataclass(frozen=True)
class Hasil:
    """Angka satu indikator dan silsilahnya. `nilai` tanpa pembulatan, sudah dikali faktor."""

    nilai: Decimal
    sumber: str
    uraian: str
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    masukan: tuple[tuple[str, int], ...] = ()
    desa: dict[str, list[Desa]] = field(default_factory=dict)
    tahun_rekap: tuple[int, ...] = ()  # tahun yang hanya diketahui hitungan statusnya, bukan desanya


class Data:
    """Bacaan bersama satu kabupaten; tiap tahun dibaca sekali."""

    def __init__(self, kabupaten: Kabupaten) -> None:
        self.kabupaten = kabupaten
        self.status: Callable[[int], StatusTahun | None] = cache(lambda t: status_tahun(kabupaten, t))
        self.lembaga: Callable[[int], list[RekapLembaga]] = cache(self._lembaga)

    def _lembaga(self, tahun: int) -> list[RekapLembaga]:
        return list(RekapLembaga.objects.filter(kecamatan__kabupaten=self.kabupaten, tahun=tahun))


def berkembang(data: Data, tahun: int, *, rinci: bool = False) -> Hasil | None:
    """Banyak desa berstatus Berkembang (IKU seperti dicetak LKjIP)."""
    return _count(data, tahun, (Status.BERKEMBANG,), rinci)


def berkembang_maju_mandiri(data: Data, tahun: int, *, rinci: bool = False) -> Hasil | None:
    """Banyak desa berstatus Berkembang, Maju dan Mandiri."""
    return _count(data, tahun, (Status.BERKEMBANG, Status.MAJU, Status.MANDIRI), rinci)


def _count(data: Data, tahun: int, status: tuple[Status, ...], rinci: bool) -> Hasil | None:
    kini = data.status(tahun)
    if kini is None:
        return None
    masukan = tuple((f"Desa {s.value.title()} {tahun}", kini.counts[s]) for s in status)
    jumlah = sum(n for _, n in masukan)
    desa = {}
    if rinci and kini.is_rinci:
        desa = {f"Desa {s.value.title()} {tahun}": desa_berstatus(data.kabupaten, tahun, s) for s in status}
    uraian = " + ".join(f"{n}" for _, n in masukan) + (f" = {jumlah}" if len(masukan) > 1 else "")
    return Hasil(Decimal(jumlah), kini.sumber, uraian, masukan=masukan, desa=desa, tahun_rekap=_tahun_rekap(kini))


def pengentasan_tertinggal(data: Data, tahun: int, *, rinci: bool = False) -> Hasil | None:
    """Desa tertinggal awal tahun yang naik status, dibagi desa tertinggal awal tahun, × 100.

    Bila desanya tidak diketahui, pembilang adalah selisih hitungan dua tahun; `None` bila negatif.
    """
    lalu, kini = data.status(tahun - 1), data.status(tahun)
    if lalu is None or kini is None:
        return None
    awal = lalu.counts[Status.TERTINGGAL]
    masukan = ((f"Desa Tertinggal {tahun - 1}", awal), (f"Desa Tertinggal {tahun}", kini.counts[Status.TERTINGGAL]))
    desa: dict[str, list[Desa]] = {}
    if lalu.is_rinci and kini.is_rinci:
        naik = _moved_up(data.kabupaten, tahun, Status.TERTINGGAL)
        entas, uraian = len(naik), f"{len(naik)} dari {awal} desa tertinggal naik status"
        desa = {"Desa tertinggal yang naik status": naik} if rinci else {}
    else:
        entas = awal - kini.counts[Status.TERTINGGAL]
        uraian = f"{awal} − {kini.counts[Status.TERTINGGAL]} = {entas} (selisih hitungan)"
    return _ratio(entas, awal, lalu, kini, uraian, masukan, desa)


def peningkatan_mandiri(data: Data, tahun: int, *, rinci: bool = False) -> Hasil | None:
    """Pertambahan desa mandiri setahun, dibagi desa berkembang awal tahun, × 100."""
    lalu, kini = data.status(tahun - 1), data.status(tahun)
    if lalu is None or kini is None:
        return None
    m0, m1, b0 = lalu.counts[Status.MANDIRI], kini.counts[Status.MANDIRI], lalu.counts[Status.BERKEMBANG]
    masukan = (
        (f"Desa Mandiri {tahun - 1}", m0),
        (f"Desa Mandiri {tahun}", m1),
        (f"Desa Berkembang {tahun - 1}", b0),
    )
    desa: dict[str, list[Desa]] = {}
    if rinci and kini.is_rinci:
        desa[f"Desa Mandiri {tahun}"] = desa_berstatus(data.kabupaten, tahun, Status.MANDIRI)
    return _ratio(m1 - m0, b0, lalu, kini, f"{m1} − {m0} = {m1 - m0}", masukan, desa)


def _ratio(
    bagian: int,
    dari: int,
    lalu: StatusTahun,
    kini: StatusTahun,
    uraian: str,
    masukan: tuple[tuple[str, int], ...],
    desa: dict[str, list[Desa]],
) -> Hasil | None:
    if not dari or bagian < 0:
        return None
    sumber = kini.sumber if lalu.sumber == kini.sumber else f"{lalu.sumber}; {kini.sumber}"
    nilai = Decimal(bagian) / Decimal(dari) * 100
    return Hasil(nilai, sumber, uraian, Decimal(bagian), Decimal(dari), masukan, desa, _tahun_rekap(lalu, kini))


def _tahun_rekap(*status: StatusTahun) -> tuple[int, ...]:
    return tuple(s.tahun for s in status if not s.is_rinci)


def _moved_up(kabupaten: Kabupaten, tahun: int, dari: Status) -> list[Desa]:
    order = list(Status)
    better = {s.value for s in order[: order.index(dari)]}
    moves = perpindahan(kabupaten, tahun)
    found = [desa for (asal, ke), rows in moves.items() if asal == dari.value and ke in better for desa in rows]
    return sorted(found, key=lambda desa: desa.kode)


def lembaga(bagian: str, dari: str, faktor: int) -> Callable[..., Hasil | None]:
    """Sumber dari rekap lembaga: Σ `bagian` / Σ `dari` × faktor; hanya bila semua kecamatan merinci."""

    def hasil(data: Data, tahun: int, *, rinci: bool = False) -> Hasil | None:
        rows = data.lembaga(tahun)
        if not rows or any(getattr(row, bagian) is None for row in rows):
            return None
        atas, bawah = sum(getattr(r, bagian) for r in rows), sum(getattr(r, dari) for r in rows)
        if not bawah:
            return None
        labels = {f.name: str(f.verbose_name) for f in RekapLembaga._meta.fields}
        masukan = ((labels[bagian].capitalize(), atas), (labels[dari], bawah))
        sumber = f"Rekap lembaga {len(rows)} kecamatan tahun {tahun}"
        nilai = Decimal(atas) / Decimal(bawah) * faktor
        return Hasil(nilai, sumber, f"{atas} / {bawah}", Decimal(atas), Decimal(bawah), masukan)

    return hasil


SOURCES: dict[str, Callable[..., Hasil | None]] = {
    "idm.berkembang": berkembang,
    "idm.berkembang_maju_mandiri": berkembang_maju_mandiri,
    "idm.pengentasan_tertinggal": pengentasan_tertinggal,
    "idm.peningkatan_mandiri": peningkatan_mandiri,
    "lembaga.binaan_lpm": lembaga("binaan_lpm", "lpm", 1),
    "lembaga.binaan_pkk": lembaga("binaan_pkk", "pkk", 1),
    "lembaga.lpm_berprestasi": lembaga("lpm_berprestasi", "lpm", 100),
    "lembaga.pkk_aktif": lembaga("pkk_aktif", "pkk", 100),
    "lembaga.posyandu_aktif": lembaga("posyandu_aktif", "posyandu", 100),
}


def hasil(sumber: str, data: Data, tahun: int, *, rinci: bool = False) -> Hasil | None:
    """Hasil sumber `sumber`; `None` bila kosong, tidak dikenal, atau datanya belum cukup."""
    function = SOURCES.get(sumber)
    return function(data, tahun, rinci=rinci) if function else None
