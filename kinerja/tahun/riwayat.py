"""Realisasi Renstra sampai tahun lalu (kolom 6 Formulir E.81), dari tahun yang ada di sistem."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten
from kinerja.aturan import kode
from kinerja.aturan.keadaan import Khusus
from kinerja.aturan.periode import Aturan, Isian, Masa, cara_antar_tahun, gabungan
from kinerja.aturan.rencana import Takaran
from kinerja.models import (
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PeriodeRenstra,
    Program,
    SubKegiatan,
)

Milik = dict[str, Any]  # saringan kantor dan tahunnya
Kunci = tuple[str, str]  # kode baku dan indikator


@dataclass(frozen=True)
class HasilTahun:
    """Hasil setahun satu baris menurut aturannya sendiri."""

    tahun: int
    kunci: Kunci
    isi: Isian | None


@dataclass(frozen=True)
class Riwayat:
    """Kosong bila tahun ini awal periode atau ada tahun sebelumnya yang tidak dimuat."""

    kinerja: Mapping[Kunci, Sequence[Isian]]  # hasil tiap tahun, urut tahun
    uang: Mapping[Kunci, Decimal]

    def dari(self, tulisan: str, aturan: Aturan, indikator: str = "") -> Takaran:
        """Realisasi kode itu menurut aturan barisnya; yang tidak pernah diukur tetap `None`."""
        kunci = _kunci(tulisan, indikator)
        cara = cara_antar_tahun(aturan.cara)
        tiap_tahun = self.kinerja.get(kunci, ())
        hasil = gabungan(tiap_tahun, cara)
        return Takaran(hasil, self.uang.get(kunci))


def read_riwayat(kabupaten: Kabupaten, periode: PeriodeRenstra | None, tahun: int) -> Riwayat:
    """Satu kueri tiap tingkat; baris sub kegiatan dibedakan menurut kode baku dan indikatornya."""
    kosong: Mapping[Any, Any] = MappingProxyType({})
    tahun_lalu = range(0)
    if periode:
        tahun_lalu = range(periode.tahun_awal, tahun)
    if not tahun_lalu:
        return Riwayat(kosong, kosong)
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun__in": tahun_lalu}
    dimuat = Program.objects.filter(**milik).values_list("tahun", flat=True)
    if set(dimuat) != set(tahun_lalu):
        return Riwayat(kosong, kosong)
    program = PengukuranProgram.objects.filter(**awali("program", milik))
    kegiatan = PengukuranKegiatan.objects.filter(**awali("kegiatan__program", milik))
    sub = PengukuranSub.objects.filter(**awali("sub_kegiatan__kegiatan__program", milik))
    diukur_sub = list(sub.select_related("sub_kegiatan__kegiatan__program", "tingkat"))
    setahun = [
        *_setahun(program.select_related("program", "tingkat")),
        *_setahun(kegiatan.select_related("kegiatan__program", "tingkat")),
        *_setahun(diukur_sub),
    ]
    return Riwayat(_kinerja(setahun), _uang(diukur_sub))


def _setahun(rows: Iterable[Any]) -> list[HasilTahun]:
    """Hasil setahun tiap baris yang diukur."""
    per_baris: dict[int, list[Any]] = {}
    for row in rows:
        if row.isi is not None:
            induk = getattr(row, f"{row.induk_field}_id")
            sebaris = per_baris.setdefault(induk, [])
            sebaris.append(row)
    return [_hasil(diukur) for diukur in per_baris.values()]


def _hasil(diukur: Sequence[Any]) -> HasilTahun:
    """Triwulan-triwulan satu baris digabung menurut aturannya."""
    satu = diukur[0]
    baris = getattr(satu, satu.induk_field)
    isian: dict[Masa, Isian] = {}
    for row in diukur:
        isian[(row.triwulan, 0)] = row.isi
    setahun = baris.aturan.setahun(isian)
    return HasilTahun(baris.tahun, _kunci_baris(baris), setahun)


def _kinerja(setahun: Iterable[HasilTahun]) -> Mapping[Kunci, list[Isian]]:
    """Hasil tiap tahun menurut kode dan indikatornya; yang berkeadaan bukan hasil."""
    per_kunci: dict[Kunci, list[Isian]] = {}
    berurutan = sorted(setahun, key=attrgetter("tahun"))
    for hasil in berurutan:
        isi = hasil.isi
        if isi is None or isinstance(isi, Khusus):
            continue
        sekunci = per_kunci.setdefault(hasil.kunci, [])
        sekunci.append(isi)
    return MappingProxyType(per_kunci)


def _uang(rows: Iterable[PengukuranSub]) -> Mapping[Kunci, Decimal]:
    """Jumlah Rp tiap kode dan indikator sub kegiatan."""
    hasil: dict[Kunci, Decimal] = {}
    for row in rows:
        if row.keuangan is not None:
            kunci = _kunci_baris(row.sub_kegiatan)
            lalu = hasil.get(kunci, Decimal(0))
            hasil[kunci] = lalu + row.keuangan
    return MappingProxyType(hasil)


def _kunci_baris(baris: Any) -> Kunci:
    """Indikator membedakan hanya baris sub kegiatan."""
    indikator = ""
    if isinstance(baris, SubKegiatan):
        indikator = baris.indikator
    return _kunci(baris.kode, indikator)


def _kunci(tulisan: str, indikator: str) -> Kunci:
    """Huruf besar dan spasi indikator tidak membedakan barisnya."""
    return kode.baku(tulisan), indikator.strip().lower()


def awali(awalan: str, milik: Milik) -> Milik:
    """Saringan yang sama, dicapai lewat hubungan `awalan`."""
    hasil = {}
    for kolom, nilai in milik.items():
        hasil[f"{awalan}__{kolom}"] = nilai
    return hasil
