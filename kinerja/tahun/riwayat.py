"""Realisasi Renstra sampai tahun lalu (kolom 6 Formulir E.81), dari tahun yang ada di sistem."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.db.models import Sum

from accounts.models import Kabupaten
from kinerja.aturan import kode
from kinerja.aturan.rencana import Angka, jumlah
from kinerja.models import (
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PeriodeRenstra,
    Program,
)

Kunci = tuple[str, str]  # kode baku dan indikator
Baris = tuple[str, str, Decimal | None, Decimal | None]  # kode, indikator, K, Rp


@dataclass(frozen=True)
class Riwayat:
    """Kosong bila tahun ini awal periode atau ada tahun sebelumnya yang tidak dimuat."""

    angka: Mapping[Kunci, Angka]

    def dari(self, tulisan: str, indikator: str = "") -> Angka:
        """Realisasi kode itu; yang tidak pernah diukur tetap `None`."""
        return self.angka.get(_kunci(tulisan, indikator), Angka())


def baca_riwayat(kabupaten: Kabupaten, periode: PeriodeRenstra | None, tahun: int) -> Riwayat:
    """Satu kueri tiap tingkat; baris sub kegiatan dibedakan menurut kode baku dan indikatornya."""
    kosong = Riwayat(MappingProxyType({}))
    tahun_lalu = range(periode.tahun_awal, tahun) if periode else range(0)
    if not tahun_lalu:
        return kosong
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun__in": tahun_lalu}
    dimuat = Program.objects.filter(**milik).values_list("tahun", flat=True)
    if set(dimuat) != set(tahun_lalu):
        return kosong
    hasil: dict[Kunci, Angka] = {}
    _tambah(hasil, _kinerja(PengukuranProgram, "program__kode", _awali("program", milik)))
    milik_kegiatan = _awali("kegiatan__program", milik)
    _tambah(hasil, _kinerja(PengukuranKegiatan, "kegiatan__kode", milik_kegiatan))
    _tambah(hasil, _kinerja_dan_uang(_awali("sub_kegiatan__kegiatan__program", milik)))
    return Riwayat(MappingProxyType(hasil))


def _kinerja(
    model: Any,
    kolom_kode: str,
    milik: dict[str, Any],
) -> Iterator[Baris]:
    """Jumlah K tiap kode; uangnya dijumlahkan dari sub kegiatan."""
    rows = model.objects.filter(**milik).order_by()
    for tulisan, k in rows.values_list(kolom_kode).annotate(Sum("kinerja")):
        yield tulisan, "", k, None


def _kinerja_dan_uang(milik: dict[str, Any]) -> Iterable[Baris]:
    """Jumlah K dan Rp tiap kode dan indikator sub kegiatan."""
    rows = PengukuranSub.objects.filter(**milik).order_by()
    per_indikator = rows.values_list("sub_kegiatan__kode", "sub_kegiatan__indikator")
    return per_indikator.annotate(Sum("kinerja"), Sum("keuangan"))


def _tambah(hasil: dict[Kunci, Angka], rows: Iterable[Baris]) -> None:
    for tulisan, indikator, k, rp in rows:
        kunci = _kunci(tulisan, indikator)
        lama = hasil.get(kunci, Angka())
        hasil[kunci] = Angka(
            k=jumlah((lama.k, k)),
            rp=jumlah((lama.rp, rp)),
        )


def _kunci(tulisan: str, indikator: str) -> Kunci:
    return kode.baku(tulisan), indikator.strip().lower()


def _awali(awalan: str, milik: dict[str, Any]) -> dict[str, Any]:
    return {f"{awalan}__{kolom}": nilai for kolom, nilai in milik.items()}
