"""Realisasi Renstra sampai tahun lalu (kolom 6 Formulir E.81), dari tahun yang ada di sistem."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten
from kinerja.aturan import kode
from kinerja.aturan.periode import Aturan, Isian, Masa, angka, gabungan
from kinerja.aturan.rencana import Angka
from kinerja.models import (
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PeriodeRenstra,
    Program,
    SubKegiatan,
)

Kunci = tuple[str, str]  # kode baku dan indikator


@dataclass(frozen=True)
class Riwayat:
    """Kosong bila tahun ini awal periode atau ada tahun sebelumnya yang tidak dimuat."""

    kinerja: Mapping[Kunci, Sequence[Decimal]]  # hasil tiap tahun, urut tahun
    uang: Mapping[Kunci, Decimal]

    def dari(self, tulisan: str, aturan: Aturan, indikator: str = "") -> Angka:
        """Realisasi kode itu menurut aturan barisnya; yang tidak pernah diukur tetap `None`."""
        kunci = _kunci(tulisan, indikator)
        hasil = gabungan(self.kinerja.get(kunci, ()), aturan.cara)
        return Angka(k=angka(hasil), rp=self.uang.get(kunci))


def baca_riwayat(kabupaten: Kabupaten, periode: PeriodeRenstra | None, tahun: int) -> Riwayat:
    """Satu kueri tiap tingkat; baris sub kegiatan dibedakan menurut kode baku dan indikatornya."""
    kosong: Mapping[Any, Any] = MappingProxyType({})
    tahun_lalu = range(periode.tahun_awal, tahun) if periode else range(0)
    if not tahun_lalu:
        return Riwayat(kosong, kosong)
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun__in": tahun_lalu}
    dimuat = Program.objects.filter(**milik).values_list("tahun", flat=True)
    if set(dimuat) != set(tahun_lalu):
        return Riwayat(kosong, kosong)
    program = PengukuranProgram.objects.filter(**_awali("program", milik))
    kegiatan = PengukuranKegiatan.objects.filter(**_awali("kegiatan__program", milik))
    sub = PengukuranSub.objects.filter(**_awali("sub_kegiatan__kegiatan__program", milik))
    diukur_sub = list(sub.select_related("sub_kegiatan__kegiatan__program"))
    setahun = [
        *_setahun(program.select_related("program")),
        *_setahun(kegiatan.select_related("kegiatan__program")),
        *_setahun(diukur_sub),
    ]
    return Riwayat(_kinerja(setahun), _uang(diukur_sub))


def _setahun(rows: Iterable[Any]) -> list[tuple[Any, Decimal]]:
    """Baris induk tiap pengukuran dan hasil setahunnya menurut aturannya sendiri."""
    induk: dict[int, Any] = {}
    isian: dict[int, dict[Masa, Isian]] = {}
    for row in rows:
        isi = row.isi
        if isi is not None:
            baris = getattr(row, row.induk_field)
            induk[baris.pk] = baris
            isian.setdefault(baris.pk, {})[row.triwulan, 0] = isi
    hasil = []
    for pk, baris in induk.items():
        nilai = angka(baris.aturan.setahun(isian[pk]))
        if nilai is not None:
            hasil.append((baris, nilai))
    return hasil


def _kinerja(setahun: Iterable[tuple[Any, Decimal]]) -> Mapping[Kunci, list[Decimal]]:
    """Hasil tiap tahun menurut kode dan indikatornya."""
    per_kunci: dict[Kunci, list[Decimal]] = {}
    for baris, nilai in sorted(setahun, key=_tahun):
        per_kunci.setdefault(_kunci_baris(baris), []).append(nilai)
    return MappingProxyType(per_kunci)


def _tahun(setahun: tuple[Any, Decimal]) -> int:
    baris, _ = setahun
    tahun: int = baris.tahun
    return tahun


def _uang(rows: Iterable[PengukuranSub]) -> Mapping[Kunci, Decimal]:
    """Jumlah Rp tiap kode dan indikator sub kegiatan."""
    hasil: dict[Kunci, Decimal] = {}
    for row in rows:
        if row.keuangan is not None:
            kunci = _kunci_baris(row.sub_kegiatan)
            hasil[kunci] = hasil.get(kunci, Decimal(0)) + row.keuangan
    return MappingProxyType(hasil)


def _kunci_baris(baris: Any) -> Kunci:
    """Indikator membedakan hanya baris sub kegiatan."""
    is_sub = isinstance(baris, SubKegiatan)
    return _kunci(baris.kode, baris.indikator if is_sub else "")


def _kunci(tulisan: str, indikator: str) -> Kunci:
    return kode.baku(tulisan), indikator.strip().lower()


def _awali(awalan: str, milik: dict[str, Any]) -> dict[str, Any]:
    return {f"{awalan}__{kolom}": nilai for kolom, nilai in milik.items()}
