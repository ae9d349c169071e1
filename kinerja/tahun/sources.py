"""Dari mana angka indikator berasal: tiap sumber memberi pembilang, penyebut, dan baris di baliknya."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten
from idm.reports import StatusTahun, desa_berstatus, perpindahan, pindah_tahunan, status_tahunan
from idm.scoring import Status
from villages.models import RekapLembaga

Desa = Any
BERKEMBANG = (Status.BERKEMBANG,)
BERKEMBANG_MAJU_MANDIRI = (Status.BERKEMBANG, Status.MAJU, Status.MANDIRI)
LEBIH_BAIK = tuple(Status)[: tuple(Status).index(Status.TERTINGGAL)]  # Status urut dari yang terbaik


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


@dataclass(frozen=True)
class Data:
    """Bacaan bersama satu kabupaten untuk semua tahun yang diukur, dengan kueri tetap."""

    kabupaten: Kabupaten
    status: Mapping[int, StatusTahun]
    pindah: Mapping[int, Mapping[tuple[str, str], int]]
    lembaga: Mapping[int, tuple[RekapLembaga, ...]]


def baca_data(kabupaten: Kabupaten, tahun: Collection[int]) -> Data:
    """Status desa, perpindahannya dan rekap lembaga pada `tahun`, dan setahun sebelum yang pertama."""
    semua = range(min(tahun) - 1, max(tahun) + 1)
    lembaga: dict[int, list[RekapLembaga]] = {}
    for row in RekapLembaga.objects.filter(kecamatan__kabupaten=kabupaten, tahun__in=semua):
        lembaga.setdefault(row.tahun, []).append(row)
    return Data(
        kabupaten,
        MappingProxyType(status_tahunan(kabupaten, semua)),
        MappingProxyType(pindah_tahunan(kabupaten, semua)),
        MappingProxyType({t: tuple(rows) for t, rows in lembaga.items()}),
    )


def berkembang(data: Data, tahun: int) -> Hasil | None:
    """Banyak desa berstatus Berkembang (IKU seperti dicetak LKjIP)."""
    return _count(data, tahun, BERKEMBANG)


def berkembang_maju_mandiri(data: Data, tahun: int) -> Hasil | None:
    """Banyak desa berstatus Berkembang, Maju dan Mandiri."""
    return _count(data, tahun, BERKEMBANG_MAJU_MANDIRI)


def _count(data: Data, tahun: int, status: tuple[Status, ...]) -> Hasil | None:
    kini = data.status.get(tahun)
    if kini is None:
        return None
    masukan = tuple((_label(s, tahun), kini.counts[s]) for s in status)
    jumlah = sum(n for _, n in masukan)
    uraian = " + ".join(f"{n}" for _, n in masukan) + (f" = {jumlah}" if len(masukan) > 1 else "")
    return Hasil(Decimal(jumlah), kini.sumber, uraian, masukan=masukan, tahun_rekap=_tahun_rekap(kini))


def _label(status: Status, tahun: int) -> str:
    return f"Desa {status.value.title()} {tahun}"


def pengentasan_tertinggal(data: Data, tahun: int) -> Hasil | None:
    """Desa tertinggal awal tahun yang naik status, dibagi desa tertinggal awal tahun, × 100.

    Bila desanya tidak diketahui, pembilang adalah selisih hitungan dua tahun; `None` bila negatif.
    """
    lalu, kini = data.status.get(tahun - 1), data.status.get(tahun)
    if lalu is None or kini is None:
        return None
    awal, akhir = lalu.counts[Status.TERTINGGAL], kini.counts[Status.TERTINGGAL]
    masukan = ((f"Desa Tertinggal {tahun - 1}", awal), (f"Desa Tertinggal {tahun}", akhir))
    if lalu.is_rinci and kini.is_rinci:
        pindah = data.pindah.get(tahun, {})
        naik = sum(n for (asal, ke), n in pindah.items() if asal == Status.TERTINGGAL and ke in LEBIH_BAIK)
        return _ratio(naik, awal, lalu, kini, f"{naik} dari {awal} desa tertinggal naik status", masukan)
    entas = awal - akhir
    return _ratio(entas, awal, lalu, kini, f"{awal} − {akhir} = {entas} (selisih hitungan)", masukan)


def peningkatan_mandiri(data: Data, tahun: int) -> Hasil | None:
    """Pertambahan desa mandiri setahun, dibagi desa berkembang awal tahun, × 100."""
    lalu, kini = data.status.get(tahun - 1), data.status.get(tahun)
    if lalu is None or kini is None:
        return None
    m0, m1, b0 = lalu.counts[Status.MANDIRI], kini.counts[Status.MANDIRI], lalu.counts[Status.BERKEMBANG]
    masukan = (
        (f"Desa Mandiri {tahun - 1}", m0),
        (f"Desa Mandiri {tahun}", m1),
        (f"Desa Berkembang {tahun - 1}", b0),
    )
    return _ratio(m1 - m0, b0, lalu, kini, f"{m1} − {m0} = {m1 - m0}", masukan)


def _ratio(
    bagian: int,
    dari: int,
    lalu: StatusTahun,
    kini: StatusTahun,
    uraian: str,
    masukan: tuple[tuple[str, int], ...],
) -> Hasil | None:
    if not dari or bagian < 0:
        return None
    sumber = kini.sumber if lalu.sumber == kini.sumber else f"{lalu.sumber}; {kini.sumber}"
    nilai = Decimal(bagian) / Decimal(dari) * 100
    return Hasil(nilai, sumber, uraian, Decimal(bagian), Decimal(dari), masukan, tahun_rekap=_tahun_rekap(lalu, kini))


def _tahun_rekap(*status: StatusTahun) -> tuple[int, ...]:
    return tuple(s.tahun for s in status if not s.is_rinci)


def lembaga(bagian: str, dari: str, faktor: int) -> Callable[..., Hasil | None]:
    """Sumber dari rekap lembaga: Σ `bagian` / Σ `dari` × faktor; hanya bila semua kecamatan merinci."""

    def hasil(data: Data, tahun: int) -> Hasil | None:
        rows = data.lembaga.get(tahun, ())
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


def hasil(sumber: str, data: Data, tahun: int) -> Hasil | None:
    """Hasil sumber `sumber`; `None` bila kosong, tidak dikenal, atau datanya belum cukup."""
    function = SOURCES.get(sumber)
    return function(data, tahun) if function else None


def _desa_berstatus(*status: Status) -> Callable[[Data, int], dict[str, list[Desa]]]:
    def desa(data: Data, tahun: int) -> dict[str, list[Desa]]:
        return {_label(s, tahun): desa_berstatus(data.kabupaten, tahun, s) for s in status}

    return desa


def _desa_naik(data: Data, tahun: int) -> dict[str, list[Desa]]:
    """Desa tertinggal yang naik status, urut kode; kosong bila desa tahun lalu tidak diketahui."""
    if not data.status[tahun - 1].is_rinci:
        return {}
    pindah = perpindahan(data.kabupaten, tahun)
    naik = [rows for (asal, ke), rows in pindah.items() if asal == Status.TERTINGGAL and ke in LEBIH_BAIK]
    return {"Desa tertinggal yang naik status": sorted(chain(*naik), key=lambda desa: desa.kode)}


RINCIAN: dict[str, Callable[[Data, int], dict[str, list[Desa]]]] = {
    "idm.berkembang": _desa_berstatus(*BERKEMBANG),
    "idm.berkembang_maju_mandiri": _desa_berstatus(*BERKEMBANG_MAJU_MANDIRI),
    "idm.pengentasan_tertinggal": _desa_naik,
    "idm.peningkatan_mandiri": _desa_berstatus(Status.MANDIRI),
}


def rincian(sumber: str, data: Data, tahun: int) -> dict[str, list[Desa]]:
    """Desa di balik hasil `sumber`, dibaca saat diminta; kosong bila hanya hitungannya yang diketahui."""
    function, status = RINCIAN.get(sumber), data.status.get(tahun)
    return function(data, tahun) if function and status and status.is_rinci else {}
